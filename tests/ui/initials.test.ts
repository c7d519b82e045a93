import { expect, test } from "vitest";
import { initials } from "#ui/initials.ts";

test("initials are those of the first and the last name", () => {
  expect(initials("Signe Holm Thomsen")).toBe("S.T.");
  expect(initials("  åse  Ørsted ")).toBe("Å.Ø.");
});

test("a single name gives one initial, and no name none", () => {
  expect(initials("Mille")).toBe("M.");
  expect(initials("  ")).toBe("");
});
