import { expect, test } from "vitest";
import { askedLanguage, languageFor } from "#http/language.server.ts";

test.each([
  ["da-DK,da;q=0.9,en-US;q=0.8,en;q=0.7", "da"],
  ["en-US,en;q=0.9,da;q=0.8", "en"],
  ["en;q=0.2, da;q=0.8", "da"],
  ["EN-gb", "en"],
  ["nb-NO,en;q=0.5", "en"],
  ["da;q=0, en", "en"],
  ["fr,de;q=0.8", "da"],
  ["*", "da"],
  ["", "da"],
  [undefined, "da"],
  [";q=1,,x;q=en", "da"],
])("whoever is not known yet reads the first of our languages that the browser asks for: %s", (accepted, language) => {
  expect(askedLanguage(accepted)).toBe(language);
});

test("somebody who is signed in reads the language they chose, and a room's computer Danish, whatever its browser asks for", () => {
  const at = { path: "/login", accepted: "en" };
  const chosen = { language: "da" } as Parameters<typeof languageFor>[0];
  expect(languageFor(null, at)).toBe("en");
  expect(languageFor(chosen, at)).toBe("da");
  for (const path of ["/screen", "/meetings/01900000-0000-7000-8000-000000000000/screen"])
    expect(languageFor(null, { ...at, path })).toBe("da");
});
