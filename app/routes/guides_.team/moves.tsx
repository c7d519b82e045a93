import { Form, useNavigate } from "@remix-run/react";
import { useRef } from "react";
import { meets } from "#domain/absence/rules.ts";
import { addDays } from "#domain/days.ts";
import { guideLoadOf, guidesMovedTo } from "#domain/guides/load.ts";
import type { GuidePlace } from "#domain/guides/team.server.ts";
import { WEEKS_AHEAD } from "#domain/stu/load.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { LoadTable } from "./loads.tsx";
import { useGuides } from "./model.ts";

/** Young people of one guide are given to another: whom, to whom, both loads before and after, and then one press. */
export function MoveSome() {
  const { stuTeam: t, guideTeam } = useWords();
  const { thought, places, nameOf } = useGuides();
  const { from } = thought;
  if (from === null) return null;
  const own = places.filter(({ guideId }) => (guideId ?? "none") === from);
  if (own.length === 0) return null;
  return (
    <section className="page-part team-move" aria-labelledby="move">
      <h2 id="move">{from === "none" ? guideTeam.moveFromNobody : t.moveFrom(nameOf(from))}</h2>
      <p className="meta measure">{guideTeam.moveHint}</p>
      <Choose own={own} />
      <Preview own={own} />
    </section>
  );
}

function Choose({ own }: { own: GuidePlace[] }) {
  const { stuTeam: t, guides } = useWords();
  const { thought, team, nameOf } = useGuides();
  const whom = useRef<HTMLFieldSetElement>(null);
  const all = () => {
    for (const box of whom.current?.querySelectorAll<HTMLInputElement>("input[type='checkbox']") ?? [])
      box.checked = true;
  };
  return (
    <Form method="get" action="/guides/team#preview" preventScrollReset aria-label={t.move} className="page-form">
      <input type="hidden" name="from" value={thought.from ?? ""} />
      <fieldset ref={whom}>
        <legend>{t.whom}</legend>
        <ul>
          {own.map(({ youngPersonId, name, intensity }) => (
            <li key={youngPersonId}>
              <Choice
                label={
                  <>
                    {name} <span className="meta">{intensity ? guides.targets[intensity] : guides.noIntensity}</span>
                  </>
                }
                name="young"
                value={youngPersonId}
                defaultChecked={thought.youngPeople.includes(youngPersonId)}
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

/** Both loads, as they are and as they would be. */
function Preview({ own }: { own: GuidePlace[] }) {
  const { stuTeam: t } = useWords();
  const { thought, places, team, absences, nameOf, days, today } = useGuides();
  const navigate = useNavigate();
  const { from, to } = thought;
  const chosen = thought.youngPeople.filter((id) => own.some(({ youngPersonId }) => youngPersonId === id));
  if (to === null && chosen.length === 0) return null;
  if (to === null || !team.includes(to) || to === from || chosen.length === 0)
    return (
      <p role="status" id="preview">
        {t.choose}
      </p>
    );
  const giver = from === "none" ? null : from;
  const after = guidesMovedTo(places, chosen, giver, to);
  const rows = [giver, to].flatMap((side) => [
    { key: `${side} now`, name: t.now(nameOf(side)), load: guideLoadOf(side, places, today), own: false },
    { key: `${side} then`, name: t.afterwards(nameOf(side)), load: guideLoadOf(side, after, today), own: false },
  ]);
  const ahead = { fromOn: today, toOn: addDays(today, WEEKS_AHEAD * 7) };
  const away = absences.find((one) => one.staffId === to && meets(one, ahead));
  return (
    <div id="preview" role="status" className="page-part">
      <h3>{t.preview}</h3>
      <LoadTable rows={rows} label={t.preview} />
      {away && (
        <p className="meta near">{t.receiverAway(nameOf(to), days.short(away.fromOn), days.short(away.toOn))}</p>
      )}
      <CommandForm
        intent="move-to-guide"
        fields={{ from, to, back: "/guides/team" }}
        onDone={() => navigate("/guides/team")}
      >
        {({ busy, problem }) => (
          <>
            {chosen.map((id) => (
              <input key={id} type="hidden" name="youngPeople[]" value={id} />
            ))}
            {["to", "youngPeople"].map(
              (field) =>
                problem(field) && (
                  <p key={field} className="form-error">
                    {problem(field)}
                  </p>
                ),
            )}
            <div className="button-line after-rows">
              <Button variant="primary" disabled={busy}>
                {t.moveYes(chosen.length, nameOf(to))}
              </Button>
              <LinkButton to="/guides/team" variant="text">
                {t.no}
              </LinkButton>
            </div>
          </>
        )}
      </CommandForm>
    </div>
  );
}
