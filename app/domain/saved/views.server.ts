import { and, asc, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { SavedPage } from "#db/vocabulary.ts";

const { savedView } = tables;

/** A way to look at a list that somebody has kept, by its name. */
export type SavedView = { id: string; version: number; name: string; search: string };

/** Somebody's own views of a page, the oldest first. */
export const savedViewsOf = (db: Db, staffId: string, page: SavedPage): Promise<SavedView[]> =>
  db
    .select({ id: savedView.id, version: savedView.version, name: savedView.name, search: savedView.search })
    .from(savedView)
    .where(and(eq(savedView.staffId, staffId), eq(savedView.page, page), isNull(savedView.removedAt)))
    .orderBy(asc(savedView.id));
