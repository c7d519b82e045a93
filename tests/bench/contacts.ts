import { tables, transact } from "#db/index.server.ts";
import { addDays } from "#domain/days.ts";
import { contacts } from "#domain/guides/contacts.server.ts";
import { EVERYBODY } from "#domain/guides/list-filters.ts";
import { mine } from "#domain/guides/mine.server.ts";
import { guideTeam } from "#domain/guides/team.server.ts";
import { newId } from "#domain/ids.server.ts";
import { NO_THOUGHT } from "#domain/people/load.ts";
import { aColleague, inParts, NOW, open, timesOf, youngPeople } from "./filled.ts";

const GUIDES = 9;
const YOUNG = 118;
const A_YEAR = 3_100;

/** Nine guides with 118 young people, and the contacts of so many years, spread over their days. */
async function filled(file: string, years: number) {
  open(file);
  const leader = await aColleague("coordinator");
  const guides: string[] = [];
  for (let n = 0; n < GUIDES; n += 1) guides.push(await aColleague("youth_guide"));
  const young = await youngPeople(YOUNG);
  const guideOf = (n: number) => guides[n % GUIDES] as string;
  const { assignment, contactEntry } = tables;
  const all = A_YEAR * years;
  await transact(async (db) => {
    const places = young.map((youngPersonId, n) => ({
      ...{ id: newId(), youngPersonId, staffId: guideOf(n), fromOn: "2016-01-01" },
      ...({ kind: "guide", primary: true, intensity: "B" } as const),
    }));
    await inParts(places, (part) => db.insert(assignment).values(part));
    const entries = Array.from({ length: all }, (_, n) => {
      const happenedAt = `${addDays("2026-11-24", -Math.floor(((all - n) * 365 * years) / all))}T08:00:00.000Z`;
      return {
        ...{ id: newId(), youngPersonId: young[n % YOUNG] as string, staffId: guideOf(n % YOUNG), happenedAt },
        ...({ channel: "phone", result: n % 5 === 0 ? "no_answer" : "met", company: "only_us" } as const),
        ...({ kind: "case_note", text: `Vi talte om ${n}.`, writtenAt: NOW } as const),
      };
    });
    await inParts(entries, (part) => db.insert(contactEntry).values(part));
  });
  return { guide: guideOf(0), leader, youngPersonId: young[0] as string };
}

/** In ms, how long a guide's pages take with the contacts of so many years. */
export async function timesWith(file: string, [years]: [number], times: number) {
  const { guide, leader, youngPersonId } = await filled(file, years);
  return timesOf(
    {
      "a guide's own list": { of: mine, input: { filters: EVERYBODY }, by: guide },
      "the contacts of one": { of: contacts, input: { youngPersonId, from: 0 }, by: guide },
      "the load of all guides": { of: guideTeam, input: NO_THOUGHT, by: leader },
    },
    times,
  );
}
