import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { mayAsStaff } from "../access/decide.server.ts";
import { command } from "../command.server.ts";
import { invalid, refusedBecause } from "../errors.ts";
import { anyText, input, optionalId, rowId, seenVersion, someText, withoutCpr, yesNo } from "../input.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { danishSortKey } from "../text.ts";
import { pastDayOrNone, typedDayOrNone } from "../typed-day.server.ts";
import { mayWriteCourse, writesCourse, writesThis } from "./allow.server.ts";
import { isOver } from "./course.ts";
import { factsOf, providerWith } from "./find.server.ts";
import { placeNamed } from "./place-named.server.ts";
import { touchCourse } from "./tell.server.ts";
import { courseView, placeOfferView } from "./views.server.ts";

const { stuCourse, stuPlaceOffer, stuProvider } = tables;

/** A place that courses can be at. */
export const addProvider = command("add-provider", {
  input: input({ id: optionalId, name: someText(120), phone: anyText(40) }),
  allow: ({ db, actor, now, today }) => mayAsStaff(db, { actor, now, today }, "stu:manage"),
  async run({ db, input: { id: given, name, phone }, newId, record }) {
    const sortKey = danishSortKey(name);
    const [known] = await db.select().from(stuProvider).where(eq(stuProvider.sortKey, sortKey));
    if (known) throw invalid("name", "taken");
    const id = given ?? newId();
    await insertOnce(db, stuProvider, { id, name, sortKey, phone });
    record({ kind: "stu-provider-added", facts: { provider: id } });
    return { id };
  },
});

const offersOf = (db: Db, courseId: string) =>
  db
    .select()
    .from(stuPlaceOffer)
    .where(and(eq(stuPlaceOffer.courseId, courseId), isNull(stuPlaceOffer.removedAt)));

/** A place that the young person can choose; one that they propose themselves is offered as others are (STU-loven §§ 2 a-2 b). */
export const offerPlace = command("offer-place", {
  input: input({
    ...{ id: optionalId, courseId: rowId, providerId: optionalId, newPlace: withoutCpr(anyText(120)) },
    ...{ ownProposal: yesNo, offeredOn: anyText(40) },
  }),
  allow: writesCourse,
  async run(work) {
    const { db, input, today, newId, record } = work;
    const { courseId, ownProposal, newPlace } = input;
    const course = await factsOf(db, courseId);
    if (!course.granted || isOver(course)) throw refusedBecause("course-not-from-here");
    const providerId = input.providerId ?? (newPlace ? await placeNamed(work, newPlace) : null);
    if (providerId === null) throw invalid("providerId", "choose");
    await providerWith(db, providerId, today);
    if ((await offersOf(db, courseId)).some((one) => one.providerId === providerId))
      throw invalid("providerId", "taken");
    const offeredOn = typedDayOrNone("offeredOn", input.offeredOn, today) ?? today;
    const id = input.id ?? newId();
    await insertOnce(db, stuPlaceOffer, { id, courseId, providerId, ownProposal, offeredOn });
    const { youngPersonId } = course;
    record({ kind: "course-place-offered", youngPersonId, facts: { course: courseId, provider: providerId } });
    await touchCourse(work, course, placeOfferView, id);
    return { id };
  },
});

/** An offer that was written by mistake; the place that was chosen stays. */
export const removePlaceOffer = command("remove-place-offer", {
  input: input({ id: rowId, version: seenVersion }),
  async allow(at) {
    const [offer] = await at.db.select().from(stuPlaceOffer).where(eq(stuPlaceOffer.id, at.input.id));
    return offer && offer.removedAt === null ? mayWriteCourse(at, offer.courseId) : { no: "missing" };
  },
  async run(work) {
    const { db, input, by, record } = work;
    const { courseId, providerId } = await revise(db, stuPlaceOffer, input, { removedAt: by.now }, by);
    const course = await factsOf(db, courseId);
    if (course.providerId === providerId) throw refusedBecause("course-place-chosen");
    record({ kind: "course-place-offer-removed", youngPersonId: course.youngPersonId, facts: { course: courseId } });
    await touchCourse(work, course, placeOfferView, input.id);
  },
});

/** Between how many places the young person must be able to choose (STU-loven § 2 a). */
const PLACES_TO_CHOOSE = 2;

/** The place that the young person chose among those offered; where one alone was, the reason is written. */
export const choosePlace = command("choose-place", {
  input: input({
    ...{ id: rowId, version: seenVersion, providerId: rowId },
    ...{ placeChosenOn: anyText(40), onlyPlaceReason: withoutCpr(anyText(300)) },
  }),
  allow: writesThis,
  async run(work) {
    const { db, input, today, by, record } = work;
    const { id, providerId, onlyPlaceReason } = input;
    const course = await factsOf(db, id);
    if (!course.granted || isOver(course)) throw refusedBecause("course-not-from-here");
    const offers = await offersOf(db, id);
    if (!offers.some((one) => one.providerId === providerId)) throw invalid("providerId", "choose");
    if (offers.length < PLACES_TO_CHOOSE && !onlyPlaceReason) throw invalid("onlyPlaceReason", "only-place");
    const placeChosenOn = pastDayOrNone("placeChosenOn", input.placeChosenOn, today) ?? today;
    const set = { providerId, placeChosenOn, onlyPlaceReason };
    const { youngPersonId } = await revise(db, stuCourse, input, set, by);
    record({ kind: "course-place-chosen", youngPersonId, facts: { course: id, provider: providerId } });
    await touchCourse(work, course, courseView, id);
  },
});
