import { expect, test } from "vitest";
import { pastDay, pastDayOrNone } from "#domain/typed-day.server.ts";

const TODAY = "2026-11-23";

test("a day that has been is the latest of its kind, and never one to come", () => {
  expect(pastDay("heldOn", "22/11", TODAY)).toBe("2026-11-22");
  expect(pastDay("heldOn", "23/11", TODAY)).toBe(TODAY);
  expect(pastDay("heldOn", "24/11", TODAY)).toBe("2025-11-24");
  expect(pastDayOrNone("heldOn", "", TODAY)).toBeNull();
});

test.each([
  ["24-11-2026", "not-yet"],
  ["24-11-2999", "years-off"],
  ["31/2", "no-such-day"],
  ["snart", "unreadable"],
  ["", "required"],
])("%j is refused at its field", (text, problem) => {
  expect(() => pastDay("heldOn", text, TODAY)).toThrow(
    expect.objectContaining({ answer: { no: "invalid", problems: { heldOn: problem } } }),
  );
});
