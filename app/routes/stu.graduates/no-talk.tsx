import type { Call } from "#domain/graduates/call-list.ts";
import { channelsFor, mayBeUnknown, nextChannel } from "#domain/graduates/rules.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { addressOf } from "./model.ts";
import { useGraduates } from "./use-graduates.ts";

/** No answer, counted; nobody knows, after three tries; nobody is asked any more. */
export function NoTalk({ call, onEnded }: { call: Call; onEnded: () => void }) {
  const { graduates: t } = useWords();
  const { at, days } = useGraduates();
  const { followUp, course, person, tries } = call;
  const { id, version } = followUp;
  const back = <input type="hidden" name="back" value={addressOf(at)} />;
  const left = !mayBeUnknown(tries);
  const channels = channelsFor(course.leaveToCall);
  return (
    <section className="graduates-no-talk">
      <h3>{t.noTalk}</h3>
      {tries.length > 0 && (
        <ul className="plain-list">
          {tries.map(({ id: tried, channel, triedAt }) => (
            <li key={tried} className="meta">
              {t.tried(t.channels[channel], days.short(dayOf(triedAt)), clockOf(triedAt))}
            </li>
          ))}
        </ul>
      )}
      <CommandForm intent="try-follow-up" fields={{ id }} onDone={onEnded}>
        {({ busy, problem }) => (
          <div className="field-line">
            {back}
            <SelectField
              key={`${course.leaveToCall} ${tries.length}`}
              label={t.channel}
              name="channel"
              defaultValue={nextChannel(tries, channels)}
              error={problem("channel")}
            >
              {channels.map((channel) => (
                <option key={channel} value={channel}>
                  {t.channels[channel]}
                </option>
              ))}
            </SelectField>
            <Button disabled={busy}>{left ? t.noAnswer(tries.length + 1) : t.noAnswerMore}</Button>
          </div>
        )}
      </CommandForm>
      {!left && (
        <CommandForm intent="leave-follow-up-unknown" fields={{ id, version }} onDone={onEnded}>
          {({ busy }) => (
            <>
              {back}
              <p className="meta">{t.unknownHint}</p>
              <Button disabled={busy}>{t.unknown}</Button>
            </>
          )}
        </CommandForm>
      )}
      <div className="button-line">
        {(["not_wanted", "moved", "deceased"] as const).map((result) => (
          <AskFor
            key={result}
            intent="end-follow-ups"
            fields={{ id: course.id, result }}
            label={t.endAll[result]}
            variant="text"
            dense
            group="end-follow-ups"
          >
            <CommandForm intent="end-follow-ups" fields={{ id: course.id, result }} onDone={onEnded}>
              {({ busy }) => (
                <>
                  {back}
                  <p>{t.endAsk[result](person.firstName)}</p>
                  <Button dense disabled={busy}>
                    {t.endYes[result]}
                  </Button>
                </>
              )}
            </CommandForm>
          </AskFor>
        ))}
      </div>
    </section>
  );
}
