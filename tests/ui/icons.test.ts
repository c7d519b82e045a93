import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iconNames } from "#ui/icon-names.ts";

const sprite = readFileSync(new URL("../../app/ui/icons.svg", import.meta.url), "utf8");
const drawn = new Map(
  [...sprite.matchAll(/<symbol id="([^"]+)"[^>]*>(.*)<\/symbol>/g)].map(([, id, path]) => [id, path]),
);

test("every icon that has a name is drawn, and no other", () => {
  expect([...drawn.keys()]).toEqual([...iconNames]);
});

test("each icon is drawn as in the common design system that is installed", () => {
  for (const name of iconNames) {
    const file = new URL(`../../node_modules/dkfds/dist/img/svg-icons/${name}.svg`, import.meta.url);
    expect(readFileSync(file, "utf8")).toContain(drawn.get(name));
  }
});
