import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { openCase } from "../cases/open.server.ts";
import type { Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { departmentWith, rolesOn } from "../staff/find.server.ts";
import { danishSortKey } from "../text.ts";
import { typedDay } from "../typed-day.server.ts";
import { blindIndexOf, seal } from "../vault.server.ts";
import { readCpr } from "./cpr.ts";
import { noteDuplicates, ownerOf } from "./duplicates.server.ts";
import { place } from "./place.server.ts";
import { couldBeYoung, ownKind } from "./rules.ts";

const { identityNumber, involvedDepartment, youngPerson } = tables;

/** A young person as they are written down: days and number as people write them. */
type Born = {
  id?: string | null;
  firstName: string;
  lastName: string;
  bornOn: string;
  cpr: string;
  phone?: string;
  departments?: readonly string[];
  guideId?: string | null;
  leadWorkerId?: string | null;
  /** The forum does not take them up: whoever of the STU team writes them down is the contact person. */
  stuAlone?: boolean;
  /** One of many in a file of STU: neither the forum nor whoever reads the file takes them up; the team shares them out. */
  inFile?: boolean;
  synthetic?: boolean;
};

function numberOf(cpr: string, bornOn: string) {
  const read = readCpr(cpr);
  if ("problem" in read) {
    if (read.problem === "empty") return null;
    throw invalid("cpr", "cpr");
  }
  if (read.bornOn !== bornOn) throw invalid("cpr", "other-birth-date");
  return { ...read, blindIndex: blindIndexOf("identity_number", read.digits) };
}

/**
 * Writes down a young person, and answers the id. A birth that stands already is made all the same, answered the same, and left
 * to a coordinator; a number that is taken stays with the one who has it. Whoever works with the young person goes with them.
 * @throws Declined `invalid` at the field
 */
export async function writeDown(work: Work<unknown>, born: Born): Promise<string> {
  const { db, actor, today, newId, record } = work;
  const { firstName, lastName, phone = "", guideId = null, leadWorkerId = null } = born;
  const bornOn = typedDay("bornOn", born.bornOn, today);
  if (!couldBeYoung(bornOn, today)) throw invalid("bornOn", "not-young");
  const number = numberOf(born.cpr, bornOn);
  const id = born.id ?? newId();
  const [known] = await db.select({ id: youngPerson.id }).from(youngPerson).where(eq(youngPerson.id, id));
  if (known) throw missing();

  const sortKey = danishSortKey(`${lastName} ${firstName}`);
  await db
    .insert(youngPerson)
    .values({ id, firstName, lastName, sortKey, bornOn, phone, synthetic: born.synthetic ?? false });
  record({ kind: "young-person-added", youngPersonId: id });
  const owner = number && (await ownerOf(work, number.blindIndex));
  if (number && !owner) {
    const rowOf = newId();
    const { kind, digits, blindIndex } = number;
    await db.insert(identityNumber).values({
      id: rowOf,
      youngPersonId: id,
      kind,
      cipher: seal("identity_number", digits, rowOf),
      blindIndex,
      fromOn: today,
    });
  }
  for (const departmentId of new Set(born.departments ?? [])) {
    await departmentWith(db, departmentId, today);
    await db.insert(involvedDepartment).values({ youngPersonId: id, departmentId, fromOn: today });
  }
  if (guideId) await place(work, { youngPersonId: id, staffId: guideId, kind: "guide", primary: true }, "guideId");
  if (leadWorkerId)
    await place(
      work,
      { youngPersonId: id, staffId: leadWorkerId, kind: "lead_worker", primary: false },
      "leadWorkerId",
    );
  const kind = actor.kind === "staff" ? ownKind(await rolesOn(db, actor.id, today)) : null;
  const alone = born.stuAlone === true && kind === "stu_team";
  // A guide who named another guide has handed the young person on.
  if (actor.kind === "staff" && kind && !born.inFile && !(kind === "guide" && guideId))
    await place(work, { youngPersonId: id, staffId: actor.id, kind, primary: alone });
  if (!alone && !born.inFile) await openCase(work, id);
  await noteDuplicates(work, { id, firstName, lastName, bornOn }, owner);
  return id;
}
