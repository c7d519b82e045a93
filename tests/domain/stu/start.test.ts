import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { addDays } from "#domain/days.ts";
import { callsOf } from "#domain/graduates/call-list.ts";
import { graduatesFollowed } from "#domain/graduates/queries.server.ts";
import { newId } from "#domain/ids.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { coursesFollowed } from "#domain/stu/list.server.ts";
import { groupsOf, OVER } from "#domain/stu/list.ts";
import { courseFiltersIn } from "#domain/stu/list-filters.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, NOW, TODAY } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { wholeLog } from "#tests/support/traces.ts";

aDatabase();

let team = "";
const person: Record<string, string> = {};
const course: Record<string, string> = {};

type Days = Partial<typeof tables.stuCourse.$inferInsert>;
async function aCourse(firstName: string, days: Days, sinceOn: string | null = null) {
  const youngPersonId = await aYoungPerson({ firstName, lastName: "Forside", bornOn: "2005-01-01" });
  if (sinceOn) {
    const place = await anAssignment(youngPersonId, team, "stu_team");
    await transact((db) =>
      db.update(tables.assignment).set({ fromOn: sinceOn }).where(eq(tables.assignment.id, place)),
    );
  }
  const id = newId();
  person[firstName] = youngPersonId;
  course[firstName] = id;
  await transact((db) =>
    db.insert(tables.stuCourse).values({
      ...{ id, youngPersonId, referredOn: "2024-01-01", decidedOn: "2024-02-01", granted: true },
      ...{ placeChosenOn: "2024-05-01", startOn: "2024-08-12", baseEndOn: "2027-06-30", ...days },
    }),
  );
  return id;
}

beforeAll(async () => {
  team = await aStaffMember("stu_team");
  await aCourse("Anna", {}, "2025-01-01");
  await aCourse("Bo", {});
  await aCourse("Ny", { startOn: addDays(TODAY, -3), baseEndOn: "2029-11-01" }, addDays(TODAY, -2));
  const paused = await aCourse("Pause", {});
  await aCourse("Slut", { endedOn: addDays(TODAY, -13), ending: "completed" });
  await aCourse("Gammel", { endedOn: addDays(TODAY, -120), ending: "completed" });
  await transact(async (db) => {
    await db.insert(tables.stuInterruption).values({ id: newId(), courseId: paused, fromOn: TODAY, reason: "illness" });
    await db.insert(tables.followUp).values({ id: newId(), courseId: course.Gammel ?? "", code: "follow_up_1" });
  });
});

const waits = async () => (await asks(startFor, {}, team, NOW)).stuTeam;

describe("the start page of the STU team", () => {
  test("groups the deadlines of eight weeks as the list does, with what is over first; nobody's name", async () => {
    const { courses } = await asks(coursesFollowed, { filters: courseFiltersIn(new URLSearchParams()) }, team, NOW);
    const groups = groupsOf(courses, TODAY);
    const page = await waits();
    expect(page?.deadlines[0]).toMatchObject({ key: OVER });
    const near = groups.filter(({ rows }) =>
      rows.some(({ deadline }) => deadline?.stand !== "held" && (deadline?.dueOn ?? "") <= addDays(TODAY, 56)),
    );
    expect(page?.deadlines.map(({ key, n, missing }) => [key, n, missing])).toEqual(
      near.map(({ key, rows, missing }) => [key, rows.length, missing]),
    );
    expect(near.length).toBeLessThan(groups.length);
    expect(JSON.stringify(page?.deadlines)).not.toContain("Forside");
  });

  test("says how many are to be called, as the call list does", async () => {
    const { due } = callsOf(await asks(graduatesFollowed, {}, team, NOW));
    expect(due).toHaveLength(1);
    expect((await waits())?.calls).toEqual([{ months: due[0]?.months, n: 1 }]);
  });

  test("names one's own, the newest course first, and what is new among all, the latest first", async () => {
    const page = await waits();
    expect(page?.mine.map(({ name }) => name.split(" ")[0])).toEqual(["Ny", "Anna"]);
    expect(page?.news.map(({ name, kind }) => [name.split(" ")[0], kind])).toEqual([
      ["Pause", "paused"],
      ["Ny", "given"],
      ["Ny", "began"],
      ["Slut", "stopped"],
    ]);
  });

  test("and only who is named there is in the log", async () => {
    const reader = team;
    const read = (await wholeLog()).filter(
      (row) => row.kind === "read" && row.actorId === reader && row.door === "start",
    );
    const seen = new Set(read.map(({ youngPersonId }) => youngPersonId));
    expect(seen).toEqual(new Set(["Anna", "Ny", "Pause", "Slut"].map((name) => person[name])));
  });

  test("is for nobody else", async () => {
    for (const role of ["youth_guide", "caseworker", "leader"] as const)
      expect((await asks(startFor, {}, await aStaffMember(role), NOW)).stuTeam, role).toBeNull();
  });
});
