import { beforeAll, expect, test } from "vitest";
import { findings } from "../support/axe.ts";
import { aBrowser, isLive, type Screen } from "../support/browser.ts";
import { staffIdOf } from "../support/todays-meeting.ts";

const house = aBrowser();
let team: Screen;
let colleague: Screen;
const nameOf = (username: string) =>
  house.served.row<{ name: string }>("select name from staff where username = ?", username).name;

beforeAll(async () => {
  [team, colleague] = (await Promise.all([house.as("stu"), house.as("stu")])) as [Screen, Screen];
});

const row = ({ page }: Screen, name: string) => page.locator(".team-table tbody tr", { hasText: name }).first();
const youngPeople = async (screen: Screen, name: string) =>
  Number(await row(screen, name).locator("td").first().innerText());
const open = async (screen: Screen) => {
  await screen.page.goto("/stu/team");
  await isLive(screen.page);
};

test("young people are moved with both loads before and after, and a colleague sees it at once; undone, all stands", async () => {
  const { page } = team;
  const [from, to] = [nameOf("stu2"), nameOf("stu3")];
  await Promise.all([open(team), open(colleague)]);
  const [had, got] = [await youngPeople(team, from), await youngPeople(team, to)];
  await page.getByRole("link", { name: `Giv unge videre fra ${from}` }).click();
  await page.getByRole("button", { name: "Vælg alle" }).waitFor();
  const boxes = page.locator(".team-move input[type='checkbox']");
  expect(await boxes.count()).toBe(had);
  for (const n of [0, 1]) await boxes.nth(n).check();
  await page.getByLabel("Til", { exact: true }).selectOption({ label: to });
  await page.getByRole("button", { name: "Se fordelingen" }).click();
  const preview = page.getByRole("table", { name: "Før og efter" });
  await preview.waitFor();
  const figures = await preview
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((one) => [one.querySelector("th")?.innerText, Number(one.querySelector("td")?.innerText)]),
    );
  expect(figures).toEqual([
    [`${from} nu`, had],
    [`${from} bagefter`, had - 2],
    [`${to} nu`, got],
    [`${to} bagefter`, got + 2],
  ]);
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: `Giv 2 unge videre til ${to}` }).click();
  for (const screen of [team, colleague]) {
    const line = `2 unge er givet videre fra ${from} til ${to}.`;
    await screen.page.getByText(line, { exact: false }).waitFor();
    expect(await youngPeople(screen, to)).toBe(got + 2);
  }
  await colleague.page.getByRole("button", { name: "Fortryd" }).click();
  await colleague.page.getByText("2 unge er givet videre").waitFor({ state: "detached" });
  await team.page.getByText("2 unge er givet videre").waitFor({ state: "detached" });
  expect([await youngPeople(team, from), await youngPeople(team, to)]).toEqual([had, got]);
});

test("who is away, and who covers, stands at the course, in the list and among the cover's own", async () => {
  const { page } = team;
  const [away, cover] = [nameOf("stu4"), nameOf("stu")];
  await open(team);
  await row(team, away).getByText(`afløser: ${cover}`, { exact: false }).waitFor();
  const { id } = house.served.row<{ id: string }>(
    `select c.id from stu_course c join assignment a on a.youngPersonId = c.youngPersonId
     where a.staffId = ? and a.kind = 'stu_team' and c.endedOn is null and c.granted = 1`,
    staffIdOf(house.served, "stu4"),
  );
  await page.goto("/stu?by=person&mine=yes");
  await page.locator(`a[href="/stu/${id}"]`).waitFor();
  await page.goto(`/stu/${id}`);
  await isLive(page);
  await page.getByText(`${away} er væk til og med 6. dec. 2026. ${cover} tager sig af det.`).waitFor();
  // Taken away by another, the line leaves the page that lies open.
  await open(colleague);
  await colleague.page.locator("summary", { hasText: "Fjern" }).click();
  await colleague.page.getByRole("button", { name: "Ja, fjern" }).click();
  await page.getByText("er væk til og med").waitFor({ state: "detached" });
});

test("without JavaScript young people are moved, and an absence is written and refused at its field", async () => {
  const plain = await house.visitor({ javaScriptEnabled: false }, "stu");
  const { page } = plain;
  plain.expects(/422/);
  await page.goto("/login");
  await page.getByRole("button", { name: "stu", exact: true }).click();
  await page.goto(`/stu/team?from=${staffIdOf(house.served, "stu2")}`);
  await page.locator(".team-move input[type='checkbox']").first().check();
  await page.getByLabel("Til", { exact: true }).selectOption({ label: nameOf("stu5") });
  await page.getByRole("button", { name: "Se fordelingen" }).click();
  await page.getByRole("button", { name: `Giv 1 ung videre til ${nameOf("stu5")}` }).click();
  await page.getByText(`1 ung er givet videre fra ${nameOf("stu2")}`, { exact: false }).waitFor();
  expect(new URL(page.url()).search).toBe("");
  await page.getByText("Skriv et fravær").click();
  const form = page.locator("form", { has: page.getByLabel("Første dag") }).first();
  await form.getByLabel("Første dag").fill("1/12-2026");
  await form.getByLabel("Sidste dag").fill("30/11-2026");
  await form.getByRole("button", { name: "Gem fraværet" }).click();
  await page.locator(".form-error-message").first().waitFor();
  expect(await page.getByLabel("Sidste dag").first().inputValue()).toBe("30/11-2026");
  await page.getByLabel("Sidste dag").first().fill("3/12-2026");
  await page.getByRole("button", { name: "Gem fraværet" }).first().click();
  await page.getByText("væk 1. dec.–3. dec.", { exact: false }).waitFor();
  await plain.context.close();
});
