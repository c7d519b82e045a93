import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type ConsentKind, consentKinds, type Sector } from "#db/vocabulary.ts";
import { may } from "../access/decide.server.ts";
import { type Code, codesOn, labelOf } from "../codes/queries.server.ts";
import type { At } from "../command.server.ts";
import { addMonths } from "../days.ts";
import { missing } from "../errors.ts";
import { dayOf } from "../moments.ts";
import { type Look, query } from "../query.server.ts";
import { peopleInForum } from "../staff/reference.server.ts";
import { type Giver, MONTHS, YOUNG_PERSON } from "./consent-rules.ts";
import { askedFor, consentsOf, type KnownConsent, personOf } from "./consents.server.ts";

const { networkPerson } = tables;

/** Who says yes, as forms name them; the name is null where the person is not known any more. */
export type ShownGiver = { giver: string; name: string };
export type Recipient = { id: string; name: string; sector: Sector };
export type ShownConsent = {
  id: string;
  version: number;
  kind: ConsentKind;
  purpose: string;
  form: (typeof tables.consent.$inferSelect)["form"];
  state: KnownConsent["state"];
  givenOn: string;
  /** The day on which it ends, and whether that is the 18th birthday. */
  endsOn: string;
  atEighteen: boolean;
  areas: Code[];
  recipients: Recipient[];
  said: (ShownGiver & { saidOn: string })[];
  /** Who has not said yes; null when nobody can. */
  missing: ShownGiver[] | null;
  /** `saidBefore`: took back a yes, else said no. */
  withdrawn: (ShownGiver & { on: string; saidBefore: boolean }) | null;
};

/** What names the consents of a young person are shown with. */
async function namer(db: Db, young: { id: string; firstName: string; lastName: string }) {
  const people = await db.select().from(networkPerson).where(eq(networkPerson.youngPersonId, young.id));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (giver: Giver): ShownGiver =>
    giver === null
      ? { giver: YOUNG_PERSON, name: `${young.firstName} ${young.lastName}` }
      : { giver, name: names.get(giver) ?? "" };
}

/** All consents of a young person in the words of the forum, those that hold first, the newest of each first. */
export async function consentsShown({ db, now, today }: Look<unknown>, youngPersonId: string): Promise<ShownConsent[]> {
  const young = await personOf(db, youngPersonId);
  const named = await namer(db, young);
  const { departments } = await peopleInForum(db, today);
  const shown = [];
  for (const { row, areas, departmentIds, said, missing: asked, state } of await consentsOf(db, [young.id], now)) {
    const { id, version, kind, purpose, form, givenOn, endsAt, expiresOn, withdrawnAt, withdrawnByNetworkId } = row;
    const by = named(withdrawnByNetworkId);
    const endsOn = dayOf(endsAt);
    shown.push({
      ...{ id, version, kind, purpose, form, state, givenOn, endsOn },
      atEighteen: !said.some(({ giver }) => giver === null) && endsOn < expiresOn && kind === "exchange",
      areas: await Promise.all(areas.map(async (code) => ({ code, label: await labelOf(db, "life_area", code) }))),
      recipients: departments
        .filter((place) => departmentIds.includes(place.id))
        .map(({ id, name, sector }) => ({ id, name, sector })),
      said: said.map(({ giver, saidOn }) => ({ ...named(giver), saidOn })),
      missing: asked?.map(named) ?? null,
      withdrawn: withdrawnAt
        ? { ...by, on: dayOf(withdrawnAt), saidBefore: said.some(({ giver }) => giver === withdrawnByNetworkId) }
        : null,
    });
  }
  const order = ["in_force", "waiting"];
  const place = ({ state }: ShownConsent) => (order.indexOf(state) + order.length + 1) % (order.length + 1);
  return shown.sort((a, b) => place(a) - place(b));
}

type FormInput = { id: string; from: string | null; change: boolean };

/** What the form of a consent is filled from: the lists, who will be asked, and a former consent to begin with. */
export const consentForm = query("consent-form", {
  allow: ({ db, actor, now, today, input: { id } }: At<FormInput>) =>
    may(db, { actor, now, today }, "consent:take", id),
  async run(look: Look<FormInput>) {
    const { db, input, today, saw } = look;
    const young = await personOf(db, input.id);
    const { id, firstName, lastName, bornOn } = young;
    saw({ youngPersonId: id });
    const before = input.from ? (await consentsShown(look, id)).find((one) => one.id === input.from) : undefined;
    const open = before?.state === "waiting" && before.said.length === 0;
    if ((input.from && !before) || (input.change && !open)) throw missing();
    const named = await namer(db, young);
    const asks = async (kind: ConsentKind) =>
      (await askedFor(db, { youngPersonId: id, bornOn, kind, day: today }))?.map((one) => named(one).name) ?? null;
    const { departments } = await peopleInForum(db, today);
    return {
      ...{ id, firstName, name: `${firstName} ${lastName}`, today },
      before: before ?? null,
      version: input.change && before ? before.version : 0,
      asked: { exchange: await asks(consentKinds[0]), health: await asks(consentKinds[1]) },
      departments: departments.filter(({ active }) => active).map(({ id, name, sector }) => ({ id, name, sector })),
      areas: await codesOn(db, "life_area", today),
      inAYear: addMonths(today, MONTHS),
    };
  },
});

type ReadInput = { id: string; consentId: string };

/** One consent, to be read aloud and said yes to. */
export const consentToRead = query("consent-to-read", {
  allow: ({ db, actor, now, today, input: { id } }: At<ReadInput>) =>
    may(db, { actor, now, today }, "consent:take", id),
  async run(look: Look<ReadInput>) {
    const { db, input, today, saw } = look;
    const { id, firstName, lastName } = await personOf(db, input.id);
    saw({ youngPersonId: id });
    const consent = (await consentsShown(look, id)).find((one) => one.id === input.consentId);
    if (!consent) throw missing();
    return { id, firstName, name: `${firstName} ${lastName}`, consent, today };
  },
});
export type ConsentToRead = Awaited<ReturnType<(typeof consentToRead)["run"]>>;
