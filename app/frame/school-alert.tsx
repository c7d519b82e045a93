import { Link } from "@remix-run/react";
import type { Code } from "#domain/codes/queries.server.ts";
import type { AlertRow } from "#domain/outreach/shown.server.ts";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { CommandForm } from "./command-form.tsx";
import { useFrame } from "./frame.ts";
import type { useOutreachWords } from "./outreach-words.ts";
import { TakeBack } from "./take-back.tsx";

type Props = {
  alert: AlertRow;
  words: ReturnType<typeof useOutreachWords>;
  reactions: Code[];
  named?: boolean;
  mayReact?: boolean;
};

const TAKE_BACK = { alert: "take-back-dropout-alert", answer: "take-back-dropout-answer" } as const;

/** What a school told of one young person: somebody takes it, and says what was done. */
export function SchoolAlert({ alert, words, reactions, named = true, mayReact = true }: Props) {
  const { t, days, kindOf, placeOf, workerOf, reactionOf } = words;
  const { language } = useFrame();
  const { id, version, name, kind, placeId, receivedOn, leadId, youngPersonId } = alert;
  const to = leadId ? `/outreach/${leadId}` : `/people/${youngPersonId}`;
  // Where one young person's own stand, a row stays; in the list of all it goes.
  const about = named ? name : undefined;
  return (
    <li className="outreach-alert">
      <span className="row-main">
        {named && <Link to={to}>{name}</Link>} <span>{kindOf(kind)}</span>
        <span className="meta">{[placeOf(placeId), days.short(receivedOn)].filter(Boolean).join(" · ")}</span>
        {alert.handledOn ? (
          <StatusWord state="done">
            {t.reactedBy(reactionOf(alert.reaction), workerOf(alert.handledById), days.short(alert.handledOn))}
          </StatusWord>
        ) : (
          alert.takenOn && (
            <StatusWord state="waiting">{t.taken(workerOf(alert.takenById), days.short(alert.takenOn))}</StatusWord>
          )
        )}
      </span>
      {mayReact && alert.handledOn === null && alert.takenOn === null && (
        <CommandForm intent="take-dropout-alert" fields={{ id, version }} about={about}>
          {({ busy }) => (
            <Button dense disabled={busy} aria-label={t.takeWhom(name)}>
              {t.take}
            </Button>
          )}
        </CommandForm>
      )}
      {mayReact && alert.handledOn === null && alert.takenOn !== null && (
        <CommandForm intent="answer-dropout-alert" fields={{ id, version }} about={about} className="field-line">
          {({ busy, problem }) => (
            <>
              <SelectField
                label={t.reactionWhom(name)}
                labelHidden
                name="reaction"
                defaultValue=""
                error={problem("reaction")}
                required
              >
                <option value="">{t.reaction}</option>
                {reactions.map(({ code, label }) => (
                  <option key={code} value={code}>
                    {label[language]}
                  </option>
                ))}
              </SelectField>
              <Button dense disabled={busy} aria-label={t.reactedWhom(name)}>
                {t.reacted}
              </Button>
            </>
          )}
        </CommandForm>
      )}
      {mayReact && alert.takesBack && (
        <TakeBack
          key={alert.takesBack}
          intent={TAKE_BACK[alert.takesBack]}
          {...{ id, version }}
          what={[named ? name : "", kindOf(kind), days.short(receivedOn)].filter(Boolean).join(" · ")}
          then={t.back[alert.takesBack]}
        />
      )}
    </li>
  );
}
