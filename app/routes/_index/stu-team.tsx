import { Link } from "@remix-run/react";
import type { StuTeam } from "#domain/start/stu-team.server.ts";
import { OVER } from "#domain/stu/list.ts";
import { deadlineName, groupTitle } from "#frame/deadline-words.ts";
import { FirstFew } from "#frame/first-few.tsx";
import { useFrame } from "#frame/frame.ts";
import { TimeBar } from "#ui/time-bar.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays, useStart } from "./use-start.ts";

/** What waits for whoever is on the STU team. */
export function StuTeamBlocks() {
  const { stuTeam } = useStart();
  return (
    stuTeam && (
      <>
        <Deadlines of={stuTeam} />
        <Calls of={stuTeam} />
        <OwnCourses of={stuTeam} />
      </>
    )
  );
}

/** `Frister de næste 8 uger`: as the list groups them, each with its bar. */
function Deadlines({ of: { deadlines, nextDeadline } }: { of: StuTeam }) {
  const words = useWords();
  const { language } = useFrame();
  const days = useDays();
  const { start, stu } = words;
  return (
    <Block title={start.stu.deadlines}>
      {deadlines.length === 0 && (
        <p className="meta">{start.stu.noDeadlines(nextDeadline ? days.short(nextDeadline) : "")}</p>
      )}
      <ul className="rows">
        {deadlines.map(({ key, n, held, planned, missing, ...group }) => (
          <li key={key} className="stu-due">
            <Link to={`/stu?group=${key}`} className={key === OVER ? "row-main late" : "row-main"}>
              {groupTitle(words, language, { ...group, rows: { length: n } }, days.short)}
            </Link>
            {key !== OVER && (
              <TimeBar
                parts={[
                  { size: held, tone: "strong" },
                  { size: planned, tone: "middle" },
                ]}
                total={n}
                sentence={stu.parts(held, planned, missing)}
                thin
              />
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** `Ring op`: how many are to be asked what became of them. */
function Calls({ of: { calls } }: { of: StuTeam }) {
  const { start, graduates } = useWords();
  const t = start.stu;
  const n = calls.reduce((all, one) => all + one.n, 0);
  return (
    <Block title={t.call}>
      {n === 0 ? (
        <p className="meta">{graduates.none.due}</p>
      ) : (
        <p>
          <Link to="/stu/graduates">{t.calls(n, calls.map((one) => t.callsAfter(one.n, one.months)).join(", "))}</Link>
        </p>
      )}
    </Block>
  );
}

/** `Mine unge`, the newest first. */
function OwnCourses({ of: { mine } }: { of: StuTeam }) {
  const words = useWords();
  const t = words.start.stu;
  const days = useDays();
  if (mine.length === 0) return null;
  return (
    <Block title={t.mine}>
      <FirstFew of={mine}>
        {(some) => (
          <ul className="rows">
            {some.map(({ courseId, name, next }) => (
              <li key={courseId}>
                <span className="row-main">
                  <Link to={`/stu/${courseId}`}>{name}</Link>{" "}
                  {next && <span className="meta">{t.next(deadlineName(words, next), days.short(next.dueOn))}</span>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </FirstFew>
    </Block>
  );
}

/** `Nyt`: who began, has a break, has ended, and who was given to the reader. */
export function StuNews() {
  const t = useWords().start.stu;
  const days = useDays();
  const news = useStart().stuTeam?.news ?? [];
  if (news.length === 0) return null;
  return (
    <Block title={t.news}>
      <FirstFew of={news}>
        {(some) => (
          <ul className="rows rows-compare">
            {some.map(({ courseId, name, kind, on }) => (
              <li key={courseId + kind}>
                <span className="row-main">
                  <Link to={`/stu/${courseId}`}>{name}</Link>{" "}
                  <span className="meta">{t.newsOf[kind](days.short(on))}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </FirstFew>
    </Block>
  );
}
