import type { Page } from "playwright-core";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { aBrowser, isLive } from "../support/browser.ts";
import { type TodaysMeeting, todaysMeeting } from "../support/todays-meeting.ts";

const house = aBrowser();
let meeting: TodaysMeeting;
beforeAll(() => {
  meeting = todaysMeeting(house.served);
});

const agenda = () => `/meetings/${meeting.id}`;

async function coordinator(options = {}): Promise<Page> {
  const { page, context } = await house.as("koordinator", options);
  onTestFinished(() => context.close());
  return page;
}

async function openAgenda(): Promise<Page> {
  const page = await coordinator();
  await page.goto(agenda());
  await isLive(page);
  // The list that can be dragged has taken the plain one's place.
  await page.locator(".drag-handle").first().waitFor();
  return page;
}

const places = (page: Page) => page.locator(".agenda-place");

const orderOf = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll(".place-row")].map((each) => each.id).join());
const holdsFocus = (page: Page, found: string) =>
  page.waitForFunction((one) => document.activeElement?.matches(one), found);

test("a menu that was opened before the list can be dragged stays open; the list comes when it is closed, and nothing jumps", async () => {
  const page = await coordinator();
  let come: () => void = () => undefined;
  const fetched = new Promise<void>((then) => {
    come = then;
  });
  await page.route(/sortable-list/, async (route) => {
    await fetched;
    await route.continue();
  });
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as unknown as { sources: { node?: Element }[] }[])
        moved.push(...sources.flatMap(({ node }) => node?.className ?? []));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(agenda());
  await isLive(page);
  const menu = page.locator(".row-menu-list:popover-open");
  await page.locator(".agenda-place .row-menu-button").first().click();
  await menu.waitFor();
  const loaded = page.waitForResponse(/sortable-list/);
  come();
  await loaded;
  await page.waitForTimeout(600);
  expect(await menu.isVisible()).toBe(true);
  expect(await page.locator(".drag-handle").count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.locator("h1").click();
  await page.locator(".drag-handle").first().waitFor();
  const jumped = await page.evaluate(() => (window as unknown as { moved: string[] }).moved);
  expect(jumped.filter((name) => name.includes("agenda"))).toEqual([]);
});

describe("the focus on the agenda", () => {
  test("stays on the button of the row that was moved, and on its neighbour where it can go no further", async () => {
    const page = await openAgenda();
    const row = places(page).last();
    const id = (await row.locator(".place-row").getAttribute("id")) ?? "";
    const button = (move: "up" | "down") => page.locator(`#${id} .place-moves [data-move=${move}]`);
    const moves = async (press: () => Promise<void>) => {
      const order = await orderOf(page);
      await press();
      await page.waitForFunction(
        (before) => [...document.querySelectorAll(".place-row")].map((each) => each.id).join() !== before,
        order,
      );
    };
    const enter = () => page.keyboard.press("Enter");
    const first = await orderOf(page);
    await moves(() => button("up").click());
    await holdsFocus(page, `#${id} .place-moves [data-move=up]`);
    await moves(enter);
    await holdsFocus(page, `#${id} .place-moves [data-move=up]`);
    await moves(() => button("down").click());
    await holdsFocus(page, `#${id} .place-moves [data-move=down]`);
    await moves(enter);
    await holdsFocus(page, `#${id} .place-moves [data-move=up]`);
    expect(await orderOf(page)).toBe(first);
  });

  test("goes back to the field that finds the next young person when one was added, and to what was pressed for a pause", async () => {
    const page = await openAgenda();
    await page.getByRole("link", { name: "Tilføj ung" }).click();
    await holdsFocus(page, ".agenda-add input[type=search]");
    await page.keyboard.type("an");
    await page.locator(".agenda-add .rows a").first().click();
    await holdsFocus(page, "textarea[name=question]");
    await page.keyboard.type("Hvem følger med på rundvisningen?");
    await page.getByRole("button", { name: "Tilføj", exact: true }).click();
    await page.getByText("Hvem følger med på rundvisningen?").first().waitFor();
    await holdsFocus(page, ".agenda-add input[type=search]");
    await page.getByRole("link", { name: "Tilføj pause" }).click();
    await holdsFocus(page, "input[name=question]");
    await page.getByRole("button", { name: "Tilføj", exact: true }).click();
    await holdsFocus(page, "#add-pause");
  });

  test("goes to the neighbour of a row that was taken off, and to the row when it is back or was written in", async () => {
    const page = await openAgenda();
    const row = places(page).last();
    const id = (await row.locator(".place-row").getAttribute("id")) ?? "";
    await row.locator(".row-menu-button").click();
    await row.getByRole("button", { name: "Fjern" }).click();
    await page.getByText("Punktet er taget af dagsordenen.").waitFor();
    await holdsFocus(page, ".agenda-place, .agenda-place *");
    await page.getByRole("button", { name: "Fortryd" }).click();
    await page.locator(`#${id}`).waitFor();
    await holdsFocus(page, `.agenda-place:has(#${id})`);
    await page.locator(`#${id} .row-menu-button`).click();
    await page.locator(`#${id}`).getByRole("link", { name: "Ret" }).click();
    await holdsFocus(page, "input[name=question]");
    await page.getByRole("button", { name: "Gem", exact: true }).click();
    await holdsFocus(page, `.agenda-place:has(#${id})`);
  });
});

test("a name that is not found leads to `Ny ung`, with the name in the form", async () => {
  const page = await openAgenda();
  await page.getByRole("link", { name: "Tilføj ung" }).click();
  await page.getByLabel("Find en ung").fill("Anna Sofie Findesikke");
  await page.getByRole("link", { name: "Opret Anna Sofie Findesikke som ny ung" }).click();
  await page.waitForURL(/\/people\/new/);
  expect(await page.getByLabel("Fornavn").inputValue()).toBe("Anna Sofie");
  expect(await page.getByLabel("Efternavn").inputValue()).toBe("Findesikke");
});

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const)("the people around a young person, %s", (_, javaScriptEnabled) => {
  test("are given a role and a day by the coordinator, and their place ends after a question", async () => {
    const page = await coordinator({ javaScriptEnabled });
    const item = meeting.items[javaScriptEnabled ? 0 : 1];
    const { youngPersonId } = house.served.row<{ youngPersonId: string }>(
      "select youngPersonId from agenda_item where id = ?",
      item?.id,
    );
    if (javaScriptEnabled) {
      await page.goto(agenda());
      await isLive(page);
      const place = page.locator(`#place-${item?.id}`);
      await place.locator(".row-menu-button").click();
      await place.getByRole("link", { name: "Personer omkring" }).click();
    } else await page.goto(`/people/${youngPersonId}`);
    await page.getByRole("heading", { level: 1, name: item?.name }).waitFor();

    await page.locator("summary", { hasText: "Tilføj en fagperson" }).click();
    const form = page.locator("form").filter({ has: page.getByLabel("Medarbejder") });
    await form.getByLabel("Rolle").selectOption("caseworker");
    await form.getByLabel("Medarbejder").selectOption({ label: "Olivia Fiktivsen, ydelseskonsulent" });
    await form.getByLabel("Fra", { exact: true }).fill("1/11");
    await form.getByRole("button", { name: "Tilføj", exact: true }).click();
    const row = page
      .getByRole("listitem")
      .filter({ hasText: /Olivia Fiktivsen.*siden 1\. nov\./ })
      .last();
    await row.getByText("rådgiver · siden 1. nov.").waitFor();

    const standing = () =>
      house.served.rows(
        "select 1 from assignment a join staff s on s.id = a.staffId where a.youngPersonId = ? and s.name = 'Olivia Fiktivsen' and a.toOn is null",
        youngPersonId,
      ).length;
    await row.locator("summary", { hasText: "Afslut" }).click();
    await row.getByText("Skal Olivia Fiktivsen ikke længere være rådgiver").waitFor();
    expect(standing()).toBe(1);
    await row.getByRole("button", { name: "Ja, afslut" }).click();
    await row.waitFor({ state: "detached" });
    expect(standing()).toBe(0);
    if (javaScriptEnabled) await holdsFocus(page, "#around");
  });
});
