import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import {
  type Asking,
  asked,
  decide,
  decideAll,
  explain,
  may,
  mayAsStaff,
  onlySystem,
} from "#domain/access/decide.server.ts";
import { sum } from "#domain/access/rule.server.ts";
import { unhindered, type What } from "#domain/access/rules.server.ts";
import type { Actor } from "#domain/actor.ts";
import { newId } from "#domain/ids.server.ts";
import {
  aDepartment,
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  as,
  aYoungPerson,
  NOW,
  TODAY,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

aDatabase();

const asking = (actor: Actor): Asking => ({ actor, now: NOW, today: TODAY });
const [screen, nobody, system]: Actor[] = [{ kind: "screen", id: newId() }, { kind: "nobody" }, { kind: "system" }];

let chair = "";
let guide = "";
let stranger = "";
let meetingId = "";
let itemId = "";
let youngPersonId = "";

beforeEach(async () => {
  chair = await aStaffMember("forum_member");
  guide = await aStaffMember("youth_guide");
  stranger = await aStaffMember("forum_member");
  meetingId = await aMeeting({ chairId: chair });
  youngPersonId = await aYoungPerson();
  itemId = await anItem({ meetingId, youngPersonId });
  await anAssignment(youngPersonId, guide);
});

const verdict = (staffId: string, what: What, id: string) => read((db) => may(db, asking(as(staffId)), what, id));

describe("a yes", () => {
  it("says by which rule", async () => {
    expect(await verdict(chair, "item:see", itemId)).toEqual({ by: "leads the meeting" });
    expect(await verdict(guide, "item:see", itemId)).toEqual({ by: "assigned" });
    expect(await verdict(guide, "item:run", itemId)).toEqual({ no: "refused" });
    expect(await verdict(stranger, "item:see", itemId)).toEqual({ no: "missing" });
    expect(await verdict(stranger, "item:run", itemId)).toEqual({ no: "missing" });
  });

  it("says it also where the rule's name has an apostrophe", async () => {
    const departmentId = await aDepartment();
    const colleague = await aStaffMember("forum_member", { departmentId });
    const id = newId();
    await transact((db) =>
      db.insert(tables.action).values({
        id,
        itemId,
        youngPersonId,
        departmentId,
        number: 1,
        position: 1,
        text: "x",
        state: "agreed",
        createdAt: NOW,
      }),
    );
    expect(await verdict(colleague, "action:see", id)).toEqual({ by: "the owner's department" });
  });

  it("to a right that hangs on nothing but the asker is theirs alone, and else nothing is there", async () => {
    const own = (actor: Actor, what: What) => read((db) => mayAsStaff(db, asking(actor), what));
    expect(await own(as(guide), "person:add")).toEqual({ by: "works with young people" });
    expect(await own(as(guide), "person:settle")).toEqual({ no: "missing" });
    expect(await own(as(chair), "person:add")).toEqual({ no: "missing" });
    for (const actor of [screen, nobody, system] as Actor[])
      expect(await own(actor, "person:add")).toEqual({ no: "missing" });
  });
});

describe("the explanation of a right", () => {
  it("is every rule by name, grants and denials, and whether it holds", async () => {
    const why = (staffId: string) => read((db) => explain(db, asking(as(staffId)), "item:run", itemId));
    const rules = { coordinator: false, "leads the meeting": false, "administers or reviews": false };
    const none = { ...rules, "conflict of interest": false, removed: false, "draft is sent": false };
    expect(await why(stranger)).toEqual(none);
    expect(await why(chair)).toEqual({ ...none, "leads the meeting": true });
    await transact((db) => db.update(tables.meeting).set({ draftSentAt: NOW }).where(eq(tables.meeting.id, meetingId)));
    expect(await why(chair)).toEqual({ ...none, "leads the meeting": true, "draft is sent": true });
  });
});

describe("the name alone of a hidden item", () => {
  it("is for members who are told it; not of what left the agenda, nor where another role of theirs is told less or they have a conflict", async () => {
    const departmentId = await aDepartment();
    const member = await aStaffMember(["forum_member", "caseworker"], { departmentId });
    const partial = await aStaffMember("forum_member", { departmentId });
    const { agendaItem, conflictOfInterest, existence, meetingMember } = tables;
    await transact(async (db) => {
      for (const staffId of [member, partial]) await db.insert(meetingMember).values({ meetingId, staffId });
      await db.insert(existence).values({ id: newId(), youngPersonId, role: "forum_member", level: "name" });
      const declared = { staffId: partial, declaredAt: NOW, declaredBy: partial };
      await db.insert(conflictOfInterest).values({ id: newId(), itemId, ...declared });
    });
    expect(await verdict(member, "item:name", itemId)).toEqual({ by: "name only" });
    expect(await verdict(partial, "item:name", itemId)).toEqual({ no: "missing" });
    for (const level of ["hidden", "reserved"] as const) {
      const narrower = newId();
      await transact((db) => db.insert(existence).values({ id: narrower, youngPersonId, role: "caseworker", level }));
      expect(await verdict(member, "item:name", itemId)).toEqual({ no: "missing" });
      await transact((db) => db.delete(existence).where(eq(existence.id, narrower)));
    }
    expect(await verdict(member, "item:name", itemId)).toEqual({ by: "name only" });
    await transact((db) => db.update(agendaItem).set({ removedAt: NOW }).where(eq(agendaItem.id, itemId)));
    expect(await verdict(member, "item:name", itemId)).toEqual({ no: "missing" });
  });

  it("is for them from when the meeting is sent out until its minutes are approved, and never of one under § 115", async () => {
    const member = await aStaffMember("forum_member", { departmentId: await aDepartment() });
    const { existence, meeting, meetingMember } = tables;
    await transact(async (db) => {
      await db.insert(meetingMember).values({ meetingId, staffId: member });
      await db.insert(existence).values({ id: newId(), youngPersonId, role: "forum_member", level: "name" });
    });
    const { state, approvedAt, typeCode } = tables.meeting;
    const before = await read((db) =>
      db.select({ state, approvedAt, typeCode }).from(meeting).where(eq(meeting.id, meetingId)),
    );
    for (const set of [{ state: "draft" }, { approvedAt: NOW }, { typeCode: "section115" }] as const) {
      await transact((db) => db.update(meeting).set(set).where(eq(meeting.id, meetingId)));
      expect(await verdict(member, "item:name", itemId)).toEqual({ no: "missing" });
      await transact((db) =>
        db
          .update(meeting)
          .set(before[0] ?? {})
          .where(eq(meeting.id, meetingId)),
      );
      expect(await verdict(member, "item:name", itemId)).toEqual({ by: "name only" });
    }
  });
});

describe("several rights over one row", () => {
  const several = (staffId: string, whats: readonly [What, ...What[]], id: string) =>
    read((db) => decideAll(db, asking(as(staffId)), whats, id));

  it("are answered each by its own rule", async () => {
    const both = ["item:see", "item:run"] as const;
    expect(await several(chair, both, itemId)).toEqual({
      "item:see": "leads the meeting",
      "item:run": "leads the meeting",
    });
    expect(await several(guide, both, itemId)).toEqual({ "item:see": "assigned", "item:run": null });
    expect(await several(stranger, both, itemId)).toEqual({ "item:see": null, "item:run": null });
  });

  it("are answered for what was asked, whatever was asked before", async () => {
    expect(await several(guide, ["item:see"], itemId)).toEqual({ "item:see": "assigned" });
    expect(await several(guide, ["item:hear", "item:see"], itemId)).toEqual({
      "item:hear": "assigned",
      "item:see": "assigned",
    });
    expect(await several(guide, ["item:write"], itemId)).toEqual({ "item:write": null });
  });

  it("of a row that does not exist are none, and nothing explains them", async () => {
    expect(await several(chair, ["item:see", "item:run"], newId())).toEqual({ "item:see": null, "item:run": null });
    expect(await read((db) => explain(db, asking(as(chair)), "item:see", newId()))).toEqual({});
  });
});

describe("who asks, and when", () => {
  it("is the person or the screen by id; the system and nobody are no row", () => {
    expect(asked(asking(as(guide))).me).toBe(guide);
    expect(asked(asking(screen as Actor))).toHaveProperty("me", screen && "id" in screen ? screen.id : "");
    expect(asked(asking(nobody as Actor)).me).toBe("-");
    expect(asked(asking(system as Actor)).me).toBe("-");
  });

  it("is a moment, with the clock of a day before and the day on which a word no longer counts", () => {
    expect(asked(asking(as(guide)))).toEqual({
      me: guide,
      now: NOW,
      today: TODAY,
      dayBefore: "2026-11-20T09:00:00.000Z",
      lapsed: "2026-08-09",
    });
  });

  it("follows the clock and the day, each by itself", () => {
    const actor = as(guide);
    asked({ actor, now: NOW, today: TODAY });
    expect(asked({ actor, now: "2026-11-21T09:00:00.001Z", today: TODAY })).toMatchObject({
      now: "2026-11-21T09:00:00.001Z",
      dayBefore: "2026-11-20T09:00:00.001Z",
      lapsed: "2026-08-09",
    });
    expect(asked({ actor, now: "2026-11-21T09:00:00.001Z", today: "2026-11-22" })).toMatchObject({
      now: "2026-11-21T09:00:00.001Z",
      today: "2026-11-22",
      lapsed: "2026-08-10",
    });
  });

  it("is worked out once for all that is asked at one moment", () => {
    asked({ actor: as(guide), now: "2026-11-21T10:00:00.000Z", today: TODAY });
    const worked = vi.spyOn(Date, "parse");
    onTestFinished(() => worked.mockRestore());
    for (const staffId of [guide, chair]) asked({ actor: as(staffId), now: "2026-11-21T10:00:00.000Z", today: TODAY });
    expect(worked).not.toHaveBeenCalled();
    asked({ actor: as(guide), now: NOW, today: TODAY });
    expect(worked).toHaveBeenCalledTimes(1);
  });

  it("is a fresh question each time: a right that ended is gone at the next", async () => {
    expect(await verdict(guide, "item:see", itemId)).toEqual({ by: "assigned" });
    await transact((db) =>
      db.update(tables.assignment).set({ toOn: TODAY }).where(eq(tables.assignment.staffId, guide)),
    );
    expect(await verdict(guide, "item:see", itemId)).toEqual({ no: "missing" });
  });
});

describe("what no denial stands against", () => {
  const { action } = tables;
  const free = async (staffId: string) => {
    const rows = await read((db) =>
      db
        .select({ id: action.id })
        .from(action)
        .where(unhindered("action:see"))
        .prepare()
        .execute(asked(asking(as(staffId)))),
    );
    return rows.map(({ id }) => id);
  };

  it("is there for whoever has none against them, also without any grant", async () => {
    const id = newId();
    await transact((db) =>
      db
        .insert(action)
        .values({ id, itemId, youngPersonId, number: 1, position: 1, text: "x", state: "agreed", createdAt: NOW }),
    );
    expect(await verdict(stranger, "action:see", id)).toEqual({ no: "missing" });
    expect(await free(stranger)).toContain(id);
    expect(await free(await aStaffMember("admin"))).toEqual([]);
    await transact((db) =>
      db
        .insert(tables.conflictOfInterest)
        .values({ id: newId(), itemId, staffId: stranger, declaredAt: NOW, declaredBy: stranger }),
    );
    expect(await free(stranger)).not.toContain(id);
  });
});

describe("a right", () => {
  const [yes, no] = [sql`(1 = 1)`, sql`(1 = 0)`];
  const holds = async (entry: Parameters<typeof sum>[0]) => {
    const [row] = await read((db) =>
      db
        .select({ holds: sql<number>`${sum(entry)}` })
        .from(tables.staff)
        .limit(1),
    );
    return row?.holds === 1;
  };

  it("is the sum of its grants, and any denial wins", async () => {
    expect(await holds({ grant: { a: no, b: yes } })).toBe(true);
    expect(await holds({ grant: { a: no, b: no } })).toBe(false);
    expect(await holds({ grant: { a: yes, b: no }, deny: { c: no } })).toBe(true);
    expect(await holds({ grant: { a: yes, b: yes }, deny: { c: no, d: yes } })).toBe(false);
    expect(await holds({ grant: { a: yes }, deny: { c: yes, d: no } })).toBe(false);
  });

  it("that no rule grants is nobody's, whatever is denied", async () => {
    expect(await holds({ grant: {} })).toBe(false);
    expect(await holds({ grant: {}, deny: { c: no } })).toBe(false);
    expect(await holds({ grant: { a: undefined }, deny: { c: no } })).toBe(false);
  });

  it("is decided for one row and named in one way", async () => {
    expect(await read((db) => decide(db, asking(as(chair)), "item:see", itemId))).toBe("leads the meeting");
    expect(await read((db) => decide(db, asking(as(stranger)), "item:see", itemId))).toBeNull();
  });
});

it("what our own code alone may do never existed for anybody else", async () => {
  const allow = onlySystem("the day has come");
  expect(await allow(asking({ kind: "system" }))).toEqual({ by: "the day has come" });
  for (const actor of [as(chair), screen, nobody] as Actor[])
    expect(await allow(asking(actor))).toEqual({ no: "missing" });
});
