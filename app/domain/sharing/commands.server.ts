import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { anyText, chosenId, input, optionalId, rowId, seenVersion, withoutCpr } from "../input.server.ts";
import { type Item, itemWith, meetingWith } from "../meetings/find.server.ts";
import { revise } from "../revise.server.ts";
import { touchRoom } from "../screen/touch.server.ts";
import { staffTopic } from "../topics.ts";
import { openClasses, usesOf } from "./bases.server.ts";
import { consentsInForce } from "./consents.server.ts";
import type { LegalBasis } from "./register.server.ts";
import { basisEnds, classesOpened, hindranceTo } from "./rules.ts";

const { department, legalBasis, participant, sharingBasis, youngPerson } = tables;

const runsItem = ({ db, actor, now, today, input: { itemId } }: At<{ itemId: string }>) =>
  may(db, { actor, now, today }, "item:run", itemId);

/** The consent that a basis leans on: of its kind, in force, and given to that organisation. @throws Declined `invalid` */
async function consentFor(
  work: Pick<Work<unknown>, "db" | "now">,
  basis: LegalBasis,
  of: { youngPersonId: string; departmentId: string; consentId: string | null },
) {
  if (basis.consent === "none") return null;
  const given = (await consentsInForce(work.db, of.youngPersonId, work.now)).filter(
    ({ kind, departmentIds }) => kind === basis.consent && departmentIds.includes(of.departmentId),
  );
  const found = of.consentId ? given.find(({ id }) => id === of.consentId) : given[0];
  if (of.consentId && !found) throw invalid("consentId", "choose");
  return found ?? null;
}

/** Puts a basis in force for an organisation in an item; the one before it ends. */
export async function putBasis(
  work: Work<unknown>,
  item: Item & { youngPersonId: string },
  chosen: {
    departmentId: string;
    basis: LegalBasis;
    consent: { id: string; areas: string[] } | null;
    necessity: string;
    extraReason: string;
    bornOn: string;
  },
): Promise<void> {
  const { db, now, today, by, newId, record, rights } = work;
  const { basis, departmentId, consent, necessity, extraReason, bornOn } = chosen;
  for (const former of await standingFor(db, item.id, departmentId))
    await revise(db, sharingBasis, former, { endedAt: now }, by);
  const id = newId();
  await db.insert(sharingBasis).values({
    id,
    itemId: item.id,
    departmentId,
    legalBasisId: basis.id,
    consentId: consent?.id ?? null,
    necessity,
    extraReason,
    content: basis.content,
    fromAt: now,
    endsAt: basisEnds(basis, { today, bornOn }),
    chosenById: by.staffId,
  });
  await openClasses(db, id, classesOpened(basis, consent?.areas ?? null));
  const { id: itemId, meetingId, youngPersonId } = item;
  record({ kind: "basis-chosen", itemId, meetingId, youngPersonId, facts: { departmentId, basis: basis.code } });
  rights();
  await tellAbout(work, item, departmentId);
}

const standingFor = (db: Db, itemId: string, departmentId: string) =>
  db
    .select()
    .from(sharingBasis)
    .where(
      and(eq(sharingBasis.itemId, itemId), eq(sharingBasis.departmentId, departmentId), isNull(sharingBasis.endedAt)),
    );

/** Who runs the meeting sees what is missing; those of the organisation come in, or go. */
async function tellAbout(work: Work<unknown>, item: Item, departmentId: string): Promise<void> {
  const { db, reload } = work;
  const { chairId, minuteTakerId } = await meetingWith(db, item.meetingId);
  const seats = await db
    .select({ staffId: participant.staffId })
    .from(participant)
    .where(and(eq(participant.itemId, item.id), eq(participant.departmentId, departmentId)));
  const concerned = [chairId, minuteTakerId, ...seats.map(({ staffId }) => staffId)];
  reload(...new Set(concerned.filter((id) => id !== null).map(staffTopic)));
  await touchRoom(work, item.meetingId);
}

/** Says by what right an organisation takes part in an item, and why that is necessary. */
export const chooseBasis = command("choose-basis", {
  input: input({
    itemId: rowId,
    departmentId: rowId,
    legalBasisId: chosenId,
    consentId: optionalId,
    necessity: withoutCpr(anyText(500)),
    extraReason: withoutCpr(anyText(300)),
  }),
  allow: runsItem,
  async run(work) {
    const { db, input, today } = work;
    const { departmentId, extraReason } = input;
    const item = await itemWith(db, input.itemId);
    const { youngPersonId } = item;
    const [basis] = await db.select().from(legalBasis).where(eq(legalBasis.id, input.legalBasisId));
    const [place] = await db.select().from(department).where(eq(department.id, departmentId));
    if (!youngPersonId || !place) throw missing();
    if (!basis) throw invalid("legalBasisId", "choose");
    const [person] = await db.select().from(youngPerson).where(eq(youngPerson.id, youngPersonId));
    if (!person) throw missing();
    const consent = await consentFor(work, basis, { youngPersonId, departmentId, consentId: input.consentId });
    const { typeCode } = await meetingWith(db, item.meetingId);
    const hindrance = hindranceTo(basis, {
      sector: place.sector,
      bornOn: person.bornOn,
      today,
      meetingType: typeCode,
      uses: await usesOf(db, basis.code, item),
      extraReason,
      hasConsent: consent !== null,
    });
    if (hindrance) throw invalid(hindrance === "needs-reason" ? "extraReason" : "legalBasisId", `basis-${hindrance}`);
    const necessity = input.necessity || (basis.ownWords ? "" : item.question);
    if (!necessity) throw invalid("necessity", "required");
    const { bornOn } = person;
    await putBasis(work, { ...item, youngPersonId }, { departmentId, basis, consent, necessity, extraReason, bornOn });
  },
});

/** Ends a chosen basis: the organisation has no content from that moment. */
export const endBasis = command("end-basis", {
  input: input({ id: rowId, version: seenVersion }),
  async allow({ db, actor, now, today, input: { id } }): Promise<Verdict> {
    const [row] = await db.select({ itemId: sharingBasis.itemId }).from(sharingBasis).where(eq(sharingBasis.id, id));
    return row ? may(db, { actor, now, today }, "item:run", row.itemId) : { no: "missing" };
  },
  async run(work) {
    const { db, input, now, by, record, rights } = work;
    const ended = await revise(db, sharingBasis, input, { endedAt: now }, by);
    const item = await itemWith(db, ended.itemId);
    const { id: itemId, meetingId, youngPersonId } = item;
    const { departmentId } = ended;
    record({ kind: "basis-ended", itemId, meetingId, youngPersonId, facts: { departmentId } });
    rights();
    await tellAbout(work, item, departmentId);
  },
});
