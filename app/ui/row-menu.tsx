import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { Icon } from "./icon.tsx";
import { nextStop } from "./stops.ts";

type Props = {
  /** Says whose menu it is: "Mere om aftale 3". */
  label: string;
  /** -1 inside a list that is one tab stop; the arrow to the right reaches it. */
  tabIndex?: number;
  /** What the button shows in place of the three dots; its words then name the menu. */
  face?: ReactNode;
  /** `RowMenuItem`s. */
  children: ReactNode;
};

const pressable = "a[href], button:not(:disabled)";

export function RowMenu({ label, tabIndex, face, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    const menu = list.current;
    if (!menu) return;
    const place = (event: Event) => {
      if ((event as ToggleEvent).newState === "open" && button.current) placeBeside(menu, button.current);
    };
    const enter = (event: Event) => {
      if ((event as ToggleEvent).newState === "open") menu.querySelector<HTMLElement>(pressable)?.focus();
    };
    menu.addEventListener("beforetoggle", place);
    menu.addEventListener("toggle", enter);
    return () => {
      menu.removeEventListener("beforetoggle", place);
      menu.removeEventListener("toggle", enter);
    };
  }, []);

  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    // The list below must not move as well.
    event.stopPropagation();
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>(pressable)];
    const next = nextStop(items, items.indexOf(event.target as HTMLElement), event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={face ? "row-menu-button row-menu-face" : "row-menu-button"}
        aria-label={face ? undefined : label}
        title={face ? undefined : label}
        tabIndex={tabIndex}
        {...{ popovertarget: id }}
      >
        {face ?? <Icon name="more-horiz" />}
      </button>
      <ul
        ref={list}
        id={id}
        className="row-menu-list"
        onKeyDown={move}
        onClick={() => list.current?.hidePopover()}
        {...{ popover: "auto" }}
      >
        {children}
      </ul>
    </>
  );
}

/** A link, a button, or a form with one button. */
export function RowMenuItem({ narrowOnly = false, children }: { narrowOnly?: boolean; children: ReactNode }) {
  return <li className={narrowOnly ? "narrow-only" : undefined}>{children}</li>;
}

/** The top layer knows no neighbour: below the button, or above it in the lower part of the window, and towards its middle. */
function placeBeside(menu: HTMLElement, button: HTMLElement) {
  const box = button.getBoundingClientRect();
  const below = box.bottom < window.innerHeight * 0.6;
  const width = document.documentElement.clientWidth;
  const atLeft = box.left + box.right < width;
  const inset = Math.max(8, atLeft ? box.left : width - box.right);
  Object.assign(menu.style, {
    margin: "0",
    left: atLeft ? `${inset}px` : "auto",
    right: atLeft ? "auto" : `${inset}px`,
    maxWidth: `${Math.min(320, width - inset - 8)}px`,
    top: below ? `${box.bottom + 4}px` : "auto",
    bottom: below ? "auto" : `${window.innerHeight - box.top + 4}px`,
  });
}
