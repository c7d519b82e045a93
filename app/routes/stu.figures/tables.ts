import { followUpCodes } from "#db/vocabulary.ts";
import type { GraduateFigures } from "#domain/graduates/queries.server.ts";
import { type FigureTable, linesOfTables } from "#frame/figure-tables.ts";
import type { Words } from "#words/words.ts";
import { namesOf } from "./names.ts";

/** Every table of the page, in its order, at every time that somebody is asked. */
export function figureTables(words: Words, figures: GraduateFigures): FigureTable[] {
  const t = words.graduates.figures;
  const names = namesOf(words, figures);
  const byHalf = { head: t.left, rowName: names.half, columnName: names.code };
  const of = <T extends { code: string }>(all: T[], code: string) => all.filter((one) => one.code === code);
  return [
    { label: t.endings, counts: figures.endings, ...byHalf },
    ...followUpCodes.flatMap((code) => [
      ...of(figures.byHalf, code).map((counts) => ({ label: t.byHalf(names.months(code)), counts, ...byHalf })),
      ...of(figures.byProvider, code).map((counts) => ({
        ...{ label: t.byProvider(names.months(code)), head: t.provider, counts },
        ...{ rowName: names.provider, columnName: names.code },
      })),
    ]),
    { label: t.wishes, counts: figures.wishes, ...byHalf },
    ...figures.flows.map(({ from, to, counts }) => ({
      ...{ label: t.step(names.moment(from), names.moment(to)), head: names.moment(from), counts },
      ...{ rowName: names.code, columnName: names.code },
    })),
  ];
}

/** Every number that is told, as lines of a file. */
export const figureLines = (words: Words, figures: GraduateFigures): string[][] =>
  linesOfTables(words, figureTables(words, figures));
