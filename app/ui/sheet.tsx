import { type PointerEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Icon } from "./icon.tsx";

type Props = {
  open: boolean;
  /** Esc, the close button, or a press outside. */
  onClose: () => void;
  title: string;
  closeLabel: string;
  /** `side` and `middle` take the whole attention; `column` lies over its own column and leaves the rest in use. */
  place?: "side" | "middle" | "column";
  children: ReactNode;
};

// One opens a sheet to do what it is for, not to close it.
const firstControl = `.sheet-body :is(input:not([type="hidden"]), select, textarea, button, a[href])`;

export function Sheet({ open, onClose, title, closeLabel, place = "side", children }: Props) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Written once, for the page without JavaScript; later the element's own methods open and close it.
  const [openFromServer] = useState(open);
  // Made when it is first opened; from then on what was typed in it stays.
  const [made, setMade] = useState(open);
  if (open && !made) setMade(true);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (!open) {
      if (element.open) element.close();
      return;
    }
    if (place !== "column") {
      if (element.matches(":modal")) return;
      // A dialog that the server wrote open must be closed before it can be made modal.
      element.open = false;
      element.showModal();
    } else if (!element.open) element.show();
    else return;
    element.querySelector<HTMLElement>(firstControl)?.focus();
  }, [open, place]);

  const pressedOutside = (event: PointerEvent<HTMLDialogElement>) => {
    if (event.target !== event.currentTarget || !event.currentTarget.matches(":modal")) return;
    const box = event.currentTarget.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (inside) return;
    // Else the press itself would take the focus that goes back to where it came from.
    event.preventDefault();
    onClose();
  };

  return (
    <dialog
      ref={dialog}
      className={`sheet sheet-${place}`}
      aria-labelledby={titleId}
      open={openFromServer || undefined}
      onPointerDown={pressedOutside}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        if (event.target === event.currentTarget && open) onClose();
      }}
      onKeyDown={(event) => {
        // Only a modal dialog hears Esc by itself.
        if (event.key !== "Escape" || event.defaultPrevented || place !== "column") return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="sheet-head">
        <h2 id={titleId}>{title}</h2>
        {/* The browser closes the dialog itself, with and without JavaScript. */}
        <form method="dialog">
          <button type="submit" className="button button-text">
            {closeLabel}
            <Icon name="close" />
          </button>
        </form>
      </div>
      <div className="sheet-body">{made && children}</div>
    </dialog>
  );
}
