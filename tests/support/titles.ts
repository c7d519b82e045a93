import type { Page } from "playwright-core";
import type { Served } from "./served.ts";

/** What is wrong with the title of the page: others see it in windows, tabs and the history. */
export async function titleFaults(page: Page, served: Served): Promise<string[]> {
  const title = await page.title();
  const named = served
    .rows<{ name: string }>(
      "select firstName || ' ' || lastName as name from young_person union select name from staff union select question from agenda_item",
    )
    .flatMap(({ name }) => [name, ...name.split(" ").filter((part) => part.length > 3)])
    .filter((part) => title.split(/[ ·]+/).includes(part) || (part.includes(" ") && title.includes(part)));
  return [
    ...(/^\S.* · Samspor$/.test(title) ? [] : [`title "${title}"`]),
    ...named.map((part) => `"${part}" in the title "${title}"`),
  ];
}
