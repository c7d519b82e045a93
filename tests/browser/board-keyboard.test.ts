import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { agree, agreement, goToBoard, heading } from "../support/at-the-board.ts";
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

const focused = () => focusOf(page);

/** Goes on with Tab until something of that name has the focus, as somebody without a mouse does. */
async function tabTo(name: RegExp): Promise<void> {
  for (let n = 0; n < 60; n++) {
    if (name.test(await focused())) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** Every stop of Tab from the top of the page until it begins again. */
async function stops(): Promise<string[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.getSelection()?.removeAllRanges();
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });
  const found: string[] = [];
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press("Tab");
    const at = await focused();
    if (at === "" || (n > 0 && at === found[0])) return found;
    found.push(at);
  }
  throw new Error(`Tab never comes round: ${found.join(" | ")}`);
}

describe("a whole item without a mouse", () => {
  test("R opens the item, T the roll call: all are here, and nobody has a conflict", async () => {
    await page.keyboard.press("r");
    await heading(page, first).waitFor();
    await page.keyboard.press("t");
    await page.getByRole("dialog", { name: "Til stede" }).waitFor();
    expect(await focused()).toBe("Alle inviterede er her");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: `Til stede ${first.invited.length} af ${first.invited.length}` }).waitFor();
    await tabTo(/^Ingen$/);
    await page.keyboard.press("Enter");
    await page.getByText("Der er spurgt. Ingen inhabile er i punktet.").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Til stede" }).waitFor({ state: "hidden" });
  });

  test("N begins an agreement; Enter goes to the first thing that is missing, and adds when nothing is", async () => {
    await page.keyboard.press("n");
    expect(await focused()).toBe("Hvad");
    await page.keyboard.type("Finder et værksted");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("Afdeling");
    await page.keyboard.type(departmentOf(house.served, "voksen"));
    await page.keyboard.press("Tab");
    await tabTo(/^Senest/);
    await page.keyboard.type("14d");
    await page.keyboard.press("Enter");
    await agreement(page, "Finder et værksted").waitFor();
    await expect.poll(focused).toBe("Hvad");
    expect(await page.locator("#new-agreement").inputValue()).toBe("");
    expect(house.served.row("select dueOn from action where itemId = ?", first.id)).toEqual({ dueOn: "2026-12-08" });
  });

  test("Esc leaves what is half-written where it is, and saves what saves itself", async () => {
    await page.keyboard.type("Ringer til");
    await page.keyboard.press("Escape");
    expect(await page.locator("#new-agreement").inputValue()).toBe("Ringer til");
    await page.locator("#new-agreement").fill("");
    await page.locator("#discussion-text").fill("Han kommer");
    await page.locator("#discussion-text").press("Escape");
    await page.getByText(/^Gemt \d+\.\d\d$/).waitFor();
    expect(await page.locator("#discussion-text").inputValue()).toBe("Han kommer");
    expect(house.served.row("select text from paragraph where itemId = ? and kind = 'discussion'", first.id)).toEqual({
      text: "Han kommer",
    });
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  });

  test("D writes the discussion, which is saved by itself", async () => {
    await page.keyboard.press("d");
    expect(await focused()).toBe("Kort om drøftelsen");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("Han sover bedre nu.");
    await page.keyboard.press("Tab");
    await expect
      .poll(() => house.served.row("select text from paragraph where itemId = ? and kind = 'discussion'", first.id))
      .toEqual({ text: "Han sover bedre nu." });
  });

  test("what is missing is filled in from the lines above Videre", async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tabTo(/Den unge hørt/);
    for (let n = 0; n < 4 && !/Næste gang/.test(await focused()); n++) await page.keyboard.press("ArrowDown");
    expect(await focused()).toMatch(/^○ Næste gang/);
    await page.keyboard.press("Enter");
    const form = page.locator(".closing-form");
    await form.waitFor();
    await tabTo(/^Mødet/);
    await tabTo(/^Gem$/);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /Næste gang Mødet/ }).waitFor();
    await page.getByRole("button", { name: "Videre til rumskifte" }).waitFor();
    expect(house.served.row("select nextKind from item_closing where id = ?", first.id)).toEqual({
      nextKind: "meeting",
    });
  });

  test("whoever goes on before the answer is here is left where they are", async () => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const held = (url: URL) => url.searchParams.has("_data");
    await page.route(held, async (route) => {
      if (!route.request().postData()?.includes("set-closing")) return route.fallback();
      const response = await route.fetch();
      await answered;
      await route.fulfill({ response });
    });
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tabTo(/Næste gang/);
    await page.keyboard.press("Enter");
    await page.locator(".closing-form").waitFor();
    await tabTo(/^Gem$/);
    await page.keyboard.press("Enter");
    const row = page.locator(".agenda-row[tabindex='0']");
    await row.focus();
    answer();
    await page.locator(".closing-form").waitFor({ state: "detached" });
    expect(await row.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.unroute(held);
  });

  test("arrows look ahead in the agenda, where only the one who looks is, and B leads back", async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.locator(".agenda-row[tabindex='0']").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await heading(page, second).waitFor();
    await page.getByText(`Du kigger frem på punkt ${second.number}. Kun du ser det.`).waitFor();
    expect(house.served.row("select pointerItemId from meeting where id = ?", meeting.id)).toEqual({
      pointerItemId: first.id,
    });
    await page.keyboard.press("b");
    await heading(page, first).waitFor();
  });

  test("V goes to the room change, R opens the next item", async () => {
    await page.keyboard.press("v");
    await page.getByRole("heading", { name: "Rumskifte" }).waitFor();
    await page.keyboard.press("r");
    await heading(page, second).waitFor();
  });

  test("U asks why the item is put off, and Esc takes nothing away", async () => {
    await page.keyboard.press("u");
    await page.getByRole("dialog", { name: "Hvorfor udsættes punktet?" }).waitFor();
    await page.keyboard.press("Escape");
    await heading(page, second).waitFor();
    expect(house.served.row("select state from agenda_item where id = ?", second.id)).toEqual({ state: "open" });
  });
});

describe("the stops of Tab", () => {
  test("are twenty-five, however long the lists are", async () => {
    const department = departmentOf(house.served, "voksen");
    const one = async (text: string) => {
      await agree(page, { text, department });
      await agreement(page, text).waitFor();
    };
    await one("Den første");
    await page.locator("#new-option").fill("Et værelse");
    await page.locator("#new-option").press("Enter");
    await page.locator(".option-row, li", { hasText: "Et værelse" }).first().waitFor();
    const few = await stops();
    for (const text of ["Den anden", "Den tredje", "Den fjerde", "Den femte"]) await one(text);
    for (const text of ["En båd", "En hund"]) {
      await page.locator("#new-option").fill(text);
      await page.locator("#new-option").press("Enter");
      await page.getByText(text, { exact: true }).waitFor();
    }
    const many = await stops();
    expect(many, many.join(" | ")).toHaveLength(few.length);
    expect(many.length, many.join(" | ")).toBeLessThanOrEqual(25);
    expect(many[0]).toMatch(/^Spring til/);
  });

  test("an agreement is edited and taken away from its row", async () => {
    await agreement(page, "Den anden").focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Ret aftale 2", { exact: true }).waitFor();
    expect(await focused()).toBe("Ret aftale 2");
    await page.keyboard.press("Escape");
    await page.getByLabel("Ret aftale 2", { exact: true }).waitFor({ state: "detached" });
    await agreement(page, "Den anden").focus();
    await page.keyboard.press("Delete");
    expect(await focused()).toBe("Hvorfor bortfalder den");
    await page.keyboard.type("Er sket");
    await page.keyboard.press("Enter");
    await page.locator(".struck", { hasText: "Den anden" }).waitFor();
    expect(
      house.served.row("select state, cancelReason from action where itemId = ? and number = 2", second.id),
    ).toEqual({
      state: "cancelled",
      cancelReason: "Er sket",
    });
  });
});

test("`?` lists the keys, and the single ones can be switched off and on", async () => {
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Taster" });
  await sheet.waitFor();
  await sheet.getByRole("button", { name: "Enkelttaster: til" }).press("Enter");
  await sheet.getByRole("button", { name: "Enkelttaster: fra" }).waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press("v");
  await page.keyboard.press("n");
  expect(await focused()).not.toBe("Hvad");
  await heading(page, second).waitFor();
  await page.getByRole("button", { name: /^Menu/ }).press("Enter");
  await page.getByRole("button", { name: "Taster" }).press("Enter");
  await sheet.getByRole("button", { name: "Enkelttaster: fra" }).press("Enter");
  await sheet.getByRole("button", { name: "Enkelttaster: til" }).waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await page.keyboard.press("n");
  expect(await focused()).toBe("Hvad");
});
