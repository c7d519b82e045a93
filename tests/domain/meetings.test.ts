import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { addItem } from "#domain/agenda/commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import {
  approveMinutes,
  changeMeeting,
  lockAgenda,
  makeMeeting,
  publishMeeting,
  sendDraft,
} from "#domain/meetings/commands.server.ts";
import { type Meetings, meetingsFor } from "#domain/meetings/queries.server.ts";
import { minutesFor } from "#domain/minutes/minutes-for.server.ts";
import { aMeeting, anItem, aStaffMember, asks, aYoungPerson, does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastLogged } from "#tests/support/traces.ts";

aDatabase();

const NOW = "2026-11-21T09:00:00.000Z";
const at = { now: NOW };

const meetingRow = async (id: string) => {
  const [row] = await read((db) => db.select().from(tables.meeting).where(eq(tables.meeting.id, id)));
  if (!row) throw new Error("No meeting");
  return row;
};

const membersOf = (id: string) =>
  read(async (db) =>
    (await db.select().from(tables.meetingMember).where(eq(tables.meetingMember.meetingId, id))).map(
      (row) => row.staffId,
    ),
  );

let coordinator: string;
let guide: string;

const aForm = (set: Record<string, unknown> = {}) => ({
  typeCode: "coordination",
  on: "5/12",
  clock: "9.00",
  minutes: "150",
  place: "Lokale 2",
  videoLink: "",
  chairId: coordinator,
  minuteTakerId: coordinator,
  members: [guide],
  ...set,
});

beforeAll(async () => {
  coordinator = await aStaffMember("coordinator");
  guide = await aStaffMember("youth_guide");
});

describe("making a meeting", () => {
  it("takes the day and the clock as people write them, in Danish time", async () => {
    const { answer } = await does(makeMeeting, aForm(), coordinator, at);
    expect(await meetingRow(answer.id)).toMatchObject({
      startsAt: "2026-12-05T08:00:00.000Z",
      endsAt: "2026-12-05T10:30:00.000Z",
      state: "draft",
      acute: false,
    });
    expect(await membersOf(answer.id)).toEqual([guide]);
    expect(await lastLogged()).toMatchObject({ door: "make-meeting", kind: "meeting-made" });
  });

  it("marks an acute one", async () => {
    const { answer } = await does(makeMeeting, aForm({ acute: "yes", minutes: "45" }), coordinator, at);
    expect(answer.acute).toBe(true);
    expect((await meetingRow(answer.id)).acute).toBe(true);
  });

  it("is for coordinators: to others it never existed, and only the refusal is logged", async () => {
    expect(await tryTo(makeMeeting, aForm(), guide, at)).toEqual({ ok: false, no: "missing" });
    expect(await lastLogged()).toMatchObject({ door: "make-meeting", kind: "refused" });
  });

  it.each([
    ["a day that does not exist", { on: "31-02" }, "on", "no-such-day"],
    ["no day", { on: "" }, "on", "required"],
    ["a clock that does not exist", { clock: "25.00" }, "clock", "no-such-time"],
    ["a type that is not in the list", { typeCode: "party" }, "typeCode", "choose"],
    ["a chair who is not there", { chairId: newId() }, "chairId", "choose"],
    ["a member who is not there", { members: [newId()] }, "members", "choose"],
    ["less than ten minutes", { minutes: "5" }, "minutes", "number"],
  ])("refuses %s, at the field", async (_, set, field, problem) => {
    const no = await tryTo(makeMeeting, aForm(set), coordinator, at);
    expect(no).toEqual({ ok: false, no: "invalid", problems: { [field]: problem } });
  });

  it.each([
    ["an administrator", "admin"],
    ["a data protection officer", "dpo"],
    ["somebody from outside", "external"],
    ["a leader who sees figures only", "leader"],
  ] as const)("gives neither its lead nor its minutes to %s, in the list or at the field", async (_, role) => {
    const other = await aStaffMember(role);
    const member = await aStaffMember("forum_member");
    const { leaders } = await asks(meetingsFor, { held: 0, make: { making: "new", from: null } }, coordinator, NOW);
    expect(leaders).toEqual(expect.arrayContaining([coordinator, guide, member]));
    expect(leaders).not.toContain(other);
    for (const field of ["chairId", "minuteTakerId"]) {
      const no = { ok: false, no: "invalid", problems: { [field]: "choose" } };
      expect(await tryTo(makeMeeting, aForm({ [field]: other }), coordinator, at)).toEqual(no);
      const { answer } = await does(makeMeeting, aForm(), coordinator, at);
      const change = { ...aForm({ [field]: other }), meetingId: answer.id, version: 1 };
      expect(await tryTo(changeMeeting, change, coordinator, at)).toEqual(no);
    }
  });

  it("refuses a type that has ended on the day of the meeting", async () => {
    const ended = {
      list: "meeting_type",
      code: "old",
      labelDa: "Gammel",
      labelEn: "Old",
      fromOn: "2020-01-01",
      toOn: "2026-12-01",
    };
    await transact((db) => db.insert(tables.codeItem).values(ended));
    const before = await tryTo(makeMeeting, aForm({ typeCode: "old", on: "30/11" }), coordinator, at);
    const after = await tryTo(makeMeeting, aForm({ typeCode: "old", on: "1/12" }), coordinator, at);
    expect(before.ok).toBe(true);
    expect(after).toMatchObject({ no: "invalid", problems: { typeCode: "choose" } });
  });

  it("answers an id that is taken as if it never existed, and leaves the other meeting alone", async () => {
    const id = await aMeeting({ chairId: coordinator, startsAt: "2027-01-05T08:00:00.000Z" });
    expect(await tryTo(makeMeeting, aForm({ id }), coordinator, at)).toEqual({ ok: false, no: "missing" });
    expect((await meetingRow(id)).startsAt).toBe("2027-01-05T08:00:00.000Z");
  });
});

describe("changing a meeting", () => {
  it("keeps a fixed clock on the new day, and asks the new chair to every item", async () => {
    const id = await aMeeting({
      chairId: coordinator,
      startsAt: "2026-12-01T08:00:00.000Z",
      endsAt: "2026-12-01T10:30:00.000Z",
      state: "draft",
    });
    const { answer: item } = await does(
      addItem,
      { meetingId: id, kind: "common", question: "Nyt fra jobcentret", minutes: "15", fixedClock: "9.30" },
      coordinator,
      at,
    );
    const chair = await aStaffMember("forum_member");
    const form = aForm({ on: "8/12", chairId: chair, meetingId: id, version: 1 });
    await does(changeMeeting, form, coordinator, at);
    const [row] = await read((db) => db.select().from(tables.agendaItem).where(eq(tables.agendaItem.id, item.id)));
    expect(row?.fixedAt).toBe("2026-12-08T08:30:00.000Z");
    const seats = await read((db) =>
      db.select().from(tables.participant).where(eq(tables.participant.itemId, item.id)),
    );
    expect(seats.map(({ staffId }) => staffId)).toContain(chair);
    expect(await lastLogged()).toMatchObject({ door: "change-meeting", kind: "meeting-changed" });
  });

  describe("with an item at a fixed time", () => {
    /** A meeting at 9.00 for 150 minutes with an item at 10.30; answers the item's time after the change. */
    async function fixedAfter(set: Record<string, unknown>) {
      const { answer: made } = await does(makeMeeting, aForm({ on: "1/12" }), coordinator, at);
      const add = { meetingId: made.id, kind: "common", question: "Nyt", minutes: "15", fixedClock: "10.30" };
      const { answer: item } = await does(addItem, add, coordinator, at);
      const change = aForm({ on: "1/12", meetingId: made.id, version: 1, ...set });
      const no = await tryTo(changeMeeting, change, coordinator, at);
      const [row] = await read((db) => db.select().from(tables.agendaItem).where(eq(tables.agendaItem.id, item.id)));
      return no.ok ? row?.fixedAt : no;
    }

    it.each([
      ["it comes along when the meeting moves to another hour", { clock: "13.00" }, "2026-12-01T13:30:00.000Z"],
      ["it comes along to another day and hour", { on: "8/12", clock: "8.30" }, "2026-12-08T09:00:00.000Z"],
      [
        "it stays when the meeting begins earlier and ends as before",
        { clock: "8.30", minutes: "180" },
        "2026-12-01T09:30:00.000Z",
      ],
      ["it stays when the meeting ends earlier", { minutes: "100" }, "2026-12-01T09:30:00.000Z"],
      [
        "it comes along when a meeting of another length would leave it outside",
        { clock: "13.00", minutes: "120" },
        "2026-12-01T13:30:00.000Z",
      ],
    ])("%s", async (_, set, fixedAt) => {
      expect(await fixedAfter(set)).toBe(fixedAt);
    });

    it("the meeting does not end before it", async () => {
      expect(await fixedAfter({ minutes: "60" })).toEqual({
        ok: false,
        no: "invalid",
        problems: { minutes: "fixed-outside" },
      });
    });
  });

  it("says what stands when somebody else has changed it", async () => {
    const id = await aMeeting({ chairId: coordinator });
    await does(changeMeeting, aForm({ meetingId: id, version: 1, place: "Lokale 4" }), coordinator, at);
    const no = await tryTo(changeMeeting, aForm({ meetingId: id, version: 1, place: "Lokale 5" }), coordinator, at);
    expect(no).toMatchObject({ ok: false, no: "conflict", now: { place: "Lokale 4", version: 2 } });
  });

  it("is refused to a member, and to whoever may not know of it the meeting never existed", async () => {
    const id = await aMeeting({ chairId: coordinator, members: [guide] });
    const outsider = await aStaffMember("external");
    expect(await tryTo(changeMeeting, aForm({ meetingId: id, version: 1 }), guide, at)).toMatchObject({
      no: "refused",
    });
    expect(await tryTo(changeMeeting, aForm({ meetingId: id, version: 1 }), outsider, at)).toMatchObject({
      no: "missing",
    });
  });

  it("is refused when the meeting is over", async () => {
    const id = await aMeeting({ chairId: coordinator, state: "closed" });
    expect(await tryTo(changeMeeting, aForm({ meetingId: id, version: 1 }), coordinator, at)).toMatchObject({
      no: "refused",
    });
  });
});

describe("a meeting's way", () => {
  it("goes from draft to sent out to locked, each step once", async () => {
    const id = await aMeeting({ chairId: coordinator, state: "draft" });
    await does(publishMeeting, { meetingId: id }, coordinator, at);
    expect(await lastLogged()).toMatchObject({ door: "publish-meeting", kind: "meeting-published" });
    expect((await meetingRow(id)).state).toBe("published");
    await does(lockAgenda, { meetingId: id }, coordinator, at);
    expect(await lastLogged()).toMatchObject({ door: "lock-agenda", kind: "agenda-locked" });
    expect(await meetingRow(id)).toMatchObject({ state: "locked", lockedAt: NOW });
    await does(lockAgenda, { meetingId: id }, coordinator, { now: "2026-11-21T10:00:00.000Z" });
    expect((await meetingRow(id)).lockedAt).toBe(NOW);
  });

  it("has minutes that the chair alone approves: no other coordinator, and not the minute-taker", async () => {
    const minuteTakerId = await aStaffMember("coordinator");
    const id = await aMeeting({ chairId: coordinator, minuteTakerId, state: "closed" });
    await does(sendDraft, { meetingId: id }, minuteTakerId, at);
    expect((await asks(minutesFor, { meetingId: id }, minuteTakerId)).may.approve).toBe(false);
    expect(await tryTo(approveMinutes, { meetingId: id }, minuteTakerId, at)).toEqual({ ok: false, no: "refused" });
    expect((await asks(minutesFor, { meetingId: id }, coordinator)).may.approve).toBe(true);
    await does(approveMinutes, { meetingId: id }, coordinator, at);
  });

  it("has minutes that are sent when it is over, and approved when they are sent", async () => {
    const id = await aMeeting({ chairId: coordinator, state: "running" });
    expect(await tryTo(sendDraft, { meetingId: id }, coordinator, at)).toMatchObject({ no: "refused" });
    expect(await tryTo(approveMinutes, { meetingId: id }, coordinator, at)).toMatchObject({ no: "refused" });
    const over = await aMeeting({ chairId: coordinator, state: "closed" });
    await does(sendDraft, { meetingId: over }, coordinator, at);
    expect(await lastLogged()).toMatchObject({ door: "send-draft", kind: "draft-sent" });
    await does(approveMinutes, { meetingId: over }, coordinator, at);
    expect(await meetingRow(over)).toMatchObject({ draftSentAt: NOW, approvedAt: NOW });
    expect(await lastLogged()).toMatchObject({ door: "approve-minutes", kind: "minutes-approved" });
  });

  it.each([
    ["sent out", publishMeeting],
    ["locked", lockAgenda],
    ["its draft sent", sendDraft],
    ["approved", approveMinutes],
  ])("is not %s by a member", async (_, command) => {
    const id = await aMeeting({ chairId: coordinator, members: [guide] });
    expect(await tryTo(command, { meetingId: id }, guide, at)).toEqual({ ok: false, no: "refused" });
    expect(await tryTo(command, { meetingId: newId() }, coordinator, at)).toEqual({ ok: false, no: "missing" });
  });
});

describe("the list of meetings", () => {
  const list = (
    staffId: string,
    input: Partial<Parameters<typeof meetingsFor.run>[0]["input"]> = {},
  ): Promise<Meetings> => asks(meetingsFor, { held: 20, make: null, ...input }, staffId, NOW);

  it("shows somebody invited to one item the meeting, and counts only that item", async () => {
    const guest = await aStaffMember("external");
    const id = await aMeeting({ chairId: coordinator, startsAt: "2026-11-24T08:00:00.000Z" });
    await anItem({ meetingId: id, youngPersonId: await aYoungPerson(), position: 1 });
    await anItem({ meetingId: id, youngPersonId: await aYoungPerson(), position: 2, invited: [{ staffId: guest }] });
    const { coming, mayMake } = await list(guest);
    expect(coming).toMatchObject([{ id, items: 1, lacking: 0, unheard: 0 }]);
    expect(mayMake).toBe(false);
    const [own] = (await list(coordinator)).coming.filter((line) => line.id === id);
    expect(own).toMatchObject({ items: 2, unheard: 2 });
  });

  it("shows nothing to somebody who is in no meeting, and no form to somebody who makes none", async () => {
    const outsider = await aStaffMember("external");
    const all = await list(outsider, { make: { making: "new", from: null } });
    expect(all).toMatchObject({ coming: [], held: [], proposal: null, leaders: [] });
  });

  it("counts the items that were handled and still lack something", async () => {
    const chair = await aStaffMember("forum_member");
    const id = await aMeeting({ chairId: chair, state: "closed", startsAt: "2026-11-10T08:00:00.000Z" });
    await anItem({ meetingId: id, youngPersonId: await aYoungPerson(), state: "handled" });
    await anItem({ meetingId: id, youngPersonId: await aYoungPerson(), state: "postponed", position: 2 });
    expect((await list(chair)).held).toMatchObject([{ id, items: 1, lacking: 1 }]);
  });

  it("has the held ones newest first, as many as were asked for", async () => {
    const chair = await aStaffMember("forum_member");
    for (const day of ["01", "03", "02"])
      await aMeeting({ chairId: chair, state: "closed", startsAt: `2026-10-${day}T08:00:00.000Z` });
    const { held, moreHeld } = await list(chair, { held: 2 });
    expect(held.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(["2026-10-03", "2026-10-02"]);
    expect(moreHeld).toBe(true);
  });

  it("proposes a meeting fourteen days after the last one, on a working day, like the last one", async () => {
    // Fourteen days after 10 December is Christmas Eve; the next working day is the 27th.
    const last = { chairId: coordinator, minuteTakerId: guide, members: [guide], startsAt: "2030-12-10T08:00:00.000Z" };
    await aMeeting(last);
    const { proposal, types } = await list(coordinator, { make: { making: "new", from: null } });
    expect(proposal).toMatchObject({
      on: "2030-12-27",
      clock: "9.00",
      minutes: 150,
      chairId: coordinator,
      minuteTakerId: guide,
      members: [guide],
    });
    expect(types.map(({ code }) => code)).toContain(proposal?.typeCode);
    expect(types.map(({ code }) => code)).not.toContain("old");
  });

  it("proposes an acute meeting for the next working day, and a copy as long as what it copies", async () => {
    const from = await aMeeting({
      chairId: guide,
      startsAt: "2026-11-03T12:00:00.000Z",
      endsAt: "2026-11-03T13:00:00.000Z",
    });
    const acute = await list(coordinator, { make: { making: "acute", from: null } });
    expect(acute.proposal).toMatchObject({ on: "2026-11-23", minutes: 45 });
    const copy = await list(coordinator, { make: { making: "copy", from } });
    expect(copy.proposal).toMatchObject({ clock: "13.00", minutes: 60, chairId: guide });
  });
});
