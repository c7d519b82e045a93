import { beforeAll, expect, onTestFinished, test } from "vitest";
import { chairOpens, goToBoard } from "../support/at-the-board.ts";
import { aBrowser, isLive } from "../support/browser.ts";
import { type TodaysMeeting, todaysMeeting } from "../support/todays-meeting.ts";

const house = aBrowser();
let meeting: TodaysMeeting;

beforeAll(async () => {
  meeting = todaysMeeting(house.served);
  const chair = await house.as("koordinator");
  await goToBoard(chair, meeting.id);
  await chairOpens(chair, meeting.items[0] as TodaysMeeting["items"][number]);
  await chair.context.close();
});

/** Somebody at the board, in whose browser time can be moved. */
async function atTheBoard(username: string) {
  const screen = await house.as(username);
  onTestFinished(() => screen.context.close());
  const { page } = screen;
  await page.goto("about:blank");
  screen.frames.length = 0;
  await page.clock.install();
  await page.goto(`/meetings/${meeting.id}/board`);
  await isLive(page);
  const answered = () => screen.frames.some((frame) => /^43\d+\[(true|false)\]/.test(frame));
  await expect.poll(answered, { timeout: 40_000 }).toBe(true);
  return page;
}

test("a board that stands open in a running meeting is not covered for whoever is present, though nobody touches it", async () => {
  const page = await atTheBoard("koordinator");
  for (let quarter = 0; quarter < 4; quarter++) {
    await page.clock.fastForward("15:00");
    expect(await page.locator(".cover").count()).toBe(0);
  }
});

test("the same board is covered after 20 minutes for somebody who was not set as present", async () => {
  const page = await atTheBoard("ungeguide");
  await page.clock.fastForward("19:00");
  expect(await page.locator(".cover").count()).toBe(0);
  await page.clock.fastForward("02:00");
  await page.getByRole("heading", { name: "Siden er dækket" }).waitFor();
});
