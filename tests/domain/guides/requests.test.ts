import { eq } from "drizzle-orm";
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { addAbsence } from "#domain/absence/commands.server.ts";
import { now } from "#domain/clock.server.ts";
import { guideChoice } from "#domain/guides/choice.server.ts";
import { acceptGuideHandover, recordHandoverYes } from "#domain/guides/handover-accept.server.ts";
import {
  declineGuideHandover,
  noteGuideHandover,
  proposeGuideHandover,
  withdrawGuideHandover,
} from "#domain/guides/handover-commands.server.ts";
import { openHandoverOf } from "#domain/guides/handover-find.server.ts";
import { EVERYBODY } from "#domain/guides/list-filters.ts";
import { mine } from "#domain/guides/mine.server.ts";
import { moveToGuide } from "#domain/guides/move-commands.server.ts";
import { seeNotComing } from "#domain/guides/not-coming.server.ts";
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
import { newId } from "#domain/ids.server.ts";
import { dayOf } from "#domain/moments.ts";
import { assign, endAssignment } from "#domain/people/assignment-commands.server.ts";
import { assignmentsOf } from "#domain/people/find.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { staffTopic } from "#domain/topics.ts";
import {
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  asks,
  aYoungPerson,
  does,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";
import { sentBy } from "#tests/support/traces.ts";
import { planWritten } from "./a-handover.ts";

aDatabase();

let coordinator: string;
let guides: string[];
let lead: string;

beforeAll(async () => {
  coordinator = await aStaffMember("coordinator");
  lead = await aStaffMember("caseworker", { name: "Tove" });
  guides = [
    await aStaffMember("youth_guide", { name: "Ida" }),
    await aStaffMember("youth_guide", { name: "Mikkel" }),
    await aStaffMember("youth_guide", { name: "Yusuf" }),
  ];
});

const guide = (n: number) => guides[n] as string;
const wish = { wish: "En, der kan komme om eftermiddagen.", district: "hedehusene", competency: "job", language: "" };

async function aSearch() {
  const young = await aYoungPerson();
  await anAssignment(young, lead, "lead_worker");
  const { answer } = await does(requestGuide, { youngPersonId: young, ...wish }, coordinator);
  return { young, id: answer.id };
}
const stateOf = async (young: string) => (await asks(guideChoice, { youngPersonId: young }, coordinator)).request;
const contactsOf = async (young: string) =>
  (await read((db) => assignmentsOf(db, young, dayOf(now()))))
    .filter(({ primary }) => primary)
    .map(({ staffId }) => staffId);
const askedOf = async (by: string) => (await asks(mine, { filters: EVERYBODY }, by)).asked.map(({ id }) => id);

describe("a guide is found", () => {
  test("asked for, proposed, said yes to by the young person, then by the guide: who is the one contact person from then on", async () => {
    const { young, id } = await aSearch();
    expect(await contactsOf(young)).toEqual([]);
    await does(proposeGuide, { id, version: 1, staffId: guide(0) }, coordinator);
    // Until the young person has said yes the guide learns of nothing.
    expect(await askedOf(guide(0))).not.toContain(id);
    expect(await tryTo(takeYoungPerson, { id, version: 2 }, guide(0))).toMatchObject({ no: "missing" });
    await does(acceptGuide, { id, version: 2 }, coordinator);
    expect(await askedOf(guide(0))).toContain(id);
    expect(await tryTo(takeYoungPerson, { id, version: 3 }, guide(1))).toMatchObject({ no: "missing" });
    await does(takeYoungPerson, { id, version: 3 }, guide(0));
    expect(await contactsOf(young)).toEqual([guide(0)]);
    expect(await askedOf(guide(0))).not.toContain(id);
    expect(await asks(guideChoice, { youngPersonId: young }, coordinator)).toMatchObject({
      request: null,
      endedAs: "active",
      contact: { name: "Ida", kind: "guide" },
    });
  });

  test("the young person may say no, and asks nobody why: another is proposed, the same one never again", async () => {
    const { young, id } = await aSearch();
    await does(proposeGuide, { id, version: 1, staffId: guide(0) }, coordinator);
    await does(refuseGuide, { id, version: 2 }, coordinator);
    expect(await stateOf(young)).toMatchObject({ state: "requested", proposedId: null });
    const again = await tryTo(proposeGuide, { id, version: 3, staffId: guide(0) }, coordinator);
    expect(again).toMatchObject({ problems: { staffId: "guide-refused" } });
    await does(proposeGuide, { id, version: 3, staffId: guide(1) }, coordinator);
    expect(await stateOf(young)).toMatchObject({ state: "proposed", proposedId: guide(1) });
  });

  test("who goes with the young person as their guide already is no guide to propose, and is said to be it", async () => {
    const { young, id } = await aSearch();
    await anAssignment(young, guide(0), "guide", false);
    const { guides: all } = await asks(guideChoice, { youngPersonId: young }, coordinator);
    const of = (n: number) => all.find((one) => one.id === guide(n));
    expect(of(0)).toMatchObject({ goesNow: true, before: false });
    expect(of(1)).toMatchObject({ goesNow: false });
    const again = await tryTo(proposeGuide, { id, version: 1, staffId: guide(0) }, coordinator);
    expect(again).toMatchObject({ problems: { staffId: "guide-goes-now" } });
    expect(await stateOf(young)).toMatchObject({ state: "requested", proposedId: null });
  });

  test("no search begins while the young person is being handed on", async () => {
    const young = await aYoungPerson();
    await anAssignment(young, guide(0), "guide");
    const handedOn = async () => (await asks(guideChoice, { youngPersonId: young }, coordinator)).handedOn;
    expect(await handedOn()).toBe(false);
    const proposal = { youngPersonId: young, kind: "guide", toStaffId: guide(1) };
    const { answer } = await does(proposeGuideHandover, proposal, guide(0));
    expect(await handedOn()).toBe(true);
    expect(await tryTo(requestGuide, { youngPersonId: young, ...wish }, coordinator)).toMatchObject({
      because: "guide-handover-open",
    });
    await does(withdrawGuideHandover, { id: answer.id, version: 1 }, guide(0));
    expect(await handedOn()).toBe(false);
  });

  test("the guide may say no, and then knows of it no more", async () => {
    const { id } = await aSearch();
    await does(proposeGuide, { id, version: 1, staffId: guide(0) }, coordinator);
    await does(acceptGuide, { id, version: 2 }, coordinator);
    await does(declineYoungPerson, { id, version: 3 }, guide(0));
    expect(await askedOf(guide(0))).not.toContain(id);
    expect(await tryTo(takeYoungPerson, { id, version: 4 }, guide(0))).toMatchObject({ no: "missing" });
  });

  test("who says no to everyone has the lead worker as the contact person", async () => {
    const { young, id } = await aSearch();
    await does(proposeGuide, { id, version: 1, staffId: guide(2) }, coordinator);
    await anAssignment(young, guide(0));
    await does(wantNoGuide, { id, version: 2 }, coordinator);
    expect(await contactsOf(young)).toEqual([lead]);
    const places = await read((db) =>
      db.select().from(tables.assignment).where(eq(tables.assignment.youngPersonId, young)),
    );
    // A guide who went with them until then ends, and why.
    expect(places.find(({ staffId }) => staffId === guide(0))).toMatchObject({ endedFor: "young_persons_wish" });
    expect(await asks(guideChoice, { youngPersonId: young }, coordinator)).toMatchObject({
      endedAs: "nobody_wanted",
      contact: { name: "Tove", kind: "lead_worker" },
    });
    const alone = await aYoungPerson();
    const { answer } = await does(requestGuide, { youngPersonId: alone, ...wish }, coordinator);
    const none = await tryTo(wantNoGuide, { id: answer.id, version: 1 }, coordinator);
    expect(none).toMatchObject({ because: "no-lead-worker" });
  });

  test("one search at a time; who stood aside is not among those to choose from", async () => {
    const { young } = await aSearch();
    const twice = await tryTo(requestGuide, { youngPersonId: young, ...wish }, coordinator);
    expect(twice).toMatchObject({ because: "guide-asked-for" });
    const meetingId = await aMeeting({ chairId: coordinator });
    const itemId = await anItem({ meetingId, youngPersonId: young });
    await transact((db) =>
      db.insert(tables.conflictOfInterest).values({
        id: newId(),
        itemId,
        staffId: guide(1),
        declaredAt: "2026-11-20T08:00:00.000Z",
        declaredBy: guide(1),
      }),
    );
    const choice = await asks(guideChoice, { youngPersonId: young }, coordinator);
    expect(choice.guides.map(({ name }) => name)).toEqual(["Ida", "Yusuf"]);
    const aside = { id: choice.request?.id, version: 1, staffId: guide(1) };
    expect(await tryTo(proposeGuide, aside, coordinator)).toMatchObject({ problems: { staffId: "choose" } });
  });

  test("of two who answer in the same second one is first, and the other is told that it has moved on", async () => {
    const { young, id } = await aSearch();
    await does(proposeGuide, { id, version: 1, staffId: guide(0) }, coordinator);
    await does(acceptGuide, { id, version: 2 }, coordinator);
    const answers = await Promise.all([
      tryTo(takeYoungPerson, { id, version: 3 }, guide(0)),
      tryTo(refuseGuide, { id, version: 3 }, coordinator),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await contactsOf(young)).length).toBeLessThanOrEqual(1);
  });

  test("the same guide who says yes in two windows is with them in both; who is not any more is told that it has moved on", async () => {
    const { young, id } = await aSearch();
    await does(proposeGuide, { id, version: 1, staffId: guide(0) }, coordinator);
    await does(acceptGuide, { id, version: 2 }, coordinator);
    const yes = () => tryTo(takeYoungPerson, { id, version: 3 }, guide(0));
    const answers = await Promise.all([yes(), yes()]);
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await contactsOf(young)).toEqual([guide(0)]);
    // It took effect once, and once it is in the log.
    expect(
      (await logOf("take-young-person")).filter(({ facts }) => (facts as { request?: string }).request === id),
    ).toHaveLength(1);
    const { asked, takenToday } = await asks(mine, { filters: EVERYBODY }, guide(0));
    expect([asked.some((one) => one.id === id), takenToday.includes(id)]).toEqual([false, true]);
    for (const other of [guide(1), coordinator])
      expect(await tryTo(takeYoungPerson, { id, version: 3 }, other)).toMatchObject({ no: "missing" });
    expect(await tryTo(declineYoungPerson, { id, version: 4 }, guide(0))).toMatchObject({
      because: "guide-request-moved-on",
    });
    await does(
      assign,
      { youngPersonId: young, staffId: guide(2), kind: "guide", primary: "yes", fromOn: "" },
      coordinator,
    );
    expect(await yes()).toMatchObject({ because: "guide-request-moved-on" });
  });

  test("a guide who was told that they come hears, until it is seen, that they do not; who was only proposed hears nothing", async () => {
    const newsOf = async (by: string) => {
      const own = (await asks(mine, { filters: EVERYBODY }, by)).notComing;
      expect((await asks(startFor, {}, by)).notComing).toEqual(own);
      return own;
    };
    const ends = { none: wantNoGuide, withdraw: withdrawGuideRequest, refuse: refuseGuide };
    for (const [n, end] of Object.values(ends).entries()) {
      const { id } = await aSearch();
      await does(proposeGuide, { id, version: 1, staffId: guide(n) }, coordinator);
      await does(acceptGuide, { id, version: 2 }, coordinator);
      const before = await newsOf(guide(n));
      const sent = await sentBy(() => does(end, { id, version: 3 }, coordinator));
      expect(sent.flatMap(({ reload }) => reload)).toContain(staffTopic(guide(n)));
      const after = (await newsOf(guide(n))).filter(({ id: of }) => before.every((one) => one.id !== of));
      expect(after).toMatchObject([{ name: expect.stringMatching(/^\S+$/), wasTheirs: false, saidOn: dayOf(now()) }]);
      const seen = { id: after[0]?.id };
      // Nobody else knows of it, nor says that it was seen.
      for (const other of [coordinator, guide((n + 1) % 3)])
        expect(await tryTo(seeNotComing, seen, other)).toMatchObject({ no: "missing" });
      for (const _ of [1, 2]) await does(seeNotComing, seen, guide(n));
      expect(await newsOf(guide(n))).toEqual(before);
      expect((await logOf("see-not-coming")).at(-1)).toMatchObject({ kind: "not-coming-seen" });
    }
    const { id } = await aSearch();
    await does(proposeGuide, { id, version: 1, staffId: guide(2) }, coordinator);
    await does(refuseGuide, { id, version: 2 }, coordinator);
    expect(await newsOf(guide(2))).toEqual([]);
  });

  test("who comes after all is no news that they do not; whom somebody gives on is news to whose they were, until they come back", async () => {
    const before = (await asks(mine, { filters: EVERYBODY }, guide(0))).notComing.map(({ id: of }) => of);
    const { id, young } = await aSearch();
    await does(proposeGuide, { id, version: 1, staffId: guide(0) }, coordinator);
    await does(acceptGuide, { id, version: 2 }, coordinator);
    const all = async () => (await asks(mine, { filters: EVERYBODY }, guide(0))).notComing;
    const newsOf = async () => (await all()).filter(({ id: of }) => !before.includes(of));
    await does(withdrawGuideRequest, { id, version: 3 }, coordinator);
    expect(await newsOf()).toHaveLength(1);
    const given = (n: number) => ({
      youngPersonId: young,
      staffId: guide(n),
      kind: "guide",
      primary: "yes",
      fromOn: "",
    });
    await does(assign, given(0), coordinator);
    expect(await newsOf()).toEqual([]);
    // When another is given them later, they are not theirs any more; and are, once they come back.
    await does(assign, given(1), coordinator);
    expect(await newsOf()).toMatchObject([{ name: expect.stringMatching(/ /), wasTheirs: true }]);
    await does(assign, given(0), coordinator);
    expect(await newsOf()).toEqual([]);
    const places = await read((db) => assignmentsOf(db, young, dayOf(now())));
    const own = places.find(({ staffId }) => staffId === guide(0));
    const next = places.find(({ staffId }) => staffId === lead);
    const ends = { id: own?.id, version: own?.version, contactId: next?.id, endedFor: "goal_reached" };
    await does(endAssignment, ends, coordinator);
    expect(await newsOf()).toMatchObject([{ wasTheirs: true }]);
    // Who still goes with them, in another place, has not lost them.
    await does(assign, given(0), coordinator);
    await does(assign, { ...given(0), kind: "lead_worker", primary: "" }, coordinator);
    const both = (await read((db) => assignmentsOf(db, young, dayOf(now())))).filter((one) => one.staffId === guide(0));
    expect(both).toHaveLength(2);
    const [guided, leads] = ["guide", "lead_worker"].map((of) => both.find(({ kind }) => kind === of));
    const stays = { id: guided?.id, version: guided?.version, contactId: leads?.id, endedFor: "" };
    await does(endAssignment, stays, coordinator);
    expect(await newsOf()).toEqual([]);
  });

  test("whose first guide is found while no case of theirs is open is told of on no page of others", async () => {
    const leader = await aStaffMember("leader");
    const first = { youngPersonId: await aYoungPerson(), staffId: guide(0), kind: "guide", primary: "yes", fromOn: "" };
    const sent = await sentBy(() => does(assign, first, coordinator));
    const told = sent.flatMap(({ reload }) => reload);
    expect(told).toContain(staffTopic(guide(0)));
    for (const other of [leader, guide(1), guide(2)]) expect(told).not.toContain(staffTopic(other));
  });

  test("who may not say who goes with a young person knows of no search", async () => {
    const { young, id } = await aSearch();
    expect(await tryTo(proposeGuide, { id, version: 1, staffId: guide(0) }, guide(1))).toMatchObject({ no: "missing" });
    await expect(asks(guideChoice, { youngPersonId: young }, guide(1))).rejects.toMatchObject({
      answer: { no: "missing" },
    });
    await does(withdrawGuideRequest, { id, version: 1 }, coordinator);
    expect(await stateOf(young)).toBeNull();
  });
});

test("no sequence of requests, answers, assignments, absences, handovers and ends leaves a young person with two contact persons, and once there is one never with none", async () => {
  const step = fc.record({
    what: fc.constantFrom(
      ...(["request", "propose", "accept", "take", "refuse", "decline", "none", "withdraw", "assign"] as const),
      ...(["cover", "end", "move", "hand on", "hand out", "note", "receive", "said yes", "say no", "keep"] as const),
      // Often enough that some are taken.
      ...Array.from({ length: 4 }, () => ["assign", "hand on", "note", "receive", "said yes"] as const).flat(),
    ),
    guide: fc.nat({ max: 2 }),
  });
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      const young = await aYoungPerson();
      await anAssignment(young, lead, "lead_worker");
      await planWritten(young, dayOf(now()));
      let had = false;
      for (const { what, guide: n } of steps) {
        const request = await stateOf(young);
        const seen = { id: request?.id ?? newId(), version: request?.version ?? 1 };
        const open = await read((db) => openHandoverOf(db, young));
        const given = { id: open?.id ?? newId(), version: open?.version ?? 1 };
        const going = await read((db) => assignmentsOf(db, young, dayOf(now())));
        const contact = going.find(({ primary }) => primary);
        const other = going.find(({ id }) => id !== contact?.id);
        const today = dayOf(now()).split("-").reverse().join("-");
        const days = { metOn: today, writtenOn: today };
        const done = {
          request: () => tryTo(requestGuide, { youngPersonId: young, ...wish }, coordinator),
          propose: () => tryTo(proposeGuide, { ...seen, staffId: guide(n) }, coordinator),
          accept: () => tryTo(acceptGuide, seen, coordinator),
          take: () => tryTo(takeYoungPerson, seen, guide(n)),
          refuse: () => tryTo(refuseGuide, seen, coordinator),
          decline: () => tryTo(declineYoungPerson, seen, guide(n)),
          none: () => tryTo(wantNoGuide, seen, coordinator),
          withdraw: () => tryTo(withdrawGuideRequest, seen, coordinator),
          assign: () =>
            tryTo(
              assign,
              { youngPersonId: young, staffId: guide(n), kind: "guide", primary: "yes", fromOn: "" },
              coordinator,
            ),
          cover: () =>
            tryTo(
              addAbsence,
              { staffId: guide(n), fromOn: today, toOn: today, coveredById: guide((n + 1) % 3) },
              coordinator,
            ),
          // Who is the last leaves nobody, as it must be: only who goes along with others is ended here.
          end: async () =>
            contact && other
              ? tryTo(endAssignment, { id: contact.id, version: contact.version, contactId: other.id }, coordinator)
              : ({ ok: false } as const),
          move: () =>
            tryTo(moveToGuide, { from: contact?.staffId ?? guide(0), to: guide(n), youngPeople: [young] }, coordinator),
          "hand on": () =>
            tryTo(proposeGuideHandover, { youngPersonId: young, kind: "guide", toStaffId: guide(n) }, coordinator),
          "hand out": () =>
            tryTo(proposeGuideHandover, { youngPersonId: young, kind: "municipality", toName: "Køge" }, coordinator),
          note: () => tryTo(noteGuideHandover, { ...given, ...days }, coordinator),
          receive: () => tryTo(acceptGuideHandover, given, open?.toStaffId ?? guide(n)),
          "said yes": () => tryTo(recordHandoverYes, { ...given, saidYesBy: "Pia", saidYesOn: today }, coordinator),
          "say no": () => tryTo(declineGuideHandover, { ...given, reason: "Ingen plads" }, guide(n)),
          keep: () => tryTo(withdrawGuideHandover, given, coordinator),
        }[what];
        const answer = await done();
        if ((what === "receive" || what === "said yes") && answer.ok) accepted += 1;
        const contacts = await contactsOf(young);
        expect(contacts.length).toBeLessThanOrEqual(1);
        had ||= contacts.length === 1;
        if (had) expect(contacts).toHaveLength(1);
        // Whoever gives is who they are with.
        const stands = await read((db) => openHandoverOf(db, young));
        if (stands) expect(contacts).toEqual([stands.fromStaffId]);
      }
    }),
    // One that is taken to its end stands among them, whatever chance brings.
    {
      numRuns: 60,
      examples: [
        [(["assign", "hand on", "note", "receive"] as const).map((what, n) => ({ what, guide: n > 0 ? 1 : 0 }))],
      ],
    },
  );
  expect(accepted).toBeGreaterThan(0);
}, 120_000);
