import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { rules } from "#domain/access/rules.server.ts";
import { wordsIn } from "#words/words.ts";

const DOMAIN = resolve(import.meta.dirname, "../../app/domain");
const sources = readdirSync(DOMAIN, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".server.ts"))
  .map((file) => readFileSync(join(DOMAIN, file), "utf8"));
const namedIn = (pattern: RegExp) =>
  [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name = ""]) => name)))].sort();

test.each(["da", "en"] as const)(
  "what the log says of why somebody may, and of where, is said in words: %s",
  async (language) => {
    const { log, reasons } = await wordsIn(language);
    const ofRules = Object.values(rules).flatMap(({ grant }) => Object.keys(grant));
    // How somebody proved who they are is no reason.
    const others = namedIn(/\bby: "([^"]+)"/g).filter((name) => !["password", "passkey"].includes(name));
    const pages = namedIn(/\bquery\b[^;("]*\(\s*"([a-z-]+)"/g);
    expect([ofRules.length > 40, others.length > 8, pages.length > 10]).toEqual([true, true, true]);
    expect([...ofRules, ...others].filter((name) => !Object.hasOwn(reasons, name))).toEqual([]);
    expect(pages.filter((name) => !Object.hasOwn(log.doors, name))).toEqual([]);
  },
);
