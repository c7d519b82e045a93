import { access } from "./en/access.ts";
import { actions } from "./en/actions.ts";
import { agenda } from "./en/agenda.ts";
import { bases } from "./en/bases.ts";
import { board } from "./en/board.ts";
import { cases } from "./en/cases.ts";
import { consent } from "./en/consent.ts";
import { efforts } from "./en/efforts.ts";
import { emergency } from "./en/emergency.ts";
import { events } from "./en/events.ts";
import { files } from "./en/files.ts";
import { frame } from "./en/frame.ts";
import { graduates } from "./en/graduates.ts";
import { guideChoice } from "./en/guide-choice.ts";
import { guideHandover } from "./en/guide-handover.ts";
import { guideTeam } from "./en/guide-team.ts";
import { guides } from "./en/guides.ts";
import { log } from "./en/log.ts";
import { mail } from "./en/mail.ts";
import { meetings } from "./en/meetings.ts";
import { minutes } from "./en/minutes.ts";
import { network } from "./en/network.ts";
import { offline } from "./en/offline.ts";
import { outreach } from "./en/outreach.ts";
import { people } from "./en/people.ts";
import { peopleList } from "./en/people-list.ts";
import { plan } from "./en/plan.ts";
import { problems } from "./en/problems.ts";
import { reasons } from "./en/reasons.ts";
import { resourcePaper } from "./en/resource-paper.ts";
import { screen } from "./en/screen.ts";
import { sharing } from "./en/sharing.ts";
import { signin } from "./en/signin.ts";
import { staff } from "./en/staff.ts";
import { start } from "./en/start.ts";
import { stu } from "./en/stu.ts";
import { stuCourse } from "./en/stu-course.ts";
import { stuFile } from "./en/stu-file.ts";
import { stuParts } from "./en/stu-parts.ts";
import { stuRules } from "./en/stu-rules.ts";
import { stuTeam } from "./en/stu-team.ts";
import { support } from "./en/support.ts";
import { telling } from "./en/telling.ts";
import { transition } from "./en/transition.ts";
import type { Words } from "./words.ts";

/** The English texts, by subject; the same shape as the Danish ones. */
export const en: Words = {
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
  problems,
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
