import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import * as z from "zod";
import { type Db, highestOf, tables } from "#db/index.server.ts";
import { type Asking, mayAsStaff } from "../access/decide.server.ts";
import { staffIdOf } from "../actor.ts";
import { command } from "../command.server.ts";
import { missing } from "../errors.ts";
import { input, rowId, someText, versionOrNone, whole } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { alarmsIn, setManyLookups } from "./alarms.server.ts";

const { alarmReview, log, unmasking, youngPerson } = tables;

const byReviewer = (at: { db: Db } & Asking) => mayAsStaff(at.db, at, "log:read");

const UNMASKED_MS = 60 * 60_000;

/** Draws a sample of the log: a seed that nobody chose, and how long the log was. With both it is the same sample each time. */
export const drawSample = command("draw-sample", {
  input: input({}),
  allow: byReviewer,
  async run({ db, record }) {
    const drawn = { seed: randomBytes(4).toString("hex"), upTo: await highestOf(db, log) };
    record({ kind: "log-sampled", facts: drawn });
    return drawn;
  },
});

/** Shows the reviewer of the log who a young person is, for an hour, with the reason kept. */
export const unmask = command("unmask", {
  input: input({ youngPersonId: rowId, reason: someText(500) }),
  allow: byReviewer,
  async run({ db, input: { youngPersonId, reason }, actor, now, newId, record }) {
    const [known] = await db.select({ id: youngPerson.id }).from(youngPerson).where(eq(youngPerson.id, youngPersonId));
    if (!known) throw missing();
    const id = newId();
    const endsAt = new Date(Date.parse(now) + UNMASKED_MS).toISOString();
    await db.insert(unmasking).values({ id, staffId: staffIdOf(actor), youngPersonId, reason, at: now, endsAt });
    record({ kind: "name-unmasked", youngPersonId, facts: { unmasking: id } });
    return { id };
  },
});

/** Says of an alarm that it was looked through, and what was found. */
export const reviewAlarm = command("review-alarm", {
  input: input({ alarm: z.string().min(1).max(300), note: someText(1000), version: versionOrNone }),
  allow: byReviewer,
  async run({ db, input: { alarm, note, version }, actor, now, by, newId, record }) {
    const [known] = await db.select().from(alarmReview).where(eq(alarmReview.alarm, alarm));
    const raised = known ?? (await alarmsIn(db, now)).find(({ key }) => key === alarm);
    if (!raised) throw missing();
    const id = known?.id ?? newId();
    const byId = staffIdOf(actor);
    if (known) await revise(db, alarmReview, { id, version }, { note, byId, at: now }, by);
    else await db.insert(alarmReview).values({ id, alarm, note, byId, at: now });
    record({ kind: "alarm-reviewed", facts: { review: id } });
    return { id };
  },
});

/** From how many young people looked up in a day an alarm is raised. */
export const setAlarmThreshold = command("set-alarm-threshold", {
  input: input({ most: whole(1, 1000) }),
  allow: byReviewer,
  async run({ db, input: { most }, record }) {
    await setManyLookups(db, most);
    record({ kind: "alarm-threshold-set", facts: { most } });
  },
});
