import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { addItem } from "#domain/agenda/commands.server.ts";
import { writeContact } from "#domain/guides/contact-commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { aMeeting, anAssignment, aStaffMember, asks, aYoungPerson, does, NOW } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { wholeLog } from "#tests/support/traces.ts";

aDatabase();

let coordinator: string;
let guide: string;
let meeting: string;

beforeAll(async () => {
  coordinator = await aStaffMember("coordinator");
  guide = await aStaffMember("youth_guide");
  meeting = await aMeeting({
    chairId: coordinator,
    startsAt: "2026-12-01T08:00:00.000Z",
    endsAt: "2026-12-01T10:00:00.000Z",
    state: "draft",
  });
});

async function followed(firstName: string, since: string, intensity: "A" | "D" | null = "A") {
  const young = await aYoungPerson({ firstName, lastName: "Prøvegaard" });
  const id = await anAssignment(young, guide);
  await transact((db) =>
    db.update(tables.assignment).set({ fromOn: since, intensity }).where(eq(tables.assignment.id, id)),
  );
  return young;
}
const shown = async () =>
  (await asks(startFor, {}, coordinator, NOW)).forum?.unmet.map(({ youngPerson, days }) => [
    youngPerson.firstName,
    days,
  ]);

test("whom nobody has met for 30 days stands with whoever coordinates, the longest first, until they are met or stand on an agenda", async () => {
  const alma = await followed("Alma", "2026-10-22");
  const bo = await followed("Bo", "2026-09-01");
  await followed("Carl", "2026-10-23");
  await followed("Dina", "2026-01-01", "D");
  const ended = await followed("Eva", "2026-01-01");
  await transact((db) =>
    db.insert(tables.coordinationCase).values({
      ...{ id: newId(), youngPersonId: ended, state: "closed", sinceOn: "2026-11-01" },
      ...{ openedOn: "2026-01-01", endedAt: NOW },
    }),
  );
  expect(await shown()).toEqual([
    ["Bo", 81],
    ["Alma", 30],
  ]);

  const tried = { channel: "phone", result: "no_answer", company: "only_us", kind: "case_note", text: "" };
  const empty = { minutes: "", nextOn: "", nextTime: "", nextPlace: "", score: "" };
  await does(writeContact, { ...tried, ...empty, youngPersonId: bo }, guide);
  expect((await shown())?.[0]).toEqual(["Bo", 81]);
  const met = { ...tried, ...empty, youngPersonId: bo, result: "met", text: "Vi sås." };
  await does(writeContact, { ...met, kind: "reminder" }, guide);
  expect((await shown())?.[0]).toEqual(["Bo", 81]);
  await does(writeContact, met, guide);
  expect(await shown()).toEqual([["Alma", 30]]);
  const item = {
    meetingId: meeting,
    kind: "person",
    youngPersonId: alma,
    question: "Hvordan får vi kontakt?",
    minutes: 20,
  };
  await does(addItem, item, coordinator);
  expect(await shown()).toEqual([]);
});

test("nobody else is told, and it is in the log who was shown", async () => {
  const fie = await followed("Fie", "2026-06-01");
  expect((await asks(startFor, {}, guide, NOW)).forum).toBeNull();
  await shown();
  const seen = (await wholeLog()).filter(
    ({ kind, door, actorId }) => kind === "read" && door === "start" && actorId === coordinator,
  );
  expect(seen.some(({ youngPersonId }) => youngPersonId === fie)).toBe(true);
});
