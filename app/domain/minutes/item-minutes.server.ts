import { inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type ActionRow, actionsOf } from "../actions/views.server.ts";
import type { Missing } from "../agenda/finished.ts";
import type { Item } from "../meetings/find.server.ts";
import { dayOf } from "../moments.ts";
import { optionsOf } from "../options/views.server.ts";
import { isHere } from "../participants/rules.ts";
import { type ParticipantRow, seatsOf } from "../participants/views.server.ts";
import { initialsOf } from "../people/initials.ts";
import type { PeopleInForum } from "../staff/reference.server.ts";
import { voiceOf } from "../voice/views.server.ts";
import type { Agreed, ItemMinutes, Seated } from "./draft.ts";
import { handedInOf } from "./queries.server.ts";
import { type ParagraphRow, paragraphsOf, type UpperRow } from "./views.server.ts";

const { itemClosing, meeting, youngPerson } = tables;

/** `edits` is null for those who only read it. */
type Of = { item: Item; people: PeopleInForum; edits: { lacks: Missing[] } | null; upper: UpperRow[] };

/** Names for ids, from the staff and departments of the forum. */
function namesIn({ staff, departments }: PeopleInForum) {
  const known = new Map(staff.map((one) => [one.id, one]));
  const places = new Map(departments.map((one) => [one.id, one.name]));
  return {
    person: (id: string | null) => known.get(id ?? ""),
    nameOf: (id: string | null) => known.get(id ?? "")?.name ?? "",
    departmentOf: (id: string | null) => places.get(id ?? "") ?? "",
  };
}

type Called = ReturnType<typeof namesIn>;

const seated = (row: ParticipantRow, { person, nameOf, departmentOf }: Called): Seated => ({
  id: row.id,
  participantKind: row.participantKind,
  name: row.staffId ? nameOf(row.staffId) : row.name,
  title: person(row.staffId)?.title ?? "",
  organisation: departmentOf(row.departmentId) || row.organisation,
  video: row.presence === "video",
  standsInFor: row.standsInForId ? nameOf(row.standsInForId) : null,
});

const agreed = (row: ActionRow, { nameOf, departmentOf }: Called): Agreed => ({
  id: row.id,
  number: row.number,
  text: row.text,
  departmentId: row.departmentId,
  department: departmentOf(row.departmentId),
  owner: nameOf(row.ownerId),
  dueOn: row.dueOn,
  state: row.state,
  declined: row.state === "proposed" && row.declineReason !== null,
  byYoungPerson: row.byYoungPerson,
  youthAnswer: row.youthAnswer,
  youthWords: row.youthWords,
});

const plain = ({ id, version, text }: Pick<ParagraphRow, "id" | "version" | "text">) => ({ id, version, text });

async function closingOf(db: Db, itemId: string, { nameOf }: Called) {
  const [closing] = await db
    .select()
    .from(itemClosing)
    .where(inArray(itemClosing.id, [itemId]));
  if (!closing) return { noAgreementReason: null, informs: null, next: null };
  const { nextKind, nextMeetingId, nextOn, informStaffId, informOn, noAgreementReason } = closing;
  const [at] = nextMeetingId
    ? await db
        .select()
        .from(meeting)
        .where(inArray(meeting.id, [nextMeetingId]))
    : [];
  return {
    noAgreementReason,
    informs: informStaffId ? { name: nameOf(informStaffId), on: informOn } : null,
    next: nextKind ? { kind: nextKind, on: at ? dayOf(at.startsAt) : nextOn } : null,
  };
}

async function voiceIn(db: Db, itemId: string, { nameOf }: Called): Promise<ItemMinutes["voice"]> {
  const [voice] = await voiceOf(db, itemId);
  if (!voice?.how) return null;
  const { how, words, tries, heardById, heardOn } = voice;
  return { how, words, tries, heardBy: nameOf(heardById), heardOn };
}

/** What was said and agreed in an item, with the names of those it tells of. */
export async function itemMinutes(db: Db, { item, people, edits, upper }: Of): Promise<ItemMinutes> {
  const called = namesIn(people);
  const { id, youngPersonId, state } = item;
  const [person] = youngPersonId
    ? await db
        .select()
        .from(youngPerson)
        .where(inArray(youngPerson.id, [youngPersonId]))
    : [];
  const rows = await seatsOf(db, id);
  const seats = rows.filter((row) => row.kind === "participant");
  const paragraphs = await paragraphsOf(db, id);
  const ofKind = (kind: ParagraphRow["paragraphKind"]) =>
    paragraphs.filter(({ paragraphKind }) => paragraphKind === kind).map(plain);
  const handedIn = edits ? await handedInOf(db, id) : [];
  return {
    id,
    about: item.kind === "person" || item.kind === "unnamed" ? item.kind : "common",
    state: state === "planned" ? "open" : state,
    postponeReason: item.postponeReason,
    youngPerson: person ? { name: `${person.firstName} ${person.lastName}`, initials: initialsOf(person) } : null,
    question: item.question,
    openedAt: item.openedAt,
    handledAt: item.handledAt,
    here: seats.filter(isHere).map((row) => seated(row, called)),
    away: seats.filter(({ presence }) => presence === "missing").map((row) => seated(row, called)),
    out: rows.flatMap((row) => (row.kind === "conflict" ? [called.nameOf(row.staffId)] : [])),
    voice: await voiceIn(db, id, called),
    options: (await optionsOf(db, id)).map((row) => ({ id: row.id, text: row.text, agreed: row.actionId !== null })),
    discussion: ofKind("discussion")[0] ?? null,
    dissents: ofKind("dissent"),
    remarks: ofKind("remark"),
    upper: upper.map(({ readers, textClass, paragraphKind, ...row }) => ({
      ...plain(row),
      paragraphKind,
      textClass,
      readers: readers.map((id) => ({ id, name: called.departmentOf(id) })),
    })),
    agreements: (await actionsOf(db, id)).map((row) => agreed(row, called)),
    ...(await closingOf(db, id, called)),
    edits: edits !== null,
    lacks: edits?.lacks ?? [],
    handedIn: handedIn.map((row) => ({ ...plain(row), by: called.nameOf(row.authorId) })),
  };
}
