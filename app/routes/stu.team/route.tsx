import { useLoaderData } from "@remix-run/react";
import { addAbsence, changeAbsence, removeAbsence } from "#domain/absence/commands.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { type TeamLoad, teamLoad } from "#domain/stu/load.server.ts";
import { moveYoungPeople, takeBackMove } from "#domain/stu/move-commands.server.ts";
import { Absences } from "#frame/absences.tsx";
import { useFrame } from "#frame/frame.ts";
import { MovesMade } from "#frame/moves-made.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { useWords } from "#words/words.ts";
import { LoadTable } from "./loads.tsx";
import { TeamProvider, useTeam } from "./model.ts";
import { MoveSome } from "./moves.tsx";

export const handle: Handle = { title: (words) => words.stuTeam.title };
export const loader = page(teamLoad, ({ search }) => {
  const [from, to] = [search.get("from") ?? "", search.get("to") ?? ""];
  return {
    from: from === "none" || isRowId(from) ? from : null,
    to: isRowId(to) ? to : null,
    courseIds: search.getAll("young").filter(isRowId),
  };
});
export const action = submit([moveYoungPeople, takeBackMove, addAbsence, changeAbsence, removeAbsence]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** How the STU team's young people and deadlines are shared out, and who is away. */
export default function Team() {
  const load = useLoaderData<typeof loader>() as TeamLoad;
  const { staffId } = useFrame();
  const { stuTeam: t } = useWords();
  useReloadOn([`staff:${staffId}`]);
  return (
    <PageFrame>
      <TeamProvider value={load}>
        <h1>{t.title}</h1>
        <Made />
        <Loads />
        <MoveSome />
        <Away />
      </TeamProvider>
    </PageFrame>
  );
}

function Away() {
  const { absences, team, mayManage, nameOf, days } = useTeam();
  const { staffId } = useFrame();
  return <Absences {...{ absences, team, nameOf, days }} me={staffId} mayWriteOf={mayManage ? team : []} />;
}

function Made() {
  const { moves, nameOf } = useTeam();
  return <MovesMade moves={moves} intent="take-back-move" nameOf={nameOf} />;
}

function Loads() {
  const { stuTeam: t } = useWords();
  const { loads, team, nameOf } = useTeam();
  const order = [null, ...team];
  const rows = [...loads]
    .sort((one, other) => order.indexOf(one.memberId) - order.indexOf(other.memberId))
    .map((load) => ({ key: load.memberId ?? "none", name: nameOf(load.memberId), load, own: true }));
  return (
    <section aria-labelledby="loads">
      <h2 id="loads" className="sr-only">
        {t.loads}
      </h2>
      <LoadTable rows={rows} label={t.loads} most={Math.max(0, ...loads.flatMap(({ weeks }) => weeks))} />
    </section>
  );
}
