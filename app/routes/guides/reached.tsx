import { useEffect, useState } from "react";
import type { OwnYoung } from "#domain/guides/mine.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";

export type Reached = { id: string; channel: "phone" | "sms" };

/** Whom one pressed to reach; asked about when the page is seen again, or at once where it was never left. */
export function useReached() {
  const [reached, setReached] = useState<Reached | null>(null);
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    if (!reached) return;
    const back = () => document.visibilityState === "visible" && setAsks(true);
    // A computer that only hands the number on never leaves the page.
    const soon = setTimeout(back, 3000);
    document.addEventListener("visibilitychange", back);
    return () => {
      clearTimeout(soon);
      document.removeEventListener("visibilitychange", back);
    };
  }, [reached]);
  return {
    asked: asks ? reached : null,
    reach: (id: string, channel: Reached["channel"]) => {
      setAsks(false);
      setReached({ id, channel });
    },
    forget: () => {
      setAsks(false);
      setReached(null);
    },
  };
}

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
