import { Form, useSearchParams } from "@remix-run/react";
import { type PlanVoice, planVoices } from "#db/vocabulary.ts";
import { runningOn } from "#domain/people/efforts.ts";
import { hasRoom } from "#domain/plan/rules.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { markOf } from "#frame/department-look.ts";
import { Button } from "#ui/button.tsx";
import { DepartmentMark } from "#ui/department-mark.tsx";
import { SelectField } from "#ui/fields.tsx";
import { Voice } from "#ui/voice.tsx";
import { useWords } from "#words/words.ts";
import { filledAreas, textOf, useLabels, useNames, usePerson } from "./model.ts";
import { PlanText } from "./plan-text.tsx";

/** The life areas that somebody has written in; one more stands there when it is chosen, also without JavaScript. */
export function LifeAreas() {
  const { plan: t } = useWords();
  const page = usePerson();
  const { areaOf, first } = useLabels();
  const [search] = useSearchParams();
  const filled = filledAreas(page);
  const chosen = search.get("area");
  const added = page.areas.some(({ code }) => code === chosen) && chosen && !filled.includes(chosen) ? [chosen] : [];
  const left = page.areas.filter(({ code }) => !filled.includes(code) && code !== chosen);
  return (
    <section className="page-part" aria-labelledby="areas">
      <h2 id="areas">{t.parts.areas}</h2>
      <Important />
      {filled.length === 0 && added.length === 0 && <p className="meta">{t.noAreas}</p>}
      {[...filled, ...added].map((area) => (
        <Area key={area} area={area} />
      ))}
      {page.mayWrite && left.length > 0 && (
        <Form method="get" preventScrollReset className="field-line add-area screen-only">
          <SelectField label={t.chooseArea} name="area" defaultValue={left[0]?.code}>
            {left.map(({ code }) => (
              <option key={code} value={code}>
                {first(areaOf(code))}
              </option>
            ))}
          </SelectField>
          <Button>{t.addArea}</Button>
        </Form>
      )}
    </section>
  );
}

function Area({ area }: { area: string }) {
  const { plan: t } = useWords();
  const page = usePerson();
  const { areaOf, days, first } = useLabels();
  const { nameOf } = useNames();
  const own = textOf(page, { part: "own_words", area });
  const told = own?.heardOn ? t.saidTo(nameOf(own.heardById), days.short(own.heardOn)) : undefined;
  const running = runningOn(page.efforts, page.today).filter((one) => one.area === area);
  const title = areaOf(area);
  return (
    <article className="life-area" aria-labelledby={`area-${area}`}>
      <h3 id={`area-${area}`}>{first(title)}</h3>
      <PlanText place={{ part: "own_words", area }} label={`${t.ownWords}: ${title}`} empty={t.notWritten}>
        {(text) => <Voice words={text} told={told} />}
      </PlanText>
      <div className="side-by-side">
        <Written part="strengths" area={area} />
        <Written part="challenges" area={area} />
      </div>
      {running.length > 0 && (
        <>
          <h4 className="region-label">{t.running}</h4>
          <ul className="rows">
            {running.map(({ id, title, provider }) => (
              <li key={id}>{[title, provider].filter(Boolean).join(" · ")}</li>
            ))}
          </ul>
        </>
      )}
      <MarkButtons area={area} />
    </article>
  );
}

/** What each department writes of it for itself; of one's own there is a field. */
function Written({ part, area }: { part: "strengths" | "challenges"; area: string }) {
  const { plan: t } = useWords();
  const page = usePerson();
  const { department } = useNames();
  const { areaOf } = useLabels();
  const written = page.texts.filter((row) => row.part === part && row.area === area && row.text !== "");
  const own = page.departments;
  const sides = [...new Set([...written.map(({ departmentId }) => departmentId), ...own])];
  return (
    <div>
      <h4 className="region-label">{t[part]}</h4>
      {sides.length === 0 && <p className="meta">{t.notWritten}</p>}
      {sides.map((departmentId) => {
        const of = department(departmentId);
        const label = t.writeFor(`${t[part]}, ${areaOf(area)}`, of?.name ?? "");
        const isOwn = departmentId !== null && own.includes(departmentId);
        const text = textOf(page, { part, area, departmentId })?.text ?? "";
        return (
          <div key={departmentId} className="mark-line department-text">
            {of && <DepartmentMark {...markOf(of)} name={of.name} />}
            {isOwn ? (
              <PlanText place={{ part, area, departmentId }} label={label} empty={t.notWritten} rows={2}>
                {(shown) => <p>{shown}</p>}
              </PlanText>
            ) : (
              <p className="plan-text">{text}</p>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** What matters most now, to the young person and to the professionals, side by side. */
function Important() {
  const { plan: t } = useWords();
  const { priorities, mayWrite } = usePerson();
  const { areaOf, first } = useLabels();
  if (priorities.length === 0) return null;
  const of = (voice: PlanVoice) => priorities.filter((one) => one.voice === voice);
  return (
    <div className="side-by-side">
      {planVoices.map((voice) => (
        <div key={voice} className={voice === "young_person" ? "voice" : undefined}>
          <h3 className="region-label">
            {t.important} · {t.importantTo[voice]}
          </h3>
          {of(voice).length === 0 && <p className="meta">{t.noneImportant}</p>}
          <ol>
            {of(voice).map(({ id, version, area }) => (
              <li key={id}>
                {first(areaOf(area))}
                {mayWrite && (
                  <CommandForm intent="unmark-important" fields={{ id, version }} className="inline-form">
                    <Button variant="text" dense aria-label={t.unmark(areaOf(area))}>
                      {t.takeOff}
                    </Button>
                  </CommandForm>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

function MarkButtons({ area }: { area: string }) {
  const { plan: t } = useWords();
  const { priorities, mayWrite, id: youngPersonId } = usePerson();
  if (!mayWrite) return null;
  const open = planVoices.filter(
    (voice) => !priorities.some((one) => one.voice === voice && one.area === area) && hasRoom(priorities, voice),
  );
  return (
    <div className="button-line">
      {open.map((voice) => (
        <CommandForm key={voice} intent="mark-important" fields={{ youngPersonId, voice, area }}>
          <Button variant="text" dense>
            {t.mark(t.forVoice[voice])}
          </Button>
        </CommandForm>
      ))}
    </div>
  );
}
