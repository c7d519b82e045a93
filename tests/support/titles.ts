import type { Page } from "playwright-core";
import type { Served } from "./served.ts";

/** What is wrong with the title of the page: others see it in windows, tabs and the history. */
export async function titleFaults(page: Page, served: Served): Promise<string[]> {
  const title = await page.title();
  const words = title.split(/[ ·]+/);
  const namesOf = (sql: string) => served.rows<{ name: string }>(sql).map(({ name }) => name);
  const names = namesOf("select firstName || ' ' || lastName as name from young_person union select name from staff");
  // A question's own words are everybody's; whom it names stands among the names.
  const whole = [...names, ...namesOf("select question as name from agenda_item where question <> ''")];
  const parts = names.flatMap((name) => name.split(" ").filter((part) => part.length > 3));
  const named = [...whole.filter((text) => title.includes(text)), ...parts.filter((part) => words.includes(part))];
  return [
    ...(/^\S.* · Samspor$/.test(title) ? [] : [`title "${title}"`]),
    ...named.map((part) => `"${part}" in the title "${title}"`),
  ];
}
