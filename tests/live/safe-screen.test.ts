import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { newId } from "#domain/ids.server.ts";
import { addToRoom, askConflicts, removeParticipant, setPresence } from "#domain/participants/commands.server.ts";
import { openItem } from "#domain/room/commands.server.ts";
import { chooseBasis, endBasis } from "#domain/sharing/commands.server.ts";
import { withdrawConsent } from "#domain/sharing/consent-commands.server.ts";
import { settleBasisGap } from "#domain/sharing/gap-commands.server.ts";
import { basesOn } from "#domain/sharing/register.server.ts";
import { endMembership } from "#domain/staff/membership-commands.server.ts";
import { screenTopic, staffTopic } from "#domain/topics.ts";
import { aPairedScreen, shownTo } from "../domain/screen/a-screen.ts";
import { aRoom, type Room, sits } from "../support/a-room.ts";
import { aDepartment, anItem, aStaffMember, asks, does, TODAY } from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";
import { aLine, aLiveServer, ownOrigin, watch } from "../support/live-server.ts";
import { sentBy } from "../support/traces.ts";

aDatabase();

const WORDS = "kanarie-egne-ord";
const AGREED = "kanarie-aftale";
const OPTION = "kanarie-mulighed";
const ASKED = "Hvem tager over, når støtten stopper ved 18 år?";
const SECRETS = [WORDS, AGREED, OPTION, ASKED, "S.H", "Signe", "Holm"];

let room: Room & { item: string };
let screen: Awaited<ReturnType<typeof aPairedScreen>>;

beforeEach(async () => {
  const made = await aRoom({ state: "published" });
  await does(openItem, { itemId: await openOnce(made) }, made.chair);
  room = made;
  await transact(async (db) => {
    await db.insert(tables.youthVoice).values({
      id: newId(),
      itemId: room.item,
      words: WORDS,
      how: "contact_person",
    });
    await db.insert(tables.optionPresented).values({ id: newId(), itemId: room.item, text: OPTION });
    await db.insert(tables.action).values({
      id: newId(),
      itemId: room.item,
      youngPersonId: room.youngPerson,
      departmentId: room.adults,
      number: 1,
      position: 1,
      text: AGREED,
      state: "agreed",
      createdAt: "2026-11-21T08:05:00.000Z",
    });
  });
  screen = await aPairedScreen(room.meeting, room.chair);
});

/** The room's item stood open before the meeting was; it is planned, so that it can be opened. */
async function openOnce({ item }: Room): Promise<string> {
  await transact((db) => db.update(tables.agendaItem).set({ state: "planned" }).where(eq(tables.agendaItem.id, item)));
  return item;
}

const shown = async () => (await shownTo(screen.actor, room.meeting))?.item;
const isWhole = async () => {
  const text = JSON.stringify(await shown());
  return [WORDS, AGREED, OPTION, ASKED].every((secret) => text.includes(secret));
};
const isEmpty = async () => {
  const text = JSON.stringify(await shown());
  return SECRETS.every((secret) => !text.includes(secret));
};
const hidden = async () => (await asks(boardFor, { meetingId: room.meeting, itemId: null }, room.chair)).hiddenOnScreen;
const seatOf = async (staffId: string) => {
  const rows = await read((db) => db.select().from(tables.participant).where(eq(tables.participant.itemId, room.item)));
  return rows.find((row) => row.staffId === staffId)?.id ?? "";
};

/** Somebody of an organisation of another sector, asked to the item and without a basis. */
async function aStranger(sector: "authority" | "school" = "authority") {
  const departmentId = await aDepartment({ name: "PPR", sector });
  const staffId = await aStaffMember("external", { departmentId });
  await sits(room.item, staffId, departmentId, null);
  return {
    departmentId,
    staffId,
    arrives: async (presence = "room") =>
      does(setPresence, { participantId: await seatOf(staffId), presence }, room.chair),
  };
}
const basis = async (code: string) => (await read((db) => basesOn(db, TODAY))).find((one) => one.code === code)?.id;

describe("the big screen of the room", () => {
  it("narrows by itself when a guest is set as present, and widens when they go: no frame between holds a word of it", async () => {
    const { port } = await aLiveServer();
    const asScreen = { cookie: `samspor-screen=${screen.token}`, origin: ownOrigin(port) };
    const { line, frames } = aLine(port, asScreen, { auth: { screen: true } });
    await new Promise<void>((up, failed) => line.once("hello", () => up()).once("connect_error", failed));
    expect(await watch(line, screenTopic(room.meeting))).toHaveProperty("seq");
    expect(await isWhole()).toBe(true);

    const before = frames.length;
    const guest = await does(addToRoom, { itemId: room.item, kind: "guest", name: "Gæst" }, room.chair);
    await expect
      .poll(() => frames.slice(before).some((frame) => frame.includes('"number":1')), { timeout: 10_000 })
      .toBe(true);
    await watch(line, "nothing");
    const narrow = frames.slice(before).join("\n");
    for (const secret of [...SECRETS, "Gæst", "guest"]) expect(narrow).not.toContain(secret);

    const after = frames.length;
    await does(removeParticipant, { participantId: guest.answer.id }, room.chair);
    await expect.poll(() => frames.slice(after).join("\n"), { timeout: 10_000 }).toContain(WORDS);
    expect(frames.slice(after).join("\n")).toContain(AGREED);
  });

  it("stands the same for the room whether something is held back or was never written", async () => {
    await does(addToRoom, { itemId: room.item, kind: "guest" }, room.chair);
    const held = await shown();
    await transact(async (db) => {
      await db.delete(tables.action).where(eq(tables.action.itemId, room.item));
      await db.delete(tables.optionPresented).where(eq(tables.optionPresented.itemId, room.item));
      await db.delete(tables.youthVoice).where(eq(tables.youthVoice.itemId, room.item));
    });
    expect(await shown()).toEqual(held);
  });

  it("narrows for staff without a basis, on video too, and not while they are missing", async () => {
    const stranger = await aStranger();
    expect(await isWhole()).toBe(true);
    for (const presence of ["room", "video"]) {
      await stranger.arrives(presence);
      expect(await isEmpty(), presence).toBe(true);
      await stranger.arrives("missing");
      expect(await isWhole(), presence).toBe(true);
    }
  });

  it("widens when a basis is chosen for them, and narrows when it is ended", async () => {
    const stranger = await aStranger();
    await stranger.arrives();
    const { departmentId } = stranger;
    const choice = {
      itemId: room.item,
      departmentId,
      legalBasisId: await basis("fvl28_necessity"),
      necessity: "Skal vide det",
    };
    const [chosen] = await sentBy(() => does(chooseBasis, choice, room.chair));
    expect(chosen?.changes.map(({ topic }) => topic)).toContain(screenTopic(room.meeting));
    expect(await isWhole()).toBe(true);
    const rows = await read((db) =>
      db.select().from(tables.sharingBasis).where(eq(tables.sharingBasis.departmentId, departmentId)),
    );
    await does(endBasis, { id: rows[0]?.id, version: rows[0]?.version }, room.chair);
    expect(await isEmpty()).toBe(true);
  });

  it("narrows when the basis ends by itself, without any change of data", async () => {
    const stranger = await aStranger();
    await stranger.arrives();
    const endsAt = new Date(Date.now() + 3_600_000).toISOString();
    await give(stranger.departmentId, { endsAt });
    expect(await isWhole()).toBe(true);
    const later = new Date(Date.parse(endsAt)).toISOString();
    expect(JSON.stringify(await shownTo(screen.actor, room.meeting, later))).not.toContain(WORDS);
  });

  it("narrows in the moment that a consent is taken back", async () => {
    const stranger = await aStranger();
    await stranger.arrives();
    const consentId = newId();
    const endsAt = new Date(Date.now() + 86_400_000).toISOString();
    await transact(async (db) => {
      await db.insert(tables.consent).values({
        ...{
          id: consentId,
          youngPersonId: room.youngPerson,
          kind: "exchange",
          purpose: "?",
          form: "oral",
        },
        ...{
          givenOn: TODAY,
          expiresOn: "2027-01-01",
          endsAt,
          takenById: room.chair,
        },
      });
      await db.insert(tables.consentGiver).values({ id: newId(), consentId, saidOn: TODAY });
    });
    await give(stranger.departmentId, { consentId });
    expect(await isWhole()).toBe(true);
    const [sent] = await sentBy(() =>
      does(withdrawConsent, { id: consentId, version: 1, by: "young_person" }, room.chair),
    );
    const change = sent?.changes.find(({ topic }) => topic === screenTopic(room.meeting));
    expect(JSON.stringify(change)).not.toContain(WORDS);
    expect(change?.put).toHaveLength(1);
  });

  it("stays narrow for somebody on whose account the item is taken without name, until a basis comes after", async () => {
    const adviser = await seatOf(room.adviser);
    const gap = {
      basisGap: "unnamed",
      basisGapAt: "2026-11-21T08:00:00.000Z",
      basisGapById: room.chair,
    } as const;
    await transact((db) => db.update(tables.participant).set(gap).where(eq(tables.participant.id, adviser)));
    expect(await isEmpty()).toBe(true);
    await give(room.adults, { fromAt: "2026-11-21T08:00:00.001Z" });
    expect(await isWhole()).toBe(true);
  });

  it("does not mind somebody without a basis who has left", async () => {
    const stranger = await aStranger();
    await stranger.arrives();
    expect(await isEmpty()).toBe(true);
    const seat = await seatOf(stranger.staffId);
    await transact((db) =>
      db.update(tables.participant).set({ basisGap: "left" }).where(eq(tables.participant.id, seat)),
    );
    expect(await isWhole()).toBe(true);
  });

  it("minds them again when they are set as present again", async () => {
    const stranger = await aStranger();
    await stranger.arrives();
    await does(settleBasisGap, { participantId: await seatOf(stranger.staffId), how: "left" }, room.chair);
    expect(await isWhole()).toBe(true);
    await stranger.arrives("missing");
    await stranger.arrives("video");
    expect(await isEmpty()).toBe(true);
  });

  it("shows a school without consent its own agreements alone", async () => {
    const school = await aStranger("school");
    await school.arrives();
    await give(school.departmentId, { content: "school_facts" });
    await transact((db) =>
      db.insert(tables.action).values({
        ...{
          id: newId(),
          itemId: room.item,
          departmentId: school.departmentId,
          number: 2,
          position: 2,
        },
        ...{
          text: "Skolen ringer",
          state: "agreed",
          createdAt: "2026-11-21T08:05:00.000Z",
        },
      }),
    );
    expect((await shown())?.agreements).toMatchObject([{ number: 2, text: "Skolen ringer" }]);
    expect(await isEmpty()).toBe(true);
  });

  it("narrows when a colleague who sits there leaves the department that shares, in the same change", async () => {
    const memberships = await read((db) =>
      db.select().from(tables.membership).where(eq(tables.membership.staffId, room.adviser)),
    );
    const admin = await aStaffMember("admin");
    const [sent] = await sentBy(() => does(endMembership, { id: memberships[0]?.id, version: 1 }, admin));
    const change = sent?.changes.find(({ topic }) => topic === screenTopic(room.meeting));
    expect(change?.put).toHaveLength(1);
    expect(JSON.stringify(change)).not.toContain(WORDS);
  });

  it("goes on without whoever has a conflict of interest: they are out of the room", async () => {
    await does(askConflicts, { itemId: room.item, staffIds: [room.adviser] }, room.chair);
    expect(await isWhole()).toBe(true);
  });

  it("shows a guest what names nobody", async () => {
    const common = await anItem({
      meetingId: room.meeting,
      kind: "common",
      position: 9,
    });
    await does(openItem, { itemId: common }, room.chair);
    await does(addToRoom, { itemId: common, kind: "guest" }, room.chair);
    expect(await shown()).toMatchObject({ question: ASKED });
  });
});

describe("what the big screen holds back", () => {
  it("is told to whoever runs the meeting, with the organisations, and to nobody else", async () => {
    expect(await hidden()).toBeNull();
    const stranger = await aStranger();
    const [sent] = await sentBy(() => stranger.arrives());
    expect(sent?.reload).toEqual(expect.arrayContaining([staffTopic(room.chair), staffTopic(room.minuteTaker)]));
    expect(await hidden()).toEqual({
      fields: 5,
      because: [
        {
          participantKind: "staff",
          organisation: "",
          departmentId: stranger.departmentId,
        },
      ],
    });
    const guide = await asks(boardFor, { meetingId: room.meeting, itemId: null }, room.guide);
    expect(guide.item).not.toBeNull();
    expect(guide.hiddenOnScreen).toBeNull();
  });

  it("is told to no one who runs the meeting and has a conflict of interest in the item", async () => {
    await (await aStranger()).arrives();
    await does(askConflicts, { itemId: room.item, staffIds: [room.minuteTaker] }, room.chair);
    const board = await asks(boardFor, { meetingId: room.meeting, itemId: null }, room.minuteTaker);
    expect(board.me.runs).toBe(true);
    expect(board.hiddenOnScreen).toBeNull();
  });

  it("is nothing where no screen shows the meeting", async () => {
    await transact((db) =>
      db.update(tables.bigScreen).set({ endedAt: TODAY }).where(eq(tables.bigScreen.meetingId, room.meeting)),
    );
    await (await aStranger()).arrives();
    expect(await hidden()).toBeNull();
  });
});

/** A basis in force for a department at the room's item. */
async function give(departmentId: string, set: Partial<typeof tables.sharingBasis.$inferInsert>) {
  const legalBasisId = (await basis("fvl28_necessity")) ?? "";
  const fromAt = "2026-11-20T08:00:00.000Z";
  await transact((db) =>
    db.insert(tables.sharingBasis).values({
      ...{
        id: newId(),
        itemId: room.item,
        departmentId,
        legalBasisId,
        necessity: "?",
        content: "item" as const,
        fromAt,
      },
      ...set,
    }),
  );
}
