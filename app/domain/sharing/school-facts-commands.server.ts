import { and, eq, inArray, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { schoolInterruptions } from "#db/vocabulary.ts";
import { command, type Work } from "../command.server.ts";
import { Declined } from "../errors.ts";
import { anyText, input, optionalWord, rowId, versionOrNone } from "../input.server.ts";
import { livingItemsOf } from "../people/find.server.ts";
import { mayWritePlan } from "../plan/allow.server.ts";
import { revise } from "../revise.server.ts";
import { staffTopic } from "../topics.ts";
import { pastDayOrNone } from "../typed-day.server.ts";
import { factsOf } from "./school-facts.server.ts";

const { participant, schoolFact, sharingBasis } = tables;

/** Writes down what the young person's school may be told without consent: two facts; the third, the contact person, is known. */
export const setSchoolFacts = command("set-school-facts", {
  input: input({
    youngPersonId: rowId,
    version: versionOrNone,
    /** Days as people write them. */
    educationOrderOn: anyText(40),
    interruption: optionalWord(schoolInterruptions),
    interruptionOn: anyText(40),
  }),
  allow: (at) => mayWritePlan(at, at.input.youngPersonId),
  async run(work) {
    const { db, input, today, by, record } = work;
    const { youngPersonId: id, version, interruption } = input;
    const past = (field: "educationOrderOn" | "interruptionOn") => {
      const day = pastDayOrNone(field, input[field], today);
      return day;
    };
    const educationOrderOn = past("educationOrderOn");
    const interruptionOn = interruption ? (past("interruptionOn") ?? today) : null;
    const set = { educationOrderOn, interruption, interruptionOn };
    const stands = await factsOf(db, id);
    if (stands.version > 0 && version === 0) throw new Declined({ no: "conflict", now: { ...stands } });
    if (version > 0) await revise(db, schoolFact, { id, version }, set, by);
    else await db.insert(schoolFact).values({ id, ...set });
    record({
      kind: "school-facts-set",
      youngPersonId: id,
      facts: { educationOrder: educationOrderOn !== null, interruption },
    });
    await tellSchools(work, id);
  },
});

/** Those who come for a school to an item ahead load anew. */
async function tellSchools({ db, reload }: Work<unknown>, youngPersonId: string): Promise<void> {
  const items = await livingItemsOf(db, youngPersonId);
  if (items.length === 0) return;
  const seats = await db
    .selectDistinct({ staffId: participant.staffId })
    .from(participant)
    .innerJoin(
      sharingBasis,
      and(eq(sharingBasis.itemId, participant.itemId), eq(sharingBasis.departmentId, participant.departmentId)),
    )
    .where(
      and(inArray(participant.itemId, items), eq(sharingBasis.content, "school_facts"), isNull(sharingBasis.endedAt)),
    );
  reload(...seats.flatMap(({ staffId }) => (staffId ? [staffTopic(staffId)] : [])));
}
