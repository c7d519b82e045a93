import { useLoaderData } from "@remix-run/react";
import { emergencyVerdicts } from "#db/vocabulary.ts";
import { reviewEmergency } from "#domain/emergency/commands.server.ts";
import { emergencyReviews } from "#domain/emergency/queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { EmergencyLine, isOverAt } from "#frame/emergency-line.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { TextArea } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.emergency.reviews };
export const loader = page(emergencyReviews, () => ({}));
export const action = submit([reviewEmergency]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Reviews() {
  const { waiting, done, now, today } = useLoaderData<typeof loader>();
  const { emergency: t } = useWords();
  return (
    <PageFrame>
      <h1>{t.reviews}</h1>
      <p className="measure">{t.reviewsIntro}</p>
      {waiting.length === 0 && <p>{t.noReviews}</p>}
      <ul className="rows rows-first-line">
        {waiting.map((one) => (
          <li key={one.id}>
            <div className="row-main">
              <EmergencyLine one={one} now={now} today={today} />
              {one.reason && <p className="meta">{t.reasons[one.reason]}</p>}
              <p className="measure">{one.words}</p>
              {one.own ? <p className="meta">{t.ownUse}</p> : isOverAt(one, now) && <Verdict one={one} />}
            </div>
          </li>
        ))}
      </ul>
      {done.length > 0 && (
        <section className="page-part" aria-labelledby="done">
          <h2 id="done">{t.done}</h2>
          <ul className="rows rows-first-line">
            {done.map((one) => (
              <li key={one.id}>
                <div className="row-main">
                  <EmergencyLine one={one} now={now} today={today} />
                  {one.verdictNote && <p className="measure">{one.verdictNote}</p>}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PageFrame>
  );
}

function Verdict({ one: { id, version } }: { one: { id: string; version: number } }) {
  const { emergency: t } = useWords();
  return (
    <CommandForm intent="review-emergency" fields={{ id, version }} className="page-form">
      {({ problem, typed, busy }) => (
        <>
          <fieldset className="choice-line">
            <legend>{t.verdict}</legend>
            {emergencyVerdicts.map((verdict) => (
              <Choice
                key={verdict}
                type="radio"
                name="verdict"
                value={verdict}
                label={t.verdicts[verdict]}
                defaultChecked={typed("verdict") === verdict}
                required
              />
            ))}
            {problem("verdict") && <p className="form-error-message">{problem("verdict")}</p>}
          </fieldset>
          <TextArea
            label={t.verdictNote}
            hint={t.verdictNoteHint}
            name="verdictNote"
            rows={2}
            defaultValue={typed("verdictNote")}
            error={problem("verdictNote")}
          />
          <Button disabled={busy}>{t.saveVerdict}</Button>
        </>
      )}
    </CommandForm>
  );
}
