import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import { aDepartment, anItem, aStaffMember, aYoungPerson } from "#tests/support/builders.ts";
import { aLineUp, caughtUp, type Line, watch } from "#tests/support/live-server.ts";
import { type Running, startServer } from "#tests/support/server.ts";
import { prepare } from "../../app/tasks/prepare.server.ts";
import { dataOf, inParallel } from "./matrix/asking.ts";
import type { Persona } from "./matrix/personas.ts";
import { AT, makeWorld, type World } from "./matrix/world.ts";
import { CHANGES, type Hidden } from "./non-interference/hidden-changes.ts";
import { type Around, differences, look, type Seen } from "./non-interference/looking-on.ts";

/** SAMSPOR_LONG=1 makes many more; each change is shown to everybody who may not see it. */
const RUNS = process.env.SAMSPOR_LONG ? 300 : 20;
const STAFF = 12;

/** In the meeting or around it, and none of them with a right to the item that changes. */
const LOOKING: Persona[] = [
  ...(["caseworker", "absent", "psychiatrist", "no-basis", "school", "police", "partial", "member"] as const),
  ...(["guide", "not-invited", "colleague", "left-department", "leader", "admin"] as const),
];
/**
 * To whom a change shows that it was made, and never what it says: whoever sits in the meeting sees its places, each with the
 * version of its item and a sign that its card is to be loaded anew; a leader counts agreements, from five on.
 */
const SHOWS: Record<string, Persona[]> = {
  "its question": ["member"],
  "the young person's own words": ["member"],
  "who comes to it": ["member"],
  "a new item about somebody": ["member"],
  "an agreement": ["leader"],
};
const BASIS = "by what right a department takes part";

const folder = mkdtempSync(join(tmpdir(), "samspor-"));
let server: Running;
let world: World;
let hidden: Hidden;
let around: Around;
let stored: Database.Database;

beforeAll(async () => {
  const set = { DATA_DIR: folder, SAMSPOR_NOW: AT };
  await prepare({ ...process.env, ...set });
  world = await makeWorld(["published"]);
  const { meeting, item, person } = world.places.published;
  const department = await aDepartment({ name: "Afdelingen ved siden af" });
  const staff: string[] = [];
  while (staff.length < STAFF) staff.push(await aStaffMember(["caseworker"], { departmentId: department }));
  const others: string[] = [];
  while (others.length < RUNS) others.push(await aYoungPerson({ firstName: "Ester" }));
  const of = await aYoungPerson({ firstName: "Emil" });
  const other = await anItem({ meetingId: meeting, youngPersonId: of, position: 2 });
  hidden = { meeting, item: other, person: of, staff, department, others };
  around = { meeting, items: [item, other], people: [person, of] };
  closeDatabase();
  server = await startServer(set);
  stored = new Database(join(folder, "samspor.db"), { readonly: true });
});
afterAll(async () => {
  stored?.close();
  await server?.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

const versionOf = (sql: string) =>
  String((stored.prepare(sql).get(hidden.item) as { version: number } | undefined)?.version ?? 0);

/** The forum's coordinator changes it, as a browser sends it; whether it took effect. */
async function change(kind: string, text: string, n: number): Promise<boolean> {
  if (kind === BASIS) return aBasis(text);
  const made = CHANGES[kind]?.(hidden, text, n);
  if (!made) throw new Error(`No change ${kind}`);
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(made.fields)) for (const one of [value].flat()) body.append(name, one);
  if (body.get("version") === "VERSION") body.set("version", versionOf("select version from agenda_item where id = ?"));
  if (body.get("version") === "VOICE")
    body.set("version", versionOf("select version from youth_voice where itemId = ?"));
  const route = {
    board: "routes/meetings.$id.board",
    new: "routes/people.$id_.consents.new",
    [hidden.person]: "routes/people.$id",
  }[made.path.split("/").at(-1) ?? ""];
  const response = await fetch(server.origin + dataOf(made.path, route ?? "routes/meetings.$id._index"), {
    method: "POST",
    redirect: "manual",
    headers: { origin: server.origin, cookie: world.cookies.coordinator ?? "" },
    body,
  });
  const told = await response.text();
  expect([kind, response.status, told], told).toEqual([
    kind,
    expect.toSatisfy((status) => [200, 204, 422].includes(status)),
    told,
  ]);
  return response.status !== 422;
}

/** As it stands when it was chosen: no page offers the choice. */
function aBasis(necessity: string): boolean {
  const file = new Database(join(folder, "samspor.db"), { timeout: 5000 });
  const made = file.prepare(
    "insert into sharing_basis (id, itemId, departmentId, legalBasisId, necessity, content, fromAt) values (?, ?, ?, (select id from legal_basis limit 1), ?, 'item', ?)",
  );
  made.run(newId(), hidden.item, hidden.department, necessity, AT);
  file.close();
  return true;
}

type Onlooker = { persona: Persona; cookie: string | undefined; line: Line; frames: string[]; stands: Set<string> };

/** Somebody with a screen open, who watches whatever they are let. */
async function anOnlooker(persona: Persona): Promise<Onlooker> {
  const cookie = world.cookies[persona];
  const { line, frames } = await aLineUp(Number(new URL(server.origin).port), cookie ?? "");
  const me = world.staff[persona];
  const places = stored.prepare("select departmentId as id from membership where staffId = ?").all(me) as {
    id: string;
  }[];
  const topics = [
    `staff:${me}`,
    ...places.map(({ id }) => `department:${id}`),
    ...around.items.map((id) => `item:${id}`),
    ...[`meeting:${hidden.meeting}`, `screen:${hidden.meeting}`],
  ];
  const stands = new Set<string>();
  for (const topic of topics) {
    const answer = await watch(line, topic);
    // A watched topic repeats where it stands: that frame, and no other, may come.
    if ("seq" in answer) stands.add(`2["seq",${JSON.stringify({ topic, seq: answer.seq })}]`);
  }
  frames.length = 0;
  return { persona, cookie, line, frames, stands };
}

const isOwnAnswer = (frame: string) => /^3\d*\[/.test(frame) || frame === "";

/** What reached somebody on the socket since the last time, but the repeated seq. */
async function heardBy({ persona, line, frames, stands }: Onlooker): Promise<string[]> {
  await caughtUp(line);
  const said = frames.splice(0).filter((frame) => !isOwnAnswer(frame) && !stands.has(frame));
  return persona === "member" ? said.filter((frame) => !frame.startsWith(`2["seq",{"topic":"meeting:`)) : said;
}

test("what changes where somebody has no right changes no byte of what they are answered, and sends them nothing", async () => {
  const onlookers = await Promise.all(LOOKING.map(anOnlooker));
  const looks = async (way: "data" | "pages") => {
    const all = new Map<Persona, Seen>();
    await inParallel(onlookers, 4, async ({ persona, cookie }) => {
      all.set(persona, await look(server.origin, cookie, around, way));
    });
    return all;
  };
  const firstPages = await looks("pages");
  let before = await looks("data");
  let [n, took] = [0, 0];
  const faults: string[] = [];
  const kinds = [...Object.keys(CHANGES), BASIS];
  const text = fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom(..."abcdefghij klmnop") });
  const changes = fc.record({ kind: fc.constantFrom(...kinds), text: text.map((words) => `Skjult ${words}.`) });
  const toAll = LOOKING.filter((persona) => !Object.values(SHOWS).flat().includes(persona));
  await fc.assert(
    fc.asyncProperty(changes, async ({ kind, text }) => {
      if (await change(kind, text, n++)) took += 1;
      const after = await looks("data");
      for (const onlooker of onlookers) {
        const { persona } = onlooker;
        const heard = await heardBy(onlooker);
        const [was, is] = [before.get(persona) as Seen, after.get(persona) as Seen];
        expect(`${heard} ${JSON.stringify([...is])}`).not.toContain("Skjult");
        if (SHOWS[kind]?.includes(persona)) continue;
        const read = differences(was, is);
        faults.push(...[...heard, ...read].map((what) => `${persona}, ${kind}: ${what}`));
      }
      before = after;
    }),
    { numRuns: RUNS, endOnFailure: true, examples: kinds.map((kind) => [{ kind, text: "Skjult" }]) },
  );
  expect([...new Set(faults)]).toEqual([]);
  expect(took).toBeGreaterThan(RUNS * 0.7);
  const lastPages = await looks("pages");
  for (const persona of toAll)
    expect(differences(firstPages.get(persona) as Seen, lastPages.get(persona) as Seen)).toEqual([]);
}, 1_800_000);
