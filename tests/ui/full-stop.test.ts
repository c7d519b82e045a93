import { expect, test } from "vitest";
import { access } from "#words/da/access.ts";
import { bases } from "#words/da/bases.ts";
import { signin } from "#words/da/signin.ts";
import { dayWords } from "#words/days.ts";

test.each([
  ["2026-11-01", "1. nov."],
  ["2026-05-01", "1. maj."],
])("a Danish sentence that ends with the day %s has one full stop", (day, ending) => {
  const { short } = dayWords("da", "2026-11-22");
  for (const sentence of [signin.codeSince(short(day)), access.lapsed(short(day)), bases.changedBy(short(day), "")]) {
    expect(sentence).toContain(ending);
    expect(sentence).not.toContain("..");
  }
});
