import { expect, onTestFinished, test } from "vitest";
import { findings } from "../support/axe.ts";
import { aBrowser, isLive } from "../support/browser.ts";

const house = aBrowser();
const PHONE = { viewport: { width: 390, height: 780 } };

test("on a phone a guide writes somebody down, checks, tries, hears a yes, and the young person has a case; others see it come", async () => {
  const { page, context } = await house.as("ungeguide", PHONE);
  const other = await house.as("koordinator");
  onTestFinished(() => Promise.all([context.close(), other.context.close()]).then(() => undefined));
  await other.page.goto("/outreach?view=new");
  await isLive(other.page);

  await page.goto("/outreach");
  await isLive(page);
  await page.getByText("Ny ung at opsøge", { exact: true }).click();
  await page.getByLabel("Fornavn").fill("Storm");
  await page.getByLabel("Efternavn").fill("Opsøgt");
  await page.getByLabel("Født").fill("12-03-2006");
  await page.getByLabel("Telefon").fill("00 12 44 44");
  await page.locator("details[open]").getByLabel("Kilde").selectOption({ label: "Gaden" });
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Storm Opsøgt" }).waitFor();
  await other.page.getByRole("link", { name: "Storm Opsøgt" }).waitFor();

  await page.getByRole("button", { name: "Bor her og har brug for kontakt" }).click();
  await page.getByText("Prøv: Telefon, formiddag").waitFor();
  await other.page.getByRole("link", { name: "Storm Opsøgt" }).waitFor({ state: "detached" });
  const tries = page.getByRole("region", { name: "Forsøg" });
  await page.getByRole("button", { name: "Skriv et forsøg" }).click();
  await tries.getByText("Telefon: intet svar").waitFor();
  // The way that nobody has tried stands chosen now.
  expect(await page.getByLabel("Hvordan").inputValue()).toBe("text_message");
  await page.getByLabel("Hvad skete der").selectOption({ label: "Mødt" });
  await page.getByRole("button", { name: "Skriv et forsøg" }).click();
  await tries.getByText("Sms: mødt").waitFor();
  await page.getByRole("button", { name: "Vil gerne have hjælp" }).click();
  await page.getByText("Vil gerne have hjælp · ", { exact: false }).waitFor();
  await page.getByText("Giv den unge en sag", { exact: true }).click();
  await page.getByLabel("Den unge sagde ja").selectOption({ label: "Da vi mødtes" });
  // A day, and no clock.
  await page.locator("details[open]").getByText("Tom: i dag", { exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  // The page is told that the lead is a case before the answer is here.
  await page.route(/\/outreach\//, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const response = await route.fetch();
    await page.getByText("har fået en sag", { exact: false }).waitFor();
    await route.fulfill({ response });
  });
  await page.getByRole("button", { name: "Opret sagen" }).click();
  await page.waitForURL(/\/people\//);
  await page.unroute(/\/outreach\//);
  const left = house.served.row<{ n: number }>("select count(*) as n from outreach_lead where lastName = 'Opsøgt'");
  expect(left.n).toBe(0);

  // What a school tells from now on stands with the case: who took it, and what was done.
  await isLive(page);
  const alerts = page.getByRole("region", { name: "Beskeder fra skoler" });
  await alerts.getByText("Besked fra en skole", { exact: true }).click();
  await alerts.getByLabel("Hvad siger skolen").selectOption({ label: "Meget væk" });
  await alerts.getByRole("button", { name: "Skriv op" }).click();
  await alerts.getByRole("button", { name: "Jeg tager den: Storm Opsøgt" }).click();
  await alerts.getByLabel("Hvad gjorde du: Storm Opsøgt").selectOption({ label: "Talt med den unge" });
  await alerts.getByRole("button", { name: "Reageret: Storm Opsøgt" }).click();
  await alerts.getByText("Talt med den unge · ", { exact: false }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("without JavaScript what is wrong stands at its field; a file shows first what it changes; who says no is in no list", async () => {
  const { page, context, expects } = await house.as("ungeguide", { ...PHONE, javaScriptEnabled: false });
  onTestFinished(() => context.close());
  expects(/422/);
  await page.goto("/outreach");
  await page.getByText("Ny ung at opsøge", { exact: true }).click();
  await page.getByLabel("Fornavn").fill("Vilde");
  await page.getByLabel("Efternavn").fill("Uopsøgt");
  await page.getByLabel("Født").fill("12-03-1980");
  await page.locator("details[open]").getByLabel("Kilde").selectOption({ label: "Gaden" });
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await page.getByText("Vi opsøger unge fra 15 til 29 år.", { exact: false }).waitFor();
  expect(await page.getByLabel("Fornavn").inputValue()).toBe("Vilde");

  await page.goto("/outreach/file");
  const csv = "efternavn;fornavn;født;kilde;telefon\r\nUopsøgt;Vilde;12-03-2005;Gaden;00 12 55 55\r\n";
  await page.getByText("Ord, som filen må indeholde").click();
  await page.getByText("Den unge selv").waitFor();
  await page
    .getByLabel("Fil", { exact: true })
    .setInputFiles({ name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(csv, "latin1") });
  await page.getByRole("button", { name: "Se, hvad filen ændrer" }).click();
  await page.getByText("1 ny · 0 rettes · 0 uændrede").waitFor();
  await page.getByRole("button", { name: "Læs filen ind" }).click();
  await page
    .getByRole("status")
    .getByText("Filen er læst ind. 1 ny · 0 rettet · 0 uændrede.", { exact: false })
    .waitFor();
  await page.getByRole("status").getByRole("link", { name: "Se listen" }).click();
  await page.getByRole("heading", { level: 1, name: "Unge at opsøge" }).waitFor();

  await page.goto("/outreach?view=new&source=street");
  await page.getByRole("link", { name: "Vilde Uopsøgt" }).click();
  await page.getByRole("button", { name: "Bor her og har brug for kontakt" }).click();
  await page.getByText("Vil ikke nu", { exact: true }).click();
  await page.getByLabel("Må spørges igen").fill("om 3 måneder");
  await page.getByRole("button", { name: "Lad være i fred" }).click();
  await page.getByText("Vil ikke nu. Bliver ladt i fred til", { exact: false }).waitFor();
  expect(await page.locator("main").innerText()).not.toContain("Uopsøgt");
  for (const view of ["day", "new", "met", "again", "done"]) {
    await page.goto(`/outreach?view=${view}`);
    expect(await page.locator("main").innerText()).not.toContain("Uopsøgt");
  }
});

test("a day's list is printed by place, and the log knows that it was", async () => {
  const { page, context } = await house.as("ungeguide");
  onTestFinished(() => context.close());
  await page.goto("/outreach");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".outreach-list").first().isVisible()).toBe(false);
  await page.getByText("Listen skrives ud med knappen", { exact: false }).waitFor();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "Skriv listen ud" }).click();
  await page.getByRole("button", { name: "Skriv listen ud" }).waitFor();
  await isLive(page);
  const printed = page.waitForResponse((answer) => answer.request().postData()?.includes("note-leads-print") ?? false);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  expect((await printed).status()).toBeLessThan(300);
  const row = house.served.row<{ facts: string }>("select facts from log where kind = 'leads-printed'");
  expect(JSON.parse(row.facts).leads).toBeGreaterThan(0);
  const shown = await page.locator(".outreach-paper th[scope=row]").count();
  expect(JSON.parse(row.facts).leads).toBe(shown);
  await page.emulateMedia({ media: "print" });
  await page.getByText("Fortroligt").waitFor();
  await page.getByText(/^Udskrevet af .+ kl\. \d/).waitFor();
  const places = await page.locator(".outreach-paper th[scope=rowgroup]").allInnerTexts();
  expect(places).toEqual([...new Set(places)]);
  expect(places.length).toBeGreaterThan(1);
});

test("what is typed and chosen of a lead stays when another saves; who wants help can still be tried", async () => {
  const { page, context, expects } = await house.as("ungeguide");
  const other = await house.as("koordinator");
  onTestFinished(() => Promise.all([context.close(), other.context.close()]).then(() => undefined));
  expects(/409/);
  await page.goto("/outreach");
  await page.locator(".outreach-list").getByRole("link").first().click();
  await page.getByRole("button", { name: "Skriv et forsøg" }).waitFor();
  const path = new URL(page.url()).pathname;
  for (const one of [page, other.page]) {
    await one.goto(path);
    await isLive(one);
    await one.getByText("Ret oplysninger", { exact: true }).click();
  }
  await page.getByLabel("Telefon").fill("00 12 77 77");
  await page.getByLabel("Adresse", { exact: true }).fill("Typed Vej 1, 2630 Taastrup");
  await page.getByLabel("Hvordan").selectOption({ label: "Gennem andre" });

  const tries = (one: typeof page) => one.getByRole("region", { name: "Forsøg" }).getByRole("listitem");
  const before = await tries(page).count();
  await other.page.getByLabel("Hvad skete der").selectOption({ label: "Mødt" });
  await other.page.getByRole("button", { name: "Skriv et forsøg" }).click();
  await tries(page).nth(before).waitFor();
  expect(await page.getByLabel("Hvordan").inputValue()).toBe("through_network");
  await other.page.getByLabel("Telefon").fill("00 12 88 88");
  await other.page.getByRole("button", { name: "Gem", exact: true }).click();
  await page.locator(".outreach-facts").getByText("00 12 88 88").waitFor();
  expect(await page.getByLabel("Telefon").inputValue()).toBe("00 12 77 77");
  expect(await page.getByLabel("Adresse", { exact: true }).inputValue()).toBe("Typed Vej 1, 2630 Taastrup");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  // Both are shown; saved once more one's own stands.
  await page.getByText(/^Nu står der: .*00 12 88 88/).waitFor();
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await page.locator(".outreach-facts").getByText("00 12 77 77").waitFor();

  await page.getByRole("button", { name: "Vil gerne have hjælp" }).click();
  await page.getByText("Vil gerne have hjælp · ", { exact: false }).waitFor();
  const stood = await tries(page).count();
  await page.getByRole("button", { name: "Skriv et forsøg" }).click();
  await tries(page).nth(stood).waitFor();
});

test("a name is searched for in no address; who stands already is one press away, without JavaScript too", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, context, expects } = await house.as("ungeguide", { ...PHONE, javaScriptEnabled });
    onTestFinished(() => context.close());
    expects(/422/);
    await page.goto("/outreach");
    if (javaScriptEnabled) await isLive(page);
    const name = await page.locator(".outreach-list").getByRole("link").first().innerText();
    await page.getByLabel("Søg navn").fill(name.slice(0, -1));
    await page.getByRole("button", { name: "Søg", exact: true }).click();
    await page.getByText("1 ung fundet").waitFor();
    expect(decodeURI(page.url())).not.toContain(name.split(" ")[0]);
    await page.getByRole("search").getByRole("link", { name }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    const at = new URL(page.url()).pathname;
    const sql = "select firstName, lastName, bornOn from outreach_lead where id = ?";
    const lead = house.served.row<Record<"firstName" | "lastName" | "bornOn", string>>(sql, at.split("/").pop());

    await page.goto("/outreach");
    if (javaScriptEnabled) await isLive(page);
    await page.getByText("Ny ung at opsøge", { exact: true }).click();
    await page.getByLabel("Fornavn").fill(lead.firstName);
    await page.getByLabel("Efternavn").fill(lead.lastName);
    await page.getByLabel("Født").fill(lead.bornOn.split("-").reverse().join("-"));
    await page.locator("details[open]").getByLabel("Kilde").selectOption({ label: "Gaden" });
    await page.getByRole("button", { name: "Gem", exact: true }).click();
    await page.getByRole("link", { name: "Åbn den unge på listen" }).click();
    await page.waitForURL((url) => url.pathname === at);
  }
});

test("of many tellings of schools the latest stand first, and the others are a press away", async () => {
  const { page, context } = await house.as("ungeguide", PHONE);
  onTestFinished(() => context.close());
  house.served.age(`
    with recursive n(i) as (values (1) union all select i + 1 from n where i < 29)
    insert into dropout_alert (id, kind, receivedOn, leadId)
    select printf('01890000-0000-7000-8000-%012d', i), (select kind from dropout_alert limit 1),
      date('2026-08-01', '+' || i || ' days'), (select id from outreach_lead where state = 'verified' limit 1) from n`);
  await page.goto("/outreach");
  await isLive(page);
  const alerts = page.getByRole("region", { name: "Beskeder fra skoler" }).locator(".outreach-alert");
  const all = await alerts.count();
  expect(all).toBeGreaterThanOrEqual(29);
  expect(await alerts.filter({ visible: true }).count()).toBe(20);
  await page.getByText(`${all - 20} mere`, { exact: true }).click();
  expect(await alerts.filter({ visible: true }).count()).toBe(all);
  expect(await alerts.last().innerText()).toMatch(/2\. aug|02-08|2\/8/);
});

test("what was written by mistake is taken back, and a place called otherwise, put away and brought back: on a small telephone, without JavaScript too", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, context, expects } = await house.as("ungeguide", {
      viewport: { width: 320, height: 700 },
      javaScriptEnabled,
    });
    onTestFinished(() => context.close());
    expects(/422/);
    const fits = async () => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(320);
      if (javaScriptEnabled) expect(await findings(page)).toEqual([]);
    };
    const back = (of: ReturnType<typeof page.locator>) => of.locator("summary", { hasText: "Tag tilbage" });
    const yes = page.locator("details[open]").getByRole("button", { name: "Tag tilbage" });

    await page.goto("/outreach");
    if (javaScriptEnabled) await isLive(page);
    await page.locator(".outreach-list").getByRole("link").first().click();
    const tries = page.getByRole("region", { name: "Forsøg" });
    await tries.waitFor();
    const before = await tries.getByRole("listitem").count();
    const stood = await page.locator("main .meta").nth(1).innerText();
    await page.getByRole("button", { name: "Skriv et forsøg" }).click();
    await tries.getByRole("listitem").nth(before).waitFor();
    expect(await tries.innerText()).toMatch(/\p{L} Tag tilbage/u);
    await back(tries).first().click();
    await page.getByText("Forsøget tæller ikke mere", { exact: false }).waitFor();
    await fits();
    await yes.click();
    await tries.getByRole("listitem").nth(before).waitFor({ state: "detached" });
    expect(await page.locator("main .meta").nth(1).innerText()).toBe(stood);

    // What a school tells: the answer goes first, then the telling.
    const alerts = page.getByRole("region", { name: "Beskeder fra skoler" });
    const told = await alerts.getByRole("listitem").count();
    await alerts.getByText("Besked fra en skole", { exact: true }).click();
    await alerts.getByLabel("Hvad siger skolen").selectOption({ index: 1 });
    await alerts.getByRole("button", { name: "Skriv op" }).click();
    const alert = alerts.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Jeg tager den/ }) });
    await alert.getByRole("button", { name: /^Jeg tager den/ }).click();
    await alerts
      .getByLabel(/^Hvad gjorde du/)
      .last()
      .selectOption({ label: "Talt med den unge" });
    await alerts
      .getByRole("button", { name: /^Reageret/ })
      .last()
      .click();
    await alerts.getByText("Talt med den unge · ", { exact: false }).last().waitFor();
    await back(alerts).click();
    await fits();
    await yes.click();
    await page.getByText("Beskeden venter igen", { exact: false }).waitFor({ state: "detached" });
    await alerts
      .getByLabel(/^Hvad gjorde du/)
      .last()
      .waitFor();
    await back(alerts).click();
    await page.getByText("Beskeden forsvinder", { exact: false }).waitFor();
    await yes.click();
    await alerts.getByRole("listitem").nth(told).waitFor({ state: "detached" });

    await page.goto("/outreach/places");
    if (javaScriptEnabled) await isLive(page);
    const [name, taken] = await page
      .locator("section.outreach-place h2")
      .evaluateAll((all) => all.map((one) => one.firstChild?.textContent ?? ""));
    await page.getByLabel("Sted", { exact: true }).selectOption({ label: name as string });
    await page.getByLabel("Hvor mange unge").fill("7");
    await page.getByRole("button", { name: "Gem mødet" }).click();
    const place = (called = name) => page.getByRole("region", { name: called as string });
    await place().getByText("7 unge", { exact: false }).waitFor();
    await back(place()).first().click();
    await fits();
    await yes.click();
    await place().getByText("7 unge", { exact: false }).waitFor({ state: "detached" });
    await place().getByText("Omdøb", { exact: true }).click();
    await place()
      .getByLabel("Navn")
      .fill(taken as string);
    await place().getByRole("button", { name: "Gem navnet" }).click();
    await place().getByText("Stedet står her allerede.").waitFor();
    await fits();
    await place().getByLabel("Navn").fill("Kajen");
    await place().getByRole("button", { name: "Gem navnet" }).click();
    await place("Kajen").locator("summary", { hasText: "Læg væk" }).click();
    await place("Kajen").getByText("dagens liste viser det ikke", { exact: false }).waitFor();
    await place("Kajen").getByRole("button", { name: "Læg væk" }).click();
    await page.getByRole("heading", { name: "Lagt væk (1)" }).waitFor();
    await fits();
    expect(await page.getByLabel("Sted", { exact: true }).getByRole("option", { name: "Kajen" }).count()).toBe(0);
    await page.getByRole("button", { name: "Tag frem igen: Kajen" }).click();
    await place("Kajen").getByText("Omdøb", { exact: true }).click();
    await place("Kajen")
      .getByLabel("Navn")
      .fill(name as string);
    await place("Kajen").getByRole("button", { name: "Gem navnet" }).click();
    await place().waitFor();
  }
});

test("what was refused stands until the next answer: nothing moves under a second press", async () => {
  const screen = await house.as("ungeguide", PHONE);
  screen.expects(/422/);
  const { page, context } = screen;
  onTestFinished(() => context.close());
  await page.goto("/outreach/places");
  await isLive(page);
  const save = page.getByRole("button", { name: "Gem mødet" });
  await page.getByLabel("Sted", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("Dag", { exact: true }).fill("32-13-2026");
  await save.click();
  const why = page.locator("form .form-error-message").first();
  await why.waitFor();
  const where = await save.boundingBox();
  let answer = () => {};
  const held = new Promise<void>((done) => {
    answer = done;
  });
  await page.route(/\/outreach\/places/, async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  await save.click();
  await expect.poll(() => save.isDisabled()).toBe(true);
  expect(await why.isVisible()).toBe(true);
  expect(await save.boundingBox()).toEqual(where);
  answer();
  await expect.poll(() => save.isDisabled()).toBe(false);
  await why.waitFor();
});

/** So many of those who can be looked at, by name. */
const unseen = (n: number) =>
  house.served
    .rows<{ id: string; name: string }>(
      `select id, firstName || ' ' || lastName as name from outreach_lead where state = 'new' and erasedOn is null
       and bornOn between '1999-01-01' and '2010-01-01' order by sortKey limit 20`,
    )
    .slice(0, n);

test("who presses after another has is told so where the row was, with and without JavaScript, until the next answer", async () => {
  const [first, second] = unseen(2);
  if (!first || !second) throw new Error("nobody to look at");
  const slow = await house.as("ungeguide", PHONE);
  const plain = await house.as("ungeguide", { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const fast = await house.as("koordinator");
  onTestFinished(() => Promise.all([slow, plain, fast].map(({ context }) => context.close())).then(() => undefined));
  for (const one of [slow, plain]) one.expects(/403/);
  for (const { page } of [slow, plain, fast]) await page.goto("/outreach?view=new");
  for (const { page } of [slow, fast]) await isLive(page);
  const press = ({ name }: { name: string }) => `Bor her og har brug for kontakt: ${name}`;
  const button = (of: typeof fast, who: { name: string }) => of.page.getByRole("button", { name: press(who) });
  let answer = () => {};
  const held = new Promise<void>((done) => {
    answer = done;
  });
  await slow.page.route(/\/outreach/, async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  await button(slow, first).click();
  await button(fast, first).click();
  // The row goes from under the press, and the answer comes after it.
  await button(slow, first).waitFor({ state: "detached" });
  answer();
  const why = `${first.name}: En anden nåede det først. Den unge står et andet sted på listen nu.`;
  await slow.page.getByRole("alert").getByText(why).waitFor();
  expect(await findings(slow.page)).toEqual([]);
  expect(await slow.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await button(plain, first).click();
  await plain.page.getByText("En anden nåede det først.").waitFor();
  await button(slow, second).click();
  await button(slow, second).waitFor({ state: "detached" });
  await slow.page.getByText(why).waitFor({ state: "detached" });
});

test("a file says which of its columns are not read; a mark that is too long is told of, and nothing of it is cut", async () => {
  const { page, context, ...screen } = await house.as("ungeguide", PHONE);
  onTestFinished(() => context.close());
  await page.goto("/outreach/file");
  await isLive(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByText("Kolonner og ord, som filen må indeholde").click();
  await page.getByText("cpr, fornavn, efternavn, født").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const buffer = Buffer.from("fornavn;efternavn;født;kilde;diagnose\nUno;Kolonne;01-02-2006;Gaden;ADHD");
  await page.getByLabel("Fil", { exact: true }).setInputFiles({ name: "unge.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Se, hvad filen ændrer" }).click();
  await page.getByText("Denne kolonne læses ikke: diagnose.").waitFor();
  expect(await page.content()).not.toContain("ADHD");
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "Læs filen ind" }).click();
  await page.getByText("Filen er læst ind.").waitFor();

  screen.expects(/422/);
  await page.goto("/outreach/places");
  await isLive(page);
  await page.getByLabel("Sted", { exact: true }).selectOption({ index: 1 });
  const mark = page.getByLabel("Mærke", { exact: true });
  await mark.focus();
  await page.keyboard.insertText("ABCD");
  await page.getByRole("button", { name: "Gem mødet" }).click();
  await page.getByText("Skriv højst tre bogstaver eller tal.").waitFor();
  expect(await mark.inputValue()).toBe("ABCD");
});

test("who has a case that the writer may see is one press away", async () => {
  const { page, context, ...screen } = await house.as("koordinator", PHONE);
  onTestFinished(() => context.close());
  screen.expects(/422/);
  const known = house.served.row<{ id: string; firstName: string; lastName: string; bornOn: string }>(
    "select id, firstName, lastName, bornOn from young_person where bornOn between '2000-01-01' and '2008-01-01' order by id",
  );
  await page.goto("/outreach");
  await isLive(page);
  await page.getByText("Ny ung at opsøge", { exact: true }).click();
  await page.getByLabel("Fornavn").fill(known.firstName);
  await page.getByLabel("Efternavn").fill(known.lastName);
  await page.getByLabel("Født").fill(known.bornOn.split("-").reverse().join("-"));
  await page.locator("details[open]").getByLabel("Kilde").selectOption({ label: "Gaden" });
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await page.getByText("Den unge har allerede en sag, som du kan se.").waitFor();
  await page.getByRole("link", { name: "Åbn sagen" }).click();
  await page.waitForURL(`**/people/${known.id}`);
});
