import { expect, test } from "vitest";
import { saidBy } from "#words/lists.ts";

test("a no is told with who said it and about whom, as far as either may be known; each once, and of many the first", () => {
  expect(saidBy([{ by: "Voksen", about: "Alma Ny" }])).toBe("Voksen (Alma Ny)");
  expect(
    saidBy([
      { by: "Voksen", about: "A.N." },
      { by: "Bolig", about: "" },
      { by: "Voksen", about: "A.N." },
      { by: "", about: "Bo Ny" },
    ]),
  ).toBe("Voksen (A.N.), Bolig, Bo Ny");
  expect(saidBy(["a", "b", "c", "d", "e"].map((by) => ({ by, about: "" })))).toBe("a, b, c, d …");
});
