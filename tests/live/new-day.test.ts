import { expect, test } from "vitest";
import { startClockAt } from "#domain/clock.server.ts";
import { staffTopic } from "#domain/topics.ts";
import { aStaffMember } from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";
import { aLineUp, aLiveServer, aSession, watch } from "../support/live-server.ts";

aDatabase();

test("at midnight everybody's own page loads anew: who covers whom and what is due stands otherwise", async () => {
  startClockAt("2026-11-22T22:59:55.000Z");
  const guide = await aStaffMember("youth_guide");
  const { port } = await aLiveServer();
  const { line } = await aLineUp(port, (await aSession(guide)).cookie);
  expect(await watch(line, staffTopic(guide))).toHaveProperty("seq");
  const loadsAnew = new Promise<string>((told) => line.once("reload", told));
  startClockAt("2026-11-22T23:00:01.000Z");
  expect(await loadsAnew).toBe(staffTopic(guide));
});
