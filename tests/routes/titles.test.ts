import { expect, test } from "vitest";
import type { Handle } from "#frame/page-title.ts";
import { da } from "#words/da.ts";
import { en } from "#words/en.ts";

type Module = { default?: unknown; handle?: Handle };
/** An address that is no page answers so itself. */
const NO_PAGE = "$.tsx";
const files = import.meta.glob<Module>(["../../app/routes/*.tsx", "../../app/routes/*/route.tsx"]);

test("every page has a title of its own, in Danish and in English", async () => {
  const titles: [string, string | undefined, string | undefined][] = [];
  for (const [file, load] of Object.entries(files)) {
    const { default: shown, handle } = await load();
    if (shown && !file.endsWith(NO_PAGE)) titles.push([file, handle?.title(da), handle?.title(en)]);
  }
  expect(titles.length).toBeGreaterThan(12);
  expect(titles.filter(([, danish, english]) => !danish || !english)).toEqual([]);
  for (const language of [1, 2]) expect(new Set(titles.map((title) => title[language])).size).toBe(titles.length);
});
