import type { Page } from "playwright-core";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { agree, agreement, goToBoard, heading, takeNow } from "../support/at-the-board.ts";
import { aBrowser, focusOf, type Screen } from "../support/browser.ts";
import {
  departmentOf,
  itemThat,
  type TodaysItem,
  type TodaysMeeting,
  todaysMeeting,
} from "../support/todays-meeting.ts";

const house = aBrowser();
let meeting: TodaysMeeting;
let first: TodaysItem;
let second: TodaysItem;
let chair: Screen;
let page: Page;

beforeAll(async () => {
  meeting = todaysMeeting(house.served);
  first = itemThat(meeting, { invites: ["ungeguide", "voksen"] });
  second = meeting.items[meeting.items.indexOf(first) + 1] as TodaysItem;
  chair = await house.as("koordinator");
  page = chair.page;
  await goToBoard(chair, meeting.id);
});

/** The words of what has the focus; nothing when it has fallen to the page. */
const focused = () => focusOf(page);
const press = async (name: string | RegExp) => {
  const button = page.getByRole("button", { name, exact: typeof name === "string" });
  await button.waitFor();
  await button.press("Enter");
};

describe("the focus goes to its neighbour when what had it is taken away", () => {
  test("to Videre when the chair opens an item, and to Ingen when all are here", async () => {
    await press(/^Rummet er klar/);
    await heading(page, first).waitFor();
    await expect.poll(focused).toMatch(/^Videre/);
    await page.locator("#present-button").press("Enter");
    await press("Alle inviterede er her");
    await expect.poll(focused).toBe("Ingen");
    await page.keyboard.press("Escape");
    await expect.poll(focused).toMatch(/^Til stede/);
  });

  test("to the menu of the row whose agreement got its yes", async () => {
    await page.locator("#present-button").click();
    await page.locator(".seat-row").filter({ hasText: "Voksen" }).getByRole("button", { name: "Mangler" }).click();
    await page.locator(".seat-row [aria-pressed=true]", { hasText: "Mangler" }).waitFor();
    await page.keyboard.press("Escape");
    await agree(page, { text: "Spørger en kollega", department: departmentOf(house.served, "voksen") });
    await agreement(page, "Spørger en kollega").getByText("Afventer ja").waitFor();
    await agreement(page, "Spørger en kollega").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await press("Sagt ja i mødet");
    await agreement(page, "Spørger en kollega").getByText("Sagt ja", { exact: true }).waitFor();
    await expect.poll(focused).toBe("Mere om aftale 1");
  });

  test("to the heading of the room change at Videre and at Udsæt, and stays there when it is undone", async () => {
    await page.locator("#move-on").press("Enter");
    await expect.poll(focused).toBe("Rumskifte");
    await press(/^Rummet er klar/);
    await heading(page, second).waitFor();
    await expect.poll(focused).toMatch(/^Videre/);
    await page.locator("#present-button").click();
    await press("Alle inviterede er her");
    await page.keyboard.press("Escape");
    await page.locator("#postpone").press("Enter");
    await press("Tiden slap op");
    await expect.poll(focused).toBe("Rumskifte");
  });

  test("to the row of the agenda where an item was taken now", async () => {
    await page.getByText("Går nu", { exact: true }).waitFor();
    await press("Fortryd");
    await page.getByRole("button", { name: "Fortryd", exact: true }).waitFor({ state: "detached" });
    await expect.poll(focused).toBe("Rumskifte");
    const third = meeting.items[meeting.items.indexOf(second) + 1] as TodaysItem;
    await takeNow(page, third);
    await heading(page, third).waitFor();
    await expect.poll(focused).toMatch(new RegExp(`^${third.number} `));
  });
});

test("the room change says who goes and who comes after an item was put off, and before the first", async () => {
  const [goes, comes] = ["Går nu", "Kommer ind"].map((name) => page.getByRole("heading", { name, exact: true })) as [
    ReturnType<Page["locator"]>,
    ReturnType<Page["locator"]>,
  ];
  await page.locator("#postpone").click();
  await press("Tiden slap op");
  await Promise.all([goes.waitFor(), comes.waitFor()]);
  expect(await page.locator(".room-lists li").count()).toBeGreaterThan(0);
  expect(await page.getByRole("button", { name: /^Tilbage til punkt/ }).count()).toBe(0);
});

test("ending the meeting says first how many items lack something and how many move on", async () => {
  await press("Slut mødet");
  await page.getByText(/^1 punkt mangler noget · \d flyttes til 8\. dec\.$/).waitFor();
  await press("Bliv i mødet");
});

test("the entry of an agreement stands still whatever is said about what is written", async () => {
  await press(/^Rummet er klar/);
  const field = page.locator("#new-agreement");
  await field.waitFor();
  const top = () => field.evaluate((at) => at.getBoundingClientRect().top);
  const stood = await top();
  const still = async (seen: string | RegExp) => {
    await page.locator(".agreement-entry").getByText(seen).waitFor();
    expect(await top()).toBe(stood);
  };
  await field.fill("Vi bevilger et kursus");
  await still(/^Afgørelser træffes i afdelingen/);
  await field.fill("Følger med derhen");
  await page.locator(".agreement-terms").getByLabel("Afdeling").selectOption({ label: "Politi og SSP" });
  await still(/^Ingen fra afdelingen er i rummet/);
  await page.locator("#new-agreement-due").fill("31/2");
  await still(/findes ikke/);
  await page.locator("#new-agreement-due").fill("1/1-2026");
  await still(/^Den dag er gået/);
  await page.locator("#new-agreement-due").fill("14d");
  await page.locator(".agreement-terms").getByRole("button", { name: "Tilføj" }).click();
  await agreement(page, "Følger med derhen").getByText("Afventer ja").waitFor();
  await still(/bliver spurgt nu/);
});

test("what is typed while the one before is on its way stays, and both stand once", async () => {
  let letGo = () => {};
  const held = new Promise<void>((go) => {
    letGo = go;
  });
  await page.route(/\/board/, async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  onTestFinished(() => page.unroute(/\/board/));
  const field = page.locator("#new-option");
  const key = page.locator("form", { has: field }).locator("input[name=key]");
  const before = await key.inputValue();
  await field.fill("Et værelse i byen");
  await field.press("Enter");
  await field.fill("En båd");
  letGo();
  await expect.poll(() => key.inputValue()).not.toBe(before);
  expect(await field.inputValue()).toBe("En båd");
  await field.press("Enter");
  await page.locator(".option-row", { hasText: "En båd" }).waitFor();
  await expect.poll(() => field.inputValue()).toBe("");
  expect(await page.locator(".option-row").count()).toBe(2);
});

test("without JavaScript an agreement is edited in its row, and what is refused keeps its text", async () => {
  const plain = await house.as("koordinator", { javaScriptEnabled: false });
  onTestFinished(() => plain.context.close());
  plain.expects(/422/);
  await plain.page.goto(`/meetings/${meeting.id}/board`);
  await plain.page.locator(".agreement-row .row-menu-button").click();
  await plain.page.getByRole("button", { name: "Ret", exact: true }).last().click();
  const form = plain.page.locator(".agreement-edit");
  await form.getByLabel("Ret aftale 1").fill("Følger med hver mandag");
  await form.getByLabel("Senest").fill("31/2");
  await form.getByRole("button", { name: "Gem" }).click();
  await form.locator(".form-error-message").waitFor();
  expect(await form.getByLabel("Ret aftale 1").inputValue()).toBe("Følger med hver mandag");
  await form.getByLabel("Senest").fill("14d");
  await form.getByRole("button", { name: "Gem" }).click();
  await plain.page.locator(".agreement-row", { hasText: "Følger med hver mandag" }).waitFor();
  expect(await form.count()).toBe(0);
  expect(
    await plain.page.locator("[id]").evaluateAll((all) => all.length - new Set(all.map(({ id }) => id)).size),
  ).toBe(0);
});

test("the entry's field is at hand for the next, but not for who goes to a row as the fresh one comes", async () => {
  const text = "Ringer på mandag";
  await agree(page, { text, department: departmentOf(house.served, "voksen") });
  await agreement(page, text).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("new-agreement");
  await page.evaluate(() => {
    const entry = document.querySelector(".agreement-entry") as HTMLElement;
    const seen = new MutationObserver(() => {
      seen.disconnect();
      document.querySelector<HTMLElement>(".agreement-row")?.focus();
      document.body.dataset.went = "yes";
    });
    seen.observe(entry, { childList: true });
  });
  await agree(page, { text: "Skriver på tirsdag", department: departmentOf(house.served, "voksen") });
  await page.locator("body[data-went]").waitFor();
  await agreement(page, "Skriver på tirsdag").waitFor();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("agreement-row");
});
