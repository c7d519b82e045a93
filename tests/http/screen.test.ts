import { beforeAll, describe, expect, it } from "vitest";
import { nobody } from "#domain/actor.ts";
import { newId } from "#domain/ids.server.ts";
import { endScreen } from "#domain/screen/commands.server.ts";
import { bigScreen, roomScreen, type ScreenPage } from "#http/screen.server.ts";
import type { Who } from "#http/who.server.ts";
import { aPairedScreen } from "#tests/domain/screen/a-screen.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { as, does } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

aDatabase();

const signedOut: Who = { actor: nobody, signedIn: null };
const signedIn = (staffId: string): Who => ({ actor: as(staffId), signedIn: null });

/** Loads the big screen of a meeting as a page, or as a data request. */
async function load(meetingId: string, set: { who?: Who; token?: string; data?: boolean } = {}) {
  const { who = signedOut, token, data = false } = set;
  const request = new Request(`http://localhost/meetings/${meetingId}/screen`, {
    headers: token ? { cookie: `samspor-screen=${token}` } : {},
  });
  const response = await bigScreen(request, meetingId, { who, address: newId(), data });
  return { response, page: (await response.json()) as ScreenPage };
}

describe("the page of a big screen", () => {
  let room: Room;
  beforeAll(async () => {
    room = await aRoom();
  });

  it("gives a code to whoever is neither paired nor runs the meeting, the same for a meeting that does not exist", async () => {
    for (const meetingId of [room.meeting, newId(), "1", "%00"])
      for (const who of [signedOut, signedIn(room.guide), signedIn(room.outsider)])
        for (const data of [true, false]) {
          const { response, page } = await load(meetingId, { who, data });
          expect(response.status).toBe(200);
          expect(page).toEqual({
            shows: "code",
            screenId: expect.any(String),
            code: expect.stringMatching(/^\d{3} \d{3}$/),
            now: expect.any(String),
            endsAt: expect.any(String),
          });
          expect(response.headers.get("Set-Cookie")).toMatch(
            /^samspor-screen=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
          );
        }
  });

  it("holds nothing of the meeting in its source; what stands comes with the data, for the paired and for those who run it", async () => {
    const { token } = await aPairedScreen(room.meeting, room.chair);
    for (const by of [{ token }, { who: signedIn(room.chair) }]) {
      expect((await load(room.meeting, by)).page).toMatchObject({ shows: "meeting", screen: { seq: -1, rows: [] } });
      expect((await load(room.meeting, { ...by, data: true })).page).toMatchObject({
        shows: "meeting",
        own: !("token" in by),
        screen: { rows: [{ kind: "shown", id: room.meeting }] },
      });
    }
  });

  it("leads a paired computer to its own meeting, whatever address it is opened at", async () => {
    const { token } = await aPairedScreen(room.meeting, room.chair);
    const toOwn = (response: Response) =>
      expect(response.headers.get("Location")).toBe(`/meetings/${room.meeting}/screen`);
    for (const id of [(await aRoom()).meeting, newId()]) await load(id, { token }).then(() => expect.fail(), toOwn);
    const request = new Request("http://localhost/screen", { headers: { cookie: `samspor-screen=${token}` } });
    await roomScreen(request, { address: "" }).then(() => expect.fail(), toOwn);
  });

  it("shows a computer that was taken off the meeting a new code", async () => {
    const { token, screenId } = await aPairedScreen(room.meeting, room.chair);
    await does(endScreen, { meetingId: room.meeting, screenId }, room.chair);
    const { page } = await load(room.meeting, { token, data: true });
    expect(page).toMatchObject({ shows: "code" });
    expect(page).not.toMatchObject({ screenId });
  });
});
