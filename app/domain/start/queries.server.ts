import { type OwnDays, ownDays } from "../absence/own.server.ts";
import { mayAsStaff } from "../access/decide.server.ts";
import type { What } from "../access/rules.server.ts";
import { listOf } from "../actions/lists.server.ts";
import { ownDepartments } from "../actions/queries.server.ts";
import type { OwnAction } from "../actions/shown.server.ts";
import { type Names, namesFor } from "../actions/shown-person.server.ts";
import { type Over, overTo } from "../actions/take-over.server.ts";
import { staffIdOf } from "../actor.ts";
import { type Emergency, emergenciesCounted, emergencyLines } from "../emergency/queries.server.ts";
import { guidesOverRoom } from "../guides/choice.server.ts";
import { type OpenConcern, openConcerns } from "../guides/concerns.server.ts";
import {
  type HandoverLine,
  type HandoverTaken,
  handoversTaken,
  handoversToTake,
} from "../guides/handover-lines.server.ts";
import { type AskedToTake, askedToTake, type OwnYoung, ownYoung } from "../guides/mine.server.ts";
import { type GivenYoung, givenToMe } from "../guides/moves.server.ts";
import { type NotComing, notComing } from "../guides/not-coming.server.ts";
import { type OutreachWaits, outreachWaits } from "../outreach/waits.server.ts";
import { duplicatesWaiting } from "../people/queries.server.ts";
import { type Look, query } from "../query.server.ts";
import { rolesOn } from "../staff/find.server.ts";
import { type CourseToTakeOver, coursesToTakeOver } from "../stu/handovers.server.ts";
import { departmentTopic, outreachTopic, staffTopic, type Topic } from "../topics.ts";
import { type AccessDue, accessDue } from "./access-due.server.ts";
import { type LogState, logState, type ToAdminister, toAdminister } from "./administration.server.ts";
import { type Homeless, type Unsent, unanswered, unsentMinutes, withoutMeeting } from "./after-meeting.server.ts";
import { type SaidNo, saidNo, type Untold, untold } from "./after-telling.server.ts";
import { basisGapCases, type GapCase } from "./basis-gaps.server.ts";
import { type ConsentDue, consentsDue } from "./consents-due.server.ts";
import { type Figures, figures } from "./figures.server.ts";
import { type HelpAsked, helpAsked } from "./help-asked.server.ts";
import { type LapsedOwn, lapsedOwn } from "./lapsed.server.ts";
import { type ComingMeetings, comingMeetings } from "./next-meeting.server.ts";
import { type Overdue, ofWhoLeft, overdue } from "./overdue.server.ts";
import { type OwnItems, ownItems } from "./own-items.server.ts";
import { type PausedDue, pausedDue } from "./paused-due.server.ts";
import { type StuTeam, stuTeam } from "./stu-team.server.ts";
import { type Unmet, unmet } from "./unmet.server.ts";
import {
  countWithoutContact,
  guidesToPropose,
  type ToPropose,
  type WithoutContact,
  withoutContact,
} from "./without-contact.server.ts";
import { lackingWords, type ToTell, type Turning, toTell, turning18, type Unheard } from "./young-people.server.ts";

/** What waits in the whole forum: for those who coordinate it. */
export type ForumBlocks = ComingMeetings &
  Awaited<ReturnType<typeof unanswered>> & {
    overdue: Overdue[];
    /** What somebody promised who has left. */
    ofWhoLeft: OwnAction[];
    /** Who has not been told what was agreed. */
    untold: Untold[];
    /** Whom nobody has met for long. */
    unmet: Unmet[];
    /** Who has nobody to ring; and for whom a guide is to be proposed. */
    withoutContact: WithoutContact[];
    toPropose: ToPropose[];
    turning18: Turning[];
    duplicates: number;
    homeless: Homeless[];
    gaps: GapCase[];
  };

/** The nearest of each; the rest stands on the page of agreements. */
const AT_ONCE = 6;
type OwnList = "toAnswer" | "mine" | "department";

export type Start = Record<OwnList, OwnAction[]> &
  Over & {
    /** How many each of these lists holds in all; null for more than can be counted quickly. */
    counts: Record<OwnList, number | null>;
    /** Null where the asker has no right to the block. */
    forum: ForumBlocks | null;
    /** Minutes that wait for the asker, who leads the meetings. */
    unsent: Unsent[];
    lackingWords: Unheard[];
    toTell: ToTell[];
    /** What young people said no to: for a coordinator all of it, else what the asker has promised. */
    saidNo: SaidNo[];
    turning18: Turning[];
    /** Consents of those the asker goes with that are to be asked for anew. */
    consentsDue: ConsentDue[];
    /** Paused cases that are to be taken up again. */
    pausedDue: PausedDue[];
    lapsed: LapsedOwn;
    /** Who asked for help after STU. */
    helpAsked: HelpAsked[];
    /** What the asker's department is asked to take over after STU, or has taken over. */
    coursesToTakeOver: CourseToTakeOver[];
    /** What schools have told and nobody has taken, and whom a meeting is to be asked about; null for who looks for nobody. */
    outreach: OutreachWaits | null;
    ownItems: OwnItems | null;
    figures: Figures | null;
    administration: ToAdminister | null;
    log: LogState | null;
    /** Concerns that the asker is to know of today, and may take. */
    concerns: OpenConcern[];
    /** Young people whom the asker is asked to take over. */
    handoversToTake: HandoverLine[];
    /** Who has taken over from the asker. */
    handoversTaken: HandoverTaken[];
    /** Young people whom the asker was given as their guide. */
    givenToMe: GivenYoung[];
    /** Young people whom the asker was told of as their guide, and who do not come after all. */
    notComing: NotComing[];
    /** Whom a guide goes with or looks after, the most urgent first, who has said yes to them, and the days on which they are away or cover; null for others, and for who has the page of the forum. */
    own: { youngPeople: OwnYoung[]; asked: AskedToTake[]; days: OwnDays } | null;
    /** What waits for the STU team; null for who is not on it, and for who has the page of the forum. */
    stuTeam: StuTeam | null;
    /** How many guides have more than their room, for whoever shares out their work or answers for it; null for others. */
    guidesOver: number | null;
    /** How many have no contact person who is there, for the same people, where they do not read it by name. */
    withoutContact: number;
    /** Emergency accesses of which the asker is told at once. */
    emergencies: Emergency[];
    /** Places with young people that the asker has to confirm. */
    accessDue: AccessDue[];
    /** The same for the reviewer of the log, without names of young people. */
    emergenciesCounted: Awaited<ReturnType<typeof emergenciesCounted>> | null;
    /** Sees nothing of the forum at all. */
    apart: boolean;
    names: Names;
    topics: Topic[];
    now: string;
    today: string;
  };

const DAYS_TO_18 = { forum: 90, own: 180 };

async function forumBlocks(look: Look<unknown>): Promise<ForumBlocks> {
  const nobody = await withoutContact(look);
  return {
    withoutContact: nobody,
    toPropose: await guidesToPropose(look, nobody),
    ...(await comingMeetings(look)),
    ...(await unanswered(look)),
    overdue: await overdue(look),
    ofWhoLeft: await ofWhoLeft(look),
    untold: await untold(look),
    unmet: await unmet(look),
    turning18: await turning18(look, DAYS_TO_18.forum, { own: false }),
    duplicates: await duplicatesWaiting(look.db),
    homeless: await withoutMeeting(look),
    gaps: await basisGapCases(look),
  };
}

/** Everybody's start page: own work first, each block by its own right. */
export const startFor = query<Record<string, never>, Start>("start", {
  allow: async ({ actor }) => (actor.kind === "staff" ? { by: "oneself" } : { no: "missing" }),
  async run(look) {
    const { db, actor, now, today } = look;
    const me = staffIdOf(actor);
    const has = async (what: What) => "by" in (await mayAsStaff(db, look, what));
    const roles = await rolesOn(db, me, today);
    const [toAnswer, mine, department] = [
      await listOf(look, "toAnswer", { most: AT_ONCE }),
      await listOf(look, "mine", { most: AT_ONCE }),
      await listOf(look, "department", { most: AT_ONCE }),
    ];
    const isGuide = roles.includes("youth_guide") && (await has("guides:mine"));
    const answersFor = !roles.includes("youth_guide") && (await has("guides:load"));
    const forum = (await has("person:settle")) ? await forumBlocks(look) : null;
    const lapsed = await lapsedOwn(look);
    const no = await saidNo(look, { own: forum === null });
    const shown = [
      ...[toAnswer, mine, department, lapsed].flatMap(({ rows }) => rows),
      ...no,
      ...(forum
        ? [forum.waiting, forum.declined, forum.ofWhoLeft, ...forum.overdue.map(({ agreements }) => agreements)].flat()
        : []),
    ];
    const over = await overTo(look, shown);
    const departments = await ownDepartments(look);
    return {
      ...{ toAnswer: toAnswer.rows, mine: mine.rows, department: department.rows, forum },
      counts: { toAnswer: toAnswer.count, mine: mine.count, department: department.count },
      unsent: await unsentMinutes(look),
      lackingWords: await lackingWords(look),
      toTell: await toTell(look),
      saidNo: no,
      turning18: forum ? [] : await turning18(look, DAYS_TO_18.own, { own: true }),
      consentsDue: await consentsDue(look),
      pausedDue: await pausedDue(look, { coordinates: forum !== null }),
      lapsed,
      helpAsked: await helpAsked(look, { coordinates: forum !== null }),
      ...over,
      coursesToTakeOver: await coursesToTakeOver(look),
      outreach: (await has("outreach:work")) ? await outreachWaits(look) : null,
      ownItems: forum ? null : await ownItems(look),
      figures: (await has("figures:see")) ? await figures(look) : null,
      administration: (await has("staff:manage")) ? await toAdminister(look) : null,
      accessDue: await accessDue(look, { coordinates: forum !== null }),
      concerns: await openConcerns(look, "concern:take"),
      handoversToTake: await handoversToTake(look),
      handoversTaken: await handoversTaken(look),
      givenToMe: await givenToMe(look),
      notComing: await notComing(look),
      own:
        isGuide && forum === null
          ? { youngPeople: await ownYoung(look), asked: await askedToTake(look), days: await ownDays(look) }
          : null,
      stuTeam: forum === null && (await has("stu:manage")) ? await stuTeam(look) : null,
      guidesOver: answersFor ? await guidesOverRoom(look) : null,
      withoutContact: answersFor && forum === null ? await countWithoutContact(look) : 0,
      emergencies: await emergencyLines(look),
      emergenciesCounted: (await has("log:count")) ? await emergenciesCounted(look) : null,
      log: (await has("log:count")) ? await logState(look) : null,
      apart: roles.includes("admin") || roles.includes("dpo"),
      names: await namesFor(db, [...shown, ...over.toTakeOver]),
      topics: [
        staffTopic(me),
        ...departments.map(departmentTopic),
        ...((await has("outreach:work")) ? [outreachTopic] : []),
      ],
      now,
      today,
    };
  },
});
