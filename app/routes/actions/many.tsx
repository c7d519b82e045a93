import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { FollowedMany } from "#domain/actions/follow-many.server.ts";
import type { OwnAction } from "#domain/actions/shown.server.ts";
import { CommandForm, useAnswerToPost, useTypedBefore } from "#frame/command-form.tsx";
import { Ask } from "#ui/ask.tsx";
import { Button } from "#ui/button.tsx";
import { DayField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

const INTENT = "follow-actions";
const FORM = "many";
const boxes = () => [...document.querySelectorAll<HTMLInputElement>(`input[form="${FORM}"]`)];

export type Many = ReturnType<typeof useMany>;

/** Which of the rows are chosen. What goes from the page is chosen no more. */
export function useMany(rows: readonly OwnAction[]) {
  const before = useTypedBefore(INTENT);
  const [ids, setIds] = useState(
    () => new Set([before?.rows ?? []].flat().map((seen) => String(seen).split(" ")[0] ?? "")),
  );
  // What one's own press has made of a row is known before the page has loaded it.
  const [own, setOwn] = useState(new Map<string, number>());
  const chosen = rows.filter(({ id }) => ids.has(id));
  const all = rows.length > 0 && chosen.length === rows.length;
  return {
    chosen,
    all,
    none: rows.length === 0,
    isChosen: (id: string) => ids.has(id),
    choose: (id: string, on: boolean) =>
      setIds((now) => new Set(on ? [...now, id] : [...now].filter((one) => one !== id))),
    chooseAll: () => setIds(new Set(all ? [] : rows.map(({ id }) => id))),
    /** What was done is chosen no more; what was left is. */
    keepLeft: ({ done, left }: FollowedMany) => {
      setIds(new Set(left.map(({ id }) => id)));
      setOwn(new Map(done.map(({ id, version }) => [id, version])));
    },
    seen: ({ id, version }: OwnAction) => `${id} ${Math.max(version, own.get(id) ?? 0)}`,
    typed: before,
  };
}

/** The box of a row; it belongs to the form at the foot of the lists. */
export function RowBox({ row, many }: { row: OwnAction; many: Many }) {
  const { actions } = useWords();
  const { id, text } = row;
  const own = `choose-${id}`;
  return (
    <div className="row-box form-group-checkbox">
      <input
        type="checkbox"
        id={own}
        form={FORM}
        name="rows[]"
        value={many.seen(row)}
        className="form-checkbox"
        checked={many.isChosen(id)}
        onChange={({ currentTarget }) => many.choose(id, currentTarget.checked)}
      />
      <label htmlFor={own}>
        <span className="sr-only">{actions.many.choose(text)}</span>
      </label>
    </div>
  );
}

const typing = "input:not([type='checkbox']), textarea, select";

/** In a row: up and down go to the next box, X chooses, Enter on a box goes to what can be done with those chosen. */
export function rowKeys(event: KeyboardEvent<HTMLElement>) {
  const target = event.target as HTMLElement;
  if (event.altKey || event.ctrlKey || event.metaKey || target.closest(typing)) return;
  const own = target.closest("li")?.querySelector<HTMLInputElement>(`input[form="${FORM}"]`);
  if (!own) return;
  const all = boxes();
  const onRow = target === own || target.matches("li");
  const to: Record<string, (() => void) | undefined> = {
    ArrowDown: () => all[all.indexOf(own) + 1]?.focus(),
    ArrowUp: () => all[all.indexOf(own) - 1]?.focus(),
    x: () => own.click(),
    " ": target.matches("li") ? () => own.click() : undefined,
    Enter: onRow ? () => document.getElementById(FORM)?.querySelector<HTMLElement>("[data-first]")?.focus() : undefined,
  };
  const press = to[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!press) return;
  event.preventDefault();
  press();
}

/** What can be done with those chosen, and what became of it, row by row. */
export function ManyBar({ many }: { many: Many }) {
  const { actions } = useWords();
  const t = actions.many;
  const { chosen, all, none, chooseAll, keepLeft, typed } = many;
  const [live, setLive] = useState(false);
  const [told, setTold] = useState<FollowedMany | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => setLive(true), []);
  const plain = useAnswerToPost();
  const answer = told ?? (plain?.ok && plain.intent === INTENT ? (plain.answer as FollowedMany) : null);
  const close = useRef<() => void>(() => undefined);
  const onDone = (done: FollowedMany) => {
    setTold(done);
    setTurn(turn + 1);
    keepLeft(done);
    close.current();
  };
  if (none && !answer) return null;
  return (
    <section className={chosen.length > 0 || told ? "many many-on" : "many"} aria-label={t.label}>
      {!none && (
        <CommandForm<FollowedMany> intent={INTENT} id={FORM} onDone={onDone}>
          {({ problem, busy }) => (
            <>
              {/* Enter in a field is for the new day, never for done. */}
              <button type="submit" name="what" value="day" hidden />
              <div className="button-line">
                <p className="figures" aria-live="polite">
                  {live ? t.chosen(chosen.length) : t.chooseFirst}
                </p>
                {live && (
                  <Button type="button" variant="text" dense onClick={chooseAll}>
                    {all ? t.chooseNone : t.chooseAll}
                  </Button>
                )}
                <Button name="what" value="done" dense disabled={busy} data-first>
                  {actions.done}
                </Button>
                <Ask label={t.newDay} dense open={typed?.what === "day"}>
                  {(shut) => {
                    close.current = shut;
                    return (
                      <>
                        <div className="field-line" key={turn}>
                          <DayField
                            label={actions.newDay}
                            hint={actions.dayHint}
                            name="dueOn"
                            short
                            defaultValue={String(typed?.dueOn ?? "")}
                            error={problem("dueOn")}
                          />
                          <TextField
                            label={t.reason}
                            hint={t.reasonHint}
                            name="reason"
                            defaultValue={String(typed?.reason ?? "")}
                            error={problem("reason")}
                            autoComplete="off"
                          />
                        </div>
                        <div className="button-line after-rows">
                          <Button name="what" value="day" dense disabled={busy}>
                            {actions.saveDay}
                          </Button>
                        </div>
                      </>
                    );
                  }}
                </Ask>
              </div>
              {problem("rows") && <p className="form-error">{problem("rows")}</p>}
            </>
          )}
        </CommandForm>
      )}
      <div role="status" tabIndex={-1} data-lands>
        {answer && <Told answer={answer} onDone={onDone} />}
      </div>
      {!none && live && <p className="meta screen-only many-keys">{t.keys}</p>}
    </section>
  );
}

function Told({
  answer: { what, done, left },
  onDone,
}: {
  answer: FollowedMany;
  onDone: (done: FollowedMany) => void;
}) {
  const { actions } = useWords();
  const t = actions.many;
  return (
    <>
      {done.length > 0 && <p>{t.said[what](done.length)}</p>}
      {left.length > 0 && (
        <ul className="many-left">
          {left.map(({ id, no, text }) => (
            <li key={id}>{text === null ? t.gone : t.left(text, t.why[no])}</li>
          ))}
        </ul>
      )}
      {what === "done" && done.length > 0 && (
        <CommandForm<FollowedMany> intent={INTENT} fields={{ what: "take-back" }} onDone={onDone}>
          {done.map(({ id, version }) => (
            <input key={id} type="hidden" name="rows[]" value={`${id} ${version}`} />
          ))}
          <Button variant="text" dense>
            {t.takeBack(done.length)}
          </Button>
        </CommandForm>
      )}
    </>
  );
}
