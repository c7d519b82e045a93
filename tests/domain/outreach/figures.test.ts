import { beforeAll, describe, expect, test } from "vitest";
import { outreachFigures, outreachFiguresFile } from "#domain/outreach/figure-queries.server.ts";
import { bySource, daysToContact, reactions, type Sought } from "#domain/outreach/figures.ts";
import { importLeads } from "#domain/outreach/import-commands.server.ts";
import { aStaffMember, asks, does, NOW } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf } from "#tests/support/log.ts";

aDatabase();

const times = (n: number, one: Partial<Sought>): Sought[] =>
  Array.from({ length: n }, () => ({
    source: "street",
    receivedOn: "2026-03-01",
    isCase: false,
    firstMetOn: null,
    ...one,
  }));

describe("the figures of young people who are looked for", () => {
  test("count who was reached and who got a case, by where they came from", () => {
    const sought = [
      ...times(10, {}),
      ...times(8, { firstMetOn: "2026-03-08" }),
      ...times(6, { firstMetOn: "2026-04-30" }),
      ...times(7, { firstMetOn: "2026-03-20", isCase: true }),
    ];
    expect(bySource(sought)).toMatchObject({ rows: ["street"], cells: [[10, 14, 7]], total: 31 });
    expect(daysToContact(sought)).toMatchObject({ cells: [[8, 7, 6, 10]] });
  });
  test("keep back what is under five, and what it follows from", () => {
    const { cells, rowTotals } = bySource([
      ...times(10, {}),
      ...times(3, { isCase: true }),
      ...times(20, { firstMetOn: "2026-03-02" }),
    ]);
    expect(cells[0]?.[2]).toBe(null);
    expect([...(cells[0] ?? []), rowTotals[0]].filter((n) => n === null).length).toBeGreaterThan(1);
  });
  test("say how soon somebody reacted to what schools told", () => {
    const told = (n: number, handledOn: string | null) =>
      Array.from({ length: n }, () => ({ kind: "absence", receivedOn: "2026-03-01", handledOn }));
    expect(reactions([...told(5, "2026-03-08"), ...told(6, "2026-03-09"), ...told(7, null)])).toMatchObject({
      cells: [[5, 6, 7]],
    });
  });

  let guide = "";
  let leader = "";
  let team = "";
  beforeAll(async () => {
    guide = await aStaffMember("youth_guide");
    leader = await aStaffMember("leader");
    team = await aStaffMember("stu_team");
  });
  test("are for the leader without a name; fetched as a file they stand in the log", async () => {
    const lines = Array.from({ length: 6 }, (_, i) => `Sofie;Navnet;0${i + 1}-05-2008;Gaden`);
    const file = Buffer.from(["fornavn;efternavn;født;kilde", ...lines].join("\n")).toString("latin1");
    await does(importLeads, { file, confirmed: "yes" }, guide, { now: NOW });
    const figures = await asks(outreachFigures, {}, leader, NOW);
    expect(figures.bySource).toMatchObject({ rows: ["street"], total: 6 });
    expect(JSON.stringify(figures)).not.toContain("Navnet");
    await expect(asks(outreachFigures, {}, team, NOW)).rejects.toThrow();
    await asks(outreachFiguresFile, {}, leader, NOW);
    expect(await lastKindsOf("outreach-figures-file")).toEqual(["outreach-figures-exported"]);
  });
});
