import { eq } from "drizzle-orm";
import { tables, transact } from "#db/index.server.ts";
import type { MeetingState, Presence, Role, Sector } from "#db/vocabulary.ts";
import { addDays } from "#domain/days.ts";
import { newId } from "#domain/ids.server.ts";
import { basesOn } from "#domain/sharing/register.server.ts";
import { aDepartment, aMeeting, anAssignment, anItem, aStaffMember, aYoungPerson } from "#tests/support/builders.ts";
import { aSession } from "#tests/support/live-server.ts";
import { canary, type Persona, STATES, type State } from "./personas.ts";

/** The moment of this world: a Tuesday morning. */
export const AT = "2026-11-24T09:00:00.000Z";
const TODAY = "2026-11-24";
const AN_HOUR_AGO = "2026-11-24T08:00:00.000Z";
const FAR = "2027-06-01T00:00:00.000Z";

export type Place = { meeting: string; item: string; person: string; consent: string; course: string };
export type World = {
  cookies: Partial<Record<Persona, string>>;
  places: Record<State, Place>;
  staff: Record<string, string>;
};

type Staff = Record<Exclude<Persona, "nobody">, string>;

const DEPARTMENTS: [name: string, sector: Sector][] = [
  ["Voksenafdelingen", "municipality"],
  ["Rusmiddelcentret", "municipality"],
  ["Jobcentret", "municipality"],
  ["Familiehuset", "municipality"],
  ["Psykiatrien", "authority"],
  ["Psykiatrien Syd", "authority"],
  ["Psykiatrien Nord", "authority"],
  ["Skolen", "school"],
  ["Politiet", "authority"],
];

async function makeStaff() {
  const at: Record<string, string> = {};
  for (const [name, sector] of DEPARTMENTS) at[name] = await aDepartment({ name, sector });
  const one = (roles: Role[], department?: string) =>
    aStaffMember(roles, department ? { departmentId: at[department] as string } : {});
  const coordinator = await one(["coordinator"]);
  const staff: Staff = {
    coordinator,
    locked: await one(["coordinator"]),
    chair: await one(["forum_member"]),
    "minute-taker": await one(["forum_member"]),
    member: await one(["forum_member"]),
    guide: await one(["youth_guide"]),
    "other-guide": await one(["youth_guide"]),
    "stu-team": await one(["stu_team"]),
    caseworker: await one(["caseworker"], "Voksenafdelingen"),
    absent: await one(["caseworker"], "Voksenafdelingen"),
    "not-invited": await one(["caseworker"], "Familiehuset"),
    colleague: await one(["forum_member"], "Voksenafdelingen"),
    psychiatrist: await one(["external"], "Psykiatrien"),
    "basis-expired": await one(["external"], "Psykiatrien Syd"),
    "no-basis": await one(["external"], "Psykiatrien Nord"),
    school: await one(["external"], "Skolen"),
    police: await one(["external"], "Politiet"),
    "other-police": await one(["external"], "Politiet"),
    "left-department": await one(["caseworker"], "Rusmiddelcentret"),
    partial: await one(["caseworker"], "Jobcentret"),
    leader: await one(["leader"]),
    admin: await one(["admin"]),
    dpo: await one(["dpo"]),
  };
  await transact((db) =>
    db
      .update(tables.membership)
      .set({ toOn: TODAY, version: 2 })
      .where(eq(tables.membership.staffId, staff["left-department"])),
  );
  return { staff, at };
}

const MEETING: Record<State, MeetingState> = {
  draft: "draft",
  published: "published",
  open: "running",
  handled: "running",
  approved: "closed",
  section115: "running",
  removed: "published",
  withdrawn: "published",
  ended: "published",
};

type Made = Awaited<ReturnType<typeof makeStaff>>;

async function makePlace(state: State, n: number, { staff, at }: Made): Promise<Place> {
  const bases = await basesOnDay();
  const under115 = state === "section115";
  const taken = state === "handled" || state === "approved";
  // The open one is the nearest, and the one under § 115 the last of all.
  const day = { open: "2026-11-24", section115: "2026-12-22" }[state as string] ?? `2026-12-0${n}`;
  const meeting = await aMeeting({
    chairId: staff.chair,
    minuteTakerId: staff["minute-taker"],
    state: MEETING[state],
    startsAt: `${day}T08:00:00.000Z`,
    endsAt: `${day}T10:00:00.000Z`,
    members: under115 ? [] : [staff.member],
  });
  const person = await aYoungPerson({ firstName: "Signe", lastName: canary(state, "name", "efternavn") });
  await anAssignment(person, staff.guide, "guide", true, addDays(TODAY, -95));
  const seat = (who: keyof Staff, department: string, presence: Presence = "room") => ({
    staffId: staff[who],
    departmentId: at[department] as string,
    ...(taken && { presence }),
  });
  const item = await anItem({
    meetingId: meeting,
    youngPersonId: person,
    state: state === "open" || under115 ? "open" : taken ? "handled" : "planned",
    openedAt: AN_HOUR_AGO,
    invited: under115
      ? [seat("caseworker", "Voksenafdelingen"), seat("police", "Politiet")]
      : [
          seat("caseworker", "Voksenafdelingen"),
          seat("absent", "Voksenafdelingen", "missing"),
          seat("partial", "Jobcentret"),
          seat("left-department", "Rusmiddelcentret"),
          seat("psychiatrist", "Psykiatrien"),
          seat("basis-expired", "Psykiatrien Syd"),
          seat("no-basis", "Psykiatrien Nord"),
          seat("school", "Skolen"),
          seat("police", "Politiet"),
        ],
  });
  await write(state, { meeting, item, person }, { staff, at });
  const consent = newId();
  const course = newId();

  const basis = (department: string, code: string, set: Partial<typeof tables.sharingBasis.$inferInsert> = {}) => ({
    id: newId(),
    itemId: item,
    departmentId: at[department] as string,
    legalBasisId: bases.get(code) as string,
    necessity: canary(state, "item", "noedvendigt"),
    content: "item" as const,
    fromAt: "2026-01-01T00:00:00.000Z",
    ...set,
  });
  await transact(async (db) => {
    await db.insert(tables.consent).values({
      id: consent,
      youngPersonId: person,
      kind: "exchange",
      purpose: canary(state, "item", "formaal"),
      form: "oral",
      givenOn: "2026-01-01",
      expiresOn: "2027-06-01",
      endsAt: FAR,
      takenById: staff.guide,
      withdrawnAt: state === "withdrawn" ? AN_HOUR_AGO : null,
    });
    if (under115) await db.insert(tables.sharingBasis).values(basis("Politiet", "rpl115_ssp"));
    else
      await db.insert(tables.sharingBasis).values([
        basis("Psykiatrien", "fvl28_consent", {
          consentId: consent,
          endedAt: state === "ended" ? AN_HOUR_AGO : null,
        }),
        basis("Psykiatrien Syd", "fvl28_necessity", { endsAt: AN_HOUR_AGO }),
        basis("Skolen", "lki_common_data", { content: "school_facts" }),
      ]);
    await db.insert(tables.stuCourse).values({
      ...{ id: course, youngPersonId: person, referredOn: "2026-01-01" },
      ...{ line: canary(state, "item", "linje"), note: canary(state, "item", "husk") },
    });
    const paper = newId();
    await db.insert(tables.resourcePaper).values({ id: paper, courseId: course, way: "here", begunOn: "2026-06-01" });
    const inPaper = { part: "own_words" as const, text: canary(state, "item", "papir"), editedAt: AN_HOUR_AGO };
    await db.insert(tables.resourcePaperText).values({ id: newId(), paperId: paper, ...inPaper });
    await db.insert(tables.conflictOfInterest).values({
      id: newId(),
      itemId: item,
      staffId: staff.partial,
      declaredAt: AN_HOUR_AGO,
      declaredBy: staff.chair,
    });
  });
  return { meeting, item, person, consent, course };
}

const basesOnDay = () => transact(async (db) => new Map((await basesOn(db, TODAY)).map(({ code, id }) => [code, id])));

/** A word of its own in each text, and the state of the meeting that the builders do not know. */
async function write(state: State, { meeting, item, person }: Omit<Place, "consent" | "course">, { staff, at }: Made) {
  const said = (field: string) => canary(state, "item", field);
  const agreed = (field: string) => canary(state, "agreement", field);
  const adults = at.Voksenafdelingen as string;
  const running = state === "open" || state === "section115";
  await transact(async (db) => {
    await db
      .update(tables.meeting)
      .set({
        place: canary(state, "place", "sted"),
        videoLink: canary(state, "place", "video"),
        typeCode: state === "section115" ? "section115" : "coordination",
        approvedAt: state === "approved" ? AN_HOUR_AGO : null,
        draftSentAt: state === "approved" ? AN_HOUR_AGO : null,
        ...(running && { room: "item" as const, roomSince: AN_HOUR_AGO, pointerItemId: item }),
      })
      .where(eq(tables.meeting.id, meeting));
    await db
      .update(tables.agendaItem)
      .set({
        question: said("spoergsmaal"),
        handledAt: state === "handled" || state === "approved" ? AN_HOUR_AGO : null,
        removedAt: state === "removed" ? AN_HOUR_AGO : null,
        version: 2,
      })
      .where(eq(tables.agendaItem.id, item));
    await db
      .update(tables.itemClosing)
      .set({
        noAgreementReason: said("ingen-aftale"),
        informStaffId: staff.caseworker,
        informOn: "2026-11-25",
        version: 2,
      })
      .where(eq(tables.itemClosing.id, item));
    await db.insert(tables.youthVoice).values({
      id: newId(),
      itemId: item,
      words: said("ord"),
      how: state === "draft" ? null : "contact_person",
      heardById: staff.guide,
      heardOn: "2026-11-20",
      tries: said("forsoeg"),
      notToDiscuss: said("ikke-droeftes"),
    });
    const beside = { helps: said("hjaelper"), company: said("med"), follower: said("foelger") };
    await db.insert(tables.voicePrepared).values({ id: item, ...beside });
    if (state === "approved") {
      const before = { toldById: staff.caseworker, toldOn: addDays(TODAY, -1) };
      await db.insert(tables.itemTold).values({ id: item, ...before, how: "met", words: said("fortalt") });
    }
    await db.insert(tables.optionPresented).values({ id: newId(), itemId: item, text: said("mulighed") });
    const paragraph = { itemId: item, authorId: staff.chair };
    await db.insert(tables.paragraph).values([
      { ...paragraph, id: newId(), kind: "discussion", text: said("droeftelse") },
      { ...paragraph, id: newId(), kind: "dissent", departmentId: adults, text: said("uenighed") },
      { ...paragraph, id: newId(), kind: "handed_in", text: said("afleveret") },
    ]);
    await db.insert(tables.participant).values({
      id: newId(),
      itemId: item,
      kind: "parent",
      name: said("foraelder"),
      organisation: said("organisation"),
    });
    const combinedOfferId = newId();
    await db
      .insert(tables.combinedOffer)
      .values({ id: combinedOfferId, youngPersonId: person, title: said("taenkt-sammen") });
    await db.insert(tables.effort).values({
      id: newId(),
      youngPersonId: person,
      departmentId: adults,
      combinedOfferId,
      title: said("indsats"),
      provider: said("giver"),
      fromOn: "2026-01-01",
    });
    await db.insert(tables.planText).values({
      id: newId(),
      youngPersonId: person,
      part: "wish",
      text: said("oenske"),
      editedAt: "2026-01-01T08:00:00.000Z",
    });
    await db
      .insert(tables.goal)
      .values({ id: newId(), youngPersonId: person, text: said("maal"), why: said("derfor") });
    const of = { youngPersonId: person };
    // What is searched through holds no word: a search shows three texts of each young person.
    await db.insert(tables.schemeHint).values({ ...of, id: newId(), kind: "isbryder", state: "asked" });
    await db.insert(tables.placement).values({
      ...{ ...of, id: newId(), employer: "Bageriet", kind: "small_job", paid: true, fromOn: "2026-01-01" },
      ...{ contactName: said("kontakt"), contactPhone: said("telefon") },
    });
    await db
      .insert(tables.wellbeingRating)
      .values({ ...of, id: newId(), score: 6, ratedOn: "2026-01-01", askedById: staff.guide });
    await db.insert(tables.externalPlan).values({
      ...{ ...of, id: newId(), kind: "min_plan", departmentId: adults, system: "Jobnet" },
      link: `https://jobnet.example/${said("link")}`,
    });
    await db.insert(tables.clarification).values({
      ...{ id: newId(), youngPersonId: person, about: "future", level: 2, standsOn: "2026-01-01" },
      ...{ evidence: said("afklaring"), writtenAt: "2026-01-01T08:00:00.000Z" },
    });
    await db.insert(tables.networkPerson).values({
      id: newId(),
      youngPersonId: person,
      kind: "parent",
      name: said("mor"),
      custody: true,
      fromOn: "2020-01-01",
    });
    if (!["open", "handled", "approved", "section115"].includes(state)) return;
    await db.insert(tables.action).values({
      id: newId(),
      itemId: item,
      youngPersonId: person,
      departmentId: adults,
      ownerId: staff.caseworker,
      number: 1,
      position: 1,
      text: agreed("aftale"),
      howSeen: agreed("lykkes"),
      blockedNote: agreed("sidder-fast"),
      resultNote: agreed("resultat"),
      youthWords: agreed("svar-med-egne-ord"),
      state: "proposed",
      createdAt: AN_HOUR_AGO,
      dueOn: "2026-12-24",
    });
  });
}

/** One meeting with one item in each of these states, and somebody of each kind who asks. The clock must stand at `AT`. */
export async function makeWorld(only: readonly State[] = STATES): Promise<World> {
  const made = await makeStaff();
  const places = {} as Record<State, Place>;
  for (const [n, state] of only.entries()) places[state] = await makePlace(state, n + 1, made);
  const cookies: World["cookies"] = {};
  for (const [persona, id] of Object.entries(made.staff) as [keyof Staff, string][])
    cookies[persona] = (await aSession(id)).cookie;
  await transact((db) =>
    db.update(tables.session).set({ seenAt: AN_HOUR_AGO }).where(eq(tables.session.staffId, made.staff.locked)),
  );
  return { cookies, places, staff: made.staff };
}
