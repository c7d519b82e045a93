import { and, eq, gt, isNull, lte, ne, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { consentsAsked, sectors, sharedContents, textClasses, tolds } from "#db/vocabulary.ts";
import { mayAsStaff, type Verdict } from "../access/decide.server.ts";
import { codesOn } from "../codes/queries.server.ts";
import { type At, command } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { anyText, input, listed, listOf, rowId, seenVersion, someText, word, yesNo } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { typedDay, typedDayOrNone } from "../typed-day.server.ts";
import type { LegalBasis } from "./register.server.ts";
import type { Givers } from "./rules.ts";

const { legalBasis } = tables;

/** A field that may be empty: no limit. */
const numberOrNone = (least: number, most: number) =>
  anyText(6)
    .refine((text) => text === "" || (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most), "number")
    .transform((text) => (text === "" ? null : Number(text)));

const shape = {
  labelDa: someText(80),
  labelEn: someText(80),
  law: someText(160),
  sectors: listOf(word(sectors)),
  textClasses: listOf(word(textClasses)),
  /** None: any. */
  areas: listOf(listed),
  meetingTypes: listOf(listed),
  consent: word(consentsAsked),
  /** Three lines: from an age, who says yes. */
  giverAges: listOf(anyText(3)),
  givers0: listOf(word(["young_person", "custody_holders"])),
  givers1: listOf(word(["young_person", "custody_holders"])),
  givers2: listOf(word(["young_person", "custody_holders"])),
  maxDays: numberOrNone(1, 3660),
  maxUses: numberOrNone(1, 99),
  extraUses: numberOrNone(0, 99),
  ageFrom: numberOrNone(0, 40),
  ageTo: numberOrNone(1, 40),
  content: word(sharedContents),
  preset: yesNo,
  ownWords: yesNo,
  tells: listOf(word(tolds)),
};

type Typed = {
  extraUses: number | null;
  ageFrom: number | null;
  ageTo: number | null;
  consent: LegalBasis["consent"];
  areas: string[];
  meetingTypes: string[];
  giverAges: string[];
  givers0: string[];
  givers1: string[];
  givers2: string[];
};

/** Who says yes from which age on; the first line is from birth. */
function giversIn({ consent, giverAges, givers0, givers1, givers2 }: Typed): Givers[] {
  if (consent === "none") return [];
  const lines = [givers0, givers1, givers2].flatMap((who, at) => {
    const age = giverAges[at]?.trim() ?? "";
    if (age === "" && who.length === 0) return [];
    if (!/^\d{1,2}$/.test(age)) throw invalid("giverAges", "number");
    const says = { youngPerson: who.includes("young_person"), custodyHolders: who.includes("custody_holders") };
    return [{ fromAge: Number(age), ...says }];
  });
  const rising = lines.every(({ fromAge }, at) => at === 0 || fromAge > (lines[at - 1]?.fromAge ?? 0));
  if (lines[0]?.fromAge !== 0 || !rising) throw invalid("giverAges", "ages-rise");
  if (lines.some(({ youngPerson, custodyHolders }) => !youngPerson && !custodyHolders))
    throw invalid("giverAges", "somebody-says");
  return lines;
}

async function limitsIn<T extends Typed>(db: Db, today: string, typed: T) {
  const { giverAges: _, givers0: _0, givers1: _1, givers2: _2, areas, meetingTypes, ...rest } = typed;
  const { ageFrom, ageTo } = typed;
  if (ageFrom !== null && ageTo !== null && ageTo <= ageFrom) throw invalid("ageTo", "ages-rise");
  for (const [field, list, codes] of [
    ["areas", "life_area", areas],
    ["meetingTypes", "meeting_type", meetingTypes],
  ] as const) {
    const known = new Set((await codesOn(db, list, today)).map(({ code }) => code));
    if (codes.some((code) => !known.has(code))) throw invalid(field, "choose");
  }
  return {
    ...rest,
    areas: areas.length > 0 ? areas : null,
    meetingTypes: meetingTypes.length > 0 ? meetingTypes : null,
    givers: giversIn(typed),
    extraUses: typed.extraUses ?? 0,
  };
}

const mayManage = ({ db, actor, now, today }: At<unknown>): Promise<Verdict> =>
  mayAsStaff(db, { actor, now, today }, "basis:manage");

/** What is changed is a draft again, until a lawyer has seen it. */
const draft = { confirmedOn: null, confirmedById: null };

async function basisWith(db: Db, id: string): Promise<LegalBasis> {
  const [row] = await db.select().from(legalBasis).where(eq(legalBasis.id, id));
  if (!row) throw missing();
  return row;
}

/** Corrects a row of the register; the former text is kept, and the row is a draft again. */
export const changeLegalBasis = command("change-legal-basis", {
  input: input({ id: rowId, version: seenVersion, toOn: anyText(40), ...shape }),
  allow: mayManage,
  async run({ db, input, today, by, record, rights }) {
    const { id, version, toOn, ...typed } = input;
    const { code, fromOn } = await basisWith(db, id);
    const last = typedDayOrNone("toOn", toOn, today);
    if (last && last <= fromOn) throw invalid("toOn", "days-swapped");
    await meetsNoOther(db, { id, code, fromOn, toOn: last });
    const set = { ...(await limitsIn(db, today, typed)), toOn: last, ...draft };
    await revise(db, legalBasis, { id, version }, set, by);
    record({ kind: "legal-basis-changed", facts: { basis: id, code } });
    rights();
  },
});

/** The rows of one code follow each other in time. */
async function meetsNoOther(db: Db, of: Pick<LegalBasis, "id" | "code" | "fromOn" | "toOn">): Promise<void> {
  const others = and(
    eq(legalBasis.code, of.code),
    ne(legalBasis.id, of.id),
    or(isNull(legalBasis.toOn), gt(legalBasis.toOn, of.fromOn)),
    of.toOn ? lte(legalBasis.fromOn, of.toOn) : undefined,
  );
  const rows = await db.select({ fromOn: legalBasis.fromOn }).from(legalBasis).where(others);
  if (rows.some(({ fromOn }) => of.toOn === null || fromOn < of.toOn)) throw invalid("toOn", "rows-meet");
}

/** The law changes on a day: the row that stands ends there, and a new one begins. */
export const followLegalBasis = command("follow-legal-basis", {
  input: input({ formerId: rowId, version: seenVersion, fromOn: someText(40), ...shape }),
  allow: mayManage,
  async run({ db, input, today, by, newId, record, rights }) {
    const { formerId, version, fromOn: typedFrom, ...typed } = input;
    const { code, fromOn: formerFrom, toOn } = await basisWith(db, formerId);
    const fromOn = typedDay("fromOn", typedFrom, today);
    if (fromOn <= formerFrom || (toOn !== null && fromOn > toOn)) throw invalid("fromOn", "rows-meet");
    const id = newId();
    const [later] = await db
      .select({ id: legalBasis.id })
      .from(legalBasis)
      .where(and(eq(legalBasis.code, code), gt(legalBasis.fromOn, formerFrom)));
    if (later) throw invalid("fromOn", "rows-meet");
    await revise(db, legalBasis, { id: formerId, version }, { toOn: fromOn }, by);
    await db.insert(legalBasis).values({ id, code, fromOn, ...(await limitsIn(db, today, typed)) });
    record({ kind: "legal-basis-added", facts: { basis: id, code, former: formerId } });
    rights();
    return { id };
  },
});

/** A lawyer of the municipality stands behind the row as it is; never whoever wrote it. */
export const confirmLegalBasis = command("confirm-legal-basis", {
  input: input({ id: rowId, version: seenVersion }),
  allow: ({ db, actor, now, today }) => mayAsStaff(db, { actor, now, today }, "basis:confirm"),
  async run({ db, input, actor, today, by, record }) {
    const { code, confirmedOn } = await basisWith(db, input.id);
    if (confirmedOn !== null) throw missing();
    const confirmedById = actor.kind === "staff" ? actor.id : null;
    await revise(db, legalBasis, input, { confirmedOn: today, confirmedById }, by);
    record({ kind: "legal-basis-confirmed", facts: { basis: input.id, code } });
  },
});
