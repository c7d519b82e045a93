import { describe, expect, onTestFinished, test } from "vitest";
import { goToBoard } from "../support/at-the-board.ts";
import { findings } from "../support/axe.ts";
import { aBrowser, isLive } from "../support/browser.ts";
import { everyPage } from "../support/every-page.ts";

const house = aBrowser();
const { pagesOf, withoutSignIn, all, agenda, heldMeeting, meetingId } = everyPage(house);

describe("every page is without a finding of axe, has a title without a name, and reads without scrolling sideways at 320 px and at 200 %", () => {
  test.each(Object.keys(pagesOf))(
    "of %s",
    async (username) => {
      const screen = await house.as(username);
      onTestFinished(() => screen.context.close());
      expect(await all(screen, pagesOf[username]?.() ?? [], "da")).toEqual([]);
    },
    150_000,
  );

  test("of somebody without a sign-in", async () => {
    const screen = await house.visitor();
    onTestFinished(() => screen.context.close());
    expect(await all(screen, withoutSignIn, "da")).toEqual([]);
    screen.expects(/404/);
    await screen.page.goto("/welcome/never-made");
    expect(await findings(screen.page)).toEqual([]);
  });

  test("at 320 px the board's parts stand one at a time behind four tabs, each without a finding", async () => {
    const screen = await house.as("koordinator", { viewport: { width: 320, height: 640 } });
    onTestFinished(() => screen.context.close());
    const { page } = screen;
    await goToBoard(screen, meetingId());
    for (const tab of [/^Aftaler/, /^Til stede/, /^Dagsorden/, /^Punkt/]) {
      await page.locator(".board-tabs").getByRole("button", { name: tab }).click();
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    await page.getByRole("button", { name: "Forbundet" }).waitFor();
  });
});

test("what is printed of the agenda and of the minutes shows no button and no field", async () => {
  const { page, context } = await house.as("koordinator");
  onTestFinished(() => context.close());
  for (const path of [agenda(), `/meetings/${heldMeeting()}/minutes`]) {
    await page.goto(path);
    await isLive(page);
    await page.emulateMedia({ media: "print" });
    const controls = page.locator(
      "button:visible, input:visible, select:visible, textarea:visible, nav:visible, summary:visible",
    );
    expect(await controls.evaluateAll((found) => found.map((one) => one.outerHTML.slice(0, 120)))).toEqual([]);
    expect((await page.locator("body").innerText()).length).toBeGreaterThan(200);
    await page.emulateMedia({ media: null });
  }
});
