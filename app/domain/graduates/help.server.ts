import { and, eq, inArray, notInArray, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, mayAsStaff } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { whoIsThere, withContactThere } from "../people/contact.server.ts";
import { currentOn } from "../staff/find.server.ts";

const { assignment, followUp, stuCourse } = tables;

/**
 * Which of the help that was asked for is the asker's to give: of the contact person, for those who are that one's; of the forum,
 * for whoever coordinates it, and so is that of the contact person where none is there. For a statement with `follow_up`, `stu_course` and `young_person` in it.
 */
export async function helpToGive(db: Db, asking: Asking) {
  const own = db
    .select({ id: assignment.youngPersonId })
    .from(assignment)
    .where(
      and(
        eq(assignment.staffId, staffIdOf(asking.actor)),
        eq(assignment.primary, true),
        currentOn(assignment, asking.today),
      ),
    );
  const ofContact = and(eq(followUp.help, "contact"), inArray(stuCourse.youngPersonId, own));
  const coordinates = "by" in (await mayAsStaff(db, asking, "person:settle"));
  if (!coordinates) return and(ofContact, scope("person:open"));
  const withContact = withContactThere(db, await whoIsThere(db, asking.today), asking.today);
  const ofNobody = and(eq(followUp.help, "contact"), notInArray(stuCourse.youngPersonId, withContact));
  return and(or(ofContact, ofNobody, eq(followUp.help, "forum")), scope("person:open"));
}
