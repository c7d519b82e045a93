import { Link, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect, useMemo } from "react";
import { acceptAction, declineAction } from "#domain/actions/answers.server.ts";
import { setActionDecision } from "#domain/actions/decision.server.ts";
import {
  blockAction,
  finishAction,
  moveDay,
  notDoneAction,
  startAction,
  unblockAction,
} from "#domain/actions/follow.server.ts";
import { setActionGoal } from "#domain/actions/goal.server.ts";
import { handOver } from "#domain/actions/handover.server.ts";
import { confirmLapse, readAddress, writeAddress } from "#domain/address/commands.server.ts";
import { age, monthsUntil, turns } from "#domain/ages.ts";
import {
  beginClosing,
  closeCase,
  endCase,
  pauseCase,
  reopenCase,
  resumeCase,
  takeBackEnd,
  undoClosing,
} from "#domain/cases/commands.server.ts";
import { setExistence } from "#domain/existence/commands.server.ts";
import { addExternalPlan, changeExternalPlan, removeExternalPlan } from "#domain/external-plans/commands.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { answerAlert, takeAlert, writeAlert } from "#domain/outreach/alert-commands.server.ts";
import { takeBackAlert, takeBackAnswer } from "#domain/outreach/take-back-commands.server.ts";
import { type PeopleAround, peopleAround } from "#domain/people/around.server.ts";
import { assign, endAssignment } from "#domain/people/assignment-commands.server.ts";
import { addEffort, changeEffort, endEffort } from "#domain/people/effort-commands.server.ts";
import { addNetworkPerson, changeNetworkPerson, endNetworkPerson } from "#domain/people/network-commands.server.ts";
import { confirmAccess } from "#domain/people/review-commands.server.ts";
import {
  addPlacement,
  changePlacement,
  endPlacement,
  removePlacement,
  setPlacementOutcome,
} from "#domain/placements/commands.server.ts";
import { markImportant, setPlanHeard, unmarkImportant, writePlanText } from "#domain/plan/commands.server.ts";
import { addGoal, changeGoal, removeGoal, setGoalState } from "#domain/plan/goal-commands.server.ts";
import { changeCombinedOffer, combineEfforts, splitEfforts } from "#domain/plan/offer-commands.server.ts";
import { addScheme, changeScheme, removeScheme } from "#domain/schemes/commands.server.ts";
import { destroySealedNote, openSealedNote, writeSealedNote } from "#domain/sealed/commands.server.ts";
import { withdrawConsent } from "#domain/sharing/consent-commands.server.ts";
import { setSchoolFacts } from "#domain/sharing/school-facts-commands.server.ts";
import { referCourse, takeOverCourse } from "#domain/stu/course-commands.server.ts";
import { changeWellbeing, rateWellbeing, removeWellbeing } from "#domain/wellbeing/commands.server.ts";
import { useFrame } from "#frame/frame.ts";
import { Looks } from "#frame/looks.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { usePeople } from "#frame/people.ts";
import { PrintHead } from "#frame/print-head.tsx";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { TellerProvider } from "#live/use-command.ts";
import { useReloadOn, useTopic } from "#live/use-topic.ts";
import { useWriting } from "#live/use-writing.ts";
import { useWords } from "#words/words.ts";
import { AddressOf } from "./address.tsx";
import { LifeAreas } from "./areas.tsx";
import { Around } from "./around.tsx";
import { CaseLine } from "./case-line.tsx";
import { CaseSection } from "./case-section.tsx";
import { Consents } from "./consents.tsx";
import { Efforts } from "./efforts.tsx";
import { ExistenceForm } from "./existence.tsx";
import { ExternalPlans } from "./external-plans.tsx";
import { Goals } from "./goals.tsx";
import { Items } from "./items.tsx";
import { PersonProvider, standingPlan, useLabels, usePerson } from "./model.ts";
import { Notes } from "./notes.tsx";
import { Overview } from "./overview.tsx";
import { Placements } from "./placements.tsx";
import { Schemes } from "./schemes.tsx";
import { AlertsOfSchools } from "./school-alerts.tsx";
import { SchoolFactsForm } from "./school-facts.tsx";
import { Transition } from "./transition.tsx";
import { Wellbeing } from "./wellbeing.tsx";
import { Who } from "./who.tsx";

export const handle: Handle = { title: (words) => words.plan.title };
export const loader = page(peopleAround, ({ params: { id }, search }) =>
  isRowId(id) ? { id, allAgreements: search.get("agreements") === "all" } : null,
);
/** All that can be written comes and goes with the case, above it too: whoever ended it is led to where that is said. */
const toCase = ({ youngPersonId }: { youngPersonId: string }) => `/people/${youngPersonId}#case`;
export const action = submit(
  [
    ...[assign, endAssignment, confirmAccess],
    ...[addNetworkPerson, changeNetworkPerson, endNetworkPerson, withdrawConsent, setSchoolFacts],
    ...[writeAddress, readAddress, confirmLapse],
    setExistence,
    ...[writePlanText, setPlanHeard, markImportant, unmarkImportant],
    ...[pauseCase, resumeCase, beginClosing, undoClosing, closeCase, endCase, takeBackEnd, reopenCase],
    ...[finishAction, notDoneAction, startAction, blockAction, unblockAction, moveDay, acceptAction, declineAction],
    handOver,
    ...[addGoal, changeGoal, setGoalState, removeGoal, setActionGoal, setActionDecision],
    ...[addEffort, changeEffort, endEffort, combineEfforts, changeCombinedOffer, splitEfforts],
    ...[addScheme, changeScheme, removeScheme, rateWellbeing, changeWellbeing, removeWellbeing],
    ...[addPlacement, changePlacement, endPlacement, removePlacement, setPlacementOutcome],
    ...[addExternalPlan, changeExternalPlan, removeExternalPlan],
    ...[writeSealedNote, openSealedNote, destroySealedNote],
    ...[referCourse, takeOverCourse, writeAlert, takeAlert, answerAlert, takeBackAlert, takeBackAnswer],
  ],
  { "end-case": toCase, "close-case": toCase, "take-back-end": toCase, "reopen-case": toCase },
  ["read-address", "open-sealed-note"],
);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Route() {
  const person = useLoaderData<typeof loader>();
  return <Person person={person} key={person.id} />;
}

/** A young person as those see them who go with them: the shared plan first, live for all who look at it. */
function Person({ person }: { person: PeopleAround }) {
  const { staffId } = useFrame();
  const { rows, gone, tell } = useTopic(person.plan);
  const { writers, write } = useWriting(person.plan.topic);
  useReloadOn([`staff:${staffId}`]);
  const people = usePeople(person.peopleEdition);
  const plan = useMemo(() => standingPlan(rows), [rows]);
  const { revalidate } = useRevalidator();
  // The right has ended: the page is asked for again, and tells what any other tells that never existed.
  useEffect(() => {
    if (gone) revalidate();
  }, [gone, revalidate]);
  if (gone) return null;
  return (
    <TellerProvider value={tell}>
      <PersonProvider value={{ ...person, ...plan, people, writers, write }}>
        <PageFrame>
          <PersonHead />
          <div className="person-page">
            <PageParts />
            <div>
              <Overview />
              <Goals />
              <Efforts />
              <Placements />
              <Schemes />
              <Wellbeing />
              <LifeAreas />
              <ExternalPlans />
              <Transition />
              <Around person={person} />
              <SchoolFactsForm person={person} />
              <AlertsOfSchools person={person} />
              {person.mayAssign && <Consents person={person} />}
              <Items person={person} />
              <CaseSection />
              <ExistenceForm person={person} />
              <AddressOf person={person} />
              <Notes person={person} />
              <Who person={person} />
              {person.looks && <Looks looks={person.looks} today={person.today} />}
            </div>
          </div>
        </PageFrame>
      </PersonProvider>
    </TellerProvider>
  );
}

function PersonHead() {
  const { people: t, plan, board } = useWords();
  const { id, name, bornOn, today, mayWrite } = usePerson();
  const { days } = useLabels();
  const adult = turns(bornOn, 18);
  const facts = [
    t.age(age(bornOn, today)),
    t.born(days.short(bornOn)),
    adult > today && board.person.turns18(monthsUntil(adult, today)),
  ];
  return (
    <>
      <PrintHead when={days.long(today)} />
      <h1>{name}</h1>
      <p className="meta">{facts.filter(Boolean).join(" · ")}</p>
      <CaseLine />
      <p className="screen-only">
        {mayWrite && (
          <>
            <Link to={`/people/${id}/sheet`}>{plan.sheet.print}</Link> ·{" "}
          </>
        )}
        <Link to={`/people/${id}/versions`}>{plan.versions.title}</Link>
      </p>
    </>
  );
}

/** What the page holds, at its left from 1200 px. */
function PageParts() {
  const { plan: t } = useWords();
  const { looks } = usePerson();
  const shown = [
    "overview",
    "agreements",
    "goals",
    "efforts",
    "areas",
    "around",
    "meetings",
    ...(looks ? ["looks" as const] : []),
  ] as const;
  return (
    <nav className="page-parts screen-only" aria-label={t.partsLabel}>
      <ul>
        {shown.map((part) => (
          <li key={part}>
            <a href={`#${part === "meetings" ? "items" : part}`}>{t.parts[part]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
