const count = (value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

const LOOKS = [
  "a coordinator's list",
  "the same, over the day",
  "a guide's list",
  "a coordinator's search",
  "the same for a name",
  "a guide's search",
];
/** How much longer a list or a search takes with more young people than with 100. */
export const PEOPLE = LOOKS.flatMap((what) =>
  ["10 000", "100 000"].map((size) => ({ row: `${what}, ${size} to 100`, unit: "ms", most: [3, 1.5] })),
);

/** How much longer a guide's pages take with the contacts of ten years than with those of one: 118 young people, 3 100 a year. */
export const CONTACTS = ["a guide's own list", "the contacts of one young person", "the load of all guides"].map(
  (what) => ({
    row: `${what}, contacts of 10 years to 1`,
    unit: "ms",
    most: [1.5, 1.2],
  }),
);

/** Every row of the bench: what it compares, in which unit, and what the ratio (or the figure itself) must be. */
export const ROWS = [
  { row: "press to the last of 200 watchers, p50", unit: "ms", most: [2, 1.4] },
  { row: "press to the last of 200 watchers, p99", unit: "ms", most: [2, 1.4] },
  { row: "commands with 200 watchers, p99 < 100 ms", unit: "/s", least: [0.4, 0.65] },
  { row: "the command's transaction", unit: "/s", least: [0.5, 0.7] },
  { row: "board page", unit: "/s", least: [0.07, 0.12] },
  { row: "board data", unit: "/s", least: [0.25, 0.45] },
  { row: "board's JavaScript, gzip", unit: "KB", most: [2.5, 1.6] },
  { row: "memory, idle", unit: "MB", most: [1.8, 1.3] },
  { row: "memory, for one watcher more", unit: "KB", itself: [80, 50] },
  { row: "cold start", unit: "ms", most: [5, 2.5] },
  ...PEOPLE,
  ...CONTACTS,
];

function judged({ most, least, itself }, { floor, ours }) {
  const value = itself ? ours : ours / floor;
  const [must, great] = most ?? least ?? itself;
  const holds = (limit) => (least ? value >= limit : value <= limit);
  const sign = least ? "≥" : "≤";
  const unit = itself ? " KB" : " ×";
  return {
    ratio: itself ? "" : `${count(value)} ×`,
    must: `${sign} ${must}${unit}`,
    great: `${sign} ${great}${unit}`,
    mark: holds(great) ? "great" : holds(must) ? "holds" : "MISSED",
  };
}

const HEAD = ["work", "floor", "ours", "ratio", "must", "great", ""];

/** The figures as a table; a row that was not measured is left out. */
export function tableOf(figures) {
  const rows = ROWS.flatMap((of, n) => {
    const figure = figures[n];
    if (!figure) return [];
    const { ratio, must, great, mark } = judged(of, figure);
    return [
      [of.row, `${count(figure.floor)} ${of.unit}`, `${count(figure.ours)} ${of.unit}`, ratio, must, great, mark],
    ];
  });
  const all = [HEAD, ...rows];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) => row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]))).join("  ");
  return all.map(line).join("\n");
}
