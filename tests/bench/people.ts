import { openDatabase, tables, transact } from "#db/index.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { asker } from "#domain/asker.server.ts";
import { newId } from "#domain/ids.server.ts";
import { openLogKey } from "#domain/log/signing.server.ts";
import { NO_FILTERS } from "#domain/people/filters.ts";
import { peopleList } from "#domain/people/list.server.ts";
import { searchPeople } from "#domain/people/search.server.ts";
import { answer, type Query } from "#domain/query.server.ts";
import { danishSortKey } from "#domain/text.ts";
import { openVault } from "#domain/vault.server.ts";
import { readConfig, setConfig } from "#http/config.server.ts";

const NOW = "2026-11-24T09:00:00.000Z";
const AT_ONCE = 500;
const GUIDED = 30;
const FIRST = ["Alma", "Bo", "Cia", "Dan", "Eli", "Freja", "Gry", "Hassan", "Ida", "Åse"];
const LAST = ["Holm", "Nørregård", "Krogh", "Østergaard", "Lund", "Bak", "Ærø", "Dahl"];
const WORDS =
  "ringer praktik værksted møde læge uddannelse kontaktperson støtte smedelære jobcenter skole ungdomsbolig".split(" ");

const word = (n: number) => WORDS[n % WORDS.length] as string;
const sentence = (n: number) => `Vi ${word(n)} om ${word(n * 5 + 1)} og ${word(n * 7 + 3)} nummer ${n}`;

async function inParts<T>(rows: T[], put: (part: T[]) => Promise<unknown>) {
  for (let at = 0; at < rows.length; at += AT_ONCE) await put(rows.slice(at, at + AT_ONCE));
}

/** As a server opens it, but without a demo. */
function open(file: string) {
  const config = readConfig(process.env);
  setConfig(config);
  openVault(config.secret);
  openLogKey(config.secret);
  migrate(openDatabase(file), () => undefined);
}

/** A file with so many young people and agreements about them, a coordinator and a guide of thirty. */
async function filled(file: string, people: number, actions: number) {
  open(file);
  const [coordinator, guide] = [newId(), newId()];
  const ids = Array.from({ length: people }, () => newId());
  const { action, agendaItem, assignment, meeting, roleGrant, staff, youngPerson } = tables;
  await transact(async (db) => {
    for (const [id, role] of [
      [coordinator, "coordinator"],
      [guide, "youth_guide"],
    ] as const) {
      await db.insert(staff).values({ id, name: role, sortKey: role, username: role });
      await db.insert(roleGrant).values({ id: newId(), staffId: id, role, fromOn: "2020-01-01" });
    }
    const born = ids.map((id, n) => {
      const [firstName, lastName] = [FIRST[n % 10] as string, `${LAST[n % 8]} ${n}`];
      return {
        id,
        firstName,
        lastName,
        sortKey: danishSortKey(`${lastName} ${firstName}`),
        bornOn: `200${n % 10}-03-04`,
      };
    });
    await inParts(born, (part) => db.insert(youngPerson).values(part));
    const meetings = Array.from({ length: Math.ceil(people / 8) }, () => newId());
    const held = {
      typeCode: "coordination",
      chairId: coordinator,
      minuteTakerId: coordinator,
      state: "closed",
    } as const;
    await inParts(meetings, (part) =>
      db.insert(meeting).values(
        part.map((id, n) => ({
          ...held,
          id,
          startsAt: `2026-${String(1 + (n % 10)).padStart(2, "0")}-10T08:00:00.000Z`,
          endsAt: NOW,
        })),
      ),
    );
    const items = ids.map((youngPersonId, n) => ({
      ...{ id: newId(), youngPersonId, meetingId: meetings[Math.floor(n / 8)] as string },
      ...({ kind: "person", state: "handled", question: "?", minutes: 10, position: n % 8 } as const),
    }));
    await inParts(items, (part) => db.insert(agendaItem).values(part));
    const agreed = Array.from({ length: actions }, (_, n) => ({
      ...{ id: newId(), itemId: items[n % people]?.id as string, youngPersonId: ids[n % people] as string },
      ...{
        number: n,
        position: n,
        text: sentence(n),
        createdAt: NOW,
        dueOn: n % 20 === 0 ? "2026-11-01" : "2027-01-01",
      },
      state: "agreed" as const,
    }));
    await inParts(agreed, (part) => db.insert(action).values(part));
    const own = ids.slice(0, GUIDED).map((youngPersonId) => ({
      id: newId(),
      youngPersonId,
      staffId: guide,
      kind: "guide" as const,
      fromOn: "2020-01-01",
    }));
    await db.insert(assignment).values(own);
  });
  return { coordinator, guide };
}

const as = (id: string) => asker({ kind: "staff", id, sessionId: id }, NOW, "page");
const list = (filters = {}) => ({ of: peopleList, input: { filters: { ...NO_FILTERS, ...filters }, after: null } });
const search = (typed: string) => ({ of: searchPeople, input: { typed } });

/** What is asked for, by whom. */
const ASKED = {
  "the first page": ["coordinator", list()],
  "the first page, over the day": ["coordinator", list({ overdue: true })],
  "a guide's page": ["guide", list()],
  "a search": ["coordinator", search("domsbolig")],
  "a search for a name": ["coordinator", search("nørregård 1")],
  "a guide's search": ["guide", search("domsbolig")],
} as const;

/** In ms, how long each takes in a municipality of that size: the middle of so many. */
export async function timesWith(file: string, people: number, actions: number, times: number) {
  const who = await filled(file, people, actions);
  const found: Record<string, number> = {};
  for (const [name, [role, { of, input }]] of Object.entries(ASKED)) {
    const took: number[] = [];
    for (let n = 0; n < times + 3; n += 1) {
      const began = performance.now();
      await answer(of as Query<unknown, unknown>, input, as(who[role]));
      if (n >= 3) took.push(performance.now() - began);
    }
    found[name] = took.sort((a, b) => a - b)[took.length >> 1] as number;
  }
  return found;
}
