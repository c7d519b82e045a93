import { beforeAll, expect, test } from "vitest";
import { chairOpens, goToBoard, heading } from "../support/at-the-board.ts";
import { findings } from "../support/axe.ts";
import { AT_ONCE, aBrowser, isLive, type Screen } from "../support/browser.ts";
import { type TodaysItem, type TodaysMeeting, todaysMeeting } from "../support/todays-meeting.ts";

const house = aBrowser();
let meeting: TodaysMeeting;
let chair: Screen;
/** Sits in the item for employment, on a phone. */
let phone: Screen;
/** Writes on the page of the course. */
let team: Screen;
let item: TodaysItem;
let courseId: string;

beforeAll(async () => {
  meeting = todaysMeeting(house.served);
  const found = house.served.row<{ itemId: string; courseId: string }>(
    `select i.id itemId, c.id courseId from agenda_item i join stu_course c on c.youngPersonId = i.youngPersonId
     where i.meetingId = ? and c.startOn < '2026-11-24' and c.endedOn is null and i.removedAt is null`,
    meeting.id,
  );
  courseId = found.courseId;
  item = meeting.items.find(({ id }) => id === found.itemId) as TodaysItem;
  [chair, phone, team] = (await Promise.all([
    house.as("koordinator"),
    house.as("beskaeftigelse", { viewport: { width: 390, height: 800 }, hasTouch: true }),
    house.as("stu"),
  ])) as [Screen, Screen, Screen];
  for (const screen of [chair, phone]) await goToBoard(screen, meeting.id);
  await chairOpens(chair, item);
  await heading(phone.page, item).waitFor();
});

const line = ({ page }: Screen) => page.getByRole("region", { name: "STU", exact: true });
const profile = (screen: Screen) => line(screen).locator(".levels summary");

test("the state, the next deadline with its day and the five levels stand on the board and on the phone", async () => {
  for (const screen of [chair, phone]) {
    await line(screen).waitFor();
    await line(screen).scrollIntoViewIfNeeded();
    expect(await line(screen).innerText()).toMatch(
      /STU\n+i (gang|udslusning) · \d\. år\n+.+ senest \d+\. \w+\.? (\d{4} )?· (om|over|i)/,
    );
    expect(await profile(screen).getAttribute("aria-label")).toMatch(
      /^Arbejde \d, forsørgelse \d, bolig \d, støtte \d, fællesskab \d$/,
    );
    expect(await line(screen).getByRole("link").count()).toBe(0);
    expect(await findings(screen.page)).toEqual([]);
  }
  await phone.page.setViewportSize({ width: 320, height: 700 });
  const wide = () => phone.page.evaluate(() => document.documentElement.scrollWidth);
  expect(await wide()).toBeLessThanOrEqual(320);
  await profile(phone).tap();
  await line(phone).getByText("Arbejde", { exact: false }).waitFor();
  expect(await wide()).toBeLessThanOrEqual(320);
});

test("what the team writes about the course stands on both within a second", async () => {
  const { page } = team;
  const before = (await profile(chair).getAttribute("aria-label")) ?? "";
  const level = before.includes("bolig 3") ? 1 : 3;
  await page.goto(`/stu/${courseId}`);
  await isLive(page);
  await page.getByText("Skriv, hvor afklaret det er").click();
  await page.getByLabel("Om", { exact: true }).selectOption({ label: "Bolig" });
  await page.getByLabel("Trin", { exact: true }).selectOption(String(level));
  await page
    .locator("form", { has: page.getByLabel("Trin", { exact: true }) })
    .getByRole("button", { name: "Gem" })
    .click();
  for (const screen of [chair, phone])
    await line(screen).locator(`summary[aria-label*="bolig ${level}"]`).waitFor(AT_ONCE);
  expect(chair.frames.filter((frame) => frame.includes("stu-line")).join()).not.toContain('"note"');
});

test("whoever goes with the young person comes from the board to the course", async () => {
  await goToBoard(team, meeting.id);
  await line(team).getByRole("link", { name: "Åbn forløbet" }).click();
  await team.page.waitForURL(`**/stu/${courseId}`);
});

test("without JavaScript the line stands there, and its levels open on a press", async () => {
  const plain = await house.visitor({ javaScriptEnabled: false }, "koordinator");
  await plain.page.goto("/login");
  await plain.page.getByRole("button", { name: "koordinator", exact: true }).click();
  await plain.page.goto(`/meetings/${meeting.id}/board`);
  await profile(plain).click();
  await line(plain)
    .getByText(/Arbejde \d, forsørgelse \d/)
    .waitFor();
  await plain.context.close();
});
