import { type CaseStep, leadsFrom } from "#domain/cases/rules.ts";
import type { CaseRow } from "#domain/cases/views.server.ts";
import { clockOf } from "#domain/moments.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { BeginClosing, Pause, Stop } from "./case-asks.tsx";
import { InTheWay } from "./case-in-the-way.tsx";
import { useCase, useLabels, usePerson } from "./model.ts";

/** The case and what can be done with it from where it stands; what came before it below. */
export function CaseSection() {
  const { cases: t } = useWords();
  const { steering } = usePerson();
  const { days, first, labelIn } = useLabels();
  const { now, former, over } = useCase();
  if (!now) return null;
  const { state, sinceOn, exit, pause, resumeOn } = now;
  const exitWord = exit && labelIn(steering.exits, exit);
  const facts = [
    state === "paused" && resumeOn && t.resumed(days.short(resumeOn), labelIn(steering.pauses, pause)),
    exitWord && (over ? t.endedBecause : t.closingBecause)(exitWord),
  ];
  return (
    <section className="page-part" aria-labelledby="case">
      <h2 id="case" tabIndex={-1}>
        {t.title}
      </h2>
      <p>{first((over ? t.ended : t.stands)(t.states[state], days.short(sinceOn)))}</p>
      {facts.filter(Boolean).map((fact) => (
        <p key={String(fact)} className="meta">
          {fact}
        </p>
      ))}
      {over && <p className="meta measure">{t.overHint}</p>}
      {steering.maySteer && <Steps of={now} />}
      {former.length > 0 && (
        <>
          <h3 className="region-label">{t.former}</h3>
          <ul className="plain-list">
            {former.map(({ id, openedOn, endedOn, state }) => (
              <li key={id}>{t.formerLine(days.full(openedOn), days.full(endedOn ?? openedOn), t.states[state])}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What leads on from here; the version goes along, so that nobody ends what stands otherwise by now. */
function Steps({ of }: { of: CaseRow }) {
  const { cases: t } = useWords();
  const { name, steering } = usePerson();
  const { actionIds = [], itemIds = [] } = steering.inTheWay ?? {};
  const clear = actionIds.length + itemIds.length === 0;
  const leads = (step: CaseStep) => leadsFrom(of.state, step);
  const fields = { id: of.id, version: of.version };
  return (
    <div className="screen-only" key={`${of.id} ${of.version}`}>
      {leads("close") && <InTheWay />}
      <TakeBack of={of} />
      <div className="button-line case-steps">
        {leads("resume") && (
          <CommandForm intent="resume-case" fields={fields}>
            <Button variant="primary">{t.resume}</Button>
          </CommandForm>
        )}
        {leads("close") && clear && (
          <AskFor intent="close-case" fields={{ id: of.id }} label={t.close} group="case" variant="primary">
            <CommandForm intent="close-case" fields={fields}>
              <p>{t.closeQuestion(name)}</p>
              <Button variant="primary">{t.closeYes}</Button>
            </CommandForm>
          </AskFor>
        )}
        {leads("undo-closing") && (
          <CommandForm intent="undo-closing" fields={fields}>
            <Button>{t.undoClosing}</Button>
          </CommandForm>
        )}
        {leads("pause") && <Pause of={of} />}
        {leads("begin-closing") && <BeginClosing of={of} />}
        {leads("withdraw") && <Stop of={of} />}
        {leads("reopen") && (
          <AskFor intent="reopen-case" fields={{ id: of.id }} label={t.reopen} group="case">
            <CommandForm intent="reopen-case" fields={fields}>
              <p>{t.reopenQuestion(name)}</p>
              <Button>{t.reopenYes}</Button>
            </CommandForm>
          </AskFor>
        )}
      </div>
    </div>
  );
}

/** Within ten minutes a wrong press is as if it had not been. */
function TakeBack({ of }: { of: CaseRow }) {
  const { cases: t } = useWords();
  const { steering } = usePerson();
  // Whoever ended it has loaded the page since; to others it shows when they next do.
  const { id, until } = steering.takenBack ?? {};
  if (id !== of.id || !until) return null;
  return (
    <CommandForm intent="take-back-end" fields={{ id: of.id, version: of.version }}>
      <p className="meta measure">{t.takeBackHint(clockOf(until))}</p>
      <Button>{t.takeBack}</Button>
    </CommandForm>
  );
}
