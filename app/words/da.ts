import { access } from "./da/access.ts";
import { actions } from "./da/actions.ts";
import { agenda } from "./da/agenda.ts";
import { bases } from "./da/bases.ts";
import { board } from "./da/board.ts";
import { cases } from "./da/cases.ts";
import { consent } from "./da/consent.ts";
import { efforts } from "./da/efforts.ts";
import { emergency } from "./da/emergency.ts";
import { events } from "./da/events.ts";
import { files } from "./da/files.ts";
import { frame } from "./da/frame.ts";
import { graduates } from "./da/graduates.ts";
import { guideChoice } from "./da/guide-choice.ts";
import { guideHandover } from "./da/guide-handover.ts";
import { guideTeam } from "./da/guide-team.ts";
import { guides } from "./da/guides.ts";
import { log } from "./da/log.ts";
import { mail } from "./da/mail.ts";
import { meetings } from "./da/meetings.ts";
import { minutes } from "./da/minutes.ts";
import { network } from "./da/network.ts";
import { offline } from "./da/offline.ts";
import { outreach } from "./da/outreach.ts";
import { people } from "./da/people.ts";
import { peopleList } from "./da/people-list.ts";
import { plan } from "./da/plan.ts";
import { type ProblemCode, problems } from "./da/problems.ts";
import { reasons } from "./da/reasons.ts";
import { resourcePaper } from "./da/resource-paper.ts";
import { screen } from "./da/screen.ts";
import { sharing } from "./da/sharing.ts";
import { signin } from "./da/signin.ts";
import { staff } from "./da/staff.ts";
import { start } from "./da/start.ts";
import { stu } from "./da/stu.ts";
import { stuCourse } from "./da/stu-course.ts";
import { stuFile } from "./da/stu-file.ts";
import { stuParts } from "./da/stu-parts.ts";
import { stuRules } from "./da/stu-rules.ts";
import { stuTeam } from "./da/stu-team.ts";
import { support } from "./da/support.ts";
import { telling } from "./da/telling.ts";
import { transition } from "./da/transition.ts";

/** The Danish texts, by subject. */
export const da = {
  access,
  actions,
  agenda,
  bases,
  board,
  cases,
  consent,
  events,
  efforts,
  emergency,
  files,
  frame,
  graduates,
  guideChoice,
  guideHandover,
  guideTeam,
  guides,
  log,
  mail,
  meetings,
  minutes,
  network,
  offline,
  outreach,
  people,
  peopleList,
  plan,
  problems: problems as Record<ProblemCode, string>,
  reasons,
  resourcePaper,
  screen,
  sharing,
  signin,
  staff,
  start,
  stu,
  stuCourse,
  stuFile,
  stuParts,
  stuRules,
  stuTeam,
  support,
  telling,
  transition,
};
