import { Link } from "@remix-run/react";
import { SeeTaken } from "#frame/handed-on.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useStart } from "./use-start.ts";

/** `Overdragelser der venter på dig`: young people whom the reader is asked to take over. */
export function HandoversToTake() {
  const { guideHandover: t } = useWords();
  const { handoversToTake } = useStart();
  if (handoversToTake.length === 0) return null;
  return (
    <Block title={t.waiting}>
      <ul className="rows rows-first-line">
        {handoversToTake.map(({ id, youngPersonId, name, from, lacking }) => (
          <li key={id}>
            <span className="row-main">
              <Link to={`/people/${youngPersonId}/handover`}>{t.waitingLine(from, name)}</Link>{" "}
              <span className="meta">{t.lacks(lacking)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** `Givet videre`: who has taken over from the reader, until they have seen it. */
export function HandoversTaken() {
  const { guideHandover: t } = useWords();
  const { handoversTaken } = useStart();
  if (handoversTaken.length === 0) return null;
  return (
    <Block title={t.takenHead}>
      <ul className="rows">
        {handoversTaken.map((of) => (
          <li key={of.id}>
            <span className="row-main">{t.takenOf(of.by, of.name)}</span>
            <SeeTaken of={of} />
          </li>
        ))}
      </ul>
    </Block>
  );
}
