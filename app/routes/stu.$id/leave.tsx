import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { useCourse, useDays } from "./model.ts";

/** On its way out: whether the young person may be called afterwards. Asked while there is still somebody to ask. */
export function LeaveToCall() {
  const { stuParts: t, graduates } = useWords();
  const { row, standing, mayWrite } = useCourse();
  const days = useDays();
  const { id, leaveToCall, leaveAskedOn } = row;
  const asked = leaveToCall !== "not_asked";
  if (standing.state !== "phase_out" && !asked) return null;
  return (
    <section className="page-part" aria-labelledby="leave">
      <h2 id="leave">{t.leaveTitle}</h2>
      {asked ? (
        <p>
          {graduates.leave[leaveToCall]}{" "}
          {leaveAskedOn && <span className="meta">{graduates.leaveAsked(days.full(leaveAskedOn))}</span>}
        </p>
      ) : (
        <p className="meta measure">{t.leaveHint}</p>
      )}
      {mayWrite &&
        (asked ? (
          <div className="button-line screen-only">
            <AskFor intent="ask-leave-to-call" fields={{ id }} label={t.leaveChange} variant="text" dense>
              {(close) => <Answer onDone={close} />}
            </AskFor>
          </div>
        ) : (
          <Answer />
        ))}
    </section>
  );
}

function Answer({ onDone }: { onDone?: () => void }) {
  const { graduates: t } = useWords();
  const { row } = useCourse();
  return (
    <CommandForm
      intent="ask-leave-to-call"
      fields={{ id: row.id, version: row.version }}
      onDone={onDone}
      className="graduates-leave screen-only"
    >
      {({ busy }) => (
        <>
          <p>{t.askLeave}</p>
          {(["yes", "no"] as const).map((leave) => (
            <Button key={leave} dense disabled={busy} name="leaveToCall" value={leave}>
              {t[leave]}
            </Button>
          ))}
        </>
      )}
    </CommandForm>
  );
}
