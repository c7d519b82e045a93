import { Form, useNavigate } from "@remix-run/react";
import { type ReactNode, useRef } from "react";
import { meets } from "#domain/absence/rules.ts";
import { addDays } from "#domain/days.ts";
import { WEEKS_AHEAD } from "#domain/people/load.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useCaseload } from "./caseload.tsx";
import { CommandForm } from "./command-form.tsx";

/** One that can be given on, and what is said beside the name. */
type Own = { id: string; name: string; beside: string | null };

type Props = {
  /** Of whom some are given on. */
  own: readonly Own[];
  intent: string;
  /** The command's name for who is chosen. */
  field: string;
  /** Both loads, as they are and as they would be. */
  compare: (chosen: readonly string[], giver: string | null, receiver: string) => ReactNode;
};

/** Young people of one are given to another: whom, to whom, both loads before and after, and then one press. */
export function MoveSome(props: Props) {
  const { stuTeam: t } = useWords();
  const { thought, nameOf, mayManage, words } = useCaseload();
  const { from } = thought;
  if (!mayManage || from === null || props.own.length === 0) return null;
  return (
    <section className="page-part team-move" aria-labelledby="move">
      <h2 id="move">{from === "none" ? words.moveFromNobody : t.moveFrom(nameOf(from))}</h2>
      <p className="meta measure">{words.moveHint}</p>
      <Choose own={props.own} />
      <Preview {...props} />
    </section>
  );
}

function Choose({ own }: Pick<Props, "own">) {
  const { stuTeam: t } = useWords();
  const { path, thought, team, nameOf } = useCaseload();
  const whom = useRef<HTMLFieldSetElement>(null);
  const all = () => {
    for (const box of whom.current?.querySelectorAll<HTMLInputElement>("input[type='checkbox']") ?? [])
      box.checked = true;
  };
  return (
    <Form method="get" action={`${path}#preview`} preventScrollReset aria-label={t.move} className="page-form">
      <input type="hidden" name="from" value={thought.from ?? ""} />
      <fieldset ref={whom}>
        <legend>{t.whom}</legend>
        <ul>
          {own.map(({ id, name, beside }) => (
            <li key={id}>
              <Choice
                label={
                  <>
                    {name} {beside && <span className="meta">{beside}</span>}
                  </>
                }
                name="young"
                value={id}
                defaultChecked={thought.chosen.includes(id)}
              />
            </li>
          ))}
        </ul>
        {own.length > 1 && (
          <Button type="button" variant="text" dense className="script-only" onClick={all}>
            {t.all}
          </Button>
        )}
      </fieldset>
      <SelectField label={t.to} name="to" defaultValue={thought.to ?? ""} required>
        <option value="">{t.nobodyYet}</option>
        {team
          .filter((one) => one !== thought.from)
          .map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
      </SelectField>
      <Button>{t.show}</Button>
    </Form>
  );
}

function Preview({ own, intent, field, compare }: Props) {
  const { stuTeam: t } = useWords();
  const { path, thought, team, absences, nameOf, days, today } = useCaseload();
  const navigate = useNavigate();
  const { from, to } = thought;
  const chosen = thought.chosen.filter((id) => own.some((one) => one.id === id));
  if (to === null && chosen.length === 0) return null;
  if (to === null || !team.includes(to) || to === from || chosen.length === 0)
    return (
      <p role="status" id="preview">
        {t.choose}
      </p>
    );
  const ahead = { fromOn: today, toOn: addDays(today, WEEKS_AHEAD * 7) };
  const away = absences.find((one) => one.staffId === to && meets(one, ahead));
  return (
    <div id="preview" role="status" className="page-part">
      <h3>{t.preview}</h3>
      {compare(chosen, from === "none" ? null : from, to)}
      {away && (
        <p className="meta near">{t.receiverAway(nameOf(to), days.short(away.fromOn), days.short(away.toOn))}</p>
      )}
      <CommandForm intent={intent} fields={{ from, to, back: path }} onDone={() => navigate(path)}>
        {({ busy, problem }) => (
          <>
            {chosen.map((id) => (
              <input key={id} type="hidden" name={`${field}[]`} value={id} />
            ))}
            {["to", field].map(
              (at) =>
                problem(at) && (
                  <p key={at} className="form-error">
                    {problem(at)}
                  </p>
                ),
            )}
            <div className="button-line after-rows">
              <Button variant="primary" disabled={busy}>
                {t.moveYes(chosen.length, nameOf(to))}
              </Button>
              <LinkButton to={path} variant="text">
                {t.no}
              </LinkButton>
            </div>
          </>
        )}
      </CommandForm>
    </div>
  );
}
