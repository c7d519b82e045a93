import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";

const { guideRefusal, guideRequest } = tables;

export type RequestKept = typeof guideRequest.$inferSelect;

export const requestWith = async (db: Db, id: string): Promise<RequestKept | undefined> =>
  (await db.select().from(guideRequest).where(eq(guideRequest.id, id)))[0];

/** The request that is open; undefined when no guide is being found. */
export const openRequestOf = async (db: Db, youngPersonId: string): Promise<RequestKept | undefined> =>
  (
    await db
      .select()
      .from(guideRequest)
      .where(and(eq(guideRequest.youngPersonId, youngPersonId), isNull(guideRequest.endedOn)))
  )[0];

/** How the search for a guide ended last; undefined when there has been none. */
export const lastRequestOf = async (db: Db, youngPersonId: string): Promise<RequestKept | undefined> =>
  (
    await db
      .select()
      .from(guideRequest)
      .where(eq(guideRequest.youngPersonId, youngPersonId))
      .orderBy(desc(guideRequest.requestedOn), desc(guideRequest.id))
      .limit(1)
  )[0];

/** Every no to a guide who was proposed to a young person, the first one first: in which search, and who said it. */
export const refusalsAround = (db: Db, youngPersonId: string) =>
  db
    .select({
      requestId: guideRefusal.requestId,
      staffId: guideRefusal.staffId,
      saidBy: guideRefusal.saidBy,
      saidOn: guideRefusal.saidOn,
    })
    .from(guideRefusal)
    .innerJoin(guideRequest, eq(guideRequest.id, guideRefusal.requestId))
    .where(eq(guideRequest.youngPersonId, youngPersonId))
    .orderBy(asc(guideRefusal.saidOn), asc(guideRefusal.id));
