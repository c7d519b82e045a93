import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { resourcePaperParts } from "#db/vocabulary.ts";
import type { View } from "../touched.server.ts";

const { resourcePaper, resourcePaperText, resourcePaperVersion } = tables;

/** The resource paper of a course: its days, and where it is found. */
export type ResourcePaperRow = { kind: "resource-paper" } & typeof resourcePaper.$inferSelect;
/** One part of it. */
export type PaperTextRow = { kind: "paper-text" } & typeof resourcePaperText.$inferSelect;
/** That it was kept, when and by whom; what stood in it is read on a page of its own. */
export type PaperVersionRow = {
  kind: "paper-version";
  id: string;
  number: number;
  final: boolean;
  at: string;
  byId: string | null;
};

async function papers(db: Db, which: SQL): Promise<ResourcePaperRow[]> {
  const rows = await db
    .select()
    .from(resourcePaper)
    .where(and(which, isNull(resourcePaper.removedAt)))
    .orderBy(asc(resourcePaper.id));
  return rows.map((row) => ({ kind: "resource-paper", ...row }));
}

export const resourcePaperView: View<ResourcePaperRow> & {
  ofCourses: (db: Db, courseIds: readonly string[]) => Promise<ResourcePaperRow[]>;
} = {
  kind: "resource-paper",
  byIds: (db, ids) => papers(db, inArray(resourcePaper.id, ids)),
  ofCourses: (db, courseIds) => papers(db, inArray(resourcePaper.courseId, [...courseIds])),
};

async function texts(db: Db, which: SQL): Promise<PaperTextRow[]> {
  const rows = await db.select().from(resourcePaperText).where(which).orderBy(asc(resourcePaperText.id));
  return rows.map((row) => ({ kind: "paper-text", ...row }));
}

export const paperTextView: View<PaperTextRow> = {
  kind: "paper-text",
  byIds: (db, ids) => texts(db, inArray(resourcePaperText.id, ids)),
};

const { id, number, final, at, byId } = resourcePaperVersion;

async function versions(db: Db, which: SQL): Promise<PaperVersionRow[]> {
  const rows = await db.select({ id, number, final, at, byId }).from(resourcePaperVersion).where(which).orderBy(number);
  return rows.map((row) => ({ kind: "paper-version", ...row }));
}

export const paperVersionView: View<PaperVersionRow> = {
  kind: "paper-version",
  byIds: (db, ids) => versions(db, inArray(id, ids)),
};

const placeOf = ({ part }: PaperTextRow) => resourcePaperParts.indexOf(part);

/** What is written in a paper, in the order it is read in. */
export const textsOf = async (db: Db, paperId: string): Promise<PaperTextRow[]> =>
  (await texts(db, eq(resourcePaperText.paperId, paperId))).sort((one, other) => placeOf(one) - placeOf(other));

/** How often it was kept, the first time first. */
export const versionsOf = (db: Db, paperId: string) => versions(db, eq(resourcePaperVersion.paperId, paperId));
