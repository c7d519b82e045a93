import type { ReactNode } from "react";
import { isCallable, smsOf, telOf } from "#ui/phone-link.ts";
import { useWords } from "#words/words.ts";

type Props = {
  young: { name: string; phone: string };
  /** Somebody presses to call or to write. */
  onReach?: (channel: "phone" | "sms") => void;
  /** What stands there without a number. */
  none?: ReactNode;
};

/** `Ring` and `Sms`. */
export function YoungReach({ young: { name, phone }, onReach, none = null }: Props) {
  const { guides: t } = useWords();
  if (!isCallable(phone)) return none;
  return (
    <span className="young-reach">
      <a
        className="button button-secondary button-dense"
        href={telOf(phone)}
        aria-label={t.callWhom(name)}
        onClick={() => onReach?.("phone")}
      >
        {t.call}
      </a>
      <a
        className="button button-secondary button-dense"
        href={smsOf(phone)}
        aria-label={t.textWhom(name)}
        onClick={() => onReach?.("sms")}
      >
        {t.text}
      </a>
    </span>
  );
}
