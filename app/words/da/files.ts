/** A file that is read in: what it would change, first. */
export const files = {
  choose: "Fil",
  read: "Se, hvad filen ændrer",
  unsent: "Der er ikke net. Intet er ændret. Tryk igen, når nettet er tilbage.",
  apply: "Læs filen ind",
  counts: (added: number, changed: number, unchanged: number) =>
    `${added} ${added === 1 ? "ny" : "nye"} · ${changed} rettes · ${unchanged} ${unchanged === 1 ? "uændret" : "uændrede"}`,
  /** Of many lines only the number is said: they stand below. */
  wrongLines: (count: number, lines: number[]) =>
    `Filen har fejl i ${count} ${count === 1 ? "linje" : "linjer"}. Intet er ændret. ${
      count > 8
        ? "Ret dem, der står herunder"
        : `Ret linje ${lines.length > 1 ? `${lines.slice(0, -1).join(", ")} og ${lines.at(-1)}` : lines[0]}`
    }, og læs filen ind igen.`,
  nothing: "Alt i filen står her i forvejen.",
  done: "Filen er læst ind.",
  line: "Linje",
  outcome: "Det sker",
  outcomes: { new: "ny", changed: "rettes", unchanged: "uændret", wrong: "fejl" },
  what: "Hvad",
  tooMany: "Filen har for mange linjer til at blive læst ind på én gang. Del den i flere.",
  gone: (n: number) => `I gang her, og står ikke i filen (${n})`,
  goneHint: "Filen ændrer intet ved dem. Afslut et forløb på dets egen side.",
  name: "Navn",
};
