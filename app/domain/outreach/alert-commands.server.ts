import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { mustBeListed } from "../codes/queries.server.ts";
import { type At, command } from "../command.server.ts";
import { invalid, missing, refusedBecause } from "../errors.ts";
import { anyText, input, listed, optionalId, rowId, seenVersion } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { outreachTopic } from "../topics.ts";
import { pastDay } from "../typed-day.server.ts";
import { OF_A_CASE } from "./alerts.server.ts";
import { leadWith, looksForThem, placesOn } from "./find.server.ts";
import { isShown } from "./rules.ts";

const { dropoutAlert } = tables;

const seen = { id: rowId, version: seenVersion };

export const alertWith = async (db: Db, id: string) =>
  (await db.select().from(dropoutAlert).where(eq(dropoutAlert.id, id)))[0];

/** Whoever looks for young people; of whom there is a case, whoever of them goes with it too. */
export async function mayReact(at: At<{ id: string }>): Promise<Verdict> {
  const works = await looksForThem(at);
  if ("no" in works) return works;
  const alert = await alertWith(at.db, at.input.id);
  if (!alert) return { no: "missing" };
  if (alert.youngPersonId === null) return works;
  // Who sees the young person and does not go with them knows of no alert.
  const goes = await may(at.db, at, OF_A_CASE, alert.youngPersonId);
  return "no" in goes ? { no: "missing" } : goes;
}

/** A school has told of somebody who is looked for, or who has a case with which the asker goes. */
export const writeAlert = command("write-dropout-alert", {
  input: input({
    ...{ id: optionalId, kind: listed, placeId: optionalId, receivedOn: anyText(40) },
    ...{ leadId: optionalId, youngPersonId: optionalId },
  }),
  async allow(at) {
    const works = await looksForThem(at);
    const { youngPersonId } = at.input;
    return "no" in works || !youngPersonId ? works : may(at.db, at, OF_A_CASE, youngPersonId);
  },
  async run({ db, input: given, now, today, by, newId, record, reload }) {
    const { kind, placeId, leadId, youngPersonId } = given;
    await mustBeListed(db, "dropout_kind", "kind", kind, today);
    if (placeId && !(await placesOn(db, today)).some(({ id }) => id === placeId)) throw invalid("placeId", "choose");
    if ((leadId === null) === (youngPersonId === null)) throw missing();
    const about = leadId === null ? null : await leadWith(db, leadId, today);
    if (about && !isShown(about.standing)) throw missing();
    const receivedOn = given.receivedOn ? pastDay("receivedOn", given.receivedOn, today) : today;
    const id = given.id ?? newId();
    const made = await db
      .insert(dropoutAlert)
      .values({ id, kind, placeId, receivedOn, leadId, youngPersonId, writtenById: by.staffId, writtenAt: now })
      .onConflictDoNothing()
      .returning({ id: dropoutAlert.id });
    // The school has told the same of the same day already.
    if (made.length > 0)
      record({ kind: "dropout-alert-written", youngPersonId, facts: { alert: id, lead: leadId, kind } });
    reload(outreachTopic);
  },
});

/** "I take it": from then on it is known who does. */
export const takeAlert = command("take-dropout-alert", {
  input: input(seen),
  allow: mayReact,
  async run({ db, input, today, by, record, reload }) {
    const stands = await alertWith(db, input.id);
    if (!stands) throw missing();
    if (stands.handledOn !== null) throw refusedBecause("alert-handled");
    const { youngPersonId } = await revise(db, dropoutAlert, input, { takenById: by.staffId, takenOn: today }, by);
    record({ kind: "dropout-alert-taken", youngPersonId, facts: { alert: input.id } });
    reload(outreachTopic);
  },
});

/** What was done about it, when, and by whom. */
export const answerAlert = command("answer-dropout-alert", {
  input: input({ ...seen, reaction: listed }),
  allow: mayReact,
  async run({ db, input: { id, version, reaction }, today, by, record, reload }) {
    await mustBeListed(db, "dropout_reaction", "reaction", reaction, today);
    const stands = await alertWith(db, id);
    if (!stands) throw missing();
    if (stands.handledOn !== null) throw refusedBecause("alert-handled");
    const set = { reaction, handledOn: today, handledById: by.staffId };
    const { youngPersonId } = await revise(db, dropoutAlert, { id, version }, set, by);
    record({ kind: "dropout-alert-answered", youngPersonId, facts: { alert: id, reaction } });
    reload(outreachTopic);
  },
});
