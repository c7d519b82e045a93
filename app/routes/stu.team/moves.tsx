import { Form, useNavigate } from "@remix-run/react";
import { useRef } from "react";
import { meets } from "#domain/absence/rules.ts";
import { addDays } from "#domain/days.ts";
import type { ListedCourse } from "#domain/stu/list.ts";
import { loadOf, movedTo, WEEKS_AHEAD } from "#domain/stu/load.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { LoadTable } from "./loads.tsx";
import { useTeam } from "./model.ts";

/** Young people of one are given to another: whom, to whom, both loads before and after, and then one press. */
export function MoveSome() {
  const { stuTeam: t } = useWords();
  const { thought, courses, nameOf, mayManage } = useTeam();
  const { from } = thought;
  if (!mayManage || from === null) return null;
  const own = courses.filter(({ memberId }) => (memberId ?? "none") === from);
  if (own.length === 0) return null;
  return (
    <section className="page-part team-move" aria-labelledby="move">
      <h2 id="move">{from === "none" ? t.moveFromNobody : t.moveFrom(nameOf(from))}</h2>
      <p className="meta measure">{t.moveHint}</p>
      <Choose own={own} />
      <Preview own={own} />
    </section>
  );
}

function Choose({ own }: { own: ListedCourse[] }) {
  const { stuTeam: t, stuCourse } = useWords();
  const { thought, team, nameOf, days } = useTeam();
  const whom = useRef<HTMLFieldSetElement>(null);
  const all = () => {
    for (const box of whom.current?.querySelectorAll<HTMLInputElement>("input[type='checkbox']") ?? [])
      box.checked = true;
  };
  return (
    <Form method="get" action="/stu/team#preview" preventScrollReset aria-label={t.move} className="page-form">
      <input type="hidden" name="from" value={thought.from ?? ""} />
      <fieldset ref={whom}>
        <legend>{t.whom}</legend>
        <ul>
          {own.map(({ id, name, deadlines }) => {
            const next = deadlines.find(({ stand }) => stand !== "held");
            return (
              <li key={id}>
                <Choice
                  label={
                    <>
                      {name}{" "}
                      {next && (
                        <span className="meta">
                          {stuCourse.next(stuCourse.deadlines[next.code], days.short(next.dueOn))}
                        </span>
                      )}
                    </>
                  }
                  name="young"
                  value={id}
                  defaultChecked={thought.courseIds.includes(id)}
                />
              </li>
            );
          })}
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
function Preview({ own }: { own: ListedCourse[] }) {
  const { stuTeam: t } = useWords();
  const { thought, courses, team, absences, nameOf, days, today } = useTeam();
  const navigate = useNavigate();
  const { from, to } = thought;
  const chosen = thought.courseIds.filter((id) => own.some((one) => one.id === id));
  if (to === null && chosen.length === 0) return null;
  if (to === null || !team.includes(to) || to === from || chosen.length === 0)
    return (
      <p role="status" id="preview">
        {t.choose}
      </p>
    );
  const after = movedTo(courses, chosen, to);
  const sides = [from === "none" ? null : from, to];
  const rows = sides.flatMap((side) => [
    { key: `${side} now`, name: t.now(nameOf(side)), load: loadOf(side, courses, today), own: false },
    { key: `${side} then`, name: t.afterwards(nameOf(side)), load: loadOf(side, after, today), own: false },
  ]);
  const ahead = { fromOn: today, toOn: addDays(today, WEEKS_AHEAD * 7) };
  const away = absences.find((one) => one.staffId === to && meets(one, ahead));
  return (
    <div id="preview" role="status" className="page-part">
      <h3>{t.preview}</h3>
      <LoadTable rows={rows} label={t.preview} most={Math.max(...rows.flatMap(({ load }) => load.weeks))} />
      {away && (
        <p className="meta near">{t.receiverAway(nameOf(to), days.short(away.fromOn), days.short(away.toOn))}</p>
      )}
      <CommandForm
        intent="move-young-people"
        fields={{ from, to, back: "/stu/team" }}
        onDone={() => navigate("/stu/team")}
      >
        {({ busy, problem }) => (
          <>
            {chosen.map((id) => (
              <input key={id} type="hidden" name="courseIds[]" value={id} />
            ))}
            {["to", "courseIds"].map(
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
              <LinkButton to="/stu/team" variant="text">
                {t.no}
              </LinkButton>
            </div>
          </>
        )}
      </CommandForm>
    </div>
  );
}
