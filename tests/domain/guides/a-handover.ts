import { eq } from "drizzle-orm";
import { read, tables, transact } from "#db/index.server.ts";
import type { ActionState } from "#db/vocabulary.ts";
import { acceptGuideHandover } from "#domain/guides/handover-accept.server.ts";
import { noteGuideHandover, proposeGuideHandover } from "#domain/guides/handover-commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { dayOf } from "#domain/moments.ts";
import { assignmentsOf } from "#domain/people/find.server.ts";
import { aMeeting, anItem, does, NOW, tryTo } from "#tests/support/builders.ts";

/** Somebody has written in the plan on that day. */
export const planWritten = (youngPersonId: string, day = "2026-11-10") =>
  transact((db) =>
    db.insert(tables.planText).values({
      ...{ id: newId(), youngPersonId, part: "direction", text: "I gang med en uddannelse" },
      editedAt: `${day}T10:00:00.000Z`,
    }),
  );

/** What somebody promised about a young person in a meeting. */
export async function aPromise(
  youngPersonId: string,
  ownerId: string,
  set: { state?: ActionState; chairId: string; typeCode?: string },
): Promise<string> {
  const id = newId();
  const meetingId = await aMeeting({ chairId: set.chairId, state: "closed" });
  if (set.typeCode)
    await transact((db) =>
      db.update(tables.meeting).set({ typeCode: set.typeCode }).where(eq(tables.meeting.id, meetingId)),
    );
  const itemId = await anItem({ meetingId, youngPersonId, state: "handled" });
  await transact((db) =>
    db.insert(tables.action).values({
      ...{ id, itemId, youngPersonId, ownerId, number: 1, position: 1, text: "Finder en bolig", dueOn: "2026-12-05" },
      ...{ state: set.state ?? "agreed", acceptedById: ownerId, acceptedAt: NOW, createdAt: NOW },
    }),
  );
  return id;
}

export async function handoverNow(id: string) {
  const [row] = await read((db) => db.select().from(tables.guideHandover).where(eq(tables.guideHandover.id, id)));
  if (!row) throw new Error("no such handover");
  return row;
}

export const seenOf = async (id: string) => ({ id, version: (await handoverNow(id)).version });

export const contactsOf = async (young: string, now = NOW) =>
  (await read((db) => assignmentsOf(db, young, dayOf(now))))
    .filter(({ primary }) => primary)
    .map(({ staffId }) => staffId);

type To = { kind?: string; toStaffId?: string; toDepartmentId?: string; toName?: string };

/** The young person is proposed to somebody. */
export const proposed = async (youngPersonId: string, to: To, by: string, now = NOW): Promise<string> =>
  (await does(proposeGuideHandover, { youngPersonId, kind: "guide", ...to }, by, { now })).answer.id;

/** The two days that only people know. */
export const noted = async (id: string, by: string, over: object = {}, now = NOW) =>
  does(noteGuideHandover, { ...(await seenOf(id)), metOn: "18-11-2026", writtenOn: "19-11-2026", ...over }, by, {
    now,
  });

export const saysYes = async (id: string, by: string, over: object = {}, now = NOW) =>
  tryTo(acceptGuideHandover, { ...(await seenOf(id)), ...over }, by, { now });

/** Somebody stood aside around the young person in a meeting. */
export async function standsAside(youngPersonId: string, staffId: string, chairId: string): Promise<void> {
  const itemId = await anItem({ meetingId: await aMeeting({ chairId }), youngPersonId });
  const conflict = { id: newId(), itemId, staffId, declaredAt: NOW, declaredBy: staffId };
  await transact((db) => db.insert(tables.conflictOfInterest).values(conflict));
}
