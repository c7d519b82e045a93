import type { Page } from "playwright-core";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { findings } from "../support/axe.ts";
import { AT_ONCE, aBrowser, focusOf, isLive, type Screen } from "../support/browser.ts";

const house = aBrowser();
const DEPARTMENTS = ["ungeguide", "boerneunge", "voksen", "beskaeftigelse", "ppr"];
/** How long five departments write at once, in ms. */
const WRITES_FOR = process.env.SAMSPOR_LONG ? 60_000 : 8_000;

let person = "";
beforeAll(() => {
  person = house.served.row<{ id: string }>(
    "select id from young_person where firstName = 'Alma' and lastName = 'Demostrup'",
  ).id;
  const ids = house.served.rows<{ id: string }>(
    "select id from staff where username in ('voksen', 'beskaeftigelse', 'ppr', 'boerneunge')",
  );
  for (const [n, { id }] of ids.entries())
    house.served.age(
      `insert into assignment (id, youngPersonId, staffId, kind, "primary", reviewedOn, fromOn, version)
       values (?, ?, ?, 'caseworker', 0, '2026-11-01', '2026-01-01', 1)`,
      `01900000-0000-7000-8000-00000000000${n}`,
      person,
      id,
    );
});

const goToPlan = async (username: string, search = ""): Promise<Screen> => {
  const screen = await house.as(username);
  onTestFinished(() => screen.context.close());
  await screen.page.goto(`/people/${person}${search}`);
  await isLive(screen.page);
  return screen;
};

const press = (page: Page, name: RegExp) => page.getByRole("button", { name }).click();
const posts = (page: Page): number[] => {
  const seen: number[] = [];
  page.on("response", (response) => response.request().method() === "POST" && seen.push(response.status()));
  return seen;
};

test("a text is pressed, becomes a field in place, saves itself, and stands for the other within a second", async () => {
  const [{ page }, other] = [await goToPlan("ungeguide"), await goToPlan("koordinator")];
  const answers = posts(page);
  await press(page, /^(Skriv|Ret): Det vil jeg/);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Jeg vil arbejde med dyr ");
  await other.page.getByText("Mikkel Prøvegaard skriver her").waitFor();
  await page.getByText(/^Gemt/).waitFor();
  await other.page.getByText("Jeg vil arbejde med dyr", { exact: true }).waitFor(AT_ONCE);
  await page.getByRole("button", { name: "Luk" }).click();
  await page.getByRole("button", { name: "Ret: Det vil jeg" }).waitFor();
  expect(await focusOf(page)).toBe("Ret: Det vil jeg");
  // Pressed and left in one movement it is sent once.
  expect(answers).toEqual([200]);
});

test("the press that leaves a field with unsaved text closes it, however long it is held", async () => {
  const { page } = await goToPlan("ungeguide");
  await press(page, /^(Skriv|Ret): Retning/);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Et hold med heste");
  await page.getByRole("button", { name: "Luk", exact: true }).hover();
  await page.mouse.down();
  await page.getByText(/^Gemt/).waitFor();
  await page.mouse.up();
  await page.getByRole("button", { name: "Ret: Retning" }).waitFor();
});

test("Esc gives back the text that stood when the field was opened, for everybody", async () => {
  const [{ page }, other] = [await goToPlan("ungeguide"), await goToPlan("koordinator")];
  await press(page, /^(Skriv|Ret): Retning/);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Et roligt hold");
  await page.getByRole("button", { name: "Luk" }).click();
  await other.page.getByText("Et roligt hold", { exact: true }).waitFor();
  await press(page, /^Ret: Retning/);
  await page.keyboard.type(", som snart er væk");
  await other.page.getByText("Et roligt hold, som snart er væk").waitFor();
  await page.keyboard.press("Escape");
  await other.page.getByText("Et roligt hold", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Ret: Retning" }).waitFor();
});

test("a goal that somebody else changed while one wrote is not overwritten unseen", async () => {
  const [{ page, expects }, other] = [await goToPlan("ungeguide"), await goToPlan("koordinator")];
  expects(/409/);
  const textNow = () =>
    house.served.row<{ text: string }>("select text from goal where youngPersonId = ? order by id", person).text;
  const openFirst = async (on: Page) => {
    await on.locator("summary", { hasText: "Ret mål" }).first().click();
    return on.locator('form:has(input[value="change-goal"])').first();
  };
  const mine = await openFirst(page);
  await mine.getByLabel("Målet i den unges egne ord").fill("Jeg vil passe heste");
  const theirs = await openFirst(other.page);
  await theirs.getByLabel("Målet i den unges egne ord").fill("Jeg vil passe hunde");
  await theirs.getByRole("button", { name: "Gem mål" }).click();
  await page.locator("p.lead", { hasText: "Jeg vil passe hunde" }).waitFor();
  await mine.getByRole("button", { name: "Gem mål" }).click();
  await mine.getByText(/En anden har rettet det samme/).waitFor();
  expect(textNow()).toBe("Jeg vil passe hunde");
  expect(await mine.getByLabel("Målet i den unges egne ord").inputValue()).toBe("Jeg vil passe heste");
  await mine.getByRole("button", { name: "Gem mål" }).click();
  await expect.poll(textNow).toBe("Jeg vil passe heste");
});

/** What of the plan stands on a screen, in an order of its own. */
const standsOn = ({ page }: Screen): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".plan-text p:not(.meta), p.plan-text, .plan-text blockquote")]
      .map((each) => each.textContent ?? "")
      .filter(Boolean)
      .sort(),
  );

test("five departments write in one plan at once: nothing is lost, all screens are equal at the end, and the history tells it", async () => {
  const screens = await Promise.all(DEPARTMENTS.map((username) => goToPlan(username, "?area=leisure#areas")));
  const saved: string[] = [];
  for (const { page, expects } of screens) {
    expects(/409/);
    page.on("response", async (response) => {
      const typed = new URLSearchParams(response.request().postData() ?? "").get("text");
      if (typed && response.status() === 200) saved.push(typed.trim());
    });
  }
  const until = Date.now() + WRITES_FOR;
  await Promise.all(
    screens.map(async ({ page, username }) => {
      for (let n = 1; Date.now() < until; n += 1) {
        const shared = n % 3 === 0;
        await press(page, shared ? /^(Skriv|Ret): Retning/ : /^(Skriv|Ret): Det går godt, fritid/);
        await page.keyboard.press("Control+A");
        await page.keyboard.type(`${username} skriver for ${n}. gang`);
        const close = page.getByRole("button", { name: "Luk", exact: true });
        const mine = page.getByRole("button", { name: "Behold min" });
        while (await close.isVisible()) {
          if (await mine.isVisible()) await mine.click().catch(() => undefined);
          else await close.click({ timeout: 1000 }).catch(() => undefined);
        }
      }
    }),
  );
  const [first, ...others] = screens as [Screen, ...Screen[]];
  for (const other of others) await expect.poll(async () => standsOn(other)).toEqual(await standsOn(first));
  const now = house.served.rows<{ text: string }>("select text from plan_text where youngPersonId = ?", person);
  expect(await standsOn(first)).toEqual(now.map(({ text }) => text).sort());
  const former = house.served.rows<{ text: string }>(
    "select json_extract(row, '$.text') as text from revision where tableName = 'plan_text'",
  );
  const kept = new Set([...former, ...now].map(({ text }) => text));
  expect(saved.length).toBeGreaterThan(5);
  expect(saved.filter((text) => !kept.has(text))).toEqual([]);
}, 180_000);

test("what stood before and now is read side by side, and a text's history in one press", async () => {
  const { page } = await goToPlan("koordinator");
  await page
    .getByRole("link", { name: /^Det vil jeg: Historik|Retning: Historik/ })
    .first()
    .click();
  await page.getByRole("heading", { name: /^Historik/ }).waitFor();
  expect(await page.locator("#history + ol > li").count()).toBeGreaterThan(1);
  expect(await findings(page)).toEqual([]);
  // Of all else than a text it says which fields were changed, and to what.
  await page.goto(`/people/${person}`);
  await page
    .locator("section[aria-labelledby='goals']")
    .getByRole("link", { name: /Historik$/ })
    .first()
    .click();
  await page.getByRole("heading", { name: /^Historik: mål · / }).waitFor();
  const stood = page.locator("#history + ol > li");
  expect(await stood.last().innerText()).toMatch(/^tekst: .+/);
  expect(await stood.last().innerText()).toContain("Mikkel Prøvegaard");
});
