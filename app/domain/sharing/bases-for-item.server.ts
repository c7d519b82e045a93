import { and, asc, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { SharedContent } from "#db/vocabulary.ts";
import { type Asking, may } from "../access/decide.server.ts";
import { codesOn, type Label } from "../codes/queries.server.ts";
import { missing } from "../errors.ts";
import { type Item, itemWith, meetingWith } from "../meetings/find.server.ts";
import { type Look, query } from "../query.server.ts";
import { usesOf } from "./bases.server.ts";
import { type ConsentInForce, consentsInForce } from "./consents.server.ts";
import { areasOf, endOf, type InvitedSide, invitedSides } from "./invited.server.ts";
import { basesOn, type LegalBasis } from "./register.server.ts";
import { type Hindrance, hindranceTo } from "./rules.ts";

const { agendaItem, legalBasis, meeting, sharingBasis, youngPerson } = tables;

/** A basis of the register as it can be chosen for an organisation, or why it cannot. */
export type BasisChoice = {
  legalBasisId: string;
  code: string;
  label: Label;
  law: string;
  content: SharedContent;
  /** No lawyer has confirmed the row yet. */
  draft: boolean;
  ownWords: boolean;
  needsReason: boolean;
  hindrance: Hindrance | null;
  /** Consents that it could lean on. */
  consents: { id: string; endsAt: string; areas: Label[] }[];
};

export type ChosenBasis = {
  id: string;
  version: number;
  legalBasisId: string;
  label: Label;
  content: SharedContent;
  necessity: string;
  endsAt: string | null;
  /** What the consent that it leans on speaks of; null: it leans on none. */
  consentAreas: Label[] | null;
};

export type SideBases = {
  departmentId: string;
  basis: ChosenBasis | null;
  choices: BasisChoice[];
  /** What was chosen for them the last time this young person was on an agenda, as far as it can be chosen now. */
  last: (Pick<BasisChoice, "legalBasisId" | "label"> & { necessity: string }) | null;
};

export type ItemBases = {
  itemId: string;
  name: string;
  question: string;
  /** Own departments, with what is preset for them. */
  own: string[];
  sides: SideBases[];
};

type Input = { itemId: string };

/** By what right each organisation takes part in an item, and what could be chosen. */
export const basesForItem = query("bases-for-item", {
  allow: ({ db, actor, now, today, input: { itemId } }: { db: Db; input: Input } & Asking) =>
    may(db, { actor, now, today }, "item:run", itemId),
  async run({ db, input: { itemId }, now, today, saw }: Look<Input>): Promise<ItemBases> {
    const item = await itemWith(db, itemId);
    const { youngPersonId, meetingId, question } = item;
    const [person] = await db
      .select()
      .from(youngPerson)
      .where(eq(youngPerson.id, youngPersonId ?? ""));
    if (!person || !youngPersonId) throw missing();
    saw({ youngPersonId, itemId, meetingId });
    const rows = await invitedSides(db, itemId, now);
    const outside = rows.filter(({ rule }) => !rule?.preset);
    const labels = new Map((await codesOn(db, "life_area", today)).map(({ code, label }) => [code, label]));
    const inWords = (areas: readonly string[]) => areas.flatMap((area) => labels.get(area) ?? []);
    const leaned = await areasOf(
      db,
      outside.flatMap(({ basis }) => basis?.consentId ?? []),
    );
    const choosing = await chooser(db, { ...item, youngPersonId }, { bornOn: person.bornOn, today, now, inWords });
    const former = await formerChoices(db, { ...item, youngPersonId });
    return {
      itemId,
      name: `${person.firstName} ${person.lastName}`,
      question,
      own: rows.filter(({ rule }) => rule?.preset).map(({ departmentId }) => departmentId),
      sides: outside.map((side) => {
        const choices = choosing(side);
        const last = former.get(side.departmentId);
        const again = choices.find(
          ({ hindrance, needsReason, code }) => !hindrance && !needsReason && code === last?.code,
        );
        return {
          departmentId: side.departmentId,
          basis: chosen(side, leaned, inWords),
          choices,
          last: again && last ? sameAgain(again, last.necessity) : null,
        };
      }),
    };
  },
});

const sameAgain = ({ legalBasisId, label }: BasisChoice, necessity: string) => ({ legalBasisId, label, necessity });

type InWords = (areas: readonly string[]) => Label[];

function chosen(side: InvitedSide, leaned: Map<string, string[]>, inWords: InWords): ChosenBasis | null {
  const { basis, rule } = side;
  if (!basis || !rule) return null;
  const { id, version, legalBasisId, content, necessity, consentId } = basis;
  return {
    ...{ id, version, legalBasisId, content, necessity },
    label: { da: rule.labelDa, en: rule.labelEn },
    endsAt: endOf(side),
    consentAreas: consentId ? inWords(leaned.get(consentId) ?? []) : null,
  };
}

/** What can be chosen for an organisation, what can be chosen first. */
async function chooser(
  db: Db,
  item: Item & { youngPersonId: string },
  { bornOn, today, now, inWords }: { bornOn: string; today: string; now: string; inWords: InWords },
): Promise<(side: InvitedSide) => BasisChoice[]> {
  const { typeCode } = await meetingWith(db, item.meetingId);
  const register = await basesOn(db, today);
  const consents = await consentsInForce(db, item.youngPersonId, now);
  const uses = new Map<string, number>();
  for (const { code, maxUses } of register) if (maxUses !== null) uses.set(code, await usesOf(db, code, item));
  return ({ departmentId, sector }) => {
    const choices = register.map((basis) => {
      const leansOn = consents.filter(
        ({ kind, departmentIds }) => kind === basis.consent && departmentIds.includes(departmentId),
      );
      const hindrance = hindranceTo(basis, {
        ...{ sector, bornOn, today },
        meetingType: typeCode,
        uses: uses.get(basis.code) ?? 0,
        extraReason: "",
        hasConsent: leansOn.length > 0,
      });
      return asChoice(basis, hindrance, leansOn, inWords);
    });
    return choices.sort((a, b) => Number(a.hindrance !== null) - Number(b.hindrance !== null));
  };
}

function asChoice(
  basis: LegalBasis,
  hindrance: Hindrance | null,
  leansOn: ConsentInForce[],
  inWords: InWords,
): BasisChoice {
  const { id: legalBasisId, code, labelDa, labelEn, law, content, ownWords, confirmedOn } = basis;
  return {
    ...{ legalBasisId, code, law, content, ownWords },
    label: { da: labelDa, en: labelEn },
    draft: confirmedOn === null,
    needsReason: hindrance === "needs-reason",
    // A reason can be written with the choice.
    hindrance: hindrance === "needs-reason" ? null : hindrance,
    consents: leansOn.map(({ id, endsAt, areas }) => ({ id, endsAt, areas: inWords(areas) })),
  };
}

/** The newest choice for each organisation in another item about the same young person. */
async function formerChoices(db: Db, item: Item & { youngPersonId: string }) {
  const rows = await db
    .select({ departmentId: sharingBasis.departmentId, code: legalBasis.code, necessity: sharingBasis.necessity })
    .from(sharingBasis)
    .innerJoin(legalBasis, eq(legalBasis.id, sharingBasis.legalBasisId))
    .innerJoin(agendaItem, eq(agendaItem.id, sharingBasis.itemId))
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(
      and(
        eq(agendaItem.youngPersonId, item.youngPersonId),
        ne(agendaItem.id, item.id),
        isNull(agendaItem.removedAt),
        isNotNull(sharingBasis.chosenById),
      ),
    )
    .orderBy(asc(meeting.startsAt), asc(sharingBasis.fromAt));
  return new Map(rows.map(({ departmentId, code, necessity }) => [departmentId, { code, necessity }]));
}
