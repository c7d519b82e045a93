import { eq } from "drizzle-orm";
import { tables, transact } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import type { Room } from "./a-room.ts";

/**
 * Writes a word of its own into every text about an item that the room's wall must not show, and answers what was written.
 * What may stand there is written without it.
 */
export async function plantCanaries({
  item,
  meeting,
  youngPerson,
  adults,
  psychiatry,
  guide,
  chair,
  adviser,
  colleague,
}: Room): Promise<string[]> {
  const planted: string[] = [];
  const canary = (where: string) => {
    const text = `kanarie-${where}`;
    planted.push(text);
    return text;
  };
  const {
    action,
    agendaItem,
    clarification,
    combinedOffer,
    conflictOfInterest,
    department,
    effort,
    externalPlan,
    goal,
    itemClosing,
    optionPresented,
    paragraph,
    placement,
    planText,
    schemeHint,
    wellbeingRating,
  } = tables;
  const agreed = {
    itemId: item,
    youngPersonId: youngPerson,
    departmentId: adults,
    state: "proposed",
    createdAt: "2026-11-21T08:05:00.000Z",
    dueOn: "2026-12-01",
  } as const;
  await transact(async (db) => {
    await db
      .update(tables.meeting)
      .set({ place: canary("sted"), videoLink: canary("video") })
      .where(eq(tables.meeting.id, meeting));
    await db
      .update(tables.youngPerson)
      .set({ lastName: canary("efternavn"), sortKey: canary("sortering") })
      .where(eq(tables.youngPerson.id, youngPerson));
    for (const [staffId, where] of [
      [guide, "guide"],
      [chair, "leder"],
      [adviser, "raadgiver"],
    ] as const)
      await db
        .update(tables.staff)
        .set({ name: canary(where), phone: canary(`tlf-${where}`), title: canary(`titel-${where}`), version: 2 })
        .where(eq(tables.staff.id, staffId));
    await db
      .update(department)
      .set({ name: canary("fravaerende-afdeling"), version: 2 })
      .where(eq(department.id, psychiatry));
    await db.insert(tables.youthVoice).values({
      id: newId(),
      itemId: item,
      words: "Jeg vil gerne arbejde med træ.",
      how: "contact_person",
      heardById: guide,
      heardOn: "2026-11-18",
      tries: canary("forsoeg"),
      notToDiscuss: canary("skal-ikke-droeftes"),
    });
    await db
      .insert(tables.voicePrepared)
      .values({ id: item, helps: canary("hjaelper"), company: canary("med"), follower: canary("foelger") });
    const told = { toldById: guide, toldOn: "2026-11-21", how: "met" as const };
    await db.insert(tables.itemTold).values({ id: item, ...told, words: canary("fortalt") });
    await db.insert(paragraph).values([
      { id: newId(), itemId: item, kind: "discussion", authorId: chair, text: canary("droeftelse") },
      { id: newId(), itemId: item, kind: "dissent", authorId: chair, departmentId: adults, text: canary("uenighed") },
      { id: newId(), itemId: item, kind: "handed_in", authorId: chair, text: canary("afleveret") },
    ]);
    await db.insert(tables.participant).values([
      {
        id: newId(),
        itemId: item,
        kind: "young_person",
        name: canary("deltager"),
        organisation: canary("organisation"),
        presence: "room",
      },
      { id: newId(), itemId: item, kind: "parent", name: canary("foraelder"), presence: "missing" },
    ]);
    await db.insert(conflictOfInterest).values({
      id: newId(),
      itemId: item,
      staffId: colleague,
      declaredAt: "2026-11-21T08:01:00.000Z",
      declaredBy: chair,
    });
    await db
      .update(itemClosing)
      .set({ noAgreementReason: canary("ingen-aftale"), informStaffId: guide })
      .where(eq(itemClosing.id, item));
    const combinedOfferId = newId();
    await db
      .insert(combinedOffer)
      .values({ id: combinedOfferId, youngPersonId: youngPerson, title: canary("taenkt-sammen") });
    await db.insert(effort).values({
      id: newId(),
      youngPersonId: youngPerson,
      combinedOfferId,
      departmentId: psychiatry,
      title: canary("indsats"),
      area: "leisure",
      provider: canary("giver"),
      fromOn: "2026-01-01",
    });
    await db.insert(planText).values({
      id: newId(),
      youngPersonId: youngPerson,
      part: "own_words",
      area: "leisure",
      text: canary("oenske"),
      editedAt: "2026-11-21T08:00:00.000Z",
    });
    await db.insert(goal).values({
      id: newId(),
      youngPersonId: youngPerson,
      area: "leisure",
      text: canary("maal"),
      why: canary("derfor"),
      howSeen: canary("lykkes"),
    });
    const of = { youngPersonId: youngPerson };
    await db
      .insert(schemeHint)
      .values({ ...of, id: newId(), kind: "isbryder", state: "asked", note: canary("ordning") });
    await db.insert(placement).values({
      ...{ ...of, id: newId(), employer: canary("arbejdssted"), kind: "small_job", paid: true, fromOn: "2026-01-01" },
      ...{ contactName: canary("kontakt"), contactPhone: canary("telefon") },
    });
    await db.insert(wellbeingRating).values({ ...of, id: newId(), score: 6, ratedOn: "2026-01-01", askedById: guide });
    await db.insert(externalPlan).values({
      ...{ ...of, id: newId(), kind: "min_plan", departmentId: psychiatry, system: canary("system") },
      ...{ number: canary("nummer"), link: `https://jobnet.example/${canary("link")}` },
    });
    await db.insert(clarification).values({
      ...{ id: newId(), youngPersonId: youngPerson, about: "future", level: 2, standsOn: "2026-11-01" },
      ...{ evidence: canary("afklaring"), writtenAt: "2026-11-21T08:00:00.000Z" },
    });
    await db.insert(optionPresented).values([
      { id: newId(), itemId: item, text: "Et praktiksted på værkstedet" },
      { id: newId(), itemId: item, text: canary("fjernet-mulighed"), removedAt: "2026-11-21T08:02:00.000Z" },
      { id: newId(), itemId: item, text: canary("lukket-mulighed"), textClass: "health" },
      { id: newId(), itemId: item, text: canary("aftalt-mulighed"), actionId: newId() },
    ]);
    await db.insert(action).values([
      {
        ...agreed,
        id: newId(),
        number: 1,
        position: 1,
        text: "Finder et praktiksted",
        ownerId: adviser,
        howSeen: canary("lykkes"),
        declineReason: canary("nej-fordi"),
        blockedNote: canary("sidder-fast"),
        resultNote: canary("resultat"),
        youthAnswer: "no",
        youthWords: canary("svar-med-egne-ord"),
      },
      {
        ...agreed,
        id: newId(),
        number: 2,
        position: 2,
        text: canary("fjernet-aftale"),
        state: "cancelled",
        cancelReason: canary("bortfaldet"),
      },
      { ...agreed, id: newId(), number: 3, position: 3, text: canary("lukket-aftale"), textClass: "health" },
    ]);
    const other = {
      id: newId(),
      meetingId: meeting,
      kind: "common",
      question: canary("andet-punkt"),
      minutes: 10,
      position: 9,
    } as const;
    await db.insert(agendaItem).values(other);
    const former = {
      id: newId(),
      meetingId: meeting,
      youngPersonId: youngPerson,
      kind: "person",
      question: canary("forrige-spoergsmaal"),
      minutes: 10,
      position: 0,
      state: "handled",
    } as const;
    await db.insert(agendaItem).values(former);
    await db
      .insert(action)
      .values({ ...agreed, itemId: former.id, id: newId(), number: 1, position: 1, text: canary("fra-sidst") });
  });
  return planted;
}
