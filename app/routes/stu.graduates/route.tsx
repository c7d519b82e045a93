import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { type CallTime, callsOf, callTimes } from "#domain/graduates/call-list.ts";
import {
  answerFollowUp,
  askLeave,
  endFollowUps,
  giveHelp,
  leaveUnknown,
  reopenFollowUp,
  tryFollowUp,
} from "#domain/graduates/commands.server.ts";
import { type Graduates, graduatesFollowed } from "#domain/graduates/queries.server.ts";
import { isMine } from "#domain/stu/list.ts";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { Empty } from "#ui/empty.tsx";
import { useWords } from "#words/words.ts";
import { CallRow } from "./call-row.tsx";
import { CallSheet } from "./call-sheet.tsx";
import { addressOf } from "./model.ts";
import { GraduatesProvider } from "./use-graduates.ts";

export const handle: Handle = { title: (words) => words.graduates.title };
export const loader = page(graduatesFollowed, () => ({}));
export const action = submit([
  ...[answerFollowUp, tryFollowUp, leaveUnknown, endFollowUps],
  ...[reopenFollowUp, giveHelp, askLeave],
]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** The call list: who is asked now what became of their course, who comes next, what was said. */
export default function GraduatesPage() {
  const graduates = useLoaderData<typeof loader>() as Graduates;
  const { staffId } = useFrame();
  const { graduates: t } = useWords();
  const [search] = useSearchParams();
  useReloadOn([`staff:${staffId}`]);
  const mine = search.get("whose") === "mine";
  const view: CallTime = callTimes.find((one) => one === search.get("view")) ?? "due";
  const all = callsOf(graduates);
  const shown = (time: CallTime) => all[time].filter(({ person }) => !mine || isMine(person, staffId));
  const calls = shown(view);
  const open = callTimes.flatMap((time) => all[time]).find(({ followUp }) => followUp.id === search.get("call"));
  return (
    <GraduatesProvider value={{ graduates, at: { view, mine } }}>
      <PageFrame>
        <h1 tabIndex={-1}>{t.title}</h1>
        <p className="meta measure">
          {t.intro} {graduates.mayManage && <Link to="/stu/figures">{t.toFigures}</Link>}{" "}
          {all.done.length > 0 && (
            <a href="/stu/graduates/csv" download className="screen-only">
              {t.csv}
            </a>
          )}
        </p>
        <nav className="page-views" aria-label={t.views}>
          {callTimes.map((time) => (
            <Link
              key={time}
              to={addressOf({ view: time, mine })}
              aria-current={time === view ? "page" : undefined}
              preventScrollReset
            >
              {t.times[time](shown(time).length)}
            </Link>
          ))}
        </nav>
        <nav className="graduates-whose" aria-label={t.whose}>
          {[false, true].map((own) => (
            <Link
              key={String(own)}
              to={addressOf({ view, mine: own })}
              aria-current={own === mine ? "true" : undefined}
              preventScrollReset
            >
              {own ? t.mine : t.all}
            </Link>
          ))}
        </nav>
        {calls.length === 0 ? (
          <Empty text={mine && all[view].length > 0 ? t.noneMine : t.none[view]} />
        ) : (
          <ul className="rows rows-compare graduates-list">
            {calls.map((call) => (
              <CallRow key={call.followUp.id} call={call} />
            ))}
          </ul>
        )}
        {open && <CallSheet key={open.followUp.id} call={open} />}
      </PageFrame>
    </GraduatesProvider>
  );
}
