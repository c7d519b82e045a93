import {
  at,
  flag,
  id,
  index,
  int,
  json,
  on,
  oneOf,
  primaryKey,
  table,
  text,
  uniqueIndex,
  version,
} from "../columns.ts";
import {
  consentForms,
  consentKinds,
  consentsAsked,
  networkKinds,
  planVoices,
  type Sector,
  schoolInterruptions,
  sharedContents,
  type TextClass,
  type Told,
  textClasses,
} from "../vocabulary.ts";
import { agendaItem } from "./meetings.ts";
import { youngPerson } from "./people.ts";
import { department, staff } from "./staff.ts";

/** From an age (in years, until the next row's): who must say yes for the basis to hold. */
export type GiversByAge = { fromAge: number; youngPerson: boolean; custodyHolders: boolean }[];

/** A door in the law by which something may be shared, with its limits as data: dated, edited by the municipality (domain.md 3.2). */
export const legalBasis = table(
  "legal_basis",
  {
    id: id(),
    code: text().notNull(),
    labelDa: text().notNull(),
    labelEn: text().notNull(),
    /** Act and paragraph. */
    law: text().notNull(),
    /** The kinds of organisation it can be chosen for. */
    sectors: json<Sector[]>().notNull(),
    /** The classes above the shared one that it may open. */
    textClasses: json<TextClass[]>().notNull(),
    /** Life areas it may be about; null: any. */
    areas: json<string[]>(),
    consent: text({ enum: consentsAsked }).notNull(),
    givers: json<GiversByAge>().notNull(),
    /** The longest it can last, in days; null: as long as the item is out. */
    maxDays: int(),
    /** In how many meetings it may be used for one young person; null: any number. */
    maxUses: int(),
    /** And in how many more, each with a reason. */
    extraUses: int().notNull().default(0),
    ageFrom: int(),
    ageTo: int(),
    /** The only types of meeting in which it can be used; null: any that is not kept for another basis. */
    meetingTypes: json<string[]>(),
    content: text({ enum: sharedContents }).notNull(),
    /** Given to own central departments without a question. */
    preset: flag().notNull().default(false),
    /** The necessity must be written for this choice, not taken from the question. */
    ownWords: flag().notNull().default(false),
    tells: json<Told[]>().notNull(),
    fromOn: on().notNull(),
    toOn: on(),
    /** When a lawyer of the municipality confirmed the row; null: a draft. */
    confirmedOn: on(),
    confirmedById: text().references(() => staff.id),
    version: version(),
  },
  (t) => [
    uniqueIndex("legal_basis_code").on(t.code, t.fromOn),
    oneOf("legal_basis_consent", t.consent, consentsAsked),
    oneOf("legal_basis_content", t.content, sharedContents),
  ],
);

/** Family and others around a young person; a custody holder says yes or no until the 18th birthday. */
export const networkPerson = table(
  "network_person",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    kind: text({ enum: networkKinds }).notNull(),
    name: text().notNull(),
    custody: flag().notNull().default(false),
    /** When custody was last looked up. */
    verifiedOn: on(),
    phone: text().notNull().default(""),
    /** The day on which the young person said that they may be called; null: nobody has said so. */
    mayCallOn: on(),
    /** Since when they are not wanted in the room, and who says so; null: nobody has said so. */
    unwantedOn: on(),
    unwantedVoice: text({ enum: planVoices }),
    fromOn: on().notNull(),
    toOn: on(),
    version: version(),
  },
  (t) => [
    index("network_person_young_person").on(t.youngPersonId),
    oneOf("network_person_kind", t.kind, networkKinds),
    oneOf("network_person_unwanted_voice", t.unwantedVoice, planVoices),
  ],
);

/** A yes to sharing: from whom, to whom, about what, why and until when (domain.md 3.4-3.5). */
export const consent = table(
  "consent",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    kind: text({ enum: consentKinds }).notNull(),
    purpose: text().notNull(),
    form: text({ enum: consentForms }).notNull(),
    givenOn: on().notNull(),
    /** The day that was chosen; `endsAt` is what holds. */
    expiresOn: on().notNull(),
    /** The moment it ends: the chosen day, the law's longest, or the 18th birthday of what custody holders alone gave. */
    endsAt: at().notNull(),
    takenById: text()
      .notNull()
      .references(() => staff.id),
    withdrawnAt: at(),
    withdrawnById: text().references(() => staff.id),
    /** Which of those who gave it took it back; null: the young person, or nobody. */
    withdrawnByNetworkId: text().references(() => networkPerson.id),
    version: version(),
  },
  (t) => [
    index("consent_young_person").on(t.youngPersonId),
    oneOf("consent_kind", t.kind, consentKinds),
    oneOf("consent_form", t.form, consentForms),
  ],
);

/** Who said yes; without a network person the young person. */
export const consentGiver = table(
  "consent_giver",
  {
    id: id(),
    consentId: text()
      .notNull()
      .references(() => consent.id),
    networkPersonId: text().references(() => networkPerson.id),
    saidOn: on().notNull(),
  },
  (t) => [index("consent_giver_consent").on(t.consentId)],
);

export const consentRecipient = table(
  "consent_recipient",
  {
    consentId: text()
      .notNull()
      .references(() => consent.id),
    departmentId: text()
      .notNull()
      .references(() => department.id),
  },
  (t) => [primaryKey({ columns: [t.consentId, t.departmentId] })],
);

/** A life area that a consent is about (code list `life_area`). */
export const consentArea = table(
  "consent_area",
  {
    consentId: text()
      .notNull()
      .references(() => consent.id),
    area: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.consentId, t.area] })],
);

/** Why an organisation may take part in an item: the basis chosen, its necessity, and its limits. One in force for each. */
export const sharingBasis = table(
  "sharing_basis",
  {
    id: id(),
    itemId: text()
      .notNull()
      .references(() => agendaItem.id),
    departmentId: text()
      .notNull()
      .references(() => department.id),
    legalBasisId: text()
      .notNull()
      .references(() => legalBasis.id),
    consentId: text().references(() => consent.id),
    necessity: text().notNull(),
    /** Why the basis is used once more than it may be without a reason. */
    extraReason: text().notNull().default(""),
    content: text({ enum: sharedContents }).notNull(),
    fromAt: at().notNull(),
    /** The moment it ends by itself; null: with the item. */
    endsAt: at(),
    endedAt: at(),
    chosenById: text().references(() => staff.id),
    version: version(),
  },
  (t) => [
    index("sharing_basis_item").on(t.itemId, t.departmentId),
    index("sharing_basis_consent").on(t.consentId),
    oneOf("sharing_basis_content", t.content, sharedContents),
  ],
);

/** A class above the shared one that a chosen basis opens. */
export const sharingBasisClass = table(
  "sharing_basis_class",
  {
    sharingBasisId: text()
      .notNull()
      .references(() => sharingBasis.id),
    textClass: text({ enum: textClasses }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.sharingBasisId, t.textClass] })],
);

/** Beside the contact person's name, what a school may be told without consent (LKI § 15 d). Shares the young person's id. */
export const schoolFact = table(
  "school_fact",
  {
    id: text()
      .primaryKey()
      .references(() => youngPerson.id),
    /** Since when the young person is ordered to begin an education; null: they are not. */
    educationOrderOn: on(),
    interruption: text({ enum: schoolInterruptions }),
    interruptionOn: on(),
    version: version(),
  },
  (t) => [oneOf("school_fact_interruption", t.interruption, schoolInterruptions)],
);
