import { expect, test } from "vitest";
import { linesOf, placesOn, type Ring, ROOM } from "../../app/routes/people.$id/rings.ts";

/** The map where it is narrowest, and what a name takes of it, in px. */
const MAP = { width: 850, height: 680 };
const NAME = { width: 130, height: 72 };

const inPx = (ring: Ring, count: number) =>
  placesOn(ring, count).map(({ x, y }) => ({ x: (x * MAP.width) / 100, y: (y * MAP.height) / 100 }));

test("as many names as have room on a ring stand apart, the first at the top", () => {
  for (const ring of ["inner", "outer"] as const)
    for (let count = 1; count <= ROOM[ring]; count += 1) {
      const names = inPx(ring, count);
      expect(names[0]?.x).toBe(MAP.width / 2);
      for (const [at, one] of names.entries())
        for (const other of names.slice(at + 1)) {
          const apart = Math.abs(one.x - other.x) >= NAME.width || Math.abs(one.y - other.y) >= NAME.height;
          expect([ring, count, apart]).toEqual([ring, count, true]);
        }
    }
});

test("a long name is broken between its words, and no word is lost", () => {
  expect(linesOf("har forældremyndighed", 22)).toEqual(["har forældremyndighed"]);
  expect(linesOf("Anna Sofie Margrethe Prøvegaard", 22)).toEqual(["Anna Sofie Margrethe", "Prøvegaard"]);
  expect(linesOf("Uddannelsesvejledningen i kommunen", 10)).toEqual(["Uddannelsesvejledningen", "i kommunen"]);
});
