import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agendaFor } from "#domain/agenda/agenda-for.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { addToRoom } from "#domain/participants/commands.server.ts";
import { addNetworkPerson, endNetworkPerson } from "#domain/people/network-commands.server.ts";
import { mayBe } from "#domain/people/network-rules.ts";
import {
  aDepartment,
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  asks,
  aYoungPerson,
  does,
  NOW,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";

aDatabase();

const at = { now: NOW };
let chair = "";
let guide = "";
let invited = "";
let person = "";
let meetingId = "";
let itemId = "";
let father = "";
beforeAll(async () => {
  chair = await aStaffMember("coordinator");
  guide = await aStaffMember("youth_guide");
  invited = await aStaffMember("forum_member", { departmentId: await aDepartment() });
});
beforeEach(async () => {
  person = await aYoungPerson();
  await anAssignment(person, guide);
  meetingId = await aMeeting({ chairId: chair, state: "running" });
  itemId = await anItem({ meetingId, youngPersonId: person, state: "open", invited: [{ staffId: invited }] });
  const told = { kind: "parent", name: "Torben Prøvegaard", unwanted: "yes", unwantedVoice: "young_person" };
  father = (await does(addNetworkPerson, { youngPersonId: person, ...told }, guide, at)).answer.id;
});

const comes = (set: Record<string, unknown>, of = itemId) =>
  tryTo(addToRoom, { itemId: of, kind: "parent", name: "Torben Prøvegaard", ...set }, chair, at);
const board = (staffId: string) => asks(boardFor, { meetingId, itemId }, staffId, NOW);

describe("somebody whom the young person does not want in the room", () => {
  test("is asked about before they are added, and comes in all the same when the young person says yes", async () => {
    expect(await comes({})).toEqual({ ok: false, no: "invalid", problems: { wantedNow: "not-wanted" } });
    expect(await comes({ wantedNow: "yes" })).toMatchObject({ ok: true });
    const [row] = (await logOf("add-to-room")).slice(-1);
    expect(row).toMatchObject({ kind: "presence-set", facts: { participant: "parent", networkPerson: father } });
    expect(JSON.stringify(row)).not.toContain("Torben");
  });

  test("is asked about as whatever they come, and without a name where a parent comes", async () => {
    for (const kind of ["guest", "companion", "interpreter"])
      expect(await comes({ kind })).toMatchObject({ ok: false });
    expect(await comes({ name: "" })).toMatchObject({ problems: { wantedNow: "not-wanted" } });
    expect(await comes({ name: "", kind: "guest" })).toMatchObject({ ok: true });
  });

  test("hinders nobody of another name, no other young person's item, and nothing once it is ended", async () => {
    expect(await comes({ name: "Mette Prøvegaard" })).toMatchObject({ ok: true });
    expect(await comes({}, await anItem({ meetingId, youngPersonId: await aYoungPerson() }))).toMatchObject({
      ok: true,
    });
    expect(await comes({ kind: "guest" }, await anItem({ meetingId, kind: "common" }))).toMatchObject({ ok: true });
    await does(endNetworkPerson, { id: father, version: 1, toOn: "" }, guide, at);
    expect(await comes({})).toMatchObject({ ok: true });
  });

  test("is named to whoever runs the meeting, on the board and on the agenda, and to nobody else there", async () => {
    const agenda = (staffId: string) =>
      asks(agendaFor, { meetingId, youngPersonId: null, wordsOf: null, removed: null }, staffId, NOW);
    expect((await board(chair)).unwanted).toEqual(["Torben Prøvegaard"]);
    expect((await agenda(chair)).unwanted).toEqual({ [itemId]: ["Torben Prøvegaard"] });
    expect(JSON.stringify(await board(invited))).not.toContain("Torben");
    expect(JSON.stringify(await agenda(invited))).not.toContain("Torben");
  });

  test("is named to whoever puts the young person on an agenda", async () => {
    const next = await aMeeting({ chairId: chair });
    const asked = { meetingId: next, youngPersonId: person, wordsOf: null, removed: null };
    expect((await asks(agendaFor, asked, chair, NOW)).chosen?.unwanted).toEqual(["Torben Prøvegaard"]);
  });
});

test.each([
  ["Torben Prøvegaard", "torben  PRØVEGAARD", true],
  ["Torben Prøvegaard", "Torben", true],
  ["Torben", "Torben Prøvegaard", true],
  ["Torben Aagaard", "Torben Ågård", true],
  ["Torben Prøvegaard", "Torben Hansen", false],
  ["Torben Prøvegaard", "Tor", false],
  [".", "Torben", false],
])("of %s and %s it is asked whether they are one: %s", (name, typed, same) => {
  expect(mayBe({ kind: "other", name }, { kind: "guest", name: typed })).toBe(same);
});
