import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { chairOpens, goToBoard } from "../support/at-the-board.ts";
import { aBrowser, isLive } from "../support/browser.ts";
import { staffIdOf, type TodaysMeeting, todaysMeeting } from "../support/todays-meeting.ts";

const house = aBrowser();
let meeting: TodaysMeeting;

beforeAll(async () => {
  meeting = todaysMeeting(house.served);
  const chair = await house.as("koordinator");
  await goToBoard(chair, meeting.id);
  await chairOpens(chair, meeting.items[0] as TodaysMeeting["items"][number]);
  await chair.context.close();
});

/**
 * Somebody at the board, in whose browser time can be moved. The window is one that no mouse was ever over: a browser moves a
 * resting one by itself, and that is a touch.
 */
async function atTheBoard(username: string, counts: boolean) {
  const { context, frames, page: other } = await house.as(username);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await other.close();
  frames.length = 0;
  await page.clock.install();
  await page.goto(`/meetings/${meeting.id}/board`);
  await isLive(page);
  const told = async () => {
    const answer = frames.findLast((frame) => /^43\d+\[(true|false)\]/.test(frame))?.replace(/^43\d+/, "");
    // Before the board is watched there is no answer; it is asked about again a minute later.
    if (!answer) await page.clock.fastForward("00:10");
    return answer;
  };
  await expect.poll(told, { timeout: 40_000, interval: 500 }).toBe(`[${counts}]`);
  return page;
}

test("a board that stands open in a running meeting is not covered for whoever is present, though nobody touches it", async () => {
  const page = await atTheBoard("koordinator", true);
  for (let quarter = 0; quarter < 4; quarter++) {
    await page.clock.fastForward("15:00");
    expect(await page.locator(".cover").count()).toBe(0);
  }
});

test("the same board is covered after 20 minutes for somebody who was not set as present", async () => {
  const page = await atTheBoard("ungeguide", false);
  await page.clock.fastForward("14:00");
  expect(await page.locator(".cover").count()).toBe(0);
  await page.clock.fastForward("07:00");
  await page.getByRole("heading", { name: "Siden er dækket" }).waitFor();
});

describe("without JavaScript", () => {
  const somebody = async () => {
    const screen = await house.visitor({ javaScriptEnabled: false });
    onTestFinished(() => screen.context.close());
    screen.expects(/401|413/);
    await screen.page.goto("/login");
    await screen.page.getByRole("button", { name: "koordinator", exact: true }).click();
    return screen.page;
  };
  const goIdle = (minutes: number) => {
    const seenAt = house.served.now(-minutes * 60_000);
    house.served.age("update session set seenAt = ? where staffId = ?", seenAt, staffIdOf(house.served, "koordinator"));
  };
  const optionsCalled = (text: string) =>
    house.served.rows("select id from option_presented where text = ?", text).length;

  test("every page that is asked for counts as being at the screen", async () => {
    const page = await somebody();
    for (let round = 0; round < 3; round++) {
      goIdle(15);
      await page.goto("/meetings");
      expect(new URL(page.url()).pathname).toBe("/meetings");
    }
  });

  test("what was typed for longer than 20 minutes is shown, held through the sign-in, and sent once with one press", async () => {
    const page = await somebody();
    const text = "Få en mentor, der selv har prøvet det";
    await page.goto(`/meetings/${meeting.id}/board`);
    await page.getByLabel("Skriv en mulighed, den unge kan vælge").fill(text);
    goIdle(21);
    await page
      .locator("form", { has: page.locator("input[value='add-option']") })
      .getByRole("button")
      .click();
    await page.getByText("Din tekst er ikke gemt endnu.").waitFor();
    expect(await page.getByLabel("Det, du skrev").inputValue()).toBe(text);
    expect(optionsCalled(text)).toBe(0);

    await page.getByLabel("Adgangskode").fill("gættet forkert");
    await page.getByRole("button", { name: "Log ind", exact: true }).click();
    await page.getByText("Brugernavn eller adgangskode er forkert.").waitFor();
    await page.getByLabel("Adgangskode").fill("samspor-demo");
    await page.getByRole("button", { name: "Log ind", exact: true }).click();
    await page.getByRole("button", { name: "Send det, jeg skrev" }).click();
    await page.getByText(text).first().waitFor();
    expect(new URL(page.url()).pathname).toBe(`/meetings/${meeting.id}/board`);
    expect(optionsCalled(text)).toBe(1);
  });

  test("a text that is too long is turned away on a page, and stands in its field again one step back", async () => {
    const page = await somebody();
    await page.goto(`/meetings/${meeting.id}/board`);
    const field = page.getByLabel("Skriv en mulighed, den unge kan vælge");
    const text = "lang ".repeat(80_000);
    await field.evaluate((element) => element.removeAttribute("maxlength"));
    await field.fill(text);
    await page
      .locator("form", { has: page.locator("input[value='add-option']") })
      .getByRole("button")
      .click();
    await page.getByText("Del den i to, og send igen.").waitFor();
    await page.goBack();
    expect((await field.inputValue()).trim()).toBe(text.trim());
  });
});
