import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { now as clock } from "#domain/clock.server.ts";
import { closeMeeting } from "#domain/room/close.server.ts";
import { endScreen, pairScreen } from "#domain/screen/commands.server.ts";
import { offerTo } from "#domain/screen/offer.server.ts";
import { liveScreens } from "#domain/screen/touch.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { as, does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastLogged, sentBy } from "#tests/support/traces.ts";
import { aPairedScreen, aWaitingScreen, nobody, opensWith, shownTo } from "./a-screen.ts";

aDatabase();

const spaced = (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `;

async function offeredLongAgo(screenId: string) {
  const at = new Date(Date.parse(clock()) - 11 * 60_000).toISOString();
  await transact((db) => db.update(tables.bigScreen).set({ offeredAt: at }).where(eq(tables.bigScreen.id, screenId)));
  return { id: screenId, offeredAt: at };
}

describe("a room's computer", () => {
  let room: Room;
  beforeAll(async () => {
    room = await aRoom();
  });

  it("shows six digits, and keeps a token of which only the hash is kept here", async () => {
    const { code, token, screenId } = await aWaitingScreen();
    expect(code).toMatch(/^\d{6}$/);
    const [row] = await read((db) => db.select().from(tables.bigScreen).where(eq(tables.bigScreen.id, screenId)));
    expect(JSON.stringify(row)).not.toContain(token);
    expect((await lastLogged()).kind).toBe("screen-offered");
  });

  it("shows the meeting when its code is typed, with spaces or without, and is told at once", async () => {
    const waiting = await aWaitingScreen();
    const sent = await sentBy(() =>
      does(pairScreen, { meetingId: room.meeting, code: spaced(waiting.code) }, room.chair),
    );
    expect(sent.flatMap(({ reload }) => reload)).toContain(`device:${waiting.screenId}`);
    expect(await opensWith(waiting.token)).toMatchObject({ meetingId: room.meeting });
    const logged = await lastLogged();
    expect(logged).toMatchObject({
      kind: "screen-paired",
      meetingId: room.meeting,
      facts: { screen: waiting.screenId },
    });
    expect(JSON.stringify(logged)).not.toContain(waiting.code);
  });

  it("is not paired by a wrong code", async () => {
    const { code, token } = await aWaitingScreen();
    const wrong = code === "000000" ? "111111" : "000000";
    for (const typed of [wrong, code.slice(1), "fire to", `${code}1`])
      expect(await tryTo(pairScreen, { meetingId: room.meeting, code: typed }, room.minuteTaker)).toEqual({
        ok: false,
        no: "invalid",
        problems: { code: "wrong-code" },
      });
    expect(await opensWith(token)).toMatchObject({ meetingId: null });
  });

  it("is not found by trying: after ten wrong codes the right one is not taken either", async () => {
    const { chair, meeting } = await aRoom();
    const { code } = await aWaitingScreen();
    const wrong = code === "000000" ? "111111" : "000000";
    for (let tries = 0; tries < 10; tries += 1) await tryTo(pairScreen, { meetingId: meeting, code: wrong }, chair);
    expect(await tryTo(pairScreen, { meetingId: meeting, code }, chair)).toMatchObject({
      problems: { code: "too-many-tries" },
    });
  });

  it("gets another code after ten minutes, and the first one opens nothing any more", async () => {
    const first = await aWaitingScreen();
    const known = { ...(await offeredLongAgo(first.screenId)), code: first.code };
    expect(await tryTo(pairScreen, { meetingId: room.meeting, code: first.code }, room.minuteTaker)).toMatchObject({
      no: "invalid",
    });
    const second = await offerTo(known, { address: "10.1.0.1" });
    if ("waitSeconds" in second) throw new Error("No code");
    expect(second).toMatchObject({ screenId: first.screenId, token: null });
    await does(pairScreen, { meetingId: room.meeting, code: second.code }, room.chair);
    expect(await opensWith(first.token)).toMatchObject({ meetingId: room.meeting });
  });

  it("keeps its code when its page is loaded again in time", async () => {
    const { screenId: id, code, token } = await aWaitingScreen();
    const known = await opensWith(token);
    expect(await offerTo(known, { address: "10.1.0.2" })).toMatchObject({ screenId: id, code, token: null });
  });

  it("cannot ask for more than thirty codes in ten minutes from one address", async () => {
    for (let asked = 0; asked < 30; asked += 1)
      expect(await offerTo(null, { address: "10.9.9.9" })).toHaveProperty("code");
    expect(await offerTo(null, { address: "10.9.9.9" })).toHaveProperty("waitSeconds");
  });

  it("is not paired by somebody who is only invited, nor by an outsider", async () => {
    const { code } = await aWaitingScreen();
    expect(await tryTo(pairScreen, { meetingId: room.meeting, code }, room.guide)).toMatchObject({
      ok: false,
      no: "refused",
    });
    expect(await tryTo(pairScreen, { meetingId: room.meeting, code }, room.outsider)).toMatchObject({
      ok: false,
      no: "missing",
    });
    expect((await lastLogged()).kind).toBe("refused");
  });

  it("is not paired twice: a code is used up", async () => {
    const { code } = await aWaitingScreen();
    await does(pairScreen, { meetingId: room.meeting, code }, room.chair);
    const other = await aRoom();
    expect(await tryTo(pairScreen, { meetingId: other.meeting, code }, other.chair)).toMatchObject({ no: "invalid" });
  });

  it("shows the meeting it is paired with and no other one", async () => {
    const other = await aRoom();
    const { actor } = await aPairedScreen(room.meeting, room.chair);
    expect(await shownTo(actor, room.meeting)).toMatchObject({ id: room.meeting });
    await expect(shownTo(actor, other.meeting)).rejects.toMatchObject({ answer: { no: "missing" } });
    await expect(shownTo(nobody, room.meeting)).rejects.toMatchObject({ answer: { no: "missing" } });
    await expect(shownTo(as(room.guide), room.meeting)).rejects.toMatchObject({ answer: { no: "missing" } });
  });

  it("leaves the meeting when whoever runs it closes it, and nobody else can", async () => {
    const { actor, token, screenId } = await aPairedScreen(room.meeting, room.chair);
    const close = { meetingId: room.meeting, screenId };
    expect(await tryTo(endScreen, close, room.guide)).toMatchObject({ no: "refused" });
    const other = await aRoom();
    expect(await tryTo(endScreen, { ...close, meetingId: other.meeting }, other.chair)).toMatchObject({
      no: "missing",
    });
    const [outcome] = await sentBy(() => does(endScreen, close, room.minuteTaker));
    expect(outcome).toMatchObject({ rights: true, reload: [`device:${screenId}`] });
    expect(await opensWith(token)).toBeNull();
    await expect(shownTo(actor, room.meeting)).rejects.toMatchObject({ answer: { no: "missing" } });
    expect((await read((db) => liveScreens(db, room.meeting))).map(({ id }) => id)).not.toContain(screenId);
  });

  it("ends with the meeting, and a closed meeting takes no other", async () => {
    const { meeting, chair } = await aRoom();
    const { token, actor } = await aPairedScreen(meeting, chair);
    await does(closeMeeting, { meetingId: meeting }, chair);
    expect(await opensWith(token)).toBeNull();
    await expect(shownTo(actor, meeting)).rejects.toMatchObject({ answer: { no: "missing" } });
    const { code } = await aWaitingScreen();
    expect(await tryTo(pairScreen, { meetingId: meeting, code }, chair)).toMatchObject({ no: "refused" });
  });
});
