import { expect, onTestFinished, test } from "vitest";
import { aBrowser } from "../support/browser.ts";
import { everyPage } from "../support/every-page.ts";

const house = aBrowser();
const { pagesOf, all } = everyPage(house);

test.each(["koordinator", "ungeguide", "stu", "admin", "leder", "dpo"])(
  "every page of %s, who chose English, says so and is without a finding",
  async (username) => {
    const screen = await house.as(username);
    onTestFinished(() => screen.context.close());
    const { page } = screen;
    await page.goto("/account");
    await page.getByRole("radio", { name: "English" }).check();
    await page.getByRole("button", { name: "Gem", exact: true }).click();
    await page.getByRole("button", { name: "Save", exact: true }).waitFor();
    expect(await all(screen, pagesOf[username]?.() ?? [], "en")).toEqual([]);
    await page.goto("/account");
    await page.getByRole("radio", { name: "Dansk" }).check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Gem", exact: true }).waitFor();
  },
  150_000,
);
