import { Form, useLoaderData, useNavigate } from "@remix-run/react";
import { deadlineCodes, type FollowUpCode, followUpCodes } from "#db/vocabulary.ts";
import { type DeadlineRule, isFixed } from "#domain/stu/deadlines.ts";
import { changeDeadlineRule, takeBackRule } from "#domain/stu/rule-commands.server.ts";
import { type DeadlineRules, deadlineRulesFor } from "#domain/stu/rule-queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.stuRules.title };
export const loader = page(deadlineRulesFor, ({ search }) => {
  const said = (name: string) => search.get(name)?.trim() ?? "";
  return {
    code: said("code"),
    months: said("months"),
    days: said("days"),
    fromOn: said("fromOn"),
  };
});
export const action = submit([changeDeadlineRule, takeBackRule]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** The rules of the deadlines, and what a change of one would move. */
export default function Rules() {
  const { rules, edited, today } = useLoaderData<typeof loader>() as DeadlineRules;
  const { stuRules: t } = useWords();
  const { staffId } = useFrame();
  useReloadOn([`staff:${staffId}`]);
  return (
    <PageFrame>
      <h1>{t.title}</h1>
      <p className="meta">{t.intro}</p>
      <ul className="rows stu-rules">
        {[...deadlineCodes, ...followUpCodes].map((code) => (
          <li key={code} id={code}>
            <Rule rules={rules.filter((rule) => rule.code === code)} open={edited?.code === code} today={today} />
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}

function useNames() {
  const { stuCourse, stuRules } = useWords();
  const isFollowUp = (code: DeadlineRule["code"]): code is FollowUpCode =>
    (followUpCodes as readonly string[]).includes(code);
  return (code: DeadlineRule["code"]) => (isFollowUp(code) ? stuRules.followUps[code] : stuCourse.deadlines[code]);
}

/** One deadline: the rule in force, the one that is to come, and those that were. */
function Rule({ rules, open, today }: { rules: DeadlineRule[]; open: boolean; today: string }) {
  const { stuCourse, stuRules: t } = useWords();
  const { language } = useFrame();
  const { full } = dayWords(language, today);
  const nameOf = useNames();
  const [first] = rules;
  if (!first) return null;
  const name = nameOf(first.code);
  const stands = ({ fromOn, toOn }: DeadlineRule) =>
    fromOn > today
      ? t.coming(full(fromOn))
      : toOn !== null && toOn <= today
        ? t.until(full(toOn))
        : t.since(full(fromOn));
  return (
    <>
      <h2>{name}</h2>
      <div className="stu-rule-lines">
        {rules.map((rule) => (
          <div key={rule.fromOn} className="button-line">
            <p className="meta">
              {[
                stuCourse.because({ ...rule, day: null }).replace(/\.$/, ""),
                rule.repeats && t.repeats,
                rule.origin === "law" && t.byLaw,
                rule.source,
                stands(rule),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {rule.fromOn > today && (
              <CommandForm intent="take-back-deadline-rule" fields={{ code: rule.code, fromOn: rule.fromOn }}>
                {({ busy }) => (
                  <Button dense disabled={busy} aria-label={t.takeBackOf(name)}>
                    {t.takeBack}
                  </Button>
                )}
              </CommandForm>
            )}
          </div>
        ))}
      </div>
      {isFixed(first.code) ? (
        <p className="meta">{t.fixed}</p>
      ) : open ? (
        <Change name={name} />
      ) : (
        <LinkButton
          to={`/stu/rules?code=${first.code}#${first.code}`}
          variant="text"
          dense
          aria-label={t.changeOf(name)}
        >
          {t.change}
        </LinkButton>
      )}
    </>
  );
}

function Change({ name }: { name: string }) {
  const { edited, thought, shown } = useLoaderData<typeof loader>() as DeadlineRules;
  const { stuRules: t, problems } = useWords();
  if (!edited) return null;
  const wrong = shown && "problems" in shown ? shown.problems : {};
  const error = (field: string) => problems[wrong[field] as keyof typeof problems];
  return (
    <div className="edit-part">
      <Form method="get" action={`/stu/rules#${edited.code}`} preventScrollReset aria-label={t.changeOf(name)}>
        <input type="hidden" name="code" value={edited.code} />
        <div className="field-line">
          <TextField
            label={t.months}
            name="months"
            hint={t.monthsHint}
            defaultValue={thought.months || String(edited.months)}
            error={error("months")}
          />
          <TextField
            label={t.days}
            name="days"
            defaultValue={thought.days || String(edited.days)}
            error={error("days")}
          />
          <TextField label={t.fromOn} name="fromOn" defaultValue={thought.fromOn} error={error("fromOn")} />
        </div>
        <Button>{t.show}</Button>
      </Form>
      {shown && "moved" in shown && <Shown shown={shown} />}
    </div>
  );
}

type WhatMoves = Extract<NonNullable<DeadlineRules["shown"]>, { moved: unknown }>;

/** Old and new, before anything is changed. */
function Shown({ shown: { next, moved } }: { shown: WhatMoves }) {
  const { stuRules: t } = useWords();
  const { language } = useFrame();
  const { today } = useLoaderData<typeof loader>() as DeadlineRules;
  const { full } = dayWords(language, today);
  const navigate = useNavigate();
  const { code, months, days, fromOn, source } = next;
  return (
    <>
      <p role="status">{t.moves(moved.length)}</p>
      {moved.length > 0 && (
        <div className="compare-frame">
          <table className="compare">
            <thead>
              <tr>
                <th scope="col">{t.young}</th>
                <th scope="col">{t.was}</th>
                <th scope="col">{t.becomes}</th>
              </tr>
            </thead>
            <tbody>
              {moved.map((one) => (
                <tr key={one.courseId}>
                  <td>{one.name}</td>
                  <td>{full(one.was)}</td>
                  <td>{full(one.becomes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <CommandForm
        intent="change-deadline-rule"
        fields={{ code, months, days, fromOn }}
        onDone={() => navigate(`/stu/rules#${code}`)}
      >
        {({ busy, problem, typed }) => (
          <>
            <input type="hidden" name="back" value={`/stu/rules#${code}`} />
            <TextField
              label={t.source}
              name="source"
              defaultValue={typed("source") ?? source}
              error={problem("source")}
              required
            />
            <div className="button-line">
              {(["months", "days", "fromOn"] as const).map(
                (field) =>
                  problem(field) && (
                    <span key={field} className="form-error-message">
                      {problem(field)}
                    </span>
                  ),
              )}
              <Button variant="primary" disabled={busy}>
                {t.yes}
              </Button>
              <LinkButton to={`/stu/rules#${code}`} variant="text">
                {t.no}
              </LinkButton>
            </div>
          </>
        )}
      </CommandForm>
    </>
  );
}
