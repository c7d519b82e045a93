import { type HandoverCheck, lackingOf, receiverOf } from "#domain/guides/handover.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { DayField, TextArea, TextField } from "#ui/fields.tsx";
import { telOf } from "#ui/phone-link.ts";
import { useWords } from "#words/words.ts";
import { type OpenHandover, useHandover } from "./model.ts";

/** The receiver says yes or no; the yes when all is in order, the open promises taken along with it. */
export function Answer({ of }: { of: OpenHandover }) {
  const { guideHandover: t } = useWords();
  const { person, giverPhone } = useHandover();
  const { id, version, checks, openPromises, from } = of;
  const lacking = lackingOf(checks, true);
  return (
    <section aria-label={t.asksYou(from, person.firstName)} className="handover-answer">
      <p>
        <strong>{t.asksYou(from, person.firstName)}</strong>{" "}
        {giverPhone && (
          <a className="keep-together" href={telOf(giverPhone)}>
            {t.call} {giverPhone}
          </a>
        )}
      </p>
      <Lacks of={lacking} />
      <CommandForm intent="accept-guide-handover" fields={{ id, version }} className="page-form">
        {({ ticked, busy }) => (
          <>
            {openPromises > 0 && (
              <Choice
                name="promises"
                value="yes"
                label={t.promisesToo(openPromises)}
                defaultChecked={ticked("promises", "yes", true)}
              />
            )}
            <Button variant="primary" disabled={busy || lacking.length > 0}>
              {t.accept(person.firstName)}
            </Button>
          </>
        )}
      </CommandForm>
      <AskFor intent="decline-guide-handover" fields={{ id }} label={t.decline} variant="text" group="answer">
        <CommandForm intent="decline-guide-handover" fields={{ id, version }}>
          {({ problem, typed, busy }) => (
            <>
              <TextArea label={t.why} name="reason" rows={2} defaultValue={typed("reason")} error={problem("reason")} />
              <Button disabled={busy}>{t.declineYes}</Button>
            </>
          )}
        </CommandForm>
      </AskFor>
    </section>
  );
}

/** What stands between them and a yes, by name. */
function Lacks({ of }: { of: HandoverCheck[] }) {
  const { guideHandover: t } = useWords();
  return of.length > 0 && <p className="meta">{t.notYet(of.map((check) => t.lackingNames[check]))}</p>;
}

/** Who gives can take it back; and where the receiver has no door here, writes down who said yes there. */
export function YesThere({ of: { id, version, kind, to, toThere, checks } }: { of: OpenHandover }) {
  const { guideHandover: t } = useWords();
  const { person, hasLeadWorker, leadStays } = useHandover();
  const isElsewhere = receiverOf(kind) === "elsewhere";
  const lacking = lackingOf(checks, leadStays);
  const isWhole = lacking.length === 0 && hasLeadWorker;
  return (
    <div className="handover-answer">
      {!isElsewhere && (
        <p className={toThere ? "meta" : "near"}>{toThere ? t.waits(to) : t.toStopped(to, person.firstName)}</p>
      )}
      {isElsewhere && <Lacks of={lacking} />}
      {isElsewhere && !hasLeadWorker && <p>{t.noLead}</p>}
      <div className="button-line">
        {isElsewhere && !isWhole && (
          <Button variant="primary" disabled>
            {t.yesThere}
          </Button>
        )}
        {isElsewhere && isWhole && (
          <AskFor intent="record-guide-handover" fields={{ id }} label={t.yesThere} variant="primary" group="answer">
            <CommandForm intent="record-guide-handover" fields={{ id, version }}>
              {({ problem, typed, busy }) => (
                <>
                  <p className="meta">{t.yesThereHint}</p>
                  <TextField
                    label={t.saidYesBy}
                    name="saidYesBy"
                    autoComplete="off"
                    defaultValue={typed("saidYesBy")}
                    error={problem("saidYesBy")}
                  />
                  <DayField
                    label={t.saidYesOn}
                    name="saidYesOn"
                    short
                    defaultValue={typed("saidYesOn")}
                    error={problem("saidYesOn")}
                  />
                  <Button disabled={busy}>{t.yesThere}</Button>
                </>
              )}
            </CommandForm>
          </AskFor>
        )}
        <CommandForm intent="withdraw-guide-handover" fields={{ id, version }}>
          {({ busy }) => (
            <Button variant="text" disabled={busy}>
              {t.withdraw}
            </Button>
          )}
        </CommandForm>
      </div>
    </div>
  );
}
