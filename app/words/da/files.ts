const figure = (n: number) => n.toLocaleString("da-DK");
const counts = (added: number, changed: number, unchanged: number) =>
  `${figure(added)} ${added === 1 ? "ny" : "nye"} · ${figure(changed)} rettes · ${figure(unchanged)} ${unchanged === 1 ? "uændret" : "uændrede"}`;

/** The names, and last how many have none. */
const namesOf = (columns: string[]) => {
  const names = columns.filter(Boolean);
  const nameless = columns.length - names.length;
  if (nameless === 0) return names;
  return [...names, nameless === 1 ? "en kolonne uden navn" : `${figure(nameless)} kolonner uden navn`];
};

/** A file that is read in: what it would change, first. */
export const files = {
  choose: "Fil",
  read: "Se, hvad filen ændrer",
  unsent: "Der er ikke net. Intet er ændret. Tryk igen, når nettet er tilbage.",
  apply: "Læs filen ind",
  reading: "Læser filen …",
  counts,
  /** Of many lines only the number is said: they stand below. */
  wrongLines: (count: number, lines: number[]) =>
    `Filen har fejl i ${figure(count)} ${count === 1 ? "linje" : "linjer"}. Intet er ændret. ${
      count > 8
        ? "Ret dem, der står herunder"
        : `Ret linje ${lines.length > 1 ? `${lines.slice(0, -1).join(", ")} og ${lines.at(-1)}` : lines[0]}`
    }, og læs filen ind igen.`,
  nothing: "Alt i filen står her i forvejen.",
  done: (added: number, changed: number, unchanged: number) =>
    `Filen er læst ind. ${counts(added, changed, unchanged).replace("rettes", "rettet")}.`,
  left: (n: number) => `${figure(n)} står ikke i filen.`,
  toList: "Se listen",
  first: (shown: number, all: number) => `De første ${figure(shown)} af ${figure(all)} vises.`,
  ignored: (columns: string[]) =>
    `${columns.length === 1 ? "Denne kolonne" : "Disse kolonner"} læses ikke: ${namesOf(columns).join(", ")}.`,
  newPlace: (name: string) => `Nyt sted: ${name}`,
  newPlaces: (n: number) => `Nye steder, som filen lægger til: ${figure(n)}`,
  oneOf: (words: string[]) => `Skriv et af: ${words.join(", ")}.`,
  none: "tom",
  becomes: (column: string, from: string, to: string) => `${column}: ${from} → ${to}`,
  line: "Linje",
  outcome: "Det sker",
  outcomes: { new: "ny", changed: "rettes", unchanged: "uændret", wrong: "fejl" },
  what: "Hvad",
  tooMany: "Filen har for mange linjer til at blive læst ind på én gang. Del den i flere.",
  gone: (n: number) => `I gang her, og står ikke i filen (${figure(n)})`,
  goneHint: "Filen ændrer intet ved dem. Afslut et forløb på dets egen side.",
  name: "Navn",
};
