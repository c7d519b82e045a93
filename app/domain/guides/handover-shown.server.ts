import { type Db, tables } from "#db/index.server.ts";
import type { GuideHandoverKind } from "#db/vocabulary.ts";
import { whoIsThere } from "../people/contact.server.ts";
import type { Look } from "../query.server.ts";
import { staffNames } from "../start/shown.server.ts";
import { type HandoverState, handoverState } from "./handover.ts";
import { checklistOf, type HandoverKept } from "./handover-find.server.ts";

const { department } = tables;

/** A handover as it is read: who gives, to whom, and how it stands. */
export type HandoverShown = {
  id: string;
  version: number;
  kind: GuideHandoverKind;
  state: HandoverState;
  from: string;
  to: string;
  /** Whether whoever is asked can answer: a guide may have stopped since. */
  toThere: boolean;
  askedAt: string;
  metOn: string | null;
  writtenOn: string | null;
  remindersGo: boolean;
  acceptedBy: string;
  answeredAt: string | null;
  saidYesBy: string;
  saidYesOn: string | null;
  declineReason: string;
};

/** With the names of people and departments. */
export async function shown(db: Db, rows: readonly HandoverKept[], today: string): Promise<HandoverShown[]> {
  const there = await whoIsThere(db, today);
  const names = await staffNames(
    db,
    rows.flatMap(({ fromStaffId, toStaffId, acceptedById }) => [fromStaffId, toStaffId, acceptedById]),
  );
  const departments = await db.select({ id: department.id, name: department.name }).from(department);
  const nameOf = (id: string | null) => names.get(id ?? "") ?? "";
  return rows.map((row) => {
    const { id, version, kind, askedAt, metOn, writtenOn, saidYesBy, saidYesOn, declineReason } = row;
    const place = departments.find((one) => one.id === row.toDepartmentId)?.name ?? row.toName;
    return {
      ...{ id, version, kind, askedAt, metOn, writtenOn, saidYesBy, saidYesOn, declineReason },
      remindersGo: row.remindersGo === true,
      state: handoverState(row),
      from: nameOf(row.fromStaffId),
      to: row.toStaffId ? nameOf(row.toStaffId) : place,
      toThere: row.toStaffId === null || there.includes(row.toStaffId),
      acceptedBy: nameOf(row.acceptedById),
      answeredAt: row.acceptedAt ?? row.declinedAt ?? row.withdrawnAt,
    };
  });
}

/** How its list stands, and how much the giver has promised and not done. */
export async function checksOf({ db, now, today }: Look<unknown>, row: HandoverKept) {
  const { openPromises, ...checks } = await checklistOf(db, row, { now, today });
  return { checks, openPromises };
}
