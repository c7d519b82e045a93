import { type Db, tables } from "#db/index.server.ts";
import type { Role } from "#db/vocabulary.ts";
import { anyText, someText } from "../input.server.ts";
import type { Column, Line } from "./csv.server.ts";
import { currentOn, notOver } from "./find.server.ts";
import { email, phone, username } from "./input.server.ts";
import { readRoles } from "./role-words.ts";
import { rolesFit } from "./rules.ts";

const { department, membership, roleGrant, staff } = tables;

type Person = { name: string; username: string; title: string; phone: string | null; email: string | null };
export type Known = Person & { id: string; version: number };

/** What one line of a staff file means. `changes` are the columns that stand otherwise today. */
export type Planned = { line: number; name: string; username: string } & (
  | {
      outcome: "new" | "changed" | "unchanged";
      changes: Column[];
      person: Person;
      known: Known | null;
      departmentId: string | null;
      roles: Role[];
    }
  | { outcome: "wrong"; column: Column; problem: string }
);

/** Compares the lines with what stands. Nobody is ended and nothing is taken away by a file. */
export async function planOf(db: Db, lines: Line[], today: string): Promise<Planned[]> {
  const people = await db.select().from(staff);
  const byUsername = new Map(people.map((person) => [person.username, person]));
  const departments = await db.select().from(department).where(currentOn(department, today));
  const seats = await db.select().from(membership).where(currentOn(membership, today));
  const grants = await db.select().from(roleGrant).where(notOver(roleGrant, today));
  const inFile = new Set<string>();

  return lines.map(({ line, cells }) => {
    const who = { line, name: cells.navn, username: cells.brugernavn };
    const wrong = (column: Column, problem: string): Planned => ({ ...who, outcome: "wrong", column, problem });
    const shapes = {
      navn: someText(100),
      brugernavn: username,
      titel: anyText(100),
      telefon: phone,
      mail: email,
    } as const;
    for (const column of Object.keys(shapes) as (keyof typeof shapes)[]) {
      const read = shapes[column].safeParse(cells[column]);
      if (!read.success) return wrong(column, read.error.issues[0]?.message ?? "unreadable");
    }
    const name = shapes.brugernavn.parse(cells.brugernavn);
    const known = byUsername.get(name) ?? null;
    const person: Person = {
      name: shapes.navn.parse(cells.navn),
      username: name,
      title: shapes.titel.parse(cells.titel),
      phone: shapes.telefon.parse(cells.telefon),
      // Where the file has no address, the one that somebody wrote on their own page stays.
      email: shapes.mail.parse(cells.mail) ?? known?.email ?? null,
    };
    if (inFile.has(person.username)) return wrong("brugernavn", "twice");
    inFile.add(person.username);
    if (known?.endedAt) return wrong("brugernavn", "taken");

    const wanted = cells.afdeling.toLocaleLowerCase("da");
    const place = departments.find(({ name, mark }) =>
      [name, mark].some((each) => each.toLocaleLowerCase("da") === wanted),
    );
    if (wanted && !place) return wrong("afdeling", "unknown-department");
    const roles = readRoles(cells.roller);
    if (!roles) return wrong("roller", "unknown-role");
    const standing = known ? grants.filter(({ staffId }) => staffId === known.id) : [];
    const held = standing.filter(({ fromOn, toOn }) => fromOn <= today && toOn === null).map(({ role }) => role);
    if (!rolesFit([...standing.map(({ role }) => role), ...roles])) return wrong("roller", "roles-apart");

    const changes: Column[] = [];
    if (known && known.name !== person.name) changes.push("navn");
    if (known && known.title !== person.title) changes.push("titel");
    if (known && known.phone !== person.phone) changes.push("telefon");
    if (known && known.email !== person.email) changes.push("mail");
    if (place && !seats.some((seat) => seat.staffId === known?.id && seat.departmentId === place.id))
      changes.push("afdeling");
    if (roles.some((role) => !held.includes(role))) changes.push("roller");
    const outcome = known ? (changes.length > 0 ? "changed" : "unchanged") : "new";
    return { ...who, outcome, changes, person, known, departmentId: place?.id ?? null, roles };
  });
}
