import { and, eq, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { GuideHandoverKind } from "#db/vocabulary.ts";
import { decide, may } from "../access/decide.server.ts";
import { staffIdOf } from "../actor.ts";
import { missing } from "../errors.ts";
import { type ContactPerson, contactOf } from "../people/contact.server.ts";
import { leadWorkerOf } from "../people/place.server.ts";
import { type Look, query } from "../query.server.ts";
import { membershipsOf } from "../staff/find.server.ts";
import { departmentTopic, personTopic, staffTopic, type Topic } from "../topics.ts";
import { type Checklist, handoverState, kindsFor } from "./handover.ts";
import { type HandoverKept, handoversOf } from "./handover-find.server.ts";
import { handoversTaken } from "./handover-lines.server.ts";
import { type DepartmentToTake, type Receiver, receiversFor } from "./handover-receivers.server.ts";
import { checksOf, type HandoverShown, shown } from "./handover-shown.server.ts";

const { staff, youngPerson } = tables;

export type HandoverPage = {
  person: { id: string; name: string; firstName: string; bornOn: string };
  /** Says who goes with the young person, and so gives them on; else the asker is the one who is asked. */
  gives: boolean;
  /** The asker is the giver: whether own reminders go on is theirs alone to say. */
  own: boolean;
  /** The asker says yes or no. */
  answers: boolean;
  contact: Pick<ContactPerson, "name" | "kind" | "there"> | null;
  giverPhone: string;
  open: (HandoverShown & { checks: Checklist; openPromises: number }) | null;
  /** What was answered or withdrawn, the last first; for those who give. */
  former: HandoverShown[];
  to: { guides: Receiver[]; departments: DepartmentToTake[] };
  /** By which kinds the young person can be given on today, by their age. */
  kinds: GuideHandoverKind[];
  hasLeadWorker: boolean;
  /** The giver stays as the lead worker, with what they have promised. */
  leadStays: boolean;
  topics: Topic[];
  today: string;
  /** The asker gave the young person on, and somebody has said yes just now: that alone is told, and nothing else stands here. */
  taken: { name: string; by: string } | null;
};

/** For so long the page that the giver has open says where the young person went; after that it is as to anybody. */
const TOLD_MS = 10 * 60_000;

/** The yes of just now, to whoever gave the young person on and knows of them no more. */
async function takenNow(look: Pick<Look<unknown>, "db" | "actor" | "now" | "today">, youngPersonId: string) {
  const [row] = (await handoversOf(look.db, youngPersonId)).filter(({ acceptedAt }) => acceptedAt !== null);
  const since = new Date(Date.parse(look.now) - TOLD_MS).toISOString();
  if (!row?.acceptedAt || row.acceptedAt <= since) return null;
  return "by" in (await may(look.db, look, "guide-handover:taken", row.id)) ? row : null;
}

/** A young person is given on: by those who say who goes with them, and to who is asked, who reads of nothing else. */
export const handoverPage = query<{ youngPersonId: string }, HandoverPage>("guide-handover", {
  async allow({ db, actor, now, today, input: { youngPersonId } }) {
    const asking = { actor, now, today };
    const gives = await may(db, asking, "person:assign", youngPersonId);
    const last = (await handoversOf(db, youngPersonId)).find(({ withdrawnAt }) => withdrawnAt === null);
    if ("by" in gives || !last) return gives;
    const answers = await may(db, asking, "guide-handover:answer", last.id);
    if ("by" in answers) return answers;
    return (await takenNow({ db, ...asking }, youngPersonId)) ? { by: "gave on" } : answers;
  },
  async run(look: Look<{ youngPersonId: string }>) {
    const { db, actor, today, input, saw } = look;
    const { youngPersonId } = input;
    const me = staffIdOf(actor);
    const [person] = await db.select().from(youngPerson).where(eq(youngPerson.id, youngPersonId));
    if (!person) throw missing();
    const gives = (await decide(db, look, "person:assign", youngPersonId)) !== null;
    const taken = gives ? null : await takenNow(look, youngPersonId);
    if (taken) return toldOf(look, taken, person);
    saw({ youngPersonId, ...(gives ? {} : { by: "asked to take over" }) });
    const rows = await handoversOf(db, youngPersonId);
    const open = rows.find((row) => handoverState(row) === "open");
    const contact = await contactOf(db, youngPersonId, today);
    const all = await shown(db, rows, today);
    const stands = all.find(({ id }) => id === open?.id);
    const giver = open?.fromStaffId ?? contact?.staffId;
    // Who has stopped is rung by nobody.
    const stillHere = giver && and(eq(staff.id, giver), isNull(staff.endedAt));
    const [phone] = stillHere ? await db.select({ phone: staff.phone }).from(staff).where(stillHere) : [];
    const lead = await leadWorkerOf(db, youngPersonId, today);
    const none = { guides: [], departments: [] };
    return {
      person: {
        ...{ id: person.id, firstName: person.firstName, bornOn: person.bornOn },
        name: `${person.firstName} ${person.lastName}`,
      },
      gives,
      own: open?.fromStaffId === me,
      answers: open !== undefined && (await decide(db, look, "guide-handover:answer", open.id)) !== null,
      contact: contact && { name: contact.name, kind: contact.kind, there: contact.there },
      giverPhone: phone?.phone ?? "",
      open: open && stands ? { ...stands, ...(await checksOf(look, open)) } : null,
      former: gives ? all.filter(({ id }) => id !== open?.id) : [],
      to:
        gives && !open && contact
          ? await receiversFor(db, { youngPersonId, fromStaffId: contact.staffId }, today)
          : none,
      kinds: gives && !open && contact ? kindsFor(person.bornOn, today) : [],
      hasLeadWorker: lead !== undefined,
      leadStays: lead !== undefined && lead.staffId === giver,
      topics: [
        ...(gives ? [personTopic(youngPersonId)] : []),
        staffTopic(me),
        ...(await membershipsOf(db, me, today)).map(({ departmentId }) => departmentTopic(departmentId)),
      ],
      today,
      taken: null,
    };
  },
});

type Person = typeof youngPerson.$inferSelect;

/** The page with nothing but who has taken over. */
async function toldOf(look: Look<unknown>, row: HandoverKept, person: Person): Promise<HandoverPage> {
  const [one] = await handoversTaken(look, row.youngPersonId);
  const name = `${person.firstName} ${person.lastName}`;
  return {
    person: { id: person.id, name, firstName: person.firstName, bornOn: "" },
    ...{ gives: false, own: false, answers: false, contact: null, giverPhone: "", open: null, former: [] },
    ...{ to: { guides: [], departments: [] }, kinds: [], hasLeadWorker: false, leadStays: false },
    ...{ topics: [staffTopic(staffIdOf(look.actor))], today: look.today },
    taken: { name, by: one?.by ?? "" },
  };
}
