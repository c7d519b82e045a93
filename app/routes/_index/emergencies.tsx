import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import type { Start } from "#domain/start/queries.server.ts";
import { EmergencyLine } from "#frame/emergency-line.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useStart } from "./use-start.ts";

/** `Nødadgange`: told at once to the lead worker and the coordinators. */
export function Emergencies() {
  const { emergency: t } = useWords();
  const { emergencies, forum } = useStart();
  if (emergencies.length === 0) return null;
  return (
    <Block title={t.reviews}>
      <Lines of={emergencies} />
      {forum && (
        <p>
          <Link to="/emergency/reviews">{t.toReviews}</Link>
        </p>
      )}
    </Block>
  );
}

/** The same for the reviewer of the log: nobody's name but that of whoever used it. */
export function EmergenciesCounted({ of: { lines, often } }: { of: NonNullable<Start["emergenciesCounted"]> }) {
  const { emergency: t } = useWords();
  if (lines.length === 0) return null;
  return (
    <Block title={t.reviews}>
      {often.map(({ id, name, times }) => (
        <p key={id} className="late">
          {t.often(name, times)}
        </p>
      ))}
      <Lines of={lines} />
    </Block>
  );
}

function Lines({ of }: { of: (ComponentProps<typeof EmergencyLine>["one"] & { id: string })[] }) {
  const { now, today } = useStart();
  return (
    <ul className="rows rows-first-line">
      {of.map((one) => (
        <li key={one.id}>
          <div className="row-main">
            <EmergencyLine one={one} now={now} today={today} />
          </div>
        </li>
      ))}
    </ul>
  );
}
