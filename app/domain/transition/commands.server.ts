import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { checkStates, clarifiedAbouts, considerations, coverages, modelMeetings } from "#db/vocabulary.ts";
import { mayAsStaff } from "../access/decide.server.ts";
import { tellGoingAndCoordinators } from "../cases/tell.server.ts";
import { type At, command } from "../command.server.ts";
import {
  anyText,
  input,
  optionalId,
  rowId,
  someText,
  versionOrNone,
  whole,
  withoutCpr,
  word,
} from "../input.server.ts";
import { mayWritePlan } from "../plan/allow.server.ts";
import { insertOnce, mustBeSeen, revise } from "../revise.server.ts";
import { staffWith } from "../staff/find.server.ts";
import { tellCourses } from "../stu/tell.server.ts";
import { personTopic } from "../topics.ts";
import { pastDay, pastDayOrNone, typedDayOrNone } from "../typed-day.server.ts";
import { LEVELS } from "./rules.ts";
import { keepClarifiedFrom } from "./threshold.server.ts";
import {
  checkView,
  clarificationView,
  modelMeetingView,
  standingCheck,
  standingMeeting,
  transitionView,
} from "./views.server.ts";

const { clarification, transition, transitionCheck, transitionMeeting } = tables;

const writesPlan = (at: At<{ youngPersonId: string }>) => mayWritePlan(at, at.input.youngPersonId);
const whatShows = withoutCpr(anyText(500));

/** Whether §§ 122-123 cover the young person, and whether it is decided what they live on from 18, each with what shows it. */
export const setTransition = command("set-transition", {
  input: input({
    youngPersonId: rowId,
    version: versionOrNone,
    covered: word(coverages),
    coveredEvidence: whatShows,
    supportBasisDecidedOn: anyText(40),
    supportBasisEvidence: whatShows,
  }),
  allow: writesPlan,
  async run(work) {
    const { db, input, by, today, record, touch } = work;
    const { youngPersonId: id, version, supportBasisDecidedOn: typed, ...said } = input;
    const supportBasisDecidedOn = pastDayOrNone("supportBasisDecidedOn", typed, today);
    const [stands] = await db.select().from(transition).where(eq(transition.id, id));
    mustBeSeen(stands, version);
    const judged = (stands?.covered ?? "not_judged") !== said.covered ? { judgedById: by.staffId } : {};
    const set = { ...said, ...judged, supportBasisDecidedOn };
    if (stands) await revise(db, transition, { id, version }, set, by);
    else await db.insert(transition).values({ id, ...set });
    const facts = { covered: said.covered, decided: supportBasisDecidedOn !== null };
    record({ kind: "transition-set", youngPersonId: id, facts });
    touch(personTopic(id), transitionView, id);
    await tellGoingAndCoordinators(work, id);
    await tellCourses(work, id);
  },
});

/** How one of the six considerations stands: who is responsible, by when, and what shows it. */
export const setTransitionCheck = command("set-transition-check", {
  input: input({
    youngPersonId: rowId,
    consideration: word(considerations),
    version: versionOrNone,
    state: word(checkStates),
    responsibleId: optionalId,
    standsOn: anyText(40),
    evidence: whatShows,
  }),
  allow: writesPlan,
  async run(work) {
    const { db, input, by, today, newId, record, touch } = work;
    const { youngPersonId, consideration, version, state, responsibleId, evidence, standsOn: typed } = input;
    const stands = await standingCheck(db, youngPersonId, consideration);
    mustBeSeen(stands, version);
    // Whoever has left can stay, but cannot be chosen.
    if (responsibleId && responsibleId !== stands?.responsibleId) await staffWith(db, responsibleId);
    const read = state === "in_place" ? pastDayOrNone : typedDayOrNone;
    const standsOn = read("standsOn", typed, today);
    const set = { state, responsibleId, standsOn, evidence };
    const id = stands?.id ?? newId();
    if (stands) await revise(db, transitionCheck, { id, version }, set, by);
    else await db.insert(transitionCheck).values({ id, youngPersonId, consideration, ...set });
    record({ kind: "transition-check-set", youngPersonId, facts: { consideration, state } });
    touch(personTopic(youngPersonId), checkView, id);
    await tellGoingAndCoordinators(work, youngPersonId);
  },
});

/** How far the future or the support basis is clarified, from a day on that has been: a row of its own, which stays. */
export const setClarification = command("set-clarification", {
  input: input({
    id: optionalId,
    youngPersonId: rowId,
    about: word(clarifiedAbouts),
    level: whole(0, LEVELS.length - 1),
    standsOn: someText(40),
    evidence: withoutCpr(someText(500)),
  }),
  allow: writesPlan,
  async run(work) {
    const { db, input, by, today, newId, record, touch } = work;
    const { youngPersonId, about, level, evidence } = input;
    const standsOn = pastDay("standsOn", input.standsOn, today);
    const id = input.id ?? newId();
    const written = { writtenById: by.staffId, writtenAt: by.now };
    await insertOnce(db, clarification, { id, youngPersonId, about, level, standsOn, evidence, ...written });
    record({ kind: "clarification-set", youngPersonId, facts: { about, level } });
    touch(personTopic(youngPersonId), clarificationView, id);
    await tellGoingAndCoordinators(work, youngPersonId);
    return { id };
  },
});

/** When one of the three model meetings is planned, and when it was held. */
export const setTransitionMeeting = command("set-transition-meeting", {
  input: input({
    youngPersonId: rowId,
    model: word(modelMeetings),
    version: versionOrNone,
    plannedOn: anyText(40),
    heldOn: anyText(40),
  }),
  allow: writesPlan,
  async run(work) {
    const { db, input, by, today, newId, record, touch } = work;
    const { youngPersonId, model, version } = input;
    const set = {
      plannedOn: typedDayOrNone("plannedOn", input.plannedOn, today),
      heldOn: pastDayOrNone("heldOn", input.heldOn, today),
    };
    const stands = await standingMeeting(db, youngPersonId, model);
    mustBeSeen(stands, version);
    const id = stands?.id ?? newId();
    if (stands) await revise(db, transitionMeeting, { id, version }, set, by);
    else await db.insert(transitionMeeting).values({ id, youngPersonId, model, ...set });
    const facts = { model, planned: set.plannedOn !== null, held: set.heldOn !== null };
    record({ kind: "transition-meeting-set", youngPersonId, facts });
    touch(personTopic(youngPersonId), modelMeetingView, id);
    await tellGoingAndCoordinators(work, youngPersonId);
  },
});

/** From which level on somebody counts as clarified: for those who coordinate the forum. */
export const setClarifiedFrom = command("set-clarified-from", {
  input: input({ level: whole(1, LEVELS.length - 1) }),
  allow: ({ db, actor, now, today }) => mayAsStaff(db, { actor, now, today }, "person:settle"),
  async run({ db, input: { level }, record }) {
    await keepClarifiedFrom(db, level);
    record({ kind: "clarified-from-set", facts: { level } });
  },
});
