import { useLoaderData } from "@remix-run/react";
import { addAbsence, changeAbsence, removeAbsence } from "#domain/absence/commands.server.ts";
import { moveToGuide, takeBackGuideMove } from "#domain/guides/move-commands.server.ts";
import { type GuideTeam, guideTeam } from "#domain/guides/team.server.ts";
import { addGuideTrait, removeGuideTrait, setGuideCapacity } from "#domain/guides/trait-commands.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { Absences } from "#frame/absences.tsx";
import { MovesMade } from "#frame/moves-made.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { useWords } from "#words/words.ts";
import { LoadTable } from "./loads.tsx";
import { TeamProvider, useGuides } from "./model.ts";
import { MoveSome } from "./moves.tsx";
import { Traits } from "./traits.tsx";

export const handle: Handle = { title: (words) => words.guideTeam.title };
export const loader = page(guideTeam, ({ search }) => {
  const [from, to] = [search.get("from") ?? "", search.get("to") ?? ""];
  return {
    from: from === "none" || isRowId(from) ? from : null,
    to: isRowId(to) ? to : null,
    youngPeople: search.getAll("young").filter(isRowId),
  };
});
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
  useReloadOn([`staff:${data.me}`]);
  return (
    <PageFrame>
      <TeamProvider value={data}>
        <h1>{t.title}</h1>
        <Made />
        <Loads />
        <MoveSome />
        <Away />
        <Traits />
      </TeamProvider>
    </PageFrame>
  );
}

function Away() {
  const { absences, team, guides, me, nameOf, days } = useGuides();
  const mayWriteOf = team.filter((id) => guides.some((one) => one.id === id && one.mayWrite));
  return <Absences {...{ absences, team, me, nameOf, days, mayWriteOf }} />;
}

function Made() {
  const { moves, nameOf } = useGuides();
  return <MovesMade moves={moves} intent="take-back-guide-move" nameOf={nameOf} />;
}

function Loads() {
  const { guideTeam: t } = useWords();
  const { loads, team, nameOf } = useGuides();
  const order = [null, ...team];
  const rows = [...loads]
    .sort((one, other) => order.indexOf(one.guideId) - order.indexOf(other.guideId))
    .map((load) => ({ key: load.guideId ?? "none", name: nameOf(load.guideId), load, own: true }));
  return (
    <section aria-labelledby="loads">
      <h2 id="loads" className="sr-only">
        {t.loads}
      </h2>
      <p className="meta measure">{t.hint}</p>
      <LoadTable rows={rows} label={t.loads} />
    </section>
  );
}
