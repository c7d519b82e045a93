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
