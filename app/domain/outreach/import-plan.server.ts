import { isNotNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Asking } from "../access/decide.server.ts";
import { type Code, codesOn, codesWith, type Label } from "../codes/queries.server.ts";
import { dayIn, nameIn, textIn, Wrong } from "../files/cells.ts";
import type { Line } from "../files/csv.server.ts";
import { type Meant, type Planned, plannedOf, type Shift } from "../files/read.server.ts";
import { readCpr } from "../people/cpr.ts";
import { cleanText, danishSortKey } from "../text.ts";
import { type LeadColumn, readYes, writtenYes } from "./file-lines.ts";
import { guarded, type Lead, nameIndex, numberIndex } from "./find.server.ts";
import { couldBeSought, expiresOn, isCprAsPhone, isOpen, isPhone, isShown, standingOf } from "./rules.ts";
import type { LeadFacts } from "./write.server.ts";

const { dropoutAlert, outreachLead, outreachPlace } = tables;

type Known = Pick<
  Lead,
  | "id"
  | "version"
  | "firstName"
  | "lastName"
  | "blindIndex"
  | "nameIndex"
  | "state"
  | "address"
  | "protected"
  | "phone"
  | "status"
  | "source"
  | "receivedOn"
  | "nextAllowedOn"
  | "erasedOn"
>;

/** What a line of a file comes to. */
export type LeadLine = {
  /** Who stands here already; null for somebody new. */
  known: Known | null;
  facts: Omit<LeadFacts, "id" | "placeId">;
  /** What the school tells, and the school as it is written. */
  alert: { kind: string; school: string } | null;
};
export type PlannedLead = Planned<LeadColumn, LeadLine>;

type Cells = Record<LeadColumn, string>;
/** By a word, the code of a list: as it is called in Danish or English, or the code itself. */
type Codes = { words: Label[]; byWord: ReadonlyMap<string, string> };
type Lists = Record<keyof LeadWords, Codes>;

const read = (codes: readonly Code[]): Codes => ({
  words: codes.map(({ label }) => label),
  byWord: new Map(
    codes.flatMap(({ code, label }) => [code, label.da, label.en].map((word) => [danishSortKey(word), code])),
  ),
});

/** The code that a cell means; empty where nothing stands. @throws Wrong */
function codeIn(cells: Cells, column: keyof LeadWords, lists: Lists, required: boolean): string {
  const { words, byWord } = lists[column];
  const word = danishSortKey(cells[column]);
  if (!word && required) throw new Wrong(column, "no-word", words);
  if (!word) return "";
  const found = byWord.get(word);
  if (!found) throw new Wrong(column, "not-listed", words);
  return found;
}

/** The lists whose words stand in a file, by their columns. */
export type LeadWords = { kilde: Code[]; status: Code[]; besked: Code[] };
export const leadWords = async (db: Db, today: string): Promise<LeadWords> => ({
  kilde: await codesOn(db, "outreach_source", today),
  status: await codesOn(db, "outreach_status", today),
  besked: await codesOn(db, "dropout_kind", today),
});

function factsIn(cells: Cells, today: string, lists: Lists): LeadLine["facts"] {
  const number = readCpr(cells.cpr);
  if ("problem" in number && number.problem !== "empty") throw new Wrong("cpr", "cpr");
  const typed = dayIn(cells, "født", today);
  const bornOn = typed ?? ("digits" in number ? number.bornOn : null);
  if (!bornOn) throw new Wrong("cpr", "cpr-or-birth");
  if ("digits" in number && number.bornOn !== bornOn) throw new Wrong("født", "other-birth-date");
  if (!couldBeSought(bornOn, today)) throw new Wrong(typed ? "født" : "cpr", "not-sought-age");
  const isProtected = readYes(cells.beskyttet);
  if (isProtected === null) throw new Wrong("beskyttet", "yes-or-no");
  const phone = textIn(cells, "telefon", 20, false);
  if (isCprAsPhone(phone)) throw new Wrong("telefon", "has-cpr");
  if (!isPhone(phone)) throw new Wrong("telefon", "phone");
  const receivedOn = dayIn(cells, "modtaget", today) ?? today;
  if (receivedOn > today) throw new Wrong("modtaget", "not-yet");
  if (expiresOn(receivedOn) <= today) throw new Wrong("modtaget", "too-old-fact");
  return {
    firstName: nameIn(cells, "fornavn", "person", 60),
    lastName: nameIn(cells, "efternavn", "person", 60),
    ...{ bornOn, cpr: "digits" in number ? number.digits : "", phone, receivedOn, protected: isProtected },
    address: isProtected ? "" : textIn(cells, "adresse", 120, false),
    source: codeIn(cells, "kilde", lists, true),
    status: codeIn(cells, "status", lists, false),
  };
}

function alertIn(cells: Cells, lists: Lists): LeadLine["alert"] {
  const kind = codeIn(cells, "besked", lists, cells.skole !== "");
  const school = nameIn(cells, "skole", "place", 60, kind !== "");
  return kind ? { kind, school } : null;
}

/**
 * What stands otherwise; an empty cell says nothing, but a protection that is lifted is told by its own column alone. Whoever stands
 * without a number gets it, and who is found by theirs the name that they have now.
 */
function changesOf(known: Known, facts: LeadLine["facts"], cells: Cells): LeadColumn[] {
  const isRenamed = nameIndex(facts.bornOn, facts.firstName, facts.lastName) !== known.nameIndex;
  const isProtected = facts.protected || (known.protected && cells.beskyttet === "");
  return [
    ...(facts.cpr && known.blindIndex === null ? (["cpr"] as const) : []),
    ...(isRenamed && facts.firstName !== known.firstName ? (["fornavn"] as const) : []),
    ...(isRenamed && facts.lastName !== known.lastName ? (["efternavn"] as const) : []),
    ...(facts.address && !isProtected && facts.address !== known.address ? (["adresse"] as const) : []),
    ...(cells.beskyttet !== "" && facts.protected !== known.protected ? (["beskyttet"] as const) : []),
    ...(facts.phone && facts.phone !== known.phone ? (["telefon"] as const) : []),
    ...(facts.status && facts.status !== known.status ? (["status"] as const) : []),
  ];
}

const FIELDS = { fornavn: "firstName", efternavn: "lastName", adresse: "address", telefon: "phone" } as const;

/** What stands of whoever is known in a column, and what will. A number is shown nowhere, nor an address that is `hidden`. */
const shifter =
  (words: LeadWords, hidden: ReadonlySet<string>) =>
  ({ known, facts, alert }: Meant<LeadColumn, LeadLine>, column: LeadColumn): Shift | null => {
    const said = (list: Code[], code: string) => list.find((one) => one.code === code)?.label ?? code;
    if (!known) return null;
    const was = hidden.has(known.id);
    if (column === "beskyttet")
      return { from: was === facts.protected ? null : writtenYes(was), to: writtenYes(facts.protected) };
    if (column === "adresse" && was) return { from: null, to: facts.address };
    if (column === "besked") return { from: null, to: said(words.besked, alert?.kind ?? "") };
    if (column === "status") return { from: said(words.status, known.status), to: said(words.status, facts.status) };
    const field = column in FIELDS ? FIELDS[column as keyof typeof FIELDS] : null;
    return field && { from: known[field], to: facts[field] };
  };

/** Those who stand here, found by their keyed hashes. Whose time has run out is nobody any more, but for who is to be left alone. */
async function standing(db: Db, today: string) {
  const rows = await db
    .select({
      ...{ id: outreachLead.id, version: outreachLead.version, state: outreachLead.state, source: outreachLead.source },
      ...{ firstName: outreachLead.firstName, lastName: outreachLead.lastName, address: outreachLead.address },
      ...{ protected: outreachLead.protected, phone: outreachLead.phone, status: outreachLead.status },
      ...{ receivedOn: outreachLead.receivedOn, nextAllowedOn: outreachLead.nextAllowedOn },
      ...{ blindIndex: outreachLead.blindIndex, nameIndex: outreachLead.nameIndex, erasedOn: outreachLead.erasedOn },
    })
    .from(outreachLead)
    .where(isNotNull(outreachLead.nameIndex));
  const all = rows.filter((row) => standingOf(row, today) !== "expired");
  const byNumber = new Map(all.flatMap((one) => (one.blindIndex ? [[one.blindIndex, one]] : [])));
  const byName = new Map<string, typeof all>();
  for (const one of all) byName.set(one.nameIndex ?? "", [...(byName.get(one.nameIndex ?? "") ?? []), one]);
  return { all, byNumber, byName };
}

/** Whether a school has told that already: of that day, or so that nobody has reacted yet. */
async function toldBefore(db: Db) {
  const rows = await db.select().from(dropoutAlert).where(isNotNull(dropoutAlert.leadId));
  const days = new Set(rows.map(({ leadId, kind, receivedOn }) => `${leadId} ${kind} ${receivedOn}`));
  const open = new Set(rows.flatMap((one) => (one.handledOn === null ? [`${one.leadId} ${one.kind}`] : [])));
  return (leadId: string, kind: string, day: string) =>
    open.has(`${leadId} ${kind}`) || days.has(`${leadId} ${kind} ${day}`);
}

/** Whom the lines before were about: a line about them once more is wrong, by their number or, where one of the two has none, by name. */
function oncePerFile() {
  const seen = new Set<string>();
  return (number: string | null, name: string, known: Known | null) => {
    if (number && seen.has(number)) throw new Wrong("cpr", "twice-cpr");
    const alone = `${name} alone`;
    if (seen.has(alone) || (!number && seen.has(name)) || (known && seen.has(known.id)))
      throw new Wrong("efternavn", "twice-lead");
    for (const key of [number ?? alone, name, known?.id]) if (key) seen.add(key);
  };
}

/**
 * Compares the lines with the list. Whether somebody has a case is not asked: a line about them comes to what any other comes to, so
 * that no file tells who is known.
 */
export async function leadPlan(db: Db, lines: Line<LeadColumn>[], { actor, now, today }: Asking) {
  const { all, byNumber, byName } = await standing(db, today);
  const words = await leadWords(db, today);
  const lists: Lists = { kilde: read(words.kilde), status: read(words.status), besked: read(words.besked) };
  const wasTold = await toldBefore(db);
  const once = oncePerFile();
  /** Who gets a number from a line before; they are no namesake of another one. */
  const numbered = new Set<string>();
  const plan = lines.map(
    ({ line, cells }): PlannedLead =>
      plannedOf(line, cleanText(`${cells.fornavn} ${cells.efternavn}`), () => {
        const facts = factsIn(cells, today, lists);
        const alert = alertIn(cells, lists);
        const number = facts.cpr ? numberIndex(facts.cpr) : null;
        const name = nameIndex(facts.bornOn, facts.firstName, facts.lastName);
        const namesakes = (byName.get(name) ?? []).filter(
          (one) => !number || (!one.blindIndex && !numbered.has(one.id)),
        );
        const known = (number && byNumber.get(number)) || namesakes[0] || null;
        once(number, name, known);
        if (number && known) numbered.add(known.id);
        if (!known) return { outcome: "new", changes: [], known, facts, alert } as const;
        // Who is not looked for now stays as they are. What a school tells is told of them all the same, but of nobody who is to be
        // left alone.
        const stands = standingOf(known, today);
        const tells = alert && isShown(stands) && !wasTold(known.id, alert.kind, facts.receivedOn);
        const changes = isOpen(stands) ? changesOf(known, facts, cells) : [];
        if (tells) changes.push("besked");
        return { outcome: changes.length > 0 ? "changed" : "unchanged", changes, known, facts, alert } as const;
      }),
  );
  const looks = await guarded(db, { actor, now, today }, all);
  const hidden = new Set(looks.flatMap((one) => (one.protected ? [one.id] : [])));
  const statuses = await codesWith(
    db,
    "outreach_status",
    all.map(({ status }) => status),
    today,
  );
  // Who stands in a line that is wrong has not left the list, and of that line nobody knows whom it is about.
  return {
    plan,
    shift: shifter({ ...words, status: statuses }, hidden),
    gone: plan.some(({ outcome }) => outcome === "wrong") ? [] : goneFrom(plan, all, today),
  };
}

/** Who was on such a list before and stands in no line: they may have begun something. */
function goneFrom(plan: readonly PlannedLead[], all: readonly Known[], today: string) {
  const meant = plan.flatMap((one) => (one.outcome === "wrong" ? [] : [one]));
  const sources = new Set(meant.map(({ facts }) => facts.source));
  const named = new Set(meant.flatMap(({ known }) => (known ? [known.id] : [])));
  return all
    .filter((one) => sources.has(one.source) && !named.has(one.id) && isOpen(standingOf(one, today)))
    .map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` }));
}

/** The schools of these names; those that are not there yet are made by the one who reads the file. */
export async function schoolsNamed(db: Db): Promise<Map<string, string>> {
  const rows = await db.select({ id: outreachPlace.id, sortKey: outreachPlace.sortKey }).from(outreachPlace);
  return new Map(rows.map(({ id, sortKey }) => [sortKey, id]));
}
