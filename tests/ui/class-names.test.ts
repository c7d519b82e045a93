import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = (path: string) => new URL(`../../${path}`, import.meta.url);
const classesOf = (css: string) =>
  new Set([...css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name]) => name!));

/** What we take over from the common design system, knowing its rules. */
const takenOver = /^(button|button-(primary|secondary)|form-[a-z-]+|sr-only)$/;

test("no class of ours gets rules of the common design system by having the same name", () => {
  const theirs = classesOf(readFileSync(folder("node_modules/dkfds/dist/css/dkfds.css"), "utf8"));
  expect(theirs.has("row")).toBe(true);
  const ours = readdirSync(folder("app"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".css"),
  );
  const shared = ours.flatMap((file) =>
    [...classesOf(readFileSync(folder(`app/${file}`), "utf8"))]
      .filter((name) => theirs.has(name) && !takenOver.test(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(shared).toEqual([]);
});
