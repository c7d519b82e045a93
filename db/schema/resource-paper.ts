import { isNull } from "drizzle-orm";
import { at, flag, id, int, json, on, oneOf, table, text, uniqueIndex, version } from "../columns.ts";
import { resourcePaperParts, resourcePaperWays } from "../stu-vocabulary.ts";
import { staff } from "./staff.ts";
import { stuCourse } from "./stu.ts";

const ofPaper = () =>
  text()
    .notNull()
    .references(() => resourcePaper.id);

/**
 * The resource paper of a course (STU-loven): days, from which its state follows, and of one that the place writes where it is
 * found. A course has one at a time.
 */
export const resourcePaper = table(
  "resource_paper",
  {
    id: id(),
    courseId: text()
      .notNull()
      .references(() => stuCourse.id),
    way: text({ enum: resourcePaperWays }).notNull(),
    begunOn: on().notNull(),
    /** When the place's draft was received, or the first version was kept here. */
    draftOn: on(),
    finalOn: on(),
    system: text().notNull().default(""),
    number: text().notNull().default(""),
    link: text().notNull().default(""),
    datedOn: on(),
    removedAt: at(),
    version: version(),
  },
  (t) => [
    uniqueIndex("resource_paper_course").on(t.courseId).where(isNull(t.removedAt)),
    oneOf("resource_paper_way", t.way, resourcePaperWays),
  ],
);

/** One part of a paper that is written here: a row of its own, so that it is saved alone; made at the first writing. */
export const resourcePaperText = table(
  "resource_paper_text",
  {
    id: id(),
    paperId: ofPaper(),
    part: text({ enum: resourcePaperParts }).notNull(),
    text: text().notNull(),
    editedById: text().references(() => staff.id),
    editedAt: at().notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex("resource_paper_text_part").on(t.paperId, t.part),
    oneOf("resource_paper_text_part_word", t.part, resourcePaperParts),
  ],
);

/** A paper as it stood when somebody kept it, or made it final. It is never changed. */
export const resourcePaperVersion = table(
  "resource_paper_version",
  {
    id: id(),
    paperId: ofPaper(),
    number: int().notNull(),
    final: flag().notNull(),
    /** The rows of its parts. */
    content: json<{ kind: string; id: string }[]>().notNull(),
    at: at().notNull(),
    byId: text().references(() => staff.id),
  },
  (t) => [uniqueIndex("resource_paper_version_number").on(t.paperId, t.number)],
);
