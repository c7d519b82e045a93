import type { OutreachLead } from "#domain/outreach/queries.server.ts";
import { canBecome, isAtCeiling } from "#domain/outreach/rules.ts";
import type { LeadRow } from "#domain/outreach/shown.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { nameOf, type useOutreachWords } from "#frame/outreach-words.ts";
import { Button } from "#ui/button.tsx";
import { DayField } from "#ui/fields.tsx";
import { TryForm } from "./try-form.tsx";

type Props = { shown: OutreachLead; lead: LeadRow; words: ReturnType<typeof useOutreachWords> };

/** Whoever calls back is written down, however often they were tried. */
const ANSWERED = ["reached"] as const;

/** What comes next: to look, to try, to ask a meeting, or what the young person said. */
export function NextStep({ shown, lead, words }: Props) {
  const { t, nextOf } = words;
  const { id, version, standing } = lead;
  const atCeiling = isAtCeiling(lead, lead.tries);
  const isKnown = standing === "met" || standing === "wants_help";
  const isTried = isKnown || standing === "verified" || standing === "contact_attempts";
  return (
    <section className="page-part outreach-next">
      {canBecome(standing, "verified") && (
        <CommandForm intent="check-lead" fields={{ id, version }}>
          {({ busy, problem }) => (
            <>
              <p className="meta">{standing === "new" && t.checkHint}</p>
              <Button variant="primary" disabled={busy}>
                {standing === "new" ? t.check : t.again}
              </Button>
              {problem("id") && <p className="form-error-message">{problem("id")}</p>}
            </>
          )}
        </CommandForm>
      )}
      {isTried && !atCeiling && (
        <>
          <p className="lead">{isKnown ? t.states[standing] : nextOf(lead)}</p>
          <TryForm lead={lead} first={!isKnown} />
        </>
      )}
      {atCeiling && (
        <>
          <Ceiling shown={shown} lead={lead} words={words} />
          <TryForm lead={lead} first={false} results={ANSWERED} />
        </>
      )}
      <div className="button-line">
        {(["wants_help", "not_needed", "unreachable"] as const).map(
          (state) =>
            canBecome(standing, state) && (
              <CommandForm key={state} intent="set-lead-state" fields={{ id, version, state }}>
                {({ busy }) => (
                  <Button variant={state === "wants_help" ? "primary" : "outlined"} disabled={busy}>
                    {{ wants_help: t.wantsHelp, not_needed: t.notNeeded, unreachable: t.unreachable }[state]}
                  </Button>
                )}
              </CommandForm>
            ),
        )}
        {canBecome(standing, "declined") && <SaysNo lead={lead} words={words} />}
      </div>
    </section>
  );
}

/** No for now, until the day that was agreed. */
function SaysNo({ lead, words: { t } }: Omit<Props, "shown">) {
  return (
    <AskFor intent="leave-lead-alone" fields={{ id: lead.id, version: lead.version }} label={t.no}>
      <CommandForm intent="leave-lead-alone" fields={{ id: lead.id, version: lead.version }} className="page-form">
        {({ busy, problem, typed }) => (
          <>
            <p>{t.noAsk(nameOf(lead))}</p>
            <DayField
              label={t.until}
              hint={t.untilHint}
              name="until"
              defaultValue={typed("until")}
              error={problem("until")}
              required
            />
            <Button disabled={busy}>{t.leave}</Button>
          </>
        )}
      </CommandForm>
    </AskFor>
  );
}

/** Tried as often as one may: a meeting says what to do, and hears no name. */
function Ceiling({ shown: { meeting }, lead: { id, version }, words: { t, days } }: Props) {
  if (!meeting) return <p className="near">{t.ceilingOthers}</p>;
  return (
    <CommandForm intent="raise-lead" fields={{ id, version, meetingId: meeting.id, question: t.question }}>
      {({ busy }) => (
        <>
          <p className="near">{t.ceiling}</p>
          <Button variant="primary" disabled={busy}>
            {t.raise(days.short(meeting.on))}
          </Button>
        </>
      )}
    </CommandForm>
  );
}
