import { Link, useSearchParams } from "@remix-run/react";
import type { LogLine, LogPage } from "#domain/log/queries.server.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import { useFrame } from "#frame/frame.ts";
import { Empty } from "#ui/empty.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { About } from "./about.tsx";

export function Lines({ shown: { lines, older, problems, today } }: { shown: LogPage }) {
  const { log: t } = useWords();
  const [search] = useSearchParams();
  const further = new URLSearchParams(search);
  if (older !== null) further.set("before", String(older));
  if (Object.keys(problems).length > 0) return null;
  if (lines.length === 0) return <Empty text={t.none} />;
  return (
    <>
      <ul className="rows rows-first-line">
        {lines.map((line) => (
          <Line key={line.seq} line={line} today={today} />
        ))}
      </ul>
      {older !== null && <Link to={`/log?${further}`}>{t.older}</Link>}
    </>
  );
}

/** What a kind of row says; a look and a no also say where. */
function useSaid() {
  const { log: t, events } = useWords();
  return (kind: string, door: string) => {
    const where = t.doors[door] ?? t.otherDoor(door);
    if (kind === "read") return t.saw(where);
    if (kind === "refused") return t.wasRefused(where);
    return (events as Record<string, string>)[kind] ?? t.otherEvent(kind);
  };
}

/** One row of the log as a sentence. */
function Line({ line: { seq, at, kind, door, reason, who, unit, about }, today }: { line: LogLine; today: string }) {
  const { log: t, minutes, reasons } = useWords();
  const said = useSaid();
  const { language } = useFrame();
  const actor = t.who[who as keyof typeof t.who] ?? who;
  const why = reason && ((reasons as Record<string, string>)[reason] ?? reason);
  const when = minutes.when(dayWords(language, today).short(dayOf(at)), clockOf(at));
  return (
    <li>
      <div className="row-main">
        <div>
          <strong>{actor}</strong> {unit && `(${unit}) `}
          {said(kind, door)}
          {about && (
            <>
              {" "}
              <About about={about} />
            </>
          )}
        </div>
        <p className="meta">{[when, why && t.byRule(why), t.row(seq)].filter(Boolean).join(" · ")}</p>
      </div>
    </li>
  );
}
