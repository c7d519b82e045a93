import { type ReactNode, useRef } from "react";

type Props = {
  label: string;
  /** What it is called aloud, where several on a page have the same word. */
  name?: string;
  variant?: "primary" | "outlined" | "text";
  dense?: boolean;
  /** Of several with the same name one is open at a time. */
  group?: string;
  /** As it comes from the server; from then on it is whoever presses. */
  open?: boolean;
  children: ReactNode | ((close: () => void) => ReactNode);
};

const looks = { primary: "button-primary", outlined: "button-secondary", text: "button-text" };

/** A press that asks first: what it is about opens in place, without JavaScript too. */
export function Ask({ label, name, variant = "outlined", dense, group, open, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => details.current?.removeAttribute("open");
  return (
    <details className="ask" ref={details} open={open || undefined} {...{ name: group }}>
      <summary
        className={["button", looks[variant], dense && "button-dense"].filter(Boolean).join(" ")}
        aria-label={name}
      >
        {label}
      </summary>
      <div className="ask-body">{typeof children === "function" ? children(close) : children}</div>
    </details>
  );
}
