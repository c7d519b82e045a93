import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { aBrowser, isLive, type Screen } from "../support/browser.ts";
import { sheetOf } from "../support/xlsx.ts";

const house = aBrowser();

/** One more of the team who can sign in by one press. */
const COLLEAGUE = "voksen";
beforeAll(() =>
  house.served.age(
    `insert into role_grant (id, staffId, role, fromOn) select '0197c004-0000-7000-8000-000000000001', id, 'stu_team', '2026-01-01'
     from staff where username = ?`,
    COLLEAGUE,
  ),
);

async function on(path: string, username = "stu", width = 1440): Promise<Screen & { page: Page }> {
  const screen = await house.as(username, { viewport: { width, height: 844 } });
  onTestFinished(() => screen.context.close());
  await screen.page.goto(path);
  await isLive(screen.page);
  return screen;
}
const SOON = { timeout: 10_000 };
const focusedName = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");
/** What a press lets down, as the browser saves it. */
async function downloaded(page: Page, name: string) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByText(name, { exact: true }).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

describe("the list of courses", () => {
  test("is walked with the arrows; P opens the day of the row, H the line to remember, Enter the course; a colleague's list changes with it", async () => {
    const { page } = await on("/stu?by=person");
    const { page: other } = await on("/stu?by=person", COLLEAGUE);
    const names = await page.locator("[data-course]").allInnerTexts();
    await page.locator("[data-course]").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    expect(await focusedName(page)).toBe(names[1]);
    await page.keyboard.press("p");
    const day = page.getByLabel("Planlagt til");
    await expect.poll(() => day.evaluate((field) => field === document.activeElement), SOON).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => day.count(), SOON).toBe(0);
    await page.keyboard.press("h");
    const note = page.getByLabel(`Husk: ${names[1]}`);
    await note.fill("Ring onsdag til stedet");
    await page.keyboard.press("Enter");
    for (const each of [page, other])
      await each.locator("tr", { hasText: names[1] }).getByText("Ring onsdag til stedet").waitFor(SOON);
    await page.locator("[data-course]").nth(1).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/stu\/[0-9a-f-]{36}$/);
    await page.getByRole("heading", { name: names[1], exact: true }).waitFor();
  });

  test("keeps a line that is being written when the row's deadline is held meanwhile", async () => {
    const { page } = await on("/stu?by=person");
    const { page: other } = await on("/stu?by=person", COLLEAGUE);
    const row = (of: Page, name: string) => of.locator("tr", { has: of.getByRole("link", { name, exact: true }) });
    const first = page.locator("tr[data-row*='status_meeting']").first();
    const name = await first.locator("[data-course]").innerText();
    const was = await first.getAttribute("data-row");
    await first.locator("[data-note]").click();
    await page.getByLabel(`Husk: ${name}`).fill("Spørg om bussen");
    await row(other, name).locator("[data-day]").click();
    await other.getByLabel("Holdt den").fill("20-11-2026");
    await other.getByLabel("Holdt den").press("Enter");
    await expect.poll(() => row(page, name).getAttribute("data-row"), SOON).not.toBe(was);
    expect(await page.getByLabel(`Husk: ${name}`).inputValue()).toBe("Spørg om bussen");
    await page.getByLabel(`Husk: ${name}`).press("Enter");
    await row(other, name).getByText("Spørg om bussen").waitFor(SOON);
  });

  test("has its filters in the address, a name in none; the file for Excel and the CSV hold what is shown", async () => {
    const { page } = await on("/stu?by=person");
    await page.getByLabel("År", { exact: true }).selectOption("2");
    await page.getByRole("button", { name: "Vis", exact: true }).click();
    await page.waitForURL(/year=2/);
    await expect.poll(() => page.locator("[data-course]").count(), SOON).toBe(35);
    const all = await page.locator("[data-course]").allInnerTexts();
    const part = (all[3] as string).split(" ")[0] as string;
    await page.getByLabel("Søg på navn").fill(part.toLowerCase());
    const shown = all.filter((name) => name.toLowerCase().includes(part.toLowerCase()));
    await expect.poll(() => page.locator("[data-course]").allInnerTexts(), SOON).toEqual(shown);
    expect(page.url()).not.toContain(part);
    const excel = await downloaded(page, "Hent til Excel");
    expect(excel.name).toMatch(/^stu-forloeb-2026-11-24\.xlsx$/);
    expect(
      sheetOf(excel.bytes)
        .rows.slice(1)
        .map((row) => row[1]),
    ).toEqual(shown);
    const csv = await downloaded(page, "Hent som CSV");
    const lines = csv.bytes.toString("utf8").trim().split("\r\n").slice(1);
    expect(lines.map((line) => line.split(";").slice(0, 2).join(" "))).toEqual(shown);
    const { name, bytes } = await downloaded(page, "Hent frister til kalender");
    expect([name, bytes.toString("utf8").includes("SUMMARY:Statusmøde: ")]).toEqual(["stu-frister.ics", true]);
    expect(page.url()).toContain("/stu?");
  });

  test("plans a whole group in one sheet: a day, the same for the place, and Enter goes down", async () => {
    const { page } = await on("/stu");
    const group = page.locator("details.stu-group").nth(1);
    const before = (await group.getByText(/^Planlæg \d+$/).innerText()).replace(/\D/g, "");
    await group.getByText(/^Planlæg \d+$/).click();
    const fields = page.locator("dialog[open] input[name='days[]']");
    await expect.poll(() => fields.count(), SOON).toBe(Number(before));
    await fields.first().fill("15-12-2026");
    await fields.first().press("Enter");
    expect(await fields.nth(1).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.locator("dialog[open]").getByRole("button", { name: "Gem dagene" }).click();
    await page.getByText("1 dag er sat.").waitFor(SOON);
    const left = group.getByText(/^Planlæg \d+$/);
    await expect
      .poll(async () => (await left.count()) === 0 || (await left.innerText()), SOON)
      .toBe(before === "1" ? true : `Planlæg ${Number(before) - 1}`);
  });

  test("is folded on a phone, but for what is over its day; a row is a name, a deadline and a day", async () => {
    const { page } = await on("/stu", "stu", 390);
    const open = page.locator("details.stu-group[open]");
    await expect
      .poll(() => open.locator("summary h2").allInnerTexts(), SOON)
      .toEqual([expect.stringMatching(/^Over fristen/)]);
    await page.locator("details.stu-group:not([open]) > summary").first().click();
    await expect.poll(() => open.count(), SOON).toBe(2);
    const cells = open.nth(1).locator("tbody tr").first().locator("th, td");
    expect(await cells.evaluateAll((all) => all.filter((cell) => cell.checkVisibility()).length)).toBeLessThanOrEqual(
      4,
    );
  });
});

test("two of the team on one course see each other write, and what the other wrote", async () => {
  const { id } = house.served.row<{ id: string }>(
    "select id from stu_course where startOn is not null and endedOn is null order by startOn, id limit 1",
  );
  const [{ page }, { page: other }] = [await on(`/stu/${id}`), await on(`/stu/${id}`, COLLEAGUE)];
  const goals = page.locator("section", { has: page.locator("#goals") });
  await goals.locator("summary", { hasText: "Tilføj mål" }).click();
  const add = goals.locator("details[open]", { hasText: "Tilføj mål" });
  await add.getByLabel("Målet").pressSequentially("Cykler selv til sted");
  await other.getByText(/skriver her$/).waitFor(SOON);
  await add.getByRole("button", { name: "Gem mål" }).click();
  await other
    .getByText(/^Cykler selv til sted$/)
    .first()
    .waitFor(SOON);
  await expect.poll(() => other.getByText(/skriver/).count(), SOON).toBe(0);
});

test("what is written in stays as it was begun, on its own deadline and version; what nobody writes in shows what stands", async () => {
  const { id } = house.served.row<{ id: string }>(
    `select id from stu_course where startOn is not null and endedOn is null and baseEndOn > '2027-06-01'
     order by startOn desc, id limit 1 offset 3`,
  );
  const [{ page, expects }, { page: other }] = [await on(`/stu/${id}`), await on(`/stu/${id}`, COLLEAGUE)];
  const part = (of: Page, heading: string) => of.locator("section", { has: of.locator(`#${heading}`) });
  const openOf = (of: Page, heading: string, name: string) =>
    part(of, heading).locator("details.ask", { has: of.locator("summary", { hasText: name }) });

  // The form of the next step outlives a change of the course; sent, it says that somebody was first.
  const line = page.locator(".course-steps-line");
  await line.locator("summary", { hasText: "Ret start og slut" }).click();
  await line.getByLabel("Linje").fill("Køkken og have");
  const theirs = other.locator(".course-steps-line");
  await theirs.locator("summary", { hasText: "Ret start og slut" }).click();
  await theirs.getByLabel("Linje").fill("Værksted");
  await theirs.getByRole("button", { name: "Gem start og slut" }).click();
  await expect.poll(() => theirs.getByRole("button", { name: "Gem start og slut" }).count(), SOON).toBe(0);
  await page.getByText("Værksted").first().waitFor(SOON);
  expect(await line.getByLabel("Linje").inputValue()).toBe("Køkken og have");
  expects(/409/);
  await line.getByRole("button", { name: "Gem start og slut" }).click();
  await line.getByRole("alert").waitFor(SOON);
  expect(await line.getByLabel("Linje").inputValue()).toBe("Køkken og have");
  await line.getByRole("button", { name: "Gem start og slut" }).click();
  await other.getByText("Køkken og have").first().waitFor(SOON);

  // A day that is typed goes nowhere but to the meeting it was typed at.
  const next = part(page, "meetings").locator(".course-meeting").first();
  const name = await next.locator("h3").innerText();
  await next.locator("summary", { hasText: "Sæt dag" }).click();
  await next.getByLabel("Planlagt til").fill("15-01-2027");
  const theirDay = part(other, "meetings").locator(".course-meeting").first();
  await theirDay.locator("summary", { hasText: "Sæt dag" }).click();
  await theirDay.getByLabel("Holdt den").fill("20-11-2026");
  await theirDay.getByRole("button", { name: "Gem", exact: true }).click();
  await expect.poll(() => next.locator("h3").innerText(), SOON).not.toBe(name);
  expect(await next.locator("form", { hasText: "Planlagt til" }).locator("[name=plannedOn]").inputValue()).toBe("");

  // A goal that a colleague has set to met is not set back unseen.
  await openOf(other, "goals", "Tilføj mål").locator("summary").click();
  await openOf(other, "goals", "Tilføj mål").getByLabel("Målet").fill("Tager bussen alene");
  await openOf(other, "goals", "Tilføj mål").getByRole("button", { name: "Gem mål" }).click();
  const goal = (of: Page) => part(of, "goals").locator("li", { hasText: "Tager bussen" }).first();
  const change = async (of: Page) => {
    await goal(of).waitFor(SOON);
    await goal(of).locator("summary", { hasText: /^Ret$/ }).click();
    return goal(of).locator("details[open] form");
  };
  const save = async (form: Awaited<ReturnType<typeof change>>) => {
    await form.getByRole("button", { name: "Gem mål" }).click();
    await expect.poll(() => form.count(), SOON).toBe(0);
  };
  const mine = await change(page);
  await mine.getByLabel("Målet").fill("Tager bussen selv");
  await save(mine);
  await goal(other).getByText("Tager bussen selv", { exact: true }).first().waitFor(SOON);
  const colleagues = await change(other);
  await colleagues.getByLabel("Målet").fill("Tager bussen begge veje");
  await colleagues.getByLabel("Hvordan står det?").selectOption("met");
  await save(colleagues);
  await goal(page).getByText("Tager bussen begge veje").first().waitFor(SOON);
  const again = await change(page);
  expect(await again.getByLabel("Målet").inputValue()).toBe("Tager bussen begge veje");
  expect(await again.getByLabel("Hvordan står det?").inputValue()).toBe("met");
}, 60_000);

test("without JavaScript a form that is refused comes back in sight, with what is wrong and what was typed", async () => {
  const { page, expects, context } = await house.as("stu", { javaScriptEnabled: false });
  expects(/422/);
  const { id } = house.served.row<{ id: string }>(
    `select c.id from stu_course c join stu_deadline d on d.courseId = c.id
     where c.endedOn is null and d.code = 'status_meeting' and d.number = 2 and d.heldOn is not null order by c.id limit 1`,
  );
  for (const [heading, folded] of [
    ["deadlines", /^Tidligere \(/],
    ["meetings", /^Holdte statusmøder \(/],
  ] as const) {
    await page.goto(`/stu/${id}`);
    const part = page.locator("section", { has: page.locator(`#${heading}`) });
    await part.locator("summary", { hasText: folded }).click();
    const row = part.locator("details.add-part details.ask", { hasText: "Sæt dag" }).first();
    await row.locator("summary").click();
    await row.getByLabel("Planlagt til").fill("31/2-2027");
    await row.getByRole("button", { name: "Gem", exact: true }).click();
    await row.getByText("Den dag findes ikke.", { exact: false }).waitFor(SOON);
    expect(await row.getByLabel("Planlagt til").inputValue()).toBe("31/2-2027");
  }
  const { courseId } = house.served.row<{ courseId: string }>(
    "select courseId from stu_interruption where resumedOn is null and removedAt is null order by id limit 1",
  );
  await page.goto(`/stu/${courseId}`);
  const rests = page.locator("section", { has: page.locator("#interruptions") });
  await rests.locator("summary", { hasText: /^Ret$/ }).first().click();
  await rests.getByLabel("Fra", { exact: true }).first().fill("31/2-2026");
  await rests.locator("details[open]").getByRole("button", { name: "Gem pausen" }).click();
  await rests.getByText("Den dag findes ikke.", { exact: false }).waitFor(SOON);
  expect(await rests.getByLabel("Fra", { exact: true }).first().inputValue()).toBe("31/2-2026");
  await context.close();
});

describe("the call list", () => {
  const due = (page: Page) => page.locator(".graduates-list > li");
  test("an answer takes the call off the list of both, and stands under the answers", async () => {
    const [{ page }, { page: other }] = [await on("/stu/graduates"), await on("/stu/graduates", COLLEAGUE)];
    const count = await due(page).count();
    const name = await due(page).first().locator("a").first().innerText();
    await due(page).first().getByText("Ring", { exact: true }).click();
    await page.getByLabel("Hvad laver du nu?").selectOption("fleksjob");
    await page.getByLabel("Timer om ugen").fill("12,5");
    await page.getByRole("group", { name: "Er det, du gerne ville?" }).getByText("Delvist").click();
    await page.getByRole("button", { name: "Gem svaret" }).click();
    for (const each of [page, other]) await expect.poll(() => due(each).count(), SOON).toBe(count - 1);
    await page.getByText(/^Svar \(\d+\)$/).click();
    const said = due(page).filter({ hasText: name }).filter({ hasText: "Fleksjob · 12,5" });
    await said.first().waitFor(SOON);
    expect(await said.first().innerText()).toContain("delvist det, de gerne ville");
  });

  test("what is being filled in stays when a colleague has answered the same call, and is not saved over it unseen", async () => {
    const [{ page, expects }, { page: other }] = [await on("/stu/graduates"), await on("/stu/graduates", COLLEAGUE)];
    const count = await due(page).count();
    for (const each of [page, other])
      await due(each)
        .first()
        .getByText(/^(Ring|Skriv svar)$/)
        .click();
    await page.getByLabel("Hvad laver du nu?").selectOption("fleksjob");
    await other.getByLabel("Hvad laver du nu?").selectOption("education_ordinary");
    await other.getByRole("group", { name: "Er det, du gerne ville?" }).getByText("Ja", { exact: true }).click();
    await other.getByRole("button", { name: "Gem svaret" }).click();
    await expect.poll(() => due(page).count(), SOON).toBe(count - 1);
    expect(await page.getByLabel("Hvad laver du nu?").inputValue()).toBe("fleksjob");
    await page.getByRole("group", { name: "Er det, du gerne ville?" }).getByText("Nej", { exact: true }).click();
    expects(/409/);
    await page.getByRole("button", { name: "Gem svaret" }).click();
    await page.locator("dialog[open]").getByRole("alert").waitFor(SOON);
  });

  test("nobody knows is an answer after three tries, each another way", async () => {
    const { page } = await on("/stu/graduates");
    const called = due(page).filter({ has: page.getByText("Ring", { exact: true }) });
    const name = await called.first().locator("a").first().innerText();
    const row = due(page).filter({ hasText: name });
    const unknown = page.getByRole("button", { name: "Ved vi ikke", exact: true });
    const channels: string[] = [];
    await row.getByText("Ring", { exact: true }).click();
    await page.getByLabel("Hvordan prøvede du?").waitFor(SOON);
    while ((await unknown.count()) === 0) {
      channels.push(await page.getByLabel("Hvordan prøvede du?").inputValue());
      await page.getByRole("button", { name: /^Intet svar \(forsøg [123] af 3\)$/ }).click();
      await expect.poll(() => page.locator("dialog[open]").count(), SOON).toBe(0);
      await row.getByText("Ring", { exact: true }).click();
      await page.getByLabel("Hvordan prøvede du?").waitFor(SOON);
    }
    expect(new Set(channels).size).toBe(channels.length);
    const tried = await page.locator("dialog[open] .graduates-no-talk li").count();
    expect([tried, channels.length > 0]).toEqual([3, true]);
    await unknown.click();
    await expect.poll(() => row.count(), SOON).toBe(0);
  });
});

test("a file is previewed line by line, then read in by one press", async () => {
  const { page, expects } = await on("/stu/file");
  const form = page.locator("section", { has: page.getByRole("heading", { name: "Unge og forløb" }) });
  const head = "cpr;fornavn;efternavn;sted;bevilget;start;planlagt slut";
  const send = async (...lines: string[]) => {
    const buffer = Buffer.from([head, ...lines].join("\r\n"), "latin1");
    await form.locator("input[type=file]").setInputFiles({ name: "forløb.csv", mimeType: "text/csv", buffer });
    await form.getByRole("button", { name: "Se, hvad filen ændrer" }).click();
  };
  const rest = "Åse;Nyled;STU Engen (demo);10-04-2025;10-08-2025;30-06-2028";
  await send(`610308-4999;${rest}`, `?;${rest}`);
  await form.getByText("Filen har fejl i 1 linje. Intet er ændret. Ret linje 3, og læs filen ind igen.").waitFor(SOON);
  expect(await form.getByRole("button", { name: "Læs filen ind" }).count()).toBe(0);
  await send(`610308-4999;${rest}`);
  await form.getByText("1 ny · 0 rettes · 0 uændrede").waitFor(SOON);
  // While it is read the button says so, and so does what a screen reader hears.
  let go = () => {};
  const held = new Promise<void>((done) => {
    go = done;
  });
  await page.route("**/stu/file?*", async (route) => {
    await held;
    await route.continue();
  });
  await form.getByRole("button", { name: "Læs filen ind" }).click();
  await form.getByRole("button", { name: "Læser filen …" }).waitFor(SOON);
  await form.getByRole("status").getByText("Læser filen …").waitFor(SOON);
  go();
  await form.getByText("Filen er læst ind. 1 ny · 0 rettet · 0 uændrede.", { exact: false }).waitFor(SOON);
  await page.unroute("**/stu/file?*");
  await page.goto("/stu?by=person");
  await page.getByText("Åse Nyled").waitFor(SOON);
  expects(/413/);
  // Without net nothing is lost in silence.
  await page.goto("/stu/file");
  await isLive(page);
  expects(/ERR_INTERNET_DISCONNECTED/);
  await page.context().setOffline(true);
  await send(`610308-4999;${rest}`);
  await form.getByRole("alert").getByText("Der er ikke net. Intet er ændret.", { exact: false }).waitFor(SOON);
  await page.context().setOffline(false);
  // Too large: said at the form, not on a page of its own.
  await page.goto("/stu/file");
  await isLive(page);
  const buffer = Buffer.alloc(8_600_000, "x");
  await form.locator("input[type=file]").setInputFiles({ name: "stor.csv", mimeType: "text/csv", buffer });
  await form.getByRole("button", { name: "Se, hvad filen ændrer" }).click();
  await form.getByText("Filen er for stor. Del den i flere.").waitFor(SOON);
});

test("from a granted course to what became of it after twelve months, with the clock moved", async () => {
  const { id, name } = house.served.row<{ id: string; name: string }>(
    `select c.id, p.firstName || ' ' || p.lastName as name from stu_course c join young_person p on p.id = c.youngPersonId
     where c.granted = 1 and c.placeChosenOn is null and c.endedOn is null order by p.bornOn desc limit 1`,
  );
  const step = async (page: Page, label: string, fill: (page: Page) => Promise<void>, press: string) => {
    const line = page.locator(".course-steps-line");
    await line.locator("summary", { hasText: label }).first().click();
    await fill(page);
    await line.getByRole("button", { name: press, exact: true }).click();
    await expect.poll(() => line.getByRole("button", { name: press, exact: true }).count(), SOON).toBe(0);
  };
  const { page, context } = await on(`/stu/${id}`);
  await step(
    page,
    "Skriv valget",
    async () =>
      void (await page.locator(".course-steps-line").getByLabel("Den unge har valgt").selectOption({ index: 1 })),
    "Gem valget",
  );
  await step(
    page,
    "Planlæg start",
    async () => {
      await page.locator(".course-steps-line").getByLabel("Start", { exact: true }).fill("01-12-2026");
      await page.locator(".course-steps-line").getByLabel("Planlagt slut").fill("30-06-2029");
    },
    "Gem start og slut",
  );

  await context.close();
  await house.served.moveTo("2029-06-29T08:00:00Z");
  const { page: later, context: then } = await on(`/stu/${id}`);
  await later.getByText("i udslusning").first().waitFor(SOON);
  await step(
    later,
    "Afslut forløbet",
    async () =>
      void (await later.locator(".course-steps-line").getByLabel("Hvordan sluttede det?").selectOption("completed")),
    "Ja, afslut",
  );

  await then.close();
  await house.served.moveTo("2030-07-02T08:00:00Z");
  const { page: last } = await on("/stu/graduates");
  const row = last.locator(".graduates-list > li", { hasText: name }).filter({ hasText: "12 måneder siden slut" });
  await row.getByText(/^(Ring|Skriv svar)$/).click();
  await last.getByLabel("Hvad laver du nu?").selectOption("education_ordinary");
  await last.getByRole("group", { name: "Er det, du gerne ville?" }).getByText("Ja", { exact: true }).click();
  await last.getByRole("button", { name: "Gem svaret" }).click();
  await expect.poll(() => row.count(), SOON).toBe(0);
  const answered = house.served.rows(
    "select code, outcome, wishMet from follow_up where courseId = ? and result = 'answered'",
    id,
  );
  expect(answered).toEqual([{ code: "follow_up_3", outcome: "education_ordinary", wishMet: "yes" }]);
}, 90_000);
