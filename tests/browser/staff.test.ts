import { expect, onTestFinished, test } from "vitest";
import { aBrowser, isLive } from "../support/browser.ts";

const house = aBrowser();

test.each([true, false])(
  "whoever is added has a one-time link at once, said with how long it holds (JavaScript: %s)",
  async (javaScriptEnabled) => {
    const { page, context } = await house.as("admin", { javaScriptEnabled });
    onTestFinished(() => context.close());
    await page.goto("/staff");
    if (javaScriptEnabled) await isLive(page);
    const name = javaScriptEnabled ? "Ny Kollega" : "Anden Kollega";
    const add = page.locator("details.add-part", { has: page.locator("input[value='add-staff']") });
    await add.locator("summary").click();
    await add.getByLabel("Navn", { exact: true }).fill(name);
    await add.getByLabel("Brugernavn").fill(name.toLowerCase().replace(" ", "."));
    await add.getByRole("button", { name: "Tilføj medarbejder" }).click();
    if (!javaScriptEnabled) await add.getByRole("button", { name: "Lav link til ny adgangskode" }).click();
    const link = page.getByRole("status").filter({ hasText: name });
    await link.waitFor();
    expect(await link.innerText()).toMatch(/Det gælder til \S+ \d+\. \S+, virker én gang/);
    const address = link.getByRole("textbox");
    const shown = javaScriptEnabled ? /^http:.*\/welcome\/[\w-]+$/ : /^\/welcome\/[\w-]+$/;
    await expect.poll(() => address.inputValue()).toMatch(shown);
    const visitor = await house.visitor();
    onTestFinished(() => visitor.context.close());
    await visitor.page.goto(await address.inputValue());
    await visitor.page.getByRole("heading", { name: "Velkommen" }).waitFor();
  },
);

test("whoever chooses a first password is told what is wrong with it, and it stays said", async () => {
  const { page, context } = await house.as("admin");
  onTestFinished(() => context.close());
  await page.goto("/staff");
  await isLive(page);
  await page.locator("section[aria-labelledby='people']").getByRole("link", { name: /^Ret / }).first().click();
  await page.getByRole("button", { name: "Lav link til ny adgangskode" }).click();
  const address = page.getByRole("status").getByRole("textbox");
  await address.waitFor();
  const visitor = await house.visitor();
  onTestFinished(() => visitor.context.close());
  visitor.expects(/422/);
  const { page: welcome } = visitor;
  await welcome.goto(await address.inputValue());
  for (const [password, again, said] of [
    ["kort", "kort", "Skriv mindst 12 tegn."],
    ["tre ord efter hinanden", "tre andre ord her", "De to er ikke ens."],
  ] as const) {
    await welcome.getByLabel("Ny adgangskode").fill(password);
    await welcome.getByLabel("Den samme igen").fill(again);
    await welcome.getByRole("button", { name: "Gem og log ind" }).click();
    await welcome.getByText(said).waitFor();
    // The page is alive when its scripts have taken over the form.
    await welcome.waitForFunction(() =>
      Object.keys(document.querySelector("form") ?? {}).some((key) => /^__react/.test(key)),
    );
    expect(await welcome.getByText(said).isVisible()).toBe(true);
  }
});
