import type { Locator, Page } from "playwright-core";
import { isLive, type Screen } from "./browser.ts";
import type { TodaysItem } from "./todays-meeting.ts";

/** The board of the meeting on this screen, live. */
export async function goToBoard({ page }: Screen, meetingId: string, search = ""): Promise<void> {
  await page.goto(`/meetings/${meetingId}/board${search}`);
  await isLive(page);
}

export const heading = (page: Page, { name }: Pick<TodaysItem, "name">): Locator =>
  page.getByRole("heading", { level: 2, name, exact: true });

/** The chair opens the item, wherever the meeting is: from the room change at once, else by way of `Videre` and `Tag nu`. */
export async function chairOpens(chair: Screen, item: TodaysItem): Promise<void> {
  const { page } = chair;
  if (await heading(page, item).isVisible()) return;
  const onwards = page.locator("#move-on");
  if (await onwards.isVisible()) {
    await onwards.click();
    await page.getByRole("heading", { name: "Rumskifte" }).waitFor();
  }
  const ready = page.getByRole("button", { name: `Rummet er klar – åbn punkt ${item.number}`, exact: true });
  if (await ready.isVisible()) await ready.click();
  else await takeNow(page, item);
  await heading(page, item).waitFor();
}

/** From the row menu in the agenda. */
export async function takeNow(page: Page, { id }: TodaysItem): Promise<void> {
  const row = page.locator(".agenda-row").filter({ has: page.locator(`a[href*="${id}"]`) });
  await row.locator(".row-menu-button").click();
  await row.getByRole("button", { name: "Tag nu" }).click();
}

/** Writes an agreement in the entry at the foot and adds it. */
export async function agree(
  page: Page,
  { text, department, due = "14d" }: { text: string; department: string; due?: string },
): Promise<void> {
  await page.locator("#new-agreement").fill(text);
  await page.locator(".agreement-terms").getByLabel("Afdeling").selectOption({ label: department });
  await page.locator("#new-agreement-due").fill(due);
  await page.locator(".agreement-terms").getByRole("button", { name: "Tilføj" }).click();
}

/** The row of an agreement in the list. */
export const agreement = (page: Page, text: string): Locator =>
  page.locator(".agreement-row").filter({ hasText: text });
