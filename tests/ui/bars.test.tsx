import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { dayScale, daysShown } from "#ui/day-scale.ts";
import { type AxisRow, TimeAxis } from "#ui/time-axis.tsx";
import { TimeBar } from "#ui/time-bar.tsx";

const row = (id: string, more: Partial<AxisRow> = {}): AxisRow => ({
  id,
  label: `indsats ${id}`,
  from: "2026-08-01",
  to: "2027-06-30",
  pair: 1,
  words: `aug. 2026 – juni 2027 (${id})`,
  ...more,
});
const axis = (rows: AxisRow[]) =>
  renderToStaticMarkup(
    <TimeAxis
      rows={rows}
      today="2026-11-21"
      words={{ from: "aug. 2026", today: "i dag", to: "juni 2027" }}
      more={<button type="button">Vis alle</button>}
    />,
  );

describe("bars on one time axis", () => {
  test("a day lies where its share of the time lies", () => {
    const at = dayScale("2026-01-01", "2026-01-11");
    expect(at("2026-01-01")).toBe(0);
    expect(at("2026-01-06")).toBe(50);
    expect(at("2026-01-11")).toBe(100);
  });

  test("today is always on the axis, also when everything is over or has not begun", () => {
    expect(daysShown([{ from: "2025-01-01", to: "2025-06-01" }], "2026-11-21").to).toBe("2026-11-21");
    expect(daysShown([{ from: "2027-01-01", to: null }], "2026-11-21").from).toBe("2026-11-21");
  });

  test("the same is told in words, bar by bar", () => {
    expect(axis([row("1"), row("2")])).toMatch(
      /<ul[\s\S]*indsats 1[\s\S]*aug\. 2026 – juni 2027 \(1\)[\s\S]*indsats 2[\s\S]*\(2\)/,
    );
  });

  test("what has no end runs out of the picture", () => {
    const [, width] = axis([row("1", { to: null })]).match(/x="0%" y="9" width="(\d+)%"/)!;
    expect(Number(width)).toBeGreaterThan(100);
  });

  test("more than six are asked for by a press", () => {
    const six = ["1", "2", "3", "4", "5", "6"].map((id) => row(id));
    expect(axis(six)).not.toContain("Vis alle");
    const seven = axis([...six, row("7")]);
    expect(seven).toContain("Vis alle");
    expect(seven).not.toContain("indsats 7");
  });

  test("no bar needs a style attribute, which a strict page refuses", () => {
    expect(axis([row("1")])).not.toContain("style=");
  });
});

describe("the time in one bar", () => {
  const bar = (size: number) =>
    renderToStaticMarkup(<TimeBar parts={[{ size, tone: "strong" }]} total={150} sentence="142 af 150 min." />);

  test("is said by its sentence too", () => {
    expect(bar(142)).toContain("142 af 150 min.");
  });

  test("leaves open what is not planned", () => {
    expect(bar(75)).toContain('class="bar-strong" x="0%" width="50%"');
  });

  test("with too much planned shows where the time ends", () => {
    expect(bar(300)).toContain('x1="50%"');
    expect(bar(150)).not.toContain("bar-limit");
  });
});
