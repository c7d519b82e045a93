import { and, asc, eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { ResourcePaperPart } from "#db/vocabulary.ts";
import { decide, may } from "../access/decide.server.ts";
import { idOf } from "../actor.ts";
import { type DifferenceIn, differencesIn } from "../differences.ts";
import { missing } from "../errors.ts";
import { type Look, query } from "../query.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import { courseWith, deadlineRules } from "../stu/find.server.ts";
import { peopleOfCourses, providersOf } from "../stu/queries.server.ts";
import { courseStanding } from "../stu/standing.ts";
import { type CourseRow, courseRowsOf } from "../stu/views.server.ts";
import { courseTopic } from "../topics.ts";
import { paperOfCourse } from "./find.server.ts";
import { proposalFor } from "./proposal.server.ts";
import { type PaperTextRow, textsOf, versionsOf } from "./views.server.ts";

const { resourcePaperVersion, revision, staff } = tables;

type Asked = { id: string };
type Asks<I> = Pick<Look<I>, "db" | "actor" | "now" | "today" | "input">;

const maySee = <I extends Asked>({ db, actor, now, today, input }: Asks<I>) =>
  may(db, { actor, now, today }, "course:see", input.id);

/** The course, whom it is about, and all that stands about both, but what is written in the paper. @throws Declined `missing` */
async function around(look: Look<Asked>) {
  const { db, input, today } = look;
  const found = await courseWith(db, input.id);
  const [person] = found ? await peopleOfCourses(look, [found]) : [];
  if (!found || !person) throw missing();
  const rows = await courseRowsOf(db, [found.id]);
  const course = rows.find((row): row is CourseRow => row.kind === "course") as CourseRow;
  const rules = await deadlineRules(db);
  const provider = (await providersOf(db)).find(({ id }) => id === course.providerId) ?? null;
  return { person, rows, rules, provider, standing: courseStanding(course, rows, person, rules, today), course };
}

/** The resource paper of a course, or that it was not begun; of one part what could stand in it, when that is asked for. */
export const resourcePaperFor = query("resource-paper", {
  allow: maySee<Asked & { propose: ResourcePaperPart | null }>,
  async run(look: Look<Asked & { propose: ResourcePaperPart | null }>) {
    const { db, input, today, snapshot, saw } = look;
    const { person, rows, rules, provider, standing } = await around(look);
    const paper = standing.resourcePaper;
    const written = paper ? [...(await textsOf(db, paper.id)), ...(await versionsOf(db, paper.id))] : [];
    const course = await snapshot(courseTopic(input.id), [...rows, ...written]);
    saw({ youngPersonId: person.id, topic: course.topic, seq: course.seq });
    // What is written in the paper stands on no other page of the course: the look is told of by its own door.
    saw({ youngPersonId: person.id });
    const mayWrite = (await decide(db, look, "course:write", input.id)) !== null;
    const mayOpenPerson = (await decide(db, look, "person:open", person.id)) !== null;
    const open = mayWrite && paper?.way === "here" && paper.finalOn === null;
    const known = { person, standing, provider, mayOpenPerson };
    return {
      ...{ id: input.id, person, course, rules, provider, mayWrite, today },
      proposal: open && input.propose ? await proposalFor(look, input.propose, known) : null,
      peopleEdition: await peopleEdition(db, today),
    };
  },
});
export type ResourcePaperShown = Awaited<ReturnType<(typeof resourcePaperFor)["run"]>>;

const FIELDS = { "paper-text": ["text"] } as const;
/** What stood in one part, the newest first. @throws Declined `missing` */
async function historyOf(db: Db, texts: PaperTextRow[], id: string): Promise<PaperTextRow[]> {
  const now = texts.find((row) => row.id === id);
  if (!now) throw missing();
  const former = await db
    .select()
    .from(revision)
    .where(and(eq(revision.tableName, "resource_paper_text"), eq(revision.rowId, id)))
    .orderBy(asc(revision.version));
  return [...former.map(({ row }) => ({ ...(row as PaperTextRow), kind: now.kind })), now].reverse();
}

type Contents = { number: number; content: unknown }[];
const contentsOf = (db: Db, paperId: string): Promise<Contents> =>
  db
    .select({ number: resourcePaperVersion.number, content: resourcePaperVersion.content })
    .from(resourcePaperVersion)
    .where(eq(resourcePaperVersion.paperId, paperId));

/** A version; null is the paper as it stands now, 0 the empty one. @throws Declined `missing` */
function contentOf(kept: Contents, standing: PaperTextRow[], number: number | null): PaperTextRow[] {
  if (number === null) return standing;
  if (number === 0) return [];
  const found = kept.find((one) => one.number === number);
  if (!found) throw missing();
  return found.content as PaperTextRow[];
}

type Compares = Asked & { from: number | null; to: number | null; row: string | null };

/** The versions of a paper, any two of them side by side, and what stood in one part of it. */
export const resourcePaperVersions = query("resource-paper-versions", {
  allow: maySee<Compares>,
  async run(look: Look<Compares>) {
    const { db, input, saw, today } = look;
    const { person } = await around(look);
    const paper = await paperOfCourse(db, input.id);
    if (!paper) throw missing();
    saw({ youngPersonId: person.id });
    const texts = await textsOf(db, paper.id);
    const kept = await contentsOf(db, paper.id);
    const versions = (await versionsOf(db, paper.id)).reverse();
    const from = input.from ?? versions[0]?.number ?? 0;
    const [before, after] = [contentOf(kept, texts, from), contentOf(kept, texts, input.to)];
    const changed: DifferenceIn<PaperTextRow, "text">[] = differencesIn(FIELDS, before, after);
    return {
      ...{ id: input.id, name: person.name, versions, from, to: input.to, today },
      changed,
      history: input.row ? await historyOf(db, texts, input.row) : null,
      peopleEdition: await peopleEdition(db, today),
    };
  },
});
export type ResourcePaperVersions = Awaited<ReturnType<(typeof resourcePaperVersions)["run"]>>;

type AsFile = Asked & { version: number | null };

/** A paper that is written here, or a version of it, to be made a file of: an export stands in the log each time. */
export const resourcePaperToFile = query("resource-paper-file", {
  allow: maySee<AsFile>,
  async run(look: Look<AsFile>) {
    const { db, input, actor, now, today, saw, record } = look;
    const { person, course, standing, provider } = await around(look);
    const paper = standing.resourcePaper;
    if (!paper) throw missing();
    const version = (await versionsOf(db, paper.id)).find(({ number }) => number === input.version) ?? null;
    if (version === null && (input.version !== null || paper.way !== "here")) throw missing();
    const texts = contentOf(await contentsOf(db, paper.id), await textsOf(db, paper.id), input.version);
    saw({ youngPersonId: person.id });
    record({
      kind: "resource-paper-exported",
      youngPersonId: person.id,
      facts: { course: course.id, version: input.version },
    });
    const [asker] = await db
      .select({ name: staff.name })
      .from(staff)
      .where(eq(staff.id, idOf(actor) ?? ""));
    return {
      ...{ name: person.name, firstName: person.firstName, line: course.line, startOn: course.startOn },
      ...{ endOn: course.endedOn ?? standing.plannedEndOn, place: provider?.name ?? "", paper, version },
      texts: texts.filter(({ text }) => text !== ""),
      ...{ by: asker?.name ?? "", now, today },
    };
  },
});
export type ResourcePaperFile = Awaited<ReturnType<(typeof resourcePaperToFile)["run"]>>;
