import { addDays } from "#domain/days.ts";
import { beginResourcePaper, changeResourcePaper } from "#domain/resource-paper/commands.server.ts";
import { finishResourcePaper, keepPaperVersion, writePaperText } from "#domain/resource-paper/text-commands.server.ts";
import { workdayFrom } from "./clock.server.ts";
import type { Told } from "./stu.server.ts";
import { PAPER_AGAIN, PAPER_FIRST } from "./texts/stu.ts";

/** A resource paper that is being told; it moves on with each command. */
type PaperTold = { id: string; version: number; here: boolean; draftOn: string; texts: Record<string, number> };
/** How many are still written here, have a draft, are final: the first for whom it fits. */
export type PapersLeft = { here: number; drafts: number; final: number };

/** Between two doings of a paper at least, in days. */
const APART = 14;

/** Plans how the paper of a course is begun that day, and how far it has come. */
export function tellPaper(told: Told, begunOn: string, left: PapersLeft): PaperTold {
  const { clock, student, by, courseId, plan } = told;
  const id = clock.id(`paper ${student.key}`);
  const drafted = workdayFrom(clock.on(-40));
  const comesOn = addDays(begunOn, APART) < drafted && student.knownOn < drafted;
  // The one that is written here is of somebody whose plan the forum knows.
  const here = comesOn && left.here > 0 && student.person === null;
  const paper: PaperTold = { id, version: 1, here, draftOn: "", texts: {} };
  const way = here ? "here" : "by_place";
  plan(begunOn, () => clock.does(beginResourcePaper, { id, courseId, way, begunOn }, by));
  if (here) {
    left.here -= 1;
    write(told, paper, drafted);
  } else if (comesOn && left.drafts > 0) {
    left.drafts -= 1;
    const finalOn = left.final > 0 ? workdayFrom(clock.on(-12)) : "";
    if (finalOn) left.final -= 1;
    plan(drafted, () => refer(told, paper, begunOn, drafted, ""));
    if (finalOn) plan(finalOn, () => refer(told, paper, begunOn, drafted, finalOn));
  }
  return paper;
}

/** Plans that the paper is final that day. */
export function finishPaper(told: Told, paper: PaperTold, begunOn: string, day: string): void {
  const { clock, by, plan } = told;
  plan(day, async () => {
    if (!paper.here) return refer(told, paper, begunOn, paper.draftOn || day, day);
    const written = Object.values(paper.texts).reduce((sum, version) => sum + version, 0);
    const { id, version } = paper;
    if (written > 0) await clock.does(finishResourcePaper, { id, version, written }, by);
  });
}

async function refer(
  { clock, by, courseId }: Told,
  paper: PaperTold,
  begunOn: string,
  draftOn: string,
  finalOn: string,
) {
  const found = { system: "STU-stedets arkiv (demo)", number: `RP-${courseId.slice(-4)}`, link: "" };
  const days = { begunOn, draftOn, finalOn, datedOn: draftOn };
  await clock.does(changeResourcePaper, { id: paper.id, version: paper.version++, ...days, ...found }, by);
  paper.draftOn = draftOn;
}

/** Written together and kept, then changed and kept again. */
function write({ clock, by, plan }: Told, paper: PaperTold, drafted: string) {
  const { id } = paper;
  const say = async (texts: Record<string, string>) => {
    for (const [part, text] of Object.entries(texts)) {
      const version = paper.texts[part] ?? 0;
      await clock.does(writePaperText, { id, part, version, text }, by);
      paper.texts[part] = version + 1;
    }
    await clock.does(keepPaperVersion, { id }, by);
  };
  plan(drafted, async () => {
    await say(PAPER_FIRST);
    paper.version += 1;
    paper.draftOn = drafted;
  });
  plan(clock.on(-8), () => say(PAPER_AGAIN));
}
