import { beforeAll, describe, expect, it } from "vitest";
import { read } from "#db/index.server.ts";
import { type Asking, decide } from "#domain/access/decide.server.ts";
import { rules, type What } from "#domain/access/rules.server.ts";
import { mayWatch } from "#domain/access/watchable.server.ts";
import type { Actor } from "#domain/actor.ts";
import { whichScreen, whoAsks } from "#http/who.server.ts";
import { aPairedScreen } from "#tests/domain/screen/a-screen.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { as, NOW, TODAY } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

aDatabase();

describe("the token of a paired screen", () => {
  let room: Room;
  let other: Room;
  let token = "";
  let screen: Actor & { kind: "screen" };
  const watches = (actor: Actor, topic: string) => read((db) => mayWatch(db, { actor, now: NOW, today: TODAY }, topic));

  beforeAll(async () => {
    room = await aRoom();
    other = await aRoom();
    const paired = await aPairedScreen(room.meeting, room.chair);
    token = paired.token;
    screen = { kind: "screen", id: paired.screenId };
  });

  it("opens the topics of its own screen", async () => {
    expect(await watches(screen, `screen:${room.meeting}`)).toBe("paired");
    expect(await watches(screen, `device:${screen.id}`)).toBe("itself");
  });

  it("opens no other topic", async () => {
    const others = await aPairedScreen(other.meeting, other.chair);
    const closed = [
      `screen:${other.meeting}`,
      `device:${others.screenId}`,
      `meeting:${room.meeting}`,
      `item:${room.item}`,
      `staff:${room.chair}`,
      `staff:${screen.id}`,
      `department:${room.adults}`,
      `screen:${room.item}`,
      `device:${room.meeting}`,
    ];
    for (const topic of closed) expect(await watches(screen, topic), topic).toBeNull();
  });

  it("is given by no rule but its own: every other right is denied for everything in its meeting", async () => {
    const asking: Asking = { actor: screen, now: NOW, today: TODAY };
    const ids = [room.meeting, room.item, room.youngPerson, room.chair, room.adults, screen.id];
    for (const what of Object.keys(rules).filter((name) => name !== "screen:of-meeting") as What[])
      for (const id of ids) expect(await read((db) => decide(db, asking, what, id)), `${what} ${id}`).toBeNull();
  });

  it("signs nobody in: no page but the big screen knows it", async () => {
    const cookies = `samspor-screen=${token}; samspor-session=${token}`;
    expect(await whoAsks(cookies)).toEqual({ actor: { kind: "nobody" }, signedIn: null });
    expect(await whichScreen(cookies)).toMatchObject({ id: screen.id, meetingId: room.meeting });
  });

  it("is not needed by whoever runs the meeting, and does not help others", async () => {
    expect(await watches(as(room.minuteTaker), `screen:${room.meeting}`)).toBe("leads the meeting");
    expect(await watches(as(room.guide), `screen:${room.meeting}`)).toBeNull();
    expect(await watches(as(room.chair), `device:${screen.id}`)).toBeNull();
  });
});
