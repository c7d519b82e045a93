import type { Page } from "playwright-core";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { findings } from "../support/axe.ts";
import { aBrowser } from "../support/browser.ts";

const house = aBrowser();
let person = "";

/** Somebody of 16 whom the guide goes with and around whom nobody of the family is written down. */
beforeAll(async () => {
  const { page, context } = await house.as("koordinator");
  const guide = house.served.row<{ id: string }>("select id from staff where username = 'ungeguide'");
  await page.goto("/people/new");
  await page.getByLabel("Fornavn").fill("Kim");
  await page.getByLabel("Efternavn").fill("Nyskreven");
  await page.getByLabel("Fødselsdag").fill("7/3-2010");
  await page.getByLabel("Kontaktperson").selectOption(guide.id);
  await page.getByRole("button", { name: "Opret ung" }).click();
  await page.getByText("Kim Nyskreven er oprettet.").waitFor();
  person = house.served.row<{ id: string }>("select id from young_person where lastName = 'Nyskreven'").id;
  await context.close();
});

const isWithin = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

/** The button of a form, and what the page answers to it. */
const adds = async (page: Page, name: string, custody: boolean) => {
  const form = page.locator('.add-part form:has(input[value="add-network-person"])');
  await page.getByText("Tilføj familie eller netværk").click();
  await form.getByLabel("Navn").fill(name);
  if (custody) await form.getByText("Har forældremyndighed").click();
  await form.getByRole("button", { name: "Tilføj", exact: true }).click();
  await page.getByRole("listitem").filter({ hasText: name }).first().waitFor();
};

describe("consent without JavaScript", () => {
  test("is asked for in two lists, read aloud, said yes to by all who must, shown and taken back", async () => {
    const { page, context, expects } = await house.as("ungeguide", { javaScriptEnabled: false });
    onTestFinished(() => context.close());
    expects(/422/);
    await page.goto(`/people/${person}`);
    await adds(page, "Mette Udkast", true);
    await page.getByRole("link", { name: "Spørg om samtykke" }).click();
    await page.getByText("Regionens psykiatri").click();
    await page.getByLabel("Hvorfor skal de vide det?").fill("Psykiatrien skal kende planen.");
    await page.getByRole("button", { name: "Læs det op" }).click();
    await page.getByText("Vælg mindst én.").waitFor();
    expect(await page.getByLabel("Regionens psykiatri").isChecked()).toBe(true);
    await page.getByText("helbred og trivsel").click();
    await page.getByRole("button", { name: "Læs det op" }).click();
    const paper = page.locator(".read-aloud");
    await paper.waitFor();
    expect(await paper.innerText()).toContain("Psykiatrien skal kende planen.");
    await page.getByLabel("Mette Udkast").check();
    await page.getByRole("button", { name: "Sådan er det rigtigt" }).click();
    await page.getByText(/^Afventer ja fra /).waitFor();
    await page.getByRole("link", { name: "Læs det op" }).click();
    await page.getByRole("button", { name: "Sådan er det rigtigt" }).click();
    await page.getByText(/^Gælder til /).waitFor();
    await page.getByText("Træk tilbage", { exact: true }).click();
    await page.getByText("bliver stående: Kommunen har pligt til at gemme det.").waitFor();
    await page.getByRole("radio", { name: "Mette Udkast" }).check();
    await page.getByRole("button", { name: "Ja, træk tilbage" }).click();
    await page.getByText("1 samtykke gælder ikke mere").click();
    await page.getByText(/^Mette Udkast trak det tilbage /).waitFor();
  });
});

describe("consent on the page of a young person", () => {
  test("stands as a matrix whose words come with the focus, and on a phone as a list; every page is without a finding", async () => {
    const { page, context } = await house.as("ungeguide");
    onTestFinished(() => context.close());
    await page.goto(`/people/${person}/consents/new`);
    expect(await findings(page)).toEqual([]);
    await page.getByLabel("Regionens psykiatri").check();
    await page.getByLabel("uddannelse", { exact: true }).check();
    await page.getByLabel("Hvorfor skal de vide det?").fill("Psykiatrien skal kende planen.");
    await page.getByRole("button", { name: "Læs det op" }).click();
    await page.locator(".read-aloud").waitFor();
    expect(await findings(page)).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await isWithin(page)).toBe(true);
    await page.setViewportSize({ width: 1440, height: 780 });
    for (const box of await page.getByRole("group", { name: "Hvem siger ja?" }).getByRole("checkbox").all())
      await box.check();
    await page.getByRole("button", { name: "Sådan er det rigtigt" }).click();
    const sign = page.locator(".consent-holds");
    await sign.focus();
    const words = sign.locator(".sign-words");
    expect(await words.innerText()).toMatch(/^Regionens psykiatri må vide noget om uddannelse til /);
    await expect.poll(() => words.evaluate((one) => getComputedStyle(one).opacity)).toBe("1");
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.locator(".consent-matrix").isVisible()).toBe(false);
    expect(await page.getByText("Regionens psykiatri må vide noget om uddannelse.").isVisible()).toBe(true);
    expect(await isWithin(page)).toBe(true);
  });

  test("is taken back on one screen and gone from another that shows it", async () => {
    const [guide, coordinator] = [await house.as("ungeguide"), await house.as("koordinator")];
    onTestFinished(async () => {
      await guide.context.close();
      await coordinator.context.close();
    });
    for (const { page } of [guide, coordinator]) {
      await page.goto(`/people/${person}`);
      await page.getByRole("button", { name: "Forbundet" }).waitFor();
      await page.locator(".consent-holds").waitFor();
    }
    await guide.page.getByText("Træk tilbage", { exact: true }).click();
    await guide.page.getByRole("radio").first().check();
    await guide.page.getByRole("button", { name: "Ja, træk tilbage" }).click();
    await coordinator.page.locator(".consent-holds").waitFor({ state: "detached" });
  });
});

describe("the register of legal bases", () => {
  test("is edited without JavaScript, says what is wrong, and is a draft until it is confirmed", async () => {
    const { page, context, expects } = await house.as("admin", { javaScriptEnabled: false });
    onTestFinished(() => context.close());
    expects(/422/);
    await page.goto("/bases");
    await page.getByRole("link", { name: "Ret Samtykke", exact: true }).click();
    const form = page.locator(".edit-part form").first();
    await form.getByLabel("Længst, i dage").fill("et år");
    await form.getByRole("button", { name: "Gem", exact: true }).click();
    await page.getByText("Skriv et helt tal.").first().waitFor();
    await form.getByLabel("Længst, i dage").fill("180");
    await form.getByRole("button", { name: "Gem", exact: true }).click();
    await page.getByText("180 dage").first().waitFor();
    const dpo = await house.as("dpo", { javaScriptEnabled: false });
    onTestFinished(() => dpo.context.close());
    await dpo.page.goto("/bases");
    await dpo.page.getByLabel("Bekræft Samtykke", { exact: true }).click();
    await dpo.page.getByRole("button", { name: "Ja, den er set" }).filter({ visible: true }).click();
    await dpo.page
      .getByText(/^Bekræftet af /)
      .first()
      .waitFor();
  });
});
