import type { Language } from "#db/vocabulary.ts";
import type { Code } from "#domain/codes/queries.server.ts";
import type { OutreachFigures } from "#domain/outreach/figure-queries.server.ts";
import type { FigureTable } from "#frame/figure-tables.ts";
import type { Words } from "#words/words.ts";

/** Every table of the page, in its order; one without rows is left out. */
export function outreachTables(words: Words, figures: OutreachFigures, language: Language): FigureTable[] {
  const t = words.outreach.figures;
  const nameIn = (codes: Code[]) => (code: string) => codes.find((one) => one.code === code)?.label[language] ?? code;
  const named = (names: Record<string, string>) => (column: string) => names[column] ?? column;
  const byHalf = { head: t.half, rowName: words.graduates.figures.half };
  const tables = [
    {
      ...{ label: t.bySource, counts: figures.bySource, head: t.source },
      ...{ rowName: nameIn(figures.sources), columnName: named(t.outcome) },
      beside: { label: t.halfWithin, of: figures.halfWithin },
    },
    { label: t.byHalf, counts: figures.byHalf, ...byHalf, columnName: named(t.outcome) },
    {
      ...{ label: t.alerts, counts: figures.alerts, head: t.alertKind },
      ...{ rowName: nameIn(figures.kinds), columnName: named(t.reacted) },
    },
  ];
  return tables.filter(({ counts }) => counts.rows.length > 0);
}
