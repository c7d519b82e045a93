import { useLoaderData } from "@remix-run/react";
import { addAbsence, changeAbsence, removeAbsence } from "#domain/absence/commands.server.ts";
import { moveToGuide, takeBackGuideMove } from "#domain/guides/move-commands.server.ts";
import { type GuideTeam, guideTeam } from "#domain/guides/team.server.ts";
import { addGuideTrait, removeGuideTrait, setGuideCapacity } from "#domain/guides/trait-commands.server.ts";
import { moveThoughtIn } from "#domain/people/caseload.server.ts";
import { Absences } from "#frame/absences.tsx";
import { type Caseload, CaseloadProvider, Loads, useCaseloadOf } from "#frame/caseload.tsx";
import { MovesMade } from "#frame/moves-made.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { useWords } from "#words/words.ts";
import { GuidesProvider, useGuides } from "./model.ts";
import { MoveYoungPeople } from "./moves.tsx";
import { useOwnColumns } from "./room.tsx";
import { Traits } from "./traits.tsx";

export const handle: Handle = { title: (words) => words.guideTeam.title };
export const loader = page(guideTeam, ({ search }) => moveThoughtIn(search));
export const action = submit([
  moveToGuide,
  takeBackGuideMove,
  setGuideCapacity,
  addGuideTrait,
  removeGuideTrait,
  addAbsence,
  changeAbsence,
  removeAbsence,
]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** How the young people are shared out among the guides, what each knows of, and who is away. */
export default function Team() {
  const data = useLoaderData<typeof loader>() as GuideTeam;
  const { guideTeam: t } = useWords();
  const caseload = useCaseloadOf(data, { path: "/guides/team", nobody: t.nobody, words: t.of });
  useReloadOn([`staff:${data.me}`]);
  return (
    <PageFrame>
      <CaseloadProvider value={caseload}>
        <GuidesProvider value={data}>
          <h1>{t.title}</h1>
          <MovesMade moves={data.moves} intent="take-back-guide-move" nameOf={caseload.nameOf} />
          <Shared />
          <MoveYoungPeople />
          <Away days={caseload.days} />
          <Traits />
        </GuidesProvider>
      </CaseloadProvider>
    </PageFrame>
  );
}

function Shared() {
  const { guideTeam: t } = useWords();
  const { loads } = useGuides();
  return <Loads loads={loads} hint={t.hint} own={useOwnColumns()} />;
}

function Away({ days }: Pick<Caseload, "days">) {
  const { absences, team, guides, me, nameOf, today } = useGuides();
  const mayWriteOf = team.filter((id) => guides.some((one) => one.id === id && one.mayWrite));
  return <Absences {...{ absences, team, me, nameOf, days, mayWriteOf, today }} />;
}
