import type { OwnYoung } from "#domain/guides/mine.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import type { Reached } from "#frame/use-reached.ts";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";

type Props = {
  young: OwnYoung;
  channel: Reached["channel"];
  onYes: () => void;
  onGone: (saved: boolean) => void;
  /** Whether what did not come through lies on the telephone. */
  onUnsent: (form: FormData) => boolean;
};

/** `Fik du fat i …?`: "no answer" is saved by that press. */
export function ReachedBar({ young, channel, onYes, onGone, onUnsent }: Props) {
  const { guides: t } = useWords();
  const nothing = { channel, result: "no_answer", company: "only_us", kind: "case_note" };
  return (
    <section className="guide-foot reached-bar" aria-label={t.reached(young.firstName)}>
      <p role="status">{t.reached(young.firstName)}</p>
      <div className="button-line">
        <Button type="button" variant="primary" onClick={onYes}>
          {t.yes}
        </Button>
        <CommandForm
          intent="write-contact"
          fields={{ youngPersonId: young.id, ...nothing }}
          onDone={() => onGone(true)}
          onUnsent={onUnsent}
        >
          {({ busy }) => <Button disabled={busy}>{t.noAnswer}</Button>}
        </CommandForm>
        <Button type="button" variant="text" onClick={() => onGone(false)}>
          {t.notNow}
        </Button>
      </div>
    </section>
  );
}
