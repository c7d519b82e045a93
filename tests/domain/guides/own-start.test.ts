import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { addAbsence } from "#domain/absence/commands.server.ts";
import { byContact } from "#domain/guides/list-filters.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { staffTopic } from "#domain/topics.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, does, NOW } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sentBy, wholeLog } from "#tests/support/traces.ts";

aDatabase();

let guide: string;
let other: string;

beforeAll(async () => {
  guide = await aStaffMember("youth_guide");
  other = await aStaffMember("youth_guide");
});

async function followed(by: string, firstName: string, since: string, intensity: "A" | "C") {
  const young = await aYoungPerson({ firstName, lastName: "Prøvegaard" });
  const id = await anAssignment(young, by);
  await transact((db) =>
    db.update(tables.assignment).set({ fromOn: since, intensity }).where(eq(tables.assignment.id, id)),
  );
  return young;
}
const startOf = (staffId: string) => asks(startFor, {}, staffId, NOW);

test("a guide's start page holds their own young people, the most urgent first, and nobody else's; each is in the log", async () => {
  const fine = await followed(guide, "Alma", "2026-11-20", "C");
  const over = await followed(guide, "Bo", "2026-10-01", "A");
  const foreign = await followed(other, "Carl", "2026-10-01", "A");
  const page = await startOf(guide);
  const { waiting, fine: well } = byContact(page.own?.youngPeople ?? []);
  expect(waiting.map(({ id }) => id)).toEqual([over]);
  expect(well.map(({ id }) => id)).toEqual([fine]);
  expect(JSON.stringify(page)).not.toContain(foreign);
  const read = (await wholeLog()).filter(
    ({ kind, actorId, door }) => [kind, actorId, door].join() === `read,${guide},start`,
  );
  expect(new Set(read.map(({ youngPersonId }) => youngPersonId))).toEqual(new Set([fine, over]));
});

test("who is no guide has no such lists", async () => {
  for (const role of ["coordinator", "leader", "stu_team", "caseworker"] as const)
    expect((await startOf(await aStaffMember(role))).own, role).toBeNull();
});

test("whoever coordinates too has the page of the forum, and reads no lists that it does not show", async () => {
  const both = await aStaffMember(["youth_guide", "coordinator"]);
  const young = await followed(both, "Dina", "2026-10-01", "A");
  const { own, forum, stuTeam } = await startOf(both);
  expect([own, stuTeam]).toEqual([null, null]);
  expect(forum).not.toBeNull();
  const lists = (await wholeLog()).filter(
    (row) => row.kind === "read" && row.actorId === both && row.youngPersonId === young && row.reason === "assigned",
  );
  expect(lists).toEqual([]);
});

test("it says when they are away and who covers, and for whom they cover, until it is over; to nobody else", async () => {
  const me = await aStaffMember("youth_guide", { name: "Mikkel" });
  const ida = await aStaffMember("youth_guide", { name: "Ida" });
  const carl = await aStaffMember("youth_guide", { name: "Carl" });
  const daysOf = async (staffId: string, day = "2026-11-21") =>
    (await asks(startFor, {}, staffId, `${day}T09:00:00.000Z`)).own?.days;
  expect(await daysOf(me)).toMatchObject({ away: [], covering: [] });
  const at = { now: NOW };
  const days = { staffId: me, fromOn: "20-11-2026", toOn: "4-12-2026", coveredById: ida };
  const sent = await sentBy(() => does(addAbsence, days, me, at));
  for (const one of [me, ida]) expect(sent.flatMap(({ reload }) => reload)).toContain(staffTopic(one));
  await does(addAbsence, { staffId: ida, fromOn: "1-12-2026", toOn: "2-12-2026", coveredById: carl }, ida, at);
  expect(await daysOf(me)).toMatchObject({
    away: [
      {
        ...{ fromOn: "2026-11-20", toOn: "2026-12-04" },
        covers: [
          { coveredById: ida, fromOn: "2026-11-21", toOn: "2026-11-30" },
          { coveredById: carl, fromOn: "2026-12-01", toOn: "2026-12-02" },
          { coveredById: ida, fromOn: "2026-12-03", toOn: "2026-12-04" },
        ],
      },
    ],
    covering: [],
    names: { [ida]: "Ida", [carl]: "Carl" },
  });
  expect(await daysOf(ida)).toMatchObject({
    away: [{ fromOn: "2026-12-01", toOn: "2026-12-02" }],
    covering: [
      { staffId: me, fromOn: "2026-11-21", toOn: "2026-11-30" },
      { staffId: me, fromOn: "2026-12-03", toOn: "2026-12-04" },
    ],
    names: { [me]: "Mikkel" },
  });
  expect((await daysOf(carl))?.covering).toEqual([
    { staffId: me, fromOn: "2026-12-01", toOn: "2026-12-02" },
    { staffId: ida, fromOn: "2026-12-01", toOn: "2026-12-02" },
  ]);
  expect(await daysOf(await aStaffMember("youth_guide"))).toMatchObject({ away: [], covering: [], names: {} });
  for (const one of [me, ida, carl]) expect(await daysOf(one, "2026-12-05")).toMatchObject({ away: [], covering: [] });
});
