import { dayOf } from "#domain/moments.ts";
import type { CourseHandoverRow } from "#domain/stu/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField, TextArea } from "#ui/fields.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { useCourse, useDays } from "./model.ts";

/** On the way out: who is asked to take over afterwards, and what they said. */
export function Handovers() {
  const { stuParts } = useWords();
  const { standing, row, mayWrite } = useCourse();
  const t = stuParts.handover;
  const asks = standing.handovers.filter(({ withdrawnAt }) => withdrawnAt === null);
  const isOut = standing.state === "phase_out" || (row.endedOn !== null && row.ending !== "transferred_municipality");
  if (!isOut && asks.length === 0) return null;
  return (
    <section className="page-part" aria-labelledby="handovers">
      <h2 id="handovers">{t.title}</h2>
      <p className="meta measure">{asks.length === 0 && !mayWrite ? t.none : t.hint}</p>
      <ul className="rows rows-first-line rows-fall">
        {asks.map((ask) => (
          <li key={ask.id}>
            <Ask ask={ask} />
          </li>
        ))}
      </ul>
      {mayWrite && isOut && <Propose />}
    </section>
  );
}

function Ask({ ask }: { ask: CourseHandoverRow }) {
  const { stuParts } = useWords();
  const { mayWrite, people } = useCourse();
  const days = useDays();
  const t = stuParts.handover;
  const { id, version, departmentId, staffId, answeredById, reason, accepted, askedAt, answeredAt, declineReason } =
    ask;
  const nameOf = (of: string | null) => people.staff.find((one) => one.id === of)?.name;
  const of = people.departments.find((one) => one.id === departmentId)?.name ?? "";
  const who = [of, nameOf(answeredById ?? staffId)].filter(Boolean).join(", ");
  const word = accepted === null ? "asked" : accepted ? "accepted" : "declined";
  return (
    <>
      <div className="row-main">
        <p>{t[word](who, days.full(dayOf(answeredAt ?? askedAt)))}</p>
        <p className="meta measure">{reason}</p>
        {declineReason && <p className="measure">{declineReason}</p>}
        {mayWrite && accepted === null && (
          <div className="button-line screen-only">
            <AskFor
              intent="withdraw-course-handover"
              fields={{ id }}
              label={t.withdraw}
              variant="text"
              dense
              group={id}
            >
              <CommandForm intent="withdraw-course-handover" fields={{ id, version }}>
                <p>{t.withdrawAsk}</p>
                <Button dense>{t.withdraw}</Button>
              </CommandForm>
            </AskFor>
          </div>
        )}
      </div>
      <StatusWord state={accepted ? "done" : accepted === null ? "waiting" : "near"}>
        {stuParts.handoverStands[word]}
      </StatusWord>
    </>
  );
}

function Propose() {
  const { stuCourse, stuParts } = useWords();
  const { row, people } = useCourse();
  const t = stuParts.handover;
  const own = people.departments.filter(({ active, sector }) => active && sector === "municipality");
  return (
    <div className="button-line after-rows screen-only">
      <AskFor intent="propose-course-handover" fields={{ courseId: row.id }} label={t.ask}>
        {(close) => (
          <CommandForm
            intent="propose-course-handover"
            fields={{ courseId: row.id }}
            onDone={close}
            reset
            className="page-form"
          >
            {({ problem, typed, busy }) => (
              <>
                <SelectField
                  label={t.department}
                  name="departmentId"
                  defaultValue={typed("departmentId") ?? ""}
                  error={problem("departmentId")}
                  required
                >
                  <option value="">{stuCourse.choose}</option>
                  {own.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </SelectField>
                <SelectField
                  label={t.person}
                  name="staffId"
                  defaultValue={typed("staffId") ?? ""}
                  error={problem("staffId")}
                >
                  <option value="">{t.anyone}</option>
                  {own.map(({ id: departmentId, name: of }) => (
                    <optgroup key={departmentId} label={of}>
                      {people.staff
                        .filter((one) => one.active && one.departmentId === departmentId)
                        .map(({ id, name }) => (
                          <option key={id} value={id}>
                            {name}
                          </option>
                        ))}
                    </optgroup>
                  ))}
                </SelectField>
                <TextArea
                  label={t.reason}
                  name="reason"
                  rows={3}
                  defaultValue={typed("reason")}
                  error={problem("reason")}
                />
                <Button disabled={busy}>{t.send}</Button>
              </>
            )}
          </CommandForm>
        )}
      </AskFor>
    </div>
  );
}
