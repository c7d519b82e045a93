import { getTableName } from "drizzle-orm";
import * as fc from "fast-check";
import { type Db, transact } from "#db/index.server.ts";
import { rules, type What } from "#domain/access/rules.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Asks, World } from "./model.ts";
import { type Ids, settle, worlds } from "./worlds.ts";

class TakenBack extends Error {}

/** Each world stands in the database for the time of its check, and is taken back. */
export const inWorld = (check: (db: Db, world: World, ids: Ids) => Promise<void>, runs: number) =>
  fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const done = transact(async (db) => {
        await check(db, world, await settle(db, world));
        throw new TakenBack();
      });
      await done.catch((error) => {
        if (!(error instanceof TakenBack)) throw error;
      });
    }),
    { numRuns: runs },
  );

/** Everybody of a world, as the model and as the doors know them; with those who are nobody in it. */
export const everybody = (ids: Ids): [Asks, Actor][] => [
  ...ids.staff.map((id, staff): [Asks, Actor] => [{ staff }, { kind: "staff", id, sessionId: "-" }]),
  ...ids.screen.map((id, screen): [Asks, Actor] => [{ screen }, { kind: "screen", id }]),
  ["nobody", { kind: "nobody" }],
  ["nobody", { kind: "system" }],
];

const KIND: Record<string, keyof Ids> = {
  meeting: "meeting",
  agenda_item: "item",
  young_person: "youngPerson",
  action: "action",
  staff: "staff",
  department: "department",
  break_glass: "emergency",
  stu_course: "course",
  course_handover: "courseHandover",
  sealed_note: "note",
  contact_entry: "contact",
  concern: "concern",
  guide_request: "guideRequest",
  young_not_coming: "notComing",
  guide_handover: "guideHandover",
};

/** What a right is about, as a world knows it. */
export const kindOf = (what: What) => KIND[getTableName(rules[what].table)] as keyof Ids;
