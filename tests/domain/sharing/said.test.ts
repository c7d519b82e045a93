import { describe, expect, it } from "vitest";
import { covered, gapsAmong, type Side, unsaid, without } from "#domain/sharing/said.ts";

const NOW = "2026-11-24T09:00:00.000Z";
const MINOR = { adult: false };
const AREAS = ["education", "economy", "housing"];
const side = (departmentId: string, set: Partial<Side> = {}): Side => ({
  departmentId,
  shares: true,
  covers: null,
  endsAt: null,
  ...set,
});
const seat = (
  departmentId: string,
  set: {
    presence?: "room" | "video" | "missing" | null;
    staffId?: string | null;
  } = {},
) => ({
  id: `seat of ${departmentId}`,
  participantKind: "staff" as const,
  departmentId,
  staffId: "somebody",
  presence: "room" as const,
  ...set,
});

describe("what a basis speaks of", () => {
  it("is everything where neither it nor a consent names areas, and what both name where both do", () => {
    expect(covered(null, null)).toBeNull();
    expect(covered(null, ["education"])).toEqual(["education"]);
    expect(covered(["education", "housing"], null)).toEqual(["education", "housing"]);
    expect(covered(["education", "housing"], ["housing", "economy"])).toEqual(["housing"]);
  });
});

describe("an organisation without a basis", () => {
  it("is one whose basis is none for the item, or has ended by the clock", () => {
    const sides = [side("own"), side("school", { shares: false }), side("region", { endsAt: NOW })];
    expect(without(sides, NOW)).toEqual(["school", "region"]);
    expect(without(sides, "2026-11-24T08:59:59.999Z")).toEqual(["school"]);
  });

  it("is a matter of those who sit there: in the room or by video, with a sign-in", () => {
    const sides = [side("region", { shares: false }), side("own")];
    expect(gapsAmong([seat("region"), seat("own")], sides, NOW).map(({ id }) => id)).toEqual(["seat of region"]);
    expect(gapsAmong([seat("region", { presence: "video" })], sides, NOW)).toHaveLength(1);
    expect(
      gapsAmong([seat("region", { presence: "missing" }), seat("region", { presence: null })], sides, NOW),
    ).toEqual([]);
    expect(gapsAmong([seat("region", { staffId: null })], sides, NOW)).toEqual([]);
  });
});

describe("what may not be said", () => {
  const of = (sides: Side[], settled: Parameters<typeof unsaid>[4] = [], others: Parameters<typeof unsaid>[2] = []) =>
    unsaid(AREAS, MINOR, [...sides.map(({ departmentId }) => seat(departmentId)), ...others], sides, settled, NOW);

  it("is nothing in front of those whose basis speaks of all", () => {
    expect(of([side("own")])).toEqual([]);
  });

  it("is what a consent leaves out, and all where there is no basis", () => {
    expect(of([side("region", { covers: ["education"] })])).toEqual([
      { departmentIds: ["region"], seatIds: [], what: ["economy", "housing"] },
    ]);
    expect(of([side("region", { shares: false })])).toEqual([{ departmentIds: ["region"], seatIds: [], what: "all" }]);
  });

  it("is told once for those with the same limits", () => {
    const limits = { covers: ["education"] };
    expect(of([side("region", limits), side("police", limits), side("own")])).toEqual([
      {
        departmentIds: ["region", "police"],
        seatIds: [],
        what: ["economy", "housing"],
      },
    ]);
  });

  it("is of no matter for those who are away, or left", () => {
    const none = [side("region", { shares: false })];
    expect(unsaid(AREAS, MINOR, [], none, [], NOW)).toEqual([]);
    expect(of(none, [{ participantId: "seat of region", how: "left" }])).toEqual([]);
  });

  it("is the name where the item is taken without one", () => {
    const settled = [{ participantId: "seat of region", how: "unnamed" as const }];
    expect(of([side("region", { shares: false })], settled)).toEqual([
      { departmentIds: ["region"], seatIds: [], what: "name" },
    ]);
  });

  const without = (participantKind: "guest" | "parent" | "young_person" | "companion" | "interpreter") => ({
    id: participantKind,
    participantKind,
    departmentId: null,
  });
  const inFrontOf = (named: { adult: boolean } | null, ...kinds: Parameters<typeof without>[0][]) =>
    unsaid(AREAS, named, kinds.map(without), [], [], NOW);
  const all = (...seatIds: string[]) => [{ departmentIds: [], seatIds, what: "all" }];

  it("is all in front of a guest, whatever organisation they are from or none, with those who have no basis", () => {
    expect(inFrontOf(MINOR, "guest")).toEqual(all("guest"));
    expect(of([side("region", { shares: false })], [], [without("guest")])).toEqual([
      { departmentIds: ["region"], seatIds: ["guest"], what: "all" },
    ]);
    expect(inFrontOf(null, "guest")).toEqual([]);
  });

  it("is all in front of the parents of an adult who is not there, and nothing in front of the young person's own side", () => {
    expect(inFrontOf({ adult: true }, "parent")).toEqual(all("parent"));
    expect(inFrontOf({ adult: true }, "parent", "young_person")).toEqual([]);
    expect(inFrontOf(MINOR, "parent", "young_person", "companion", "interpreter")).toEqual([]);
  });
});
