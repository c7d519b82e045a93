import type { LookLine, Purpose } from "./looks.server.ts";

/** What the young person reads: the file is theirs, and in Danish. */
const PURPOSES: Record<Purpose, string> = {
  looked: "Har set på sagen",
  searched: "Har søgt",
  printed: "Har skrevet ud på papir",
  changed: "Har skrevet eller ændret noget",
  refused: "Har prøvet at se noget og fik nej",
  other: "Gennemgang af, hvem der har set hvad",
};

/** A cell that no spreadsheet takes for a formula, also behind characters that cannot be seen. */
const safe = (text: string): string => {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}]/gu, " ").trim();
  return `"${(/^[=+\-@|%]/.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`;
};

/** The looks at one young person as a file for them: day, purpose and unit, never a name of staff. */
export function csvOf(looks: LookLine[]): string {
  const lines = looks.map(({ on, unit, purpose, times }) => [
    on,
    PURPOSES[purpose],
    unit || "Uden afdeling",
    String(times),
  ]);
  return `\uFEFF${[["Dato", "Formål", "Afdeling", "Antal"], ...lines].map((line) => line.map(safe).join(";")).join("\r\n")}\r\n`;
}
