import { Link } from "@remix-run/react";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useStart } from "./use-start.ts";

/** What waits on the list of young people who are looked for: how much, and nobody by name. */
export function OutreachBlock() {
  const { outreach: t } = useWords();
  const { outreach } = useStart();
  if (!outreach) return null;
  const { alerts, toMeeting } = outreach;
  return (
    <Block title={t.title}>
      {alerts > 0 && (
        <p>
          <Link to="/outreach">{t.waits.alerts(alerts)}</Link>
        </p>
      )}
      {toMeeting > 0 && (
        <p>
          <Link to="/outreach?view=meeting">{t.waits.toMeeting(toMeeting)}</Link>
        </p>
      )}
    </Block>
  );
}
