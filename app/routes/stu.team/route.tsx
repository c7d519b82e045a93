import { useLoaderData } from "@remix-run/react";
import { addAbsence, changeAbsence, removeAbsence } from "#domain/absence/commands.server.ts";
import { moveThoughtIn } from "#domain/people/caseload.server.ts";
import { type TeamLoad, teamLoad } from "#domain/stu/load.server.ts";
import { loadOf, movedTo } from "#domain/stu/load.ts";
import { moveYoungPeople, takeBackMove } from "#domain/stu/move-commands.server.ts";
import { Absences } from "#frame/absences.tsx";
import { BothLoads, type Caseload, CaseloadProvider, Loads, useCaseloadOf } from "#frame/caseload.tsx";
import { useFrame } from "#frame/frame.ts";
import { MoveSome } from "#frame/move-some.tsx";
import { MovesMade } from "#frame/moves-made.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.stuTeam.title };
export const loader = page(teamLoad, ({ search }) => moveThoughtIn(search));
export const action = submit([moveYoungPeople, takeBackMove, addAbsence, changeAbsence, removeAbsence]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** How the STU team's young people and deadlines are shared out, and who is away. */
export default function Team() {
  const data = useLoaderData<typeof loader>() as TeamLoad;
  const { staffId } = useFrame();
  const { stuTeam: t } = useWords();
  const caseload = useCaseloadOf(data, { path: "/stu/team", nobody: t.nobody, words: t.of });
  const { team, nameOf, days } = caseload;
  const { loads, absences, moves, mayManage, today } = data;
  useReloadOn([`staff:${staffId}`]);
  return (
    <PageFrame>
      <CaseloadProvider value={caseload}>
        <h1>{t.title}</h1>
        <MovesMade moves={moves} intent="take-back-move" nameOf={nameOf} />
        <Loads loads={loads} />
        <MoveCourses {...{ data, caseload }} />
        <Absences {...{ absences, team, nameOf, days, today }} me={staffId} mayWriteOf={mayManage ? team : []} />
      </CaseloadProvider>
    </PageFrame>
  );
}

function MoveCourses({ data: { courses, today }, caseload }: { data: TeamLoad; caseload: Caseload }) {
  const { stuCourse: t } = useWords();
  const { thought, days } = caseload;
  const own = courses
    .filter(({ memberId }) => (memberId ?? "none") === thought.from)
    .map(({ id, name, deadlines }) => {
      const next = deadlines.find(({ stand }) => stand !== "held");
      return { id, name, beside: next ? t.next(t.deadlines[next.code], days.short(next.dueOn)) : null };
    });
  return (
    <MoveSome
      own={own}
      intent="move-young-people"
      field="courseIds"
      compare={(chosen, giver, receiver) => {
        const after = movedTo(courses, chosen, receiver);
        return (
          <BothLoads sides={[giver, receiver]} loadOf={(side, then) => loadOf(side, then ? after : courses, today)} />
        );
      }}
    />
  );
}
