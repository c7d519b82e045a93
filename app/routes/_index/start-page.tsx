import { Link } from "@remix-run/react";
import { Empty } from "#ui/empty.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { AccessDue } from "./access-due.tsx";
import { Administration, Log } from "./administration.tsx";
import { Block } from "./block.tsx";
import { Concerns } from "./concerns.tsx";
import { ConsentsDue } from "./consents-due.tsx";
import { CoursesToTakeOver } from "./courses-to-take-over.tsx";
import { Emergencies, EmergenciesCounted } from "./emergencies.tsx";
import { Figures } from "./figures.tsx";
import {
  AfterMeeting,
  ComingMeetings,
  Duplicates,
  OfWhoLeft,
  Overdue,
  WithoutBasis,
  WithoutMeeting,
} from "./forum.tsx";
import { GivenToMe } from "./given-to-me.tsx";
import { GuidePage } from "./guide-page.tsx";
import { HandoversTaken, HandoversToTake } from "./handovers.tsx";
import { HelpAsked } from "./help-asked.tsx";
import { Lapsed } from "./lapsed.tsx";
import { says, UnsentMinutes } from "./minutes-waiting.tsx";
import { NextMeeting } from "./next-meeting.tsx";
import { NotComing } from "./not-coming.tsx";
import { OutreachBlock } from "./outreach-waits.tsx";
import { Asked, AskedToTakeOver, Mine, OfDepartment } from "./own-agreements.tsx";
import { OwnItems } from "./own-items.tsx";
import { PausedDue } from "./paused-due.tsx";
import { StuNews, StuTeamBlocks } from "./stu-team.tsx";
import { SaidNoOwn } from "./telling.tsx";
import { Unmet } from "./unmet.tsx";
import { useStart } from "./use-start.ts";
import { ToPropose, WithoutContact } from "./without-contact.tsx";
import { LackingWords, ToTell, TurningEighteen } from "./young-people.tsx";

/** Own work first, most urgent on top: what a role has nothing of is not there. */
export function StartPage() {
  const { administration, log, emergenciesCounted, forum, own, apart } = useStart();
  if (apart)
    return (
      <div className="start-page">
        {administration && <Administration to={administration} />}
        {emergenciesCounted && <EmergenciesCounted of={emergenciesCounted} />}
        {log && <Log log={log} />}
      </div>
    );
  if (forum) return <ForumPage />;
  return own ? <GuidePage of={own} /> : <OwnPage />;
}

function ForumPage() {
  const { forum } = useStart();
  const { start: t } = useWords();
  if (!forum) return null;
  return (
    <div className="start-page start-columns">
      <div>
        <Concerns />
        <HandoversToTake />
        <HandoversTaken />
        <GivenToMe />
        <NotComing />
        <Emergencies />
        <WithoutContact forum={forum} />
        <NextMeeting next={forum.next} />
        <Asked />
        <AskedToTakeOver />
        <CoursesToTakeOver />
        <AfterMeeting forum={forum} />
        <PausedDue />
        <HelpAsked />
        <ToTell />
        <ToPropose forum={forum} />
        <Unmet forum={forum} />
        <Overdue forum={forum} />
        <OfWhoLeft forum={forum} />
        <LackingWords />
        <ConsentsDue />
        <Mine />
        <Lapsed />
        <OfDepartment />
      </div>
      <div>
        <WithoutBasis forum={forum} />
        <WithoutMeeting forum={forum} />
        <ComingMeetings forum={forum} />
        <TurningEighteen title={t.turning18(90)} people={forum.turning18} />
        <OutreachBlock />
        <Duplicates forum={forum} />
        <AccessDue />
        <ToGuides />
      </div>
    </div>
  );
}

function OwnPage() {
  const { start: t, actions } = useWords();
  const {
    unsent,
    toAnswer,
    toTell,
    lackingWords,
    mine,
    department,
    ownItems,
    turning18,
    consentsDue,
    concerns,
    handoversToTake,
    handoversTaken,
    givenToMe,
    figures,
    emergencies,
    accessDue,
    pausedDue,
    lapsed,
    toTakeOver,
    helpAsked,
    coursesToTakeOver,
    outreach,
    saidNo,
    stuTeam,
  } = useStart();
  const lists = [
    unsent.filter(says),
    toAnswer,
    toTell,
    lackingWords,
    mine,
    department,
    turning18,
    consentsDue,
    concerns,
    handoversToTake,
    handoversTaken,
    givenToMe,
    emergencies,
    accessDue,
    pausedDue,
    lapsed.rows,
    toTakeOver,
    helpAsked,
    coursesToTakeOver,
    saidNo,
  ];
  const nothing =
    lists.every(({ length }) => length === 0) && !ownItems && !outreach && !figures && !stuTeam && lapsed.others === 0;
  return (
    <div className="start-page start-columns">
      <div>
        {nothing && <Empty text={t.nothing} />}
        <Concerns />
        <HandoversToTake />
        <HandoversTaken />
        <GivenToMe />
        <Emergencies />
        <UnsentMinutes />
        <Asked />
        <SaidNoOwn />
        <AskedToTakeOver />
        <CoursesToTakeOver />
        <PausedDue />
        <HelpAsked />
        <StuTeamBlocks />
        <ToTell />
        <LackingWords />
        <ConsentsDue />
        <Mine empty={nothing ? undefined : actions.noneMine} />
        <Lapsed />
        <OfDepartment />
        {figures && <Figures figures={figures} />}
      </div>
      <div>
        <StuNews />
        <OwnItems />
        <OutreachBlock />
        <AccessDue />
        <TurningEighteen title={t.turning18Soon} people={turning18} />
        <ToGuides />
      </div>
    </div>
  );
}

/** How the young people are shared out among the guides: for those who share them out, or answer for it. */
function ToGuides() {
  const { guideTeam: t, start } = useWords();
  const { guidesOver, withoutContact } = useStart();
  if (guidesOver === null) return null;
  return (
    <Block title={t.title}>
      {withoutContact > 0 && (
        <p>
          <StatusWord state="late">{start.withoutContact(withoutContact)}</StatusWord>
        </p>
      )}
      {guidesOver > 0 && (
        <p>
          <StatusWord state="near">{t.guidesOver(guidesOver)}</StatusWord>
        </p>
      )}
      <p>
        <Link to="/guides/team">{t.toTeam}</Link>
      </p>
    </Block>
  );
}
