import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { publish } from "#domain/changes.server.ts";
import { startClockAt } from "#domain/clock.server.ts";
import { addToRoom } from "#domain/participants/commands.server.ts";
import { openItem } from "#domain/room/commands.server.ts";
import { screenTopic } from "#domain/topics.ts";
import { aPairedScreen, shownTo } from "../domain/screen/a-screen.ts";
import { aRoom } from "../support/a-room.ts";
import { aYoungPerson, does } from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";
import { aLine, aLiveServer, ownOrigin, watch } from "../support/live-server.ts";

aDatabase();

const ASKED = "Hvem tager over";
const MIDNIGHT = "2026-11-21T23:00:00.000Z";

test("what a parent may see ends at midnight of the 18th birthday: the big screen loads anew by itself, and shows nothing of it", async () => {
  startClockAt("2026-11-21T22:50:00.000Z");
  const evening = { now: "2026-11-21T22:50:00.000Z" };
  const youngPersonId = await aYoungPerson({ bornOn: "2008-11-22" });
  const room = await aRoom({ state: "published", youngPersonId });
  const { agendaItem } = tables;
  await transact((db) => db.update(agendaItem).set({ state: "planned" }).where(eq(agendaItem.id, room.item)));
  await does(openItem, { itemId: room.item }, room.chair, evening);
  await does(addToRoom, { itemId: room.item, kind: "parent", name: "Mor" }, room.chair, evening);
  const screen = await aPairedScreen(room.meeting, room.chair);

  const { port } = await aLiveServer();
  const asScreen = { cookie: `samspor-screen=${screen.token}`, origin: ownOrigin(port) };
  const { line } = aLine(port, asScreen, { auth: { screen: true } });
  await new Promise<void>((up, failed) => line.once("hello", () => up()).once("connect_error", failed));
  const loadsAnew = new Promise<string>((told) => line.once("reload", told));
  expect(await watch(line, screenTopic(room.meeting))).toHaveProperty("seq");

  startClockAt("2026-11-21T22:59:59.000Z");
  // Somebody's rights change, as they do all the time: the next ending is looked up.
  publish({ changes: [], reload: [], evict: [], rights: true });
  const shownAt = async (now: string) => JSON.stringify(await shownTo(screen.actor, room.meeting, now));
  expect(await shownAt("2026-11-21T22:59:59.999Z")).toContain(ASKED);
  expect(await loadsAnew).toBe(screenTopic(room.meeting));
  expect(await shownAt(MIDNIGHT)).not.toContain(ASKED);
});
