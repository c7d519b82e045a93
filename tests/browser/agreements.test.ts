import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { aBrowser, isLive } from "../support/browser.ts";

const house = aBrowser();

async function at(path: string, username: string): Promise<Page> {
  const { page, context } = await house.as(username);
  onTestFinished(() => context.close());
  await page.goto(path);
  await isLive(page);
  return page;
}

/** Of those one can sign in as: who has the most agreements to keep. */
const busiest = () =>
  house.served.row<{ username: string }>(
    `select s.username from action a join staff s on s.id = a.ownerId where a.state = 'agreed' and s.username in
     ('koordinator', 'ungeguide', 'stu', 'boerneunge', 'voksen', 'beskaeftigelse', 'ppr') group by 1 order by count(*) desc limit 1`,
  ).username;

const focused = (page: Page, selector: string) =>
  page.evaluate(
    (of) => document.activeElement?.matches(of) && document.activeElement.querySelector("p")?.textContent,
    selector,
  );

test.each(["/", "/actions"])(
  "an agreement that is done leaves the focus on the one that comes in its place: %s",
  async (path) => {
    const page = await at(path, busiest());
    const done = page.getByRole("button", { name: "Gjort", exact: true });
    const list = page.locator(".agreement-list").filter({ has: done }).first();
    const [, next] = await list.locator("li .row-main > p:first-child").allInnerTexts();
    expect(next).toBeTruthy();
    await list.getByRole("button", { name: "Gjort", exact: true }).first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page, "li"), { timeout: 10_000 }).toBe(next);
  },
);

test.each([
  ["/", "voksen"],
  ["/actions", "beskaeftigelse"],
])("after the last yes the focus is on a heading: %s", async (path, username) => {
  const page = await at(path, username);
  const accept = page.getByRole("button", { name: "Sig ja", exact: true });
  expect(await accept.count()).toBeGreaterThan(0);
  for (let left = await accept.count(); left > 0; left--) {
    await accept.first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => accept.count(), { timeout: 10_000 }).toBe(left - 1);
  }
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: 10_000 }).toMatch(/^H[12]$/);
});

test.each(["/", "/actions"])(
  "on a phone every answer to an agreement is large enough for a thumb: %s",
  async (path) => {
    const page = await at(path, busiest());
    await page.setViewportSize({ width: 390, height: 800 });
    const heights = await page
      .locator(".agreement-buttons > * > button, .agreement-buttons > * > summary")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(2);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  },
);

test("several are chosen by keys and moved with a reason, done in one press, and taken back", async () => {
  const page = await at("/actions", busiest());
  const box = page.locator('input[form="many"]');
  const said = page.locator(".many [role=status]");
  await box.first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  await page.getByText("2 valgt", { exact: true }).waitFor();
  await page.keyboard.press("Enter");
  const ids = await page.locator('input[form="many"]:checked').evaluateAll((all) => all.map(({ id }) => id.slice(7)));
  const rows = () =>
    house.served.rows<{ state: string; resultNote: string }>(
      `select state, resultNote from action where id in ('${ids.join("','")}')`,
    );
  await page.locator(".many summary").press("Enter");
  await page.locator(".many [name=dueOn]").fill("14d");
  await page.locator(".many [name=reason]").fill("Skolen har lukket");
  await page.keyboard.press("Enter");
  await said.getByText("2 aftaler har fået ny dag.").waitFor();
  expect(rows().map(({ resultNote }) => resultNote)).toEqual(["Skolen har lukket", "Skolen har lukket"]);
  await page.getByRole("button", { name: "Vælg alle viste" }).click();
  const all = await box.count();
  await page.locator(".many").getByRole("button", { name: "Gjort", exact: true }).click();
  await said.getByText(all === 1 ? "1 aftale er gjort." : `${all} aftaler er gjort.`).waitFor();
  expect(rows().map(({ state }) => state)).toEqual(["done", "done"]);
  await page.getByRole("button", { name: /^Ikke slut endnu: alle/ }).click();
  await said.getByText(`${all} aftaler er i gang igen.`).waitFor();
  expect(rows().map(({ state }) => state)).toEqual(["in_progress", "in_progress"]);
});

test("whose no it was, and about whom, stands on the coordinator's page before the list is opened", async () => {
  const { page, context } = await house.as("koordinator", { viewport: { width: 390, height: 844 } });
  onTestFinished(() => context.close());
  await page.goto("/");
  const summary = page.locator("summary", { hasText: "har fået nej" });
  const said = await summary.innerText();
  const rows = house.served.rows<{ department: string; name: string }>(
    `select d.name department, p.firstName || ' ' || p.lastName name from action a
     join department d on d.id = a.departmentId join young_person p on p.id = a.youngPersonId
     join agenda_item i on i.id = a.itemId and i.removedAt is null
     where a.state = 'proposed' and a.declineReason is not null and a.byYoungPerson = 0`,
  );
  const named = rows.filter(({ department, name }) => said.includes(`${department} (${name})`));
  expect(said).toMatch(new RegExp(`^${rows.length} aftale`));
  expect(named.length).toBe(Math.min(rows.length, 4));
  expect(named.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
