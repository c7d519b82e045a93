import type { Start } from "#domain/start/queries.server.ts";
import { useWords } from "#words/words.ts";
import { AccessDue } from "./access-due.tsx";
import { Concerns } from "./concerns.tsx";
import { ConsentsDue } from "./consents-due.tsx";
import { CoursesToTakeOver } from "./courses-to-take-over.tsx";
import { Emergencies } from "./emergencies.tsx";
import { Figures } from "./figures.tsx";
import { GivenToMe } from "./given-to-me.tsx";
import { HandoversTaken, HandoversToTake } from "./handovers.tsx";
import { HelpAsked } from "./help-asked.tsx";
import { Lapsed } from "./lapsed.tsx";
import { UnsentMinutes } from "./minutes-waiting.tsx";
import { NotComing } from "./not-coming.tsx";
import { OutreachBlock } from "./outreach-waits.tsx";
import { Asked, AskedToTakeOver, Mine, OfDepartment } from "./own-agreements.tsx";
import { OwnDays } from "./own-days.tsx";
import { OwnItems } from "./own-items.tsx";
import { AskedToTake, OwnYoungPeople } from "./own-young.tsx";
import { PausedDue } from "./paused-due.tsx";
import { StuNews, StuTeamBlocks } from "./stu-team.tsx";
import { SaidNoOwn } from "./telling.tsx";
import { useStart } from "./use-start.ts";
import { LackingWords, ToTell, TurningEighteen } from "./young-people.tsx";

/** On the desk the same as on the telephone, in two columns: whom to contact, and what waits around them. */
export function GuidePage({ of }: { of: NonNullable<Start["own"]> }) {
  const { start: t, actions } = useWords();
  const { figures, turning18 } = useStart();
  return (
    <div className="start-page start-columns start-columns-even">
      <div>
        <Concerns />
        <AskedToTake asked={of.asked} />
        <HandoversToTake />
        <HandoversTaken />
        <GivenToMe />
        <NotComing />
        <Emergencies />
        <OwnDays of={of.days} />
        <OwnYoungPeople of={of.youngPeople} />
        <StuTeamBlocks />
      </div>
      <div>
        <UnsentMinutes />
        <ToTell />
        <SaidNoOwn />
        <LackingWords />
        <Asked />
        <AskedToTakeOver />
        <CoursesToTakeOver />
        <PausedDue />
        <HelpAsked />
        <ConsentsDue />
        <Mine empty={actions.noneMine} />
        <Lapsed />
        <OfDepartment />
        <StuNews />
        <OwnItems />
        <OutreachBlock />
        <AccessDue />
        <TurningEighteen title={t.turning18Soon} people={turning18} />
        {figures && <Figures figures={figures} />}
      </div>
    </div>
  );
}
