import type { files as da } from "../da/files.ts";

export const files: typeof da = {
  choose: "File",
  read: "See what the file changes",
  unsent: "There is no net. Nothing is changed. Press again when the net is back.",
  apply: "Read the file in",
  counts: (added, changed, unchanged) => `${added} new · ${changed} changed · ${unchanged} unchanged`,
  wrongLines: (count, lines) =>
    `The file has errors in ${count} ${count === 1 ? "line" : "lines"}. Nothing is changed. ${
      count > 8
        ? "Correct those below"
        : `Correct line ${lines.length > 1 ? `${lines.slice(0, -1).join(", ")} and ${lines.at(-1)}` : lines[0]}`
    }, and read the file in again.`,
  nothing: "All in the file stands here already.",
  done: "The file is read in.",
  line: "Line",
  outcome: "What happens",
  outcomes: { new: "new", changed: "changed", unchanged: "unchanged", wrong: "error" },
  what: "What",
  tooMany: "The file has too many lines to be read in at once. Split it.",
  gone: (n) => `Running here, and not in the file (${n})`,
  goneHint: "The file changes nothing about them. End a course on its own page.",
  name: "Name",
};
