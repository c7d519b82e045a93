import { Link } from "@remix-run/react";
import { dayOf } from "#domain/moments.ts";
import type { Unsent } from "#domain/start/after-meeting.server.ts";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays, useStart } from "./use-start.ts";

/** What each item of a meeting still lacks; every line leads to the place where it is written. */
export function MinutesWaiting({ unsent: { meetingId, startsAt, over, items, handedIn } }: { unsent: Unsent }) {
  const { start: t, minutes } = useWords();
  const days = useDays();
  const to = `/meetings/${meetingId}/minutes`;
  return (
    <div className="start-part">
      <h3>
        <Link to={to}>{t.meetingOn(days.near(dayOf(startsAt)))}</Link>
      </h3>
      <p className="meta">
        {[items.length > 0 ? t.lacking(items.length) : over && t.nothingLacks, handedIn > 0 && t.handedIn(handedIn)]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <ul className="rows rows-compare">
        {items.map(({ itemId, youngPerson, lacks }) => (
          <li key={itemId}>
            <span className="row-main">
              <Link to={`/meetings/${meetingId}/board?item=${itemId}`}>{youngPerson.name}</Link>{" "}
              <span className="meta">{minutes.lackList(lacks.map((lack) => minutes.lack[lack]).join(", "))}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Minutes that wait for the reader, who leads the meetings. */
export function UnsentMinutes() {
  const { start: t } = useWords();
  const waiting = useStart().unsent.filter(says);
  if (waiting.length === 0) return null;
  return (
    <Block title={t.unsent}>
      {waiting.map((one) => (
        <MinutesWaiting key={one.meetingId} unsent={one} />
      ))}
    </Block>
  );
}

/** A running meeting with nothing missing has nothing to say here. */
export const says = ({ over, items, handedIn }: Unsent) => over || items.length > 0 || handedIn > 0;
