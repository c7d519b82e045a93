import * as fc from "fast-check";
import { type Db, tables } from "#db/index.server.ts";
import {
  actionStates,
  concernReceivers,
  contentRoles,
  existenceLevels,
  existenceRoles,
  guideRequestStates,
  itemKinds,
  itemStates,
  meetingStates,
  presences,
  type Role,
  roomStates,
  type Sector,
  sharedContents,
} from "#db/vocabulary.ts";
import { isOpen } from "#domain/guides/request.ts";
import { newId } from "#domain/ids.server.ts";
import { upperClasses } from "#domain/minutes/classes.ts";
import type { World } from "./model.ts";

const TODAY = "2026-11-21";
const TOMORROW = "2026-11-22";
const NOW = "2026-11-21T09:00:00.000Z";
const DAY_BEFORE = "2026-11-20T09:00:00.000Z";
const EARLIER = "2026-11-21T08:30:00.000Z";
const LATER = "2026-11-21T09:00:00.001Z";
const STAFF = 4;
/** Holds a role that is kept apart from all others, in some worlds. */
const APART = STAFF;

/** The day of the first yes to each consent. */
const GIVEN = "2026-01-01";
const HOLDERS = 3;

/** Around now, to the millisecond. */
const [BEFORE, AFTER] = ["2026-11-21T08:59:59.999Z", "2026-11-21T09:00:00.001Z"];
const begins = fc.constantFrom(BEFORE, BEFORE, NOW, AFTER);
const ends = fc.constantFrom(BEFORE, NOW, AFTER, AFTER);
const who = fc.nat({ max: STAFF });
const dated = {
  fromOn: fc.constantFrom("2020-01-01", "2020-01-01", "2020-01-01", "2026-11-21", "2026-11-22"),
  toOn: fc.constantFrom(null, null, null, null, null, "2026-11-20", "2026-11-21", "2026-11-22"),
};
const NOW_ON = { fromOn: "2020-01-01", toOn: null } as const;
const OUT = { section115: false, state: "running", draftSent: false, approved: false } as const;
const HELD = { content: "item", fromAt: BEFORE, endsAt: null, endedAt: null } as const;
/** Every other row has nothing against it: else there would nearly always be something. */
const often = <T>(row: fc.Arbitrary<T>, sound: Partial<T>) =>
  fc.tuple(row, fc.boolean()).map(([one, is]) => (is ? { ...one, ...sound } : one));
const some = <T>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { maxLength: most });
const unique = <T>(one: fc.Arbitrary<T>, most: number, by: (row: T) => string) =>
  fc.uniqueArray(one, { maxLength: most, selector: by });

/** Small worlds in which much coincides: the same few people in every part. */
const manifold: fc.Arbitrary<World> = fc.noBias(
  fc
    .record({ meetings: fc.integer({ min: 1, max: 3 }), items: fc.integer({ min: 1, max: 5 }) })
    .chain(({ meetings, items }) => {
      const meeting = fc.nat({ max: meetings - 1 });
      const item = fc.nat({ max: items - 1 });
      const youngPerson = fc.nat({ max: 1 });
      const department = fc.nat({ max: 1 });
      return fc.record({
        now: fc.constant(NOW),
        dayBefore: fc.constant(DAY_BEFORE),
        today: fc.constant(TODAY),
        staff: fc.array(fc.record({ ended: fc.constantFrom(false, false, true) }), {
          minLength: STAFF + 1,
          maxLength: STAFF + 1,
        }),
        roles: fc
          .tuple(
            some(
              often(
                fc.record({
                  staff: fc.nat({ max: STAFF - 1 }),
                  role: fc.constantFrom<Role>(...contentRoles),
                  ...dated,
                }),
                NOW_ON,
              ),
              8,
            ),
            fc.record({
              staff: fc.constant(APART),
              role: fc.constantFrom<Role>("admin", "dpo", "coordinator"),
              ...dated,
            }),
          )
          .map(([many, apart]) => [...many, apart]),
        departments: fc.constant<Sector[]>(["municipality", "authority"]),
        memberships: some(often(fc.record({ staff: who, department, ...dated }), NOW_ON), 12),
        youngPeople: fc.constant(2),
        assignments: some(
          often(
            fc.record({
              staff: who,
              youngPerson,
              kind: fc.constantFrom("guide" as const, "guide" as const, "stu_team" as const, "lead_worker" as const),
              primary: fc.boolean(),
              reviewedOn: fc.constantFrom(null, "2026-08-09", "2026-08-09", "2026-08-10"),
              department: fc.option(department),
              ...dated,
            }),
            { ...NOW_ON, department: null },
          ),
          4,
        ),
        absences: some(
          often(
            fc.record({
              staff: who,
              cover: fc.option(who),
              fromOn: fc.constantFrom("2026-11-01", TODAY, TOMORROW),
              toOn: fc.constantFrom("2026-11-20", TODAY, "2026-11-30"),
              removed: fc.constantFrom(false, false, true),
            }),
            { fromOn: "2026-11-01", toOn: TODAY, removed: false },
          ),
          5,
        ),
        contacts: some(
          fc.record({
            youngPerson,
            staff: who,
            keptBy: fc.option(who, { freq: 1 }),
            removed: fc.constantFrom(false, false, true),
            deletesOn: fc.constantFrom("2026-11-20", TODAY, TOMORROW),
          }),
          5,
        ).map((rows) =>
          rows.map((row) =>
            row.keptBy === null
              ? { ...row, kind: "case_note" as const, deletesOn: null }
              : { ...row, kind: "reminder" as const },
          ),
        ),
        guideRequests: unique(
          fc.record({
            youngPerson,
            state: fc.constantFrom(...guideRequestStates, "accepted_by_youth" as const, "accepted_by_youth" as const),
            proposed: fc.option(who, { freq: 5 }),
          }),
          3,
          ({ youngPerson, state }) => (isOpen(state) ? `${youngPerson}` : `${youngPerson} ${state}`),
        ),
        notComing: unique(
          fc.record({ youngPerson, staff: who }),
          3,
          ({ youngPerson, staff }) => `${youngPerson} ${staff}`,
        ),
        guideHandovers: unique(
          fc.record({
            youngPerson,
            from: who,
            staff: fc.option(who, { freq: 3 }),
            department: fc.option(department, { freq: 3 }),
            stands: fc.constantFrom(
              "open" as const,
              "open" as const,
              "taken" as const,
              "taken before" as const,
              "no" as const,
              "withdrawn" as const,
            ),
            by: who,
            seen: fc.boolean(),
          }),
          4,
          (row) => (row.stands === "open" ? `${row.youngPerson}` : JSON.stringify(row)),
        ),
        concerns: some(fc.record({ youngPerson, by: who, receiver: fc.constantFrom(...concernReceivers) }), 3),
        meetings: fc.array(
          often(
            fc.record({
              section115: fc.constantFrom(false, false, false, true),
              state: fc.constantFrom(...meetingStates, "draft" as const),
              chair: who,
              minuteTaker: who,
              draftSent: fc.constantFrom(false, false, true),
              approved: fc.constantFrom(false, false, true),
              room: fc.constantFrom(...roomStates),
              pointer: fc.option(item),
            }),
            OUT,
          ),
          { minLength: meetings, maxLength: meetings },
        ),
        members: unique(fc.record({ meeting, staff: who }), 9, (row) => JSON.stringify(row)),
        items: fc.array(
          often(
            fc.record({
              meeting,
              youngPerson: fc.option(youngPerson, { freq: 4 }),
              kind: fc.constantFrom(...itemKinds),
              state: fc.constantFrom(...itemStates, "open" as const, "handled" as const, "handled" as const),
              removed: fc.constantFrom(false, false, true),
              teller: fc.option(who, { freq: 4 }),
              tellBy: fc.constantFrom(TODAY, TODAY, "2026-08-09", "2026-08-10", null),
              toldOn: fc.constantFrom(null, null, TODAY, "2026-11-20"),
            }),
            { removed: false },
          ),
          { minLength: items, maxLength: items },
        ),
        participants: unique(
          often(
            fc.record({
              item,
              staff: who,
              removed: fc.constantFrom(false, false, true),
              department: fc.option(department, { freq: 4 }),
              presence: fc.constantFrom(null, ...presences, "video" as const),
            }),
            { removed: false, presence: "room" },
          ),
          12,
          (row) => `${row.item} ${row.staff}`,
        ),
        consents: fc.array(
          fc.record({
            withdrawn: fc.constantFrom(false, false, false, true),
            endsAt: fc.constantFrom(BEFORE, NOW, AFTER, AFTER, AFTER),
            givenOn: fc.constant(GIVEN),
            byYoungPerson: fc.boolean(),
            yeses: fc.uniqueArray(fc.nat({ max: HOLDERS - 1 }), { maxLength: HOLDERS }),
          }),
          { minLength: 2, maxLength: 2 },
        ),
        holders: fc.array(
          often(
            fc.record({
              youngPerson: fc.constantFrom(0, 0, 1),
              custody: fc.constantFrom(true, true, false),
              fromOn: fc.constantFrom("2020-01-01", GIVEN, "2026-01-02"),
              toOn: fc.constantFrom(null, GIVEN, "2026-01-02"),
            }),
            { custody: true, ...NOW_ON },
          ),
          { minLength: HOLDERS, maxLength: HOLDERS },
        ),
        bases: some(
          often(
            fc.record({
              item,
              department,
              content: fc.constantFrom(...sharedContents, "item" as const, "item" as const),
              fromAt: begins,
              endsAt: fc.option(ends, { freq: 2 }),
              endedAt: fc.constantFrom(null, null, null, NOW),
              consent: fc.option(fc.nat({ max: 1 }), { freq: 2 }),
              classes: fc.uniqueArray(fc.constantFrom(...upperClasses), { minLength: 1, maxLength: 3 }),
            }),
            HELD,
          ),
          12,
        ),
        conflicts: unique(fc.record({ item, staff: who }), 3, (row) => JSON.stringify(row)),
        handovers: unique(
          fc.record({
            action: fc.nat({ max: 3 }),
            department,
            staff: fc.option(who),
            answered: fc.constantFrom(false, false, true),
          }),
          5,
          (row) => (row.answered ? JSON.stringify(row) : `${row.action}`),
        ),
        cases: unique(fc.record({ youngPerson, ended: fc.boolean() }), 3, (row) => JSON.stringify(row)),
        courses: unique(fc.record({ youngPerson, closedOn: fc.constantFrom(null, null, TODAY, TOMORROW) }), 3, (row) =>
          row.closedOn ? JSON.stringify(row) : `${row.youngPerson}`,
        ),
        courseHandovers: unique(
          fc.record({
            course: fc.nat({ max: 2 }),
            department,
            staff: fc.option(who),
            stands: fc.constantFrom(
              "open" as const,
              "open" as const,
              "yes" as const,
              "no" as const,
              "withdrawn" as const,
            ),
            by: who,
          }),
          4,
          (row) => (row.stands === "open" ? `${row.course} ${row.department}` : JSON.stringify(row)),
        ),
        actions: some(
          fc.record({
            item,
            owner: fc.option(who),
            department: fc.option(department),
            state: fc.constantFrom(...actionStates),
            endedAt: fc.constantFrom(null, DAY_BEFORE, "2026-11-20T09:00:00.001Z"),
          }),
          4,
        ),
        notes: some(
          fc.record({
            youngPerson,
            author: who,
            readers: fc.uniqueArray(who, { maxLength: 3 }),
            destroyed: fc.constantFrom(false, false, true),
          }),
          4,
        ),
        emergencies: some(
          fc.record({
            staff: who,
            youngPerson,
            begins: fc.constantFrom(EARLIER, NOW),
            ends: fc.constantFrom(NOW, LATER, LATER),
            endedEarly: fc.constantFrom(false, false, true),
          }),
          5,
        ),
        existence: unique(
          fc.record({
            youngPerson,
            role: fc.constantFrom(...existenceRoles),
            level: fc.constantFrom(...existenceLevels, "hidden" as const, "name" as const),
          }),
          8,
          (row) => `${row.youngPerson} ${row.role}`,
        ),
        screens: some(fc.record({ meeting: fc.option(meeting), ended: fc.boolean() }), 2),
        sought: fc.constantFrom<number[]>([], [], [0], [1]),
      });
    })
    .map(inWhichPartsMeet),
);

/**
 * Two of three memberships and bases are of a seat that somebody has, as many roles of who works in the municipality,
 * agreements of who goes with the young person, emergencies of who may open one: by chance alone they seldom meet.
 */
function inWhichPartsMeet(made: World): World {
  const courseHandovers = made.courseHandovers.filter(({ course }) => course < made.courses.length);
  const world = { ...made, courseHandovers };
  const seats = world.participants.flatMap(({ department, ...seat }) =>
    department === null ? [] : [{ ...seat, department }],
  );
  const mostly = <T>(n: number, of: T[]) => (n % 3 === 2 ? undefined : of[n % of.length]);
  const seatOf = (n: number) => mostly(n, seats);
  const memberships = world.memberships.map((one, n) => {
    const { staff, department } = seatOf(n) ?? one;
    return { ...one, staff, department };
  });
  const ofMunicipality = memberships.filter(({ department }) => world.departments[department] === "municipality");
  const workers = ofMunicipality.filter(({ staff }) => staff !== APART);
  const roles = world.roles.map((one, n) =>
    one.staff === APART ? one : { ...one, staff: (mostly(n, workers) ?? one).staff },
  );
  const own = ofMunicipality.filter(
    ({ staff }) => !world.staff[staff]?.ended && roles.some((grant) => grant.staff === staff),
  );
  const along = world.assignments.flatMap(({ staff, youngPerson }) =>
    world.items.flatMap((one, item) => (one.youngPerson === youngPerson ? [{ item, owner: staff }] : [])),
  );
  const ofWork = roles.filter(({ role }) => role === "youth_guide" || role === "stu_team");
  const guides = roles.filter(({ role }) => role === "youth_guide");
  const guideRequests = world.guideRequests.map((one, n) => ({
    ...one,
    proposed: mostly(n, guides)?.staff ?? one.proposed,
  }));
  const told = world.notComing.map((one, n) => ({ ...one, staff: mostly(n, guides)?.staff ?? one.staff }));
  const distinct = told.filter(
    (one, n) => told.findIndex((other) => other.youngPerson === one.youngPerson && other.staff === one.staff) === n,
  );
  const guideHandovers = world.guideHandovers.map((one, n) => ({
    ...one,
    staff: mostly(n, guides)?.staff ?? one.staff,
    department: mostly(n + 1, memberships)?.department ?? one.department,
  }));
  const absences = world.absences
    .map((one, n) => ({
      ...one,
      staff: (mostly(n, world.assignments) ?? one).staff,
      cover: mostly(n + 1, ofWork)?.staff ?? one.cover,
    }))
    .filter(({ staff, cover, fromOn, toOn }) => staff !== cover && fromOn <= toOn);
  return {
    ...world,
    roles,
    memberships,
    absences,
    guideRequests,
    notComing: distinct,
    guideHandovers,
    actions: world.actions.map((one, n) => ({ ...one, ...mostly(n, along) })),
    emergencies: world.emergencies.map((one, n) => ({ ...one, staff: (mostly(n, own) ?? one).staff })),
    bases: world.bases.map((one, n) => {
      const { item, department } = seatOf(n) ?? one;
      return { ...one, item, department };
    }),
  };
}

/** Nobody runs anything, and every seat has its basis, which leans on a consent: what is seen hangs on that alone. */
function inWhichConsentDecides(world: World): World {
  const seats = world.participants.flatMap(({ department, ...seat }) =>
    department === null ? [] : [{ ...seat, department }],
  );
  return {
    ...world,
    roles: [],
    memberships: seats.map(({ staff, department }) => ({ staff, department, ...NOW_ON })),
    meetings: world.meetings.map((one) => ({ ...one, ...OUT, chair: APART, minuteTaker: APART })),
    items: world.items.map((one) => ({ ...one, removed: false })),
    participants: world.participants.map((one) => ({ ...one, removed: false })),
    bases: seats.map(({ item, department }, n) => ({
      ...{ item, department, consent: n % 2, classes: [...upperClasses] },
      ...HELD,
    })),
  };
}

export const worlds = fc.oneof(
  { arbitrary: manifold, weight: 2 },
  { arbitrary: manifold.map(inWhichConsentDecides), weight: 1 },
);

type Kind =
  | "consent"
  | "staff"
  | "department"
  | "youngPerson"
  | "meeting"
  | "item"
  | "action"
  | "note"
  | "emergency"
  | "course"
  | "courseHandover"
  | "contact"
  | "concern"
  | "guideRequest"
  | "notComing"
  | "guideHandover"
  | "screen";
export type Ids = Record<Kind, string[]>;

const ids = (count: number) => Array.from({ length: count }, newId);
const at = (yes: boolean) => (yes ? "2026-11-20T12:00:00.000Z" : null);

/** Writes a world down as rows; answers the ids by place. */
export async function settle(db: Db, world: World): Promise<Ids> {
  const id: Ids = {
    staff: ids(world.staff.length),
    department: ids(world.departments.length),
    consent: ids(world.consents.length),
    youngPerson: ids(world.youngPeople),
    meeting: ids(world.meetings.length),
    item: ids(world.items.length),
    action: ids(world.actions.length),
    note: ids(world.notes.length),
    emergency: ids(world.emergencies.length),
    course: ids(world.courses.length),
    courseHandover: ids(world.courseHandovers.length),
    contact: ids(world.contacts.length),
    concern: ids(world.concerns.length),
    guideRequest: ids(world.guideRequests.length),
    notComing: ids(world.notComing.length),
    guideHandover: ids(world.guideHandovers.length),
    screen: ids(world.screens.length),
  };
  const of = (kind: keyof Ids, place: number) => id[kind][place] as string;
  const ofOrNone = (kind: keyof Ids, place: number | null) => (place === null ? null : of(kind, place));
  const dates = ({ fromOn, toOn }: { fromOn: string; toOn: string | null }) => ({ fromOn, toOn });
  const all = async <T>(rows: T[], insert: (row: T, place: number) => PromiseLike<unknown>) => {
    for (const [place, row] of rows.entries()) await insert(row, place);
  };
  const t = tables;
  await all(world.staff, ({ ended }, n) =>
    db
      .insert(t.staff)
      .values({ id: of("staff", n), name: "N", sortKey: "n", username: of("staff", n), endedAt: at(ended) }),
  );
  await all(world.departments, (sector, n) =>
    db
      .insert(t.department)
      .values({ id: of("department", n), name: "A", mark: "A", colour: "petrol", sector, fromOn: "2020-01-01" }),
  );
  await all(id.youngPerson, (own) =>
    db.insert(t.youngPerson).values({ id: own, firstName: "A", lastName: "B", sortKey: "b a", bornOn: "2009-01-01" }),
  );
  await all(world.sought, (one) =>
    db.insert(t.youngPersonAddress).values({
      id: of("youngPerson", one),
      cipher: Buffer.from("?"),
      protected: true,
      highRisk: true,
      source: "register",
      checkedOn: "2026-01-01",
    }),
  );
  await all(world.roles, (row) =>
    db.insert(t.roleGrant).values({ id: newId(), staffId: of("staff", row.staff), role: row.role, ...dates(row) }),
  );
  await all(world.memberships, (row) =>
    db.insert(t.membership).values({
      id: newId(),
      staffId: of("staff", row.staff),
      departmentId: of("department", row.department),
      ...dates(row),
    }),
  );
  await all(world.assignments, (row) =>
    db.insert(t.assignment).values({
      id: newId(),
      staffId: of("staff", row.staff),
      youngPersonId: of("youngPerson", row.youngPerson),
      kind: row.kind,
      primary: row.primary,
      reviewedOn: row.reviewedOn,
      departmentId: ofOrNone("department", row.department),
      ...dates(row),
    }),
  );
  await all(world.absences, ({ staff, cover, removed, ...days }) =>
    db.insert(t.staffAbsence).values({
      id: newId(),
      staffId: of("staff", staff),
      coveredById: ofOrNone("staff", cover),
      removedAt: at(removed),
      ...days,
    }),
  );
  await all(world.contacts, ({ youngPerson, staff, kind, keptBy, removed, deletesOn }, n) =>
    db.insert(t.contactEntry).values({
      id: of("contact", n),
      youngPersonId: of("youngPerson", youngPerson),
      staffId: of("staff", staff),
      happenedAt: EARLIER,
      channel: "phone",
      result: "met",
      company: "only_us",
      kind,
      keptById: ofOrNone("staff", keptBy),
      deletesOn,
      writtenAt: EARLIER,
      removedAt: at(removed),
    }),
  );
  await all(world.guideRequests, ({ youngPerson, state, proposed }, n) =>
    db.insert(t.guideRequest).values({
      id: of("guideRequest", n),
      youngPersonId: of("youngPerson", youngPerson),
      state,
      requestedOn: "2026-11-01",
      proposedId: ofOrNone("staff", proposed),
      endedOn: isOpen(state) ? null : TODAY,
    }),
  );
  await all(world.notComing, ({ youngPerson, staff }, n) =>
    db.insert(t.youngNotComing).values({
      id: of("notComing", n),
      youngPersonId: of("youngPerson", youngPerson),
      staffId: of("staff", staff),
      wasTheirs: n % 2 === 0,
      saidAt: EARLIER,
    }),
  );
  await all(world.guideHandovers, ({ youngPerson, from, staff, department, stands, by, seen }, n) =>
    db.insert(t.guideHandover).values({
      id: of("guideHandover", n),
      youngPersonId: of("youngPerson", youngPerson),
      kind: "guide",
      fromStaffId: of("staff", from),
      toStaffId: ofOrNone("staff", staff),
      toDepartmentId: ofOrNone("department", department),
      remindersGo: false,
      askedAt: EARLIER,
      acceptedAt: stands === "taken" ? "2026-11-20T09:00:00.001Z" : stands === "taken before" ? DAY_BEFORE : null,
      acceptedById: stands === "taken" || stands === "taken before" ? of("staff", by) : null,
      seenAt: at(seen),
      declinedAt: at(stands === "no"),
      withdrawnAt: at(stands === "withdrawn"),
    }),
  );
  await all(world.concerns, ({ youngPerson, by, receiver }, n) =>
    db.insert(t.concern).values({
      id: of("concern", n),
      youngPersonId: of("youngPerson", youngPerson),
      raisedById: of("staff", by),
      raisedAt: EARLIER,
      receiver,
    }),
  );
  await all(world.meetings, (row, n) =>
    db.insert(t.meeting).values({
      id: of("meeting", n),
      typeCode: row.section115 ? "section115" : "coordination",
      startsAt: "2026-11-21T08:00:00.000Z",
      endsAt: "2026-11-21T10:00:00.000Z",
      chairId: of("staff", row.chair),
      minuteTakerId: of("staff", row.minuteTaker),
      state: row.state,
      room: row.room,
      pointerItemId: ofOrNone("item", row.pointer),
      draftSentAt: at(row.draftSent),
      approvedAt: at(row.approved),
    }),
  );
  await all(world.members, (row) =>
    db.insert(t.meetingMember).values({ meetingId: of("meeting", row.meeting), staffId: of("staff", row.staff) }),
  );
  await all(world.items, async (row, n) => {
    const id = of("item", n);
    await db.insert(t.agendaItem).values({
      id,
      meetingId: of("meeting", row.meeting),
      youngPersonId: ofOrNone("youngPerson", row.youngPerson),
      kind: row.kind,
      state: row.state,
      position: n,
      question: "?",
      minutes: 10,
      removedAt: at(row.removed),
    });
    await db.insert(t.itemClosing).values({ id, informStaffId: ofOrNone("staff", row.teller), informOn: row.tellBy });
    if (row.toldOn)
      await db.insert(t.itemTold).values({ id, toldById: of("staff", 0), toldOn: row.toldOn, how: "met" });
  });
  await all(world.participants, (row) =>
    db.insert(t.participant).values({
      id: newId(),
      kind: "staff",
      itemId: of("item", row.item),
      staffId: of("staff", row.staff),
      departmentId: ofOrNone("department", row.department),
      presence: row.presence,
      removedAt: at(row.removed),
    }),
  );
  const holders = ids(world.holders.length);
  await all(world.holders, ({ youngPerson, ...row }, n) =>
    db.insert(t.networkPerson).values({
      id: holders[n] as string,
      youngPersonId: of("youngPerson", youngPerson),
      kind: "parent",
      name: "?",
      ...row,
    }),
  );
  await all(world.consents, async ({ withdrawn, endsAt, givenOn, byYoungPerson, yeses }, n) => {
    await db.insert(t.consent).values({
      id: of("consent", n),
      youngPersonId: of("youngPerson", 0),
      kind: "exchange",
      purpose: "?",
      form: "oral",
      givenOn,
      expiresOn: "2026-12-31",
      endsAt,
      takenById: of("staff", 0),
      withdrawnAt: at(withdrawn),
    });
    const givers = [...(byYoungPerson ? [null] : []), ...yeses.map((holder) => holders[holder] as string)];
    for (const networkPersonId of givers)
      await db
        .insert(t.consentGiver)
        .values({ id: newId(), consentId: of("consent", n), networkPersonId, saidOn: givenOn });
  });
  const legalBasisId = newId();
  await db.insert(t.legalBasis).values({
    id: legalBasisId,
    code: legalBasisId,
    labelDa: "?",
    labelEn: "?",
    law: "?",
    sectors: [],
    textClasses: [],
    consent: "none",
    givers: [],
    content: "item",
    tells: [],
    fromOn: "2020-01-01",
  });
  await all(world.bases, async ({ item, department, consent, classes, ...row }) => {
    const id = newId();
    await db.insert(t.sharingBasis).values({
      id,
      itemId: of("item", item),
      departmentId: of("department", department),
      legalBasisId,
      consentId: ofOrNone("consent", consent),
      necessity: "?",
      ...row,
    });
    for (const textClass of classes) await db.insert(t.sharingBasisClass).values({ sharingBasisId: id, textClass });
  });
  await all(world.conflicts, (row) =>
    db.insert(t.conflictOfInterest).values({
      id: newId(),
      itemId: of("item", row.item),
      staffId: of("staff", row.staff),
      declaredAt: "2026-11-21T08:00:00.000Z",
      declaredBy: of("staff", row.staff),
    }),
  );
  await all(world.cases, ({ youngPerson, ended }) =>
    db.insert(t.coordinationCase).values({
      id: newId(),
      youngPersonId: of("youngPerson", youngPerson),
      state: ended ? "closed" : "active",
      sinceOn: TODAY,
      openedOn: TODAY,
      endedAt: ended ? EARLIER : null,
    }),
  );
  await all(world.courses, ({ youngPerson, closedOn }, n) =>
    db.insert(t.stuCourse).values({
      id: of("course", n),
      youngPersonId: of("youngPerson", youngPerson),
      referredOn: "2023-01-01",
      ...(closedOn ? { endedOn: "2026-01-01", ending: "completed" as const, closedOn } : {}),
    }),
  );
  await all(world.courseHandovers, ({ course, department, staff, stands, by }, n) =>
    db.insert(t.courseHandover).values({
      id: of("courseHandover", n),
      courseId: of("course", course),
      youngPersonId: of("youngPerson", world.courses[course]?.youngPerson ?? 0),
      departmentId: of("department", department),
      staffId: ofOrNone("staff", staff),
      reason: "?",
      askedAt: EARLIER,
      ...(stands === "yes" || stands === "no"
        ? { accepted: stands === "yes", answeredAt: EARLIER, answeredById: of("staff", by) }
        : {}),
      withdrawnAt: at(stands === "withdrawn"),
    }),
  );
  await all(world.actions, (row, n) =>
    db.insert(t.action).values({
      id: of("action", n),
      itemId: of("item", row.item),
      youngPersonId: ofOrNone("youngPerson", world.items[row.item]?.youngPerson ?? null),
      ownerId: ofOrNone("staff", row.owner),
      departmentId: ofOrNone("department", row.department),
      number: n,
      position: n,
      text: "x",
      state: row.state,
      endedAt: row.endedAt,
      createdAt: "2026-11-20T08:00:00.000Z",
    }),
  );
  await all(
    world.handovers.filter((row) => row.action < world.actions.length),
    (row) =>
      db.insert(t.handover).values({
        id: newId(),
        actionId: of("action", row.action),
        departmentId: of("department", row.department),
        staffId: ofOrNone("staff", row.staff),
        reason: "?",
        askedAt: EARLIER,
        answeredAt: at(row.answered),
      }),
  );
  await all(world.notes, async (row, n) => {
    const [noteId, author] = [of("note", n), of("staff", row.author)];
    const values = {
      id: noteId,
      youngPersonId: of("youngPerson", row.youngPerson),
      authorId: author,
      writtenAt: EARLIER,
    };
    await db.insert(t.sealedNote).values({ ...values, destroyedAt: at(row.destroyed) });
    for (const reader of row.readers)
      await db.insert(t.sealedNoteReader).values({ noteId, staffId: of("staff", reader) });
  });
  await all(world.emergencies, (row, n) =>
    db.insert(t.breakGlass).values({
      id: of("emergency", n),
      staffId: of("staff", row.staff),
      youngPersonId: of("youngPerson", row.youngPerson),
      reason: "life_or_health",
      words: "x",
      startedAt: row.begins,
      endsAt: row.ends,
      endedAt: row.endedEarly ? EARLIER : null,
      reviewBy: "2026-11-28",
    }),
  );
  await all(world.existence, ({ youngPerson, role, level }) =>
    db.insert(t.existence).values({ id: newId(), youngPersonId: of("youngPerson", youngPerson), role, level }),
  );
  await all(world.screens, (row, n) =>
    db.insert(t.bigScreen).values({
      id: of("screen", n),
      tokenHash: of("screen", n),
      code: "000000",
      offeredAt: "2026-11-21T08:00:00.000Z",
      meetingId: ofOrNone("meeting", row.meeting),
      endedAt: at(row.ended),
    }),
  );
  return id;
}
