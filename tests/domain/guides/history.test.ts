import { beforeEach, describe, expect, test } from "vitest";
import { addAbsence, changeAbsence, removeAbsence } from "#domain/absence/commands.server.ts";
import { guideChoice } from "#domain/guides/choice.server.ts";
import { contactSpans, type PlaceVersion } from "#domain/guides/past-contacts.ts";
import {
  acceptGuide,
  declineYoungPerson,
  proposeGuide,
  refuseGuide,
  requestGuide,
  takeYoungPerson,
  wantNoGuide,
  withdrawGuideRequest,
} from "#domain/guides/request-commands.server.ts";
import { assign } from "#domain/people/assignment-commands.server.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";
import { wholeLog } from "#tests/support/traces.ts";
import { standsAside } from "./a-handover.ts";

aDatabase();

const on = (day: string) => ({ now: `${day}T09:00:00.000Z` });
const TODAY = "2026-11-21";
let coordinator = "";
let ida = "";
let mikkel = "";
let lead = "";
let young = "";
beforeEach(async () => {
  coordinator = await aStaffMember("coordinator", { name: "Karen" });
  ida = await aStaffMember("youth_guide", { name: "Ida" });
  mikkel = await aStaffMember("youth_guide", { name: "Mikkel" });
  lead = await aStaffMember("caseworker", { name: "Tove" });
  young = await aYoungPerson();
  await anAssignment(young, lead, "lead_worker");
});

const pageOf = (by = coordinator, day = TODAY) => asks(guideChoice, { youngPersonId: young }, by, on(day).now);
const searched = async (day: string) =>
  (
    await does(
      requestGuide,
      { youngPersonId: young, wish: "", district: "", competency: "", language: "" },
      coordinator,
      on(day),
    )
  ).answer.id;
const guideOf = async (id: string, day = TODAY) => (await pageOf(coordinator, day)).guides.find((one) => one.id === id);

describe("a no to a guide", () => {
  test("is told beside the guide in later searches with its day and who said it, and stops nobody from being proposed again", async () => {
    const first = await searched("2026-11-02");
    await does(proposeGuide, { id: first, version: 1, staffId: ida }, coordinator, on("2026-11-02"));
    await does(refuseGuide, { id: first, version: 2 }, coordinator, on("2026-11-03"));
    expect((await guideOf(ida, "2026-11-03"))?.saidNo).toEqual([{ by: "young_person", on: "2026-11-03", now: true }]);
    await does(proposeGuide, { id: first, version: 3, staffId: mikkel }, coordinator, on("2026-11-04"));
    await does(acceptGuide, { id: first, version: 4 }, coordinator, on("2026-11-05"));
    await does(declineYoungPerson, { id: first, version: 5 }, mikkel, on("2026-11-06"));
    await does(withdrawGuideRequest, { id: first, version: 6 }, coordinator, on("2026-11-07"));
    const second = await searched("2026-11-20");
    expect((await guideOf(ida))?.saidNo).toEqual([{ by: "young_person", on: "2026-11-03", now: false }]);
    expect((await guideOf(mikkel))?.saidNo).toEqual([{ by: "guide", on: "2026-11-06", now: false }]);
    expect((await guideOf(await aStaffMember("youth_guide")))?.saidNo).toEqual([]);
    await does(proposeGuide, { id: second, version: 1, staffId: ida }, coordinator, on(TODAY));
    await does(refuseGuide, { id: second, version: 2 }, coordinator, on(TODAY));
    expect((await guideOf(ida))?.saidNo.map(({ now }) => now)).toEqual([false, true]);
    const again = await tryTo(proposeGuide, { id: second, version: 3, staffId: ida }, coordinator, on(TODAY));
    expect(again).toMatchObject({ problems: { staffId: "guide-refused" } });
  });
});

describe("the history of a young person's guides", () => {
  test("has every search that ended: when, by whom, who was proposed, each answer and how it ended; the last one first", async () => {
    const first = await searched("2026-10-01");
    const steps = [
      [proposeGuide, { staffId: ida }, coordinator, "2026-10-02"],
      // Nobody answered: another was proposed in her place.
      [proposeGuide, { staffId: mikkel }, coordinator, "2026-10-05"],
      [acceptGuide, {}, coordinator, "2026-10-06"],
      [declineYoungPerson, {}, mikkel, "2026-10-07"],
      [wantNoGuide, {}, coordinator, "2026-10-08"],
    ] as const;
    for (const [n, [command, set, by, day]] of steps.entries())
      await does(command as typeof proposeGuide, { id: first, version: n + 1, ...set } as never, by, on(day));
    const second = await searched("2026-11-01");
    await does(proposeGuide, { id: second, version: 1, staffId: ida }, coordinator, on("2026-11-02"));
    await does(acceptGuide, { id: second, version: 2 }, coordinator, on("2026-11-03"));
    // While it is open it stands above, and is no history.
    expect((await pageOf()).history.searches.map(({ id }) => id)).toEqual([first]);
    await does(takeYoungPerson, { id: second, version: 3 }, ida, on("2026-11-04"));
    expect((await pageOf()).history.searches).toEqual([
      {
        ...{
          id: second,
          askedOn: "2026-11-01",
          askedBy: "Karen",
          endedAs: "active",
          endedOn: "2026-11-04",
          guide: "Ida",
        },
        proposals: [{ name: "Ida", on: "2026-11-02", saidYesOn: "2026-11-03", no: null }],
      },
      {
        ...{
          id: first,
          askedOn: "2026-10-01",
          askedBy: "Karen",
          endedAs: "nobody_wanted",
          endedOn: "2026-10-08",
          guide: "",
        },
        proposals: [
          { name: "Ida", on: "2026-10-02", saidYesOn: null, no: null },
          { name: "Mikkel", on: "2026-10-05", saidYesOn: "2026-10-06", no: { by: "guide", on: "2026-10-07" } },
        ],
      },
    ]);
  });

  test("has every contact person from when to when, and who was there while they were away; also one after the other", async () => {
    const third = await aStaffMember("youth_guide", { name: "Carl" });
    const gives = (staffId: string, day: string) =>
      does(assign, { youngPersonId: young, staffId, kind: "guide", primary: "yes", fromOn: "" }, coordinator, on(day));
    await gives(ida, "2026-10-01");
    const away = { staffId: ida, fromOn: "5-10-2026", toOn: "9-10-2026", coveredById: mikkel };
    await does(addAbsence, away, ida, on("2026-10-02"));
    const also = { staffId: mikkel, fromOn: "7-10-2026", toOn: "8-10-2026", coveredById: third };
    await does(addAbsence, also, mikkel, on("2026-10-02"));
    await gives(mikkel, "2026-11-01");
    // One that has not begun is no history.
    await does(addAbsence, { ...also, fromOn: "1-12-2026", toOn: "2-12-2026" }, mikkel, on("2026-11-01"));
    expect((await pageOf()).history.contacts).toMatchObject([
      { name: "Mikkel", kind: "guide", fromOn: "2026-11-01", toOn: null, covers: [] },
      {
        ...{ name: "Ida", kind: "guide", fromOn: "2026-10-01", toOn: "2026-11-01" },
        covers: [
          { name: "Mikkel", fromOn: "2026-10-05", toOn: "2026-10-06" },
          { name: "Carl", fromOn: "2026-10-07", toOn: "2026-10-08" },
          { name: "Mikkel", fromOn: "2026-10-09", toOn: "2026-10-09" },
        ],
      },
    ]);
    // Of one that runs, who is there now; who follows is none of it yet.
    await does(addAbsence, { ...also, fromOn: "20-11-2026", toOn: "26-11-2026" }, mikkel, on("2026-11-20"));
    await does(
      addAbsence,
      { ...away, staffId: third, fromOn: "24-11-2026", toOn: "25-11-2026", coveredById: ida },
      third,
      on("2026-11-20"),
    );
    expect((await pageOf()).history.contacts[0]?.covers).toEqual([
      { name: "Carl", fromOn: "2026-11-20", toOn: "2026-11-23" },
    ]);
    // Who stood aside was never there in anybody's place.
    await standsAside(young, third, coordinator);
    const [, former] = (await pageOf()).history.contacts;
    expect(former?.covers.map(({ name }) => name)).toEqual(["Mikkel", "", "Mikkel"]);
  });

  describe("while the contact person is away", () => {
    let carl = "";
    let absence = "";
    const days = (coveredById: string) => ({ fromOn: "22-11-2026", toOn: "3-12-2026", coveredById });
    const coversOn = async (day: string) =>
      (await pageOf(coordinator, day)).history.contacts[0]?.covers.map(({ name, fromOn, toOn }) => [
        name,
        fromOn.slice(5),
        toOn.slice(5),
      ]);
    beforeEach(async () => {
      carl = await aStaffMember("youth_guide", { name: "Carl" });
      const place = { youngPersonId: young, staffId: ida, kind: "guide", primary: "yes", fromOn: "" };
      await does(assign, place, coordinator, on("2026-10-01"));
      absence = (await does(addAbsence, { staffId: ida, ...days(mikkel) }, ida, on("2026-11-21"))).answer.id;
    });

    test("who covered on the days that are past stays, also when another covers from a day on", async () => {
      await does(changeAbsence, { id: absence, version: 1, ...days(carl) }, ida, on("2026-11-24"));
      const both = [
        ["Mikkel", "11-22", "11-23"],
        ["Carl", "11-24", "12-03"],
      ];
      expect(await coversOn("2026-11-24")).toEqual(both);
      // Another last day parts nothing; what begins later now has not been any the less.
      await does(changeAbsence, { id: absence, version: 2, ...days(carl), toOn: "5-12-2026" }, ida, on("2026-11-26"));
      expect(await coversOn("2026-11-26")).toEqual([both[0], ["Carl", "11-24", "12-05"]]);
      const later = { ...days(carl), fromOn: "1-12-2026" };
      await does(changeAbsence, { id: absence, version: 3, ...later }, ida, on("2026-11-28"));
      expect(await coversOn("2026-12-02")).toEqual([both[0], ["Carl", "11-24", "11-27"], ["Carl", "12-01", "12-03"]]);
    });

    test("one that is removed has its days until then, also when they are written again; one that had not begun has none", async () => {
      await does(removeAbsence, { id: absence, version: 1 }, ida, on("2026-11-24"));
      expect(await coversOn("2026-11-30")).toEqual([["Mikkel", "11-22", "11-23"]]);
      await does(addAbsence, { staffId: ida, ...days(carl) }, ida, on("2026-11-24"));
      const again = [
        ["Mikkel", "11-22", "11-23"],
        ["Carl", "11-24", "12-03"],
      ];
      expect(await coversOn("2026-11-30")).toEqual(again);
      const coming = { staffId: ida, fromOn: "10-12-2026", toOn: "12-12-2026", coveredById: mikkel };
      const { id } = (await does(addAbsence, coming, ida, on("2026-12-01"))).answer;
      await does(removeAbsence, { id, version: 1 }, ida, on("2026-12-02"));
      expect(await coversOn("2026-12-11")).toEqual(again);
    });
  });

  test("has a lead worker as long as they were the contact person, and not while they only went along", async () => {
    await does(
      assign,
      { youngPersonId: young, staffId: lead, kind: "lead_worker", primary: "yes", fromOn: "" },
      coordinator,
      on("2026-10-01"),
    );
    await does(
      assign,
      { youngPersonId: young, staffId: ida, kind: "guide", primary: "yes", fromOn: "" },
      coordinator,
      on("2026-10-10"),
    );
    expect((await pageOf()).history.contacts).toMatchObject([
      { name: "Ida", fromOn: "2026-10-10", toOn: null },
      { name: "Tove", kind: "lead_worker", fromOn: "2026-10-01", toOn: "2026-10-10" },
    ]);
  });

  test("is read by those who say who goes with the young person, which is in the log; for others there is none", async () => {
    await pageOf(lead);
    expect((await wholeLog()).at(-1)).toMatchObject({
      kind: "read",
      door: "guide-choice",
      youngPersonId: young,
      actorId: lead,
    });
    for (const by of [ida, await aStaffMember("leader"), await aStaffMember("caseworker")])
      await expect(pageOf(by)).rejects.toMatchObject({ answer: { no: "missing" } });
    expect((await logOf("guide-choice")).length).toBeGreaterThan(0);
  });
});

test("one place is one time as contact person, whatever else of it was changed; what ended and stands again goes on", () => {
  const place = (versions: PlaceVersion[]) =>
    contactSpans([{ id: "1", staffId: "a", kind: "guide", endedFor: "moved", versions }], "2026-11-21").map(
      ({ fromOn, toOn, endedFor }) => [fromOn, toOn, endedFor],
    );
  const v = (sinceOn: string, primary = true, toOn: string | null = null) => ({ sinceOn, primary, toOn });
  expect(place([v("2026-01-01"), v("2026-02-01")])).toEqual([["2026-01-01", null, null]]);
  expect(place([v("2026-01-01"), v("2026-02-01", true, "2026-02-01")])).toEqual([
    ["2026-01-01", "2026-02-01", "moved"],
  ]);
  // Ended and taken back on the same day.
  expect(place([v("2026-01-01"), v("2026-02-01", true, "2026-02-01"), v("2026-02-01")])).toEqual([
    ["2026-01-01", null, null],
  ]);
  expect(place([v("2026-01-01"), v("2026-02-01", false), v("2026-03-01")])).toEqual([
    ["2026-03-01", null, null],
    ["2026-01-01", "2026-02-01", null],
  ]);
  expect(place([v("2026-12-01")])).toEqual([]);
});
