import { sql } from "drizzle-orm";
import { at, check, id, index, int, on, oneOf, table, text, uniqueIndex, version } from "../columns.ts";
import { followUpCodes, followUpResults, helpers, outcomeSources, tryChannels, wishesMet } from "../stu-vocabulary.ts";
import { staff } from "./staff.ts";
import { stuCourse } from "./stu.ts";

/** One time that somebody is asked what became of a course; made when it ends, all at once. When it is due follows from the rules. */
export const followUp = table(
  "follow_up",
  {
    id: id(),
    courseId: text()
      .notNull()
      .references(() => stuCourse.id),
    code: text({ enum: followUpCodes }).notNull(),
    /** How it came to an end; null while it is open. */
    result: text({ enum: followUpResults }),
    settledOn: on(),
    /** A code of the outcomes. */
    outcome: text().notNull().default(""),
    /** Minutes a week; null when nobody has said. */
    weekMinutes: int(),
    wishMet: text({ enum: wishesMet }),
    source: text({ enum: outcomeSources }),
    help: text({ enum: helpers }).notNull().default("none"),
    /** When somebody saw to the help that was asked for. */
    helpedOn: on(),
    version: version(),
  },
  (t) => [
    uniqueIndex("follow_up_one").on(t.courseId, t.code),
    oneOf("follow_up_code", t.code, followUpCodes),
    oneOf("follow_up_result", t.result, followUpResults),
    oneOf("follow_up_wish", t.wishMet, wishesMet),
    oneOf("follow_up_source", t.source, outcomeSources),
    oneOf("follow_up_help", t.help, helpers),
    check("follow_up_settled", sql`(${t.result} is null) = (${t.settledOn} is null)`),
    check("follow_up_answer", sql`(${t.outcome} <> '') = coalesce(${t.result} = 'answered', false)`),
  ],
);

/** A try to reach somebody that brought no answer. */
export const followUpTry = table(
  "follow_up_try",
  {
    id: id(),
    followUpId: text()
      .notNull()
      .references(() => followUp.id),
    channel: text({ enum: tryChannels }).notNull(),
    triedAt: at().notNull(),
    triedById: text()
      .notNull()
      .references(() => staff.id),
  },
  (t) => [index("follow_up_try_of").on(t.followUpId), oneOf("follow_up_try_channel", t.channel, tryChannels)],
);
