import { eq, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { HeardWay } from "#db/vocabulary.ts";
import type { View } from "../touched.server.ts";

const { youthVoice } = tables;

/** The young person's own words to an item, and how they were heard. */
export type VoiceRow = {
  kind: "voice";
  id: string;
  version: number;
  words: string;
  how: HeardWay | null;
  heardById: string | null;
  heardOn: string | null;
  tries: string;
  notToDiscuss: string;
};

const columns = {
  id: youthVoice.id,
  version: youthVoice.version,
  words: youthVoice.words,
  how: youthVoice.how,
  heardById: youthVoice.heardById,
  heardOn: youthVoice.heardOn,
  tries: youthVoice.tries,
  notToDiscuss: youthVoice.notToDiscuss,
};
const byId = prepared((db) =>
  db
    .select(columns)
    .from(youthVoice)
    .where(eq(youthVoice.id, sql.placeholder("id")))
    .prepare(),
);
const byItem = prepared((db) =>
  db
    .select(columns)
    .from(youthVoice)
    .where(eq(youthVoice.itemId, sql.placeholder("itemId")))
    .prepare(),
);

const shown = (row: Omit<VoiceRow, "kind">): VoiceRow => ({ kind: "voice", ...row });

export const voiceView: View<VoiceRow> = {
  kind: "voice",
  byIds: async (db, ids) => (await Promise.all(ids.map((id) => byId(db).execute({ id })))).flat().map(shown),
};

/** The own words of an item: one row, or none yet. */
export const voiceOf = async (db: Db, itemId: string): Promise<VoiceRow[]> =>
  (await byItem(db).execute({ itemId })).map(shown);
