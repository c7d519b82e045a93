import { useState } from "react";
import { isOpen, isOverdue } from "#domain/actions/rules.ts";
import type { ActionRow } from "#domain/actions/views.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { DayInput } from "./day-input.tsx";
import { useItem } from "./item-context.ts";
import { useBoard, useNames } from "./model.ts";
import { useDays } from "./use-days.ts";

/** `Fra sidst`: one line of what became of the earlier agreements; opened in place each can be settled. */
export function Earlier() {
  const { board: t } = useWords();
  const { earlier } = useItem();
  const { today } = useBoard();
  const { departmentName } = useNames();
  if (earlier.length === 0)
    return (
      <section className="item-part">
        <h3 className="region-label">{t.earlier.title}</h3>
        <p className="meta">{t.earlier.none}</p>
      </section>
    );
  const late = earlier.filter((row) => isOverdue(row, today));
  const count = (test: (row: ActionRow) => boolean) => earlier.filter(test).length;
  const who = [...new Set(late.map(({ departmentId }) => departmentName(departmentId)))].filter(Boolean).join(", ");
  const running = (row: ActionRow) =>
    (row.state === "agreed" || row.state === "in_progress") && !isOverdue(row, today) && !row.blockedReason;
  const parts = [
    [count(({ state }) => state === "done"), t.earlier.done],
    [count(running), t.earlier.running],
    [count(({ state }) => state === "proposed"), t.earlier.waiting],
    [count(({ state }) => state === "not_done"), t.earlier.notDone],
    [count((row) => Boolean(row.blockedReason) && isOpen(row)), t.earlier.stuck],
  ] as const;
  const words = parts.filter(([n]) => n > 0).map(([n, say]) => say(n));
  if (late.length > 0) words.push(t.earlier.late(late.length, who));
  return (
    <section className="item-part">
      <h3 className="region-label">{t.earlier.title}</h3>
      <details className="earlier">
        <summary id="earlier">{t.earlier.line(earlier.length, words.join(" · "))}</summary>
        <ul className="rows">
          {earlier.map((row) => (
            <EarlierRow key={row.id} row={row} />
          ))}
        </ul>
      </details>
    </section>
  );
}

function EarlierRow({ row }: { row: ActionRow }) {
  const { board: t } = useWords();
  const { me, today } = useBoard();
  const { nameOf, departmentName } = useNames();
  const days = useDays();
  const [asking, setAsking] = useState<"not-done" | "day" | null>(null);
  const fields = { id: row.id, version: row.version };
  const done = () => setAsking(null);
  return (
    <li className="earlier-row">
      <p>{row.text}</p>
      <p className={isOverdue(row, today) ? "meta late" : "meta"}>
        {[
          departmentName(row.departmentId),
          nameOf(row.ownerId),
          row.dueOn && t.agreements.by(days.short(row.dueOn)),
          t.agreements.states[row.state],
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {me.runs && isOpen(row) && !asking && (
        <div className="button-line">
          <CommandForm intent="finish-action" fields={fields}>
            <Button dense>{t.earlier.setDone}</Button>
          </CommandForm>
          <Button type="button" dense onClick={() => setAsking("not-done")}>
            {t.earlier.setNotDone}
          </Button>
          <Button type="button" dense onClick={() => setAsking("day")}>
            {t.earlier.newDay}
          </Button>
        </div>
      )}
      {asking === "not-done" && (
        <CommandForm intent="not-done-action" fields={fields} className="field-line" onDone={done}>
          {({ problem }) => (
            <>
              <TextField label={t.earlier.andThen} name="resultNote" error={problem("resultNote")} autoFocus />
              <Button>{t.earlier.setNotDone}</Button>
            </>
          )}
        </CommandForm>
      )}
      {asking === "day" && (
        <CommandForm intent="move-day" fields={fields} className="field-line" onDone={done}>
          {({ problem }) => (
            <>
              <DayInput name="dueOn" label={t.earlier.newDay} error={problem("dueOn")} autoFocus />
              <Button>{t.agreements.save}</Button>
            </>
          )}
        </CommandForm>
      )}
    </li>
  );
}
