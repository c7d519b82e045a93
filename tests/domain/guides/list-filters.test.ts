import { expect, test } from "vitest";
import { EVERYBODY, fittingYoung, youngFiltersIn, youngSearchOf } from "#domain/guides/list-filters.ts";
import type { OwnYoung } from "#domain/guides/mine.server.ts";

const standing = { metOn: null, tries: 0, untried: null, next: null, lastChannel: null };
const young = (name: string, set: Partial<OwnYoung> = {}): OwnYoung => ({
  ...{ id: name, version: 1, name, firstName: name, bornOn: "2008-01-01", phone: "", covered: null, standing },
  ...{ place: { id: name, version: 1, primary: true, intensity: "A", sinceOn: "2026-01-01" } },
  ...{ reasons: [], nextOn: null, meeting: null, promises: 0, onPhone: true },
  ...set,
});
const at = (startsAt: string) => ({ startsAt, meetingId: "m" });

const all = [
  young("Åse", { reasons: [{ kind: "over", days: 9, target: 7 }], promises: 1 }),
  young("Bo", { standing: { ...standing, metOn: "2026-11-01" }, meeting: at("2026-12-05T08:00:00.000Z") }),
  young("Carl", { covered: { name: "Ida", until: "2026-12-01" }, meeting: at("2026-12-01T08:00:00.000Z") }),
  young("Dina", {
    ...{ reasons: [{ kind: "change", age: 18, on: "2026-12-01" }], standing: { ...standing, metOn: "2026-10-01" } },
    place: { id: "d", version: 1, primary: true, intensity: "C", sinceOn: "2026-01-01" },
  }),
];
const names = (search: string) =>
  fittingYoung(all, youngFiltersIn(new URLSearchParams(search)))
    .map(({ name }) => name)
    .join(" ");

test.each([
  ["", "Åse Bo Carl Dina"],
  ["order=name", "Bo Carl Dina Åse"],
  ["order=meeting", "Carl Bo Åse Dina"],
  ["order=met", "Åse Carl Dina Bo"],
  ["waits=contact", "Åse Dina"],
  ["waits=meeting", "Bo Carl"],
  ["waits=promises", "Åse"],
  ["waits=birthday", "Dina"],
  ["often=C", "Dina"],
  ["covered=yes", "Carl"],
  ["waits=contact&often=A", "Åse"],
])("%o shows %s", (search, shown) => {
  expect(names(search)).toBe(shown);
});

test("an address in one spelling says the same, and what it cannot ask for is left out", () => {
  const search = "waits=meeting&often=B&covered=yes&order=met";
  expect(youngSearchOf(youngFiltersIn(new URLSearchParams(search)))).toBe(search);
  expect(youngFiltersIn(new URLSearchParams("waits=secrets&often=Z&order=score&covered=1"))).toEqual(EVERYBODY);
  expect(youngSearchOf(EVERYBODY)).toBe("");
});
