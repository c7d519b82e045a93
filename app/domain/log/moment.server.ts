import type { Db } from "#db/index.server.ts";
import type { TextClass } from "#db/vocabulary.ts";
import { itemAsItStood, type Part, type StoodRow } from "./as-it-stood.server.ts";
import { type Masked, maskedFor } from "./masked.server.ts";
import { type ShownAt, shownAt } from "./shown-at.server.ts";
import { seqAround, type Watch, watchesAt } from "./watched-at.server.ts";

type Rows = { about: Masked | null; rows: StoodRow[] };

export type Moment = {
  /** What screens followed while it changed. */
  watches: (Watch & Rows & { seq: { from: number; to: number | null } | null })[];
  /** What pages had shown shortly before. */
  pages: (ShownAt & Rows)[];
};

/** `item:ID` is the shared class, `item:ID:CLASS` one above it. */
const partOf = (topic: string | null): Part =>
  topic === null ? "card" : ((topic.split(":")[2] as TextClass | undefined) ?? "open_in_forum");

/** What somebody saw at a moment. A text is for whoever was shown whom it is about, with a reason that stands. */
export async function momentOf(
  db: Db,
  { me, now, staffId, at }: { me: string; now: string; staffId: string; at: string },
): Promise<Moment> {
  const watches = await watchesAt(db, staffId, at);
  const pages = await shownAt(db, staffId, at);
  const masked = await maskedFor(
    db,
    me,
    now,
    [...watches, ...pages].map(({ youngPersonId }) => youngPersonId),
  );
  async function rowsOf<T extends Pick<ShownAt, "topic" | "youngPersonId" | "itemId">>(
    one: T,
    moment: string,
  ): Promise<T & Rows> {
    const about = masked(one.youngPersonId);
    const as = { moment, part: partOf(one.topic), texts: Boolean(about?.name) };
    return { ...one, about, rows: one.itemId ? await itemAsItStood(db, one.itemId, as) : [] };
  }
  const moment: Moment = { watches: [], pages: [] };
  for (const watch of watches) {
    const seq = watch.itemId ? await seqAround(db, watch.itemId, watch.topic, at) : null;
    moment.watches.push({ ...(await rowsOf(watch, at)), seq });
  }
  for (const page of pages) moment.pages.push(await rowsOf(page, page.at));
  return moment;
}
