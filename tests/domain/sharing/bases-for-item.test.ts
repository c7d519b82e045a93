import { beforeEach, describe, expect, it } from "vitest";
import { agendaFor } from "#domain/agenda/agenda-for.server.ts";
import { basesForItem } from "#domain/sharing/bases-for-item.server.ts";
import { chooseBasis } from "#domain/sharing/commands.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
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
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";

aDatabase();

let chair: string;
let region: string;
let adults: string;
let psychiatrist: string;
let adviser: string;
let youngPersonId: string;
let meetingId: string;
let itemId: string;

beforeEach(async () => {
  chair = await aStaffMember("coordinator");
  region = await aDepartment({ sector: "authority", name: "Psykiatri" });
  adults = await aDepartment({ name: "Voksen" });
  psychiatrist = await aStaffMember("external", { departmentId: region });
  adviser = await aStaffMember("caseworker", { departmentId: adults });
  youngPersonId = await aYoungPerson();
  await anAssignment(youngPersonId, chair);
  meetingId = await aMeeting({
    chairId: chair,
    startsAt: "2026-11-24T08:00:00.000Z",
    endsAt: "2026-11-24T10:30:00.000Z",
  });
  itemId = await anItem({
    meetingId,
    youngPersonId,
    invited: [{ staffId: psychiatrist, departmentId: region }, { staffId: adviser }],
  });
});

const bases = (by = chair) => asks(basesForItem, { itemId }, by, NOW);
const choice = (set: Record<string, unknown>) => ({
  ...{
    itemId,
    departmentId: region,
    consentId: null,
    necessity: "Medicinen skal passe til praktikken",
    extraReason: "",
  },
  ...set,
});

describe("the bases of an item", () => {
  it("ask about those from outside alone; own departments have theirs", async () => {
    const { own, sides } = await bases();
    expect(own).toEqual([adults]);
    expect(sides.map(({ departmentId, basis }) => ({ departmentId, basis }))).toEqual([
      { departmentId: region, basis: null },
    ]);
  });

  it("say of each that cannot be chosen what stands in its way, those that can first", async () => {
    const [side] = (await bases()).sides;
    const open = side?.choices.filter(({ hindrance }) => hindrance === null).map(({ code }) => code);
    expect(open).toContain("fvl28_necessity");
    expect(side?.choices.slice(0, open?.length).every(({ hindrance }) => hindrance === null)).toBe(true);
    const closed = new Map(side?.choices.map(({ code, hindrance }) => [code, hindrance]));
    expect(closed.get("fvl28_consent")).toBe("no-consent");
    expect(closed.get("internal_unity")).toBe("not-for-sector");
    expect(closed.get("rpl115_psp")).toBe("not-in-meeting-type");
  });

  it("offer what was chosen for the same young person and organisation the last time", async () => {
    const legalBasisId =
      (await bases()).sides[0]?.choices.find(({ code }) => code === "fvl28_necessity")?.legalBasisId ?? "";
    const former = await aMeeting({ chairId: chair, startsAt: "2026-10-24T08:00:00.000Z" });
    const before = await anItem({ meetingId: former, youngPersonId, invited: [{ staffId: psychiatrist }] });
    await does(chooseBasis, choice({ itemId: before, legalBasisId }), chair, { now: NOW });
    const [side] = (await bases()).sides;
    expect(side?.last).toMatchObject({ legalBasisId, necessity: "Medicinen skal passe til praktikken" });
    await does(
      chooseBasis,
      choice({ legalBasisId: side?.last?.legalBasisId, necessity: side?.last?.necessity }),
      chair,
      { now: NOW },
    );
    expect((await bases()).sides[0]?.basis).toMatchObject({ legalBasisId, endsAt: null, consentAreas: null });
  });

  it("are for those who run the item, and the log says who looked", async () => {
    await bases();
    expect((await logOf("bases-for-item")).at(-1)).toMatchObject({ kind: "read", itemId, youngPersonId });
    await expect(bases(adviser)).rejects.toMatchObject({ answer: { no: "refused" } });
    await expect(bases(psychiatrist)).rejects.toMatchObject({ answer: { no: "missing" } });
  });
});

const agenda = (staffId: string, basesOf: string | null = null) =>
  asks(agendaFor, { meetingId, youngPersonId: null, wordsOf: null, basesOf, removed: null }, staffId, NOW);

describe("before the meeting", () => {
  it("the agenda says which organisations lack a basis, to those who run it", async () => {
    expect((await agenda(chair)).bases).toEqual({ [itemId]: { asked: 1, lacks: [region] } });
    expect((await agenda(chair, itemId)).choosing).toMatchObject({ itemId });
    expect(await agenda(adviser, itemId)).toMatchObject({ bases: {}, choosing: null });
    const legalBasisId =
      (await bases()).sides[0]?.choices.find(({ code }) => code === "fvl28_necessity")?.legalBasisId ?? "";
    await does(chooseBasis, choice({ legalBasisId }), chair, { now: NOW });
    expect((await agenda(chair)).bases).toEqual({ [itemId]: { asked: 1, lacks: [] } });
  });

  it("the coordinator's start page names them among what is not ready", async () => {
    // The next meeting is the first to come.
    const first = await aMeeting({ chairId: chair, startsAt: "2026-11-21T12:00:00.000Z" });
    const invited = [{ staffId: psychiatrist, departmentId: region }];
    const nextItem = await anItem({ meetingId: first, youngPersonId, invited });
    const { forum } = await asks(startFor, {}, chair, NOW);
    expect(forum?.next?.notReady).toMatchObject([{ itemId: nextItem, lacksBasis: ["Psykiatri"] }]);
  });
});
