import { tables, transact } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import { NO_FILTERS } from "#domain/people/filters.ts";
import { peopleList } from "#domain/people/list.server.ts";
import { searchPeople } from "#domain/people/search.server.ts";
import { aColleague, inParts, NOW, open, timesOf, youngPeople } from "./filled.ts";

const GUIDED = 30;
const WORDS =
  "ringer praktik værksted møde læge uddannelse kontaktperson støtte smedelære jobcenter skole ungdomsbolig".split(" ");

const word = (n: number) => WORDS[n % WORDS.length] as string;
const sentence = (n: number) => `Vi ${word(n)} om ${word(n * 5 + 1)} og ${word(n * 7 + 3)} nummer ${n}`;

/** A file with so many young people and agreements about them, a coordinator and a guide of thirty. */
async function filled(file: string, people: number, actions: number) {
  open(file);
  const [coordinator, guide] = [await aColleague("coordinator"), await aColleague("youth_guide")];
  const ids = await youngPeople(people);
  const { action, agendaItem, assignment, meeting } = tables;
  await transact(async (db) => {
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

const list = (by: string, filters = {}) => ({
  ...{ of: peopleList, by },
  input: { filters: { ...NO_FILTERS, ...filters }, after: null },
});
const search = (by: string, typed: string) => ({ of: searchPeople, input: { typed }, by });

/** In ms, how long each list and search takes in a municipality of that size. */
export async function timesWith(file: string, [people, actions]: [number, number], times: number) {
  const { coordinator, guide } = await filled(file, people, actions);
  return timesOf(
    {
      "the first page": list(coordinator),
      "the first page, over the day": list(coordinator, { overdue: true }),
      "a guide's page": list(guide),
      "a search": search(coordinator, "domsbolig"),
      "a search for a name": search(coordinator, "nørregård 1"),
      "a guide's search": search(guide, "domsbolig"),
    },
    times,
  );
}
