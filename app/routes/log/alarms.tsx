import type { LogPage } from "#domain/log/queries.server.ts";
import { dayOf } from "#domain/moments.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { About } from "./about.tsx";

type Alarm = LogPage["alarms"][number];

export function Alarms({ shown: { alarms, most, staff, today } }: { shown: LogPage }) {
  const { log: t } = useWords();
  const nameOf = new Map(staff.map(({ id, name }) => [id, name]));
  return (
    <>
      <p className="meta">{t.alarmHint}</p>
      {alarms.length === 0 && <Empty text={t.noAlarms} />}
      <ul className="rows rows-first-line">
        {alarms.map((alarm) => (
          <One key={alarm.key} alarm={alarm} by={nameOf.get(alarm.review?.byId ?? "") ?? ""} today={today} />
        ))}
      </ul>
      <CommandForm intent="set-alarm-threshold" className="page-part">
        {(form) => (
          <>
            <TextField
              label={t.threshold}
              type="number"
              name="most"
              min={1}
              max={1000}
              defaultValue={form.typed("most") ?? String(most)}
              error={form.problem("most")}
              short
            />
            <Button>{t.setThreshold}</Button>
          </>
        )}
      </CommandForm>
    </>
  );
}

function One({
  alarm: { key, rule, on, times, review, who, about },
  by,
  today,
}: {
  alarm: Alarm;
  by: string;
  today: string;
}) {
  const { log: t } = useWords();
  const { language } = useFrame();
  const { short } = dayWords(language, today);
  const what = `${t.rules[rule]}, ${who}, ${short(on)}`;
  return (
    <li>
      <div className="row-main">
        <div>
          <strong>{t.rules[rule]}</strong> {who} · {short(on)} · {t.triggered[rule](times)}{" "}
          {about && <About about={about} />}
        </div>
        {review && (
          <p className="meta">
            {t.reviewed(by, short(dayOf(review.at)))}: {review.note}
          </p>
        )}
        <AskFor
          intent="review-alarm"
          fields={{ alarm: key }}
          label={t.review}
          name={t.reviewWhat(what)}
          variant="text"
          dense
          group="review"
        >
          {(close) => (
            <CommandForm intent="review-alarm" fields={{ alarm: key, version: review?.version ?? 0 }} onDone={close}>
              {(form) => (
                <>
                  <TextArea
                    label={t.note}
                    name="note"
                    rows={2}
                    required
                    defaultValue={form.typed("note") ?? review?.note}
                    error={form.problem("note")}
                  />
                  <Button dense>{t.review}</Button>
                </>
              )}
            </CommandForm>
          )}
        </AskFor>
      </div>
    </li>
  );
}
