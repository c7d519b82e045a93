import type { files as da } from "../da/files.ts";

const figure = (n: number) => n.toLocaleString("en-GB");
const counts: typeof da.counts = (added, changed, unchanged) =>
  `${figure(added)} new · ${figure(changed)} changed · ${figure(unchanged)} unchanged`;

/** The names, and last how many have none. */
const namesOf = (columns: string[]) => {
  const names = columns.filter(Boolean);
  const nameless = columns.length - names.length;
  if (nameless === 0) return names;
  return [...names, nameless === 1 ? "a column without a name" : `${figure(nameless)} columns without a name`];
};

export const files: typeof da = {
  choose: "File",
  read: "See what the file changes",
  unsent: "There is no net. Nothing is changed. Press again when the net is back.",
  apply: "Read the file in",
  reading: "Reading the file …",
  counts,
  wrongLines: (count, lines) =>
    `The file has errors in ${figure(count)} ${count === 1 ? "line" : "lines"}. Nothing is changed. ${
      count > 8
        ? "Correct those below"
        : `Correct line ${lines.length > 1 ? `${lines.slice(0, -1).join(", ")} and ${lines.at(-1)}` : lines[0]}`
    }, and read the file in again.`,
  nothing: "All in the file stands here already.",
  done: (added, changed, unchanged) => `The file is read in. ${counts(added, changed, unchanged)}.`,
  left: (n) => `${figure(n)} not in the file.`,
  toList: "See the list",
  first: (shown, all) => `The first ${figure(shown)} of ${figure(all)} are shown.`,
  ignored: (columns: string[]) =>
    `${columns.length === 1 ? "This column is" : "These columns are"} not read: ${namesOf(columns).join(", ")}.`,
  newPlace: (name) => `New place: ${name}`,
  newPlaces: (n) => `New places that the file adds: ${figure(n)}`,
  oneOf: (words) => `Write one of: ${words.join(", ")}.`,
  none: "empty",
  becomes: (column, from, to) => `${column}: ${from} → ${to}`,
  line: "Line",
  outcome: "What happens",
  outcomes: { new: "new", changed: "changed", unchanged: "unchanged", wrong: "error" },
  what: "What",
  tooMany: "The file has too many lines to be read in at once. Split it.",
  gone: (n) => `Running here, and not in the file (${figure(n)})`,
  goneHint: "The file changes nothing about them. End a course on its own page.",
  name: "Name",
};
