import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { countNotes, leaveNothing } from "#live/device/holder.ts";
import { Button } from "#ui/button.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";

/** Signs out; what lies on this device goes first. Where notes are not sent it asks before it deletes them. */
export function SignOut({ children }: { children: ReactNode }) {
  const { offline: t, frame } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [unsent, setUnsent] = useState(0);

  async function leave() {
    await leaveNothing();
    form.current?.submit();
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const notes = await countNotes();
    if (notes > 0) setUnsent(notes);
    else await leave();
  }

  return (
    <>
      <form ref={form} method="post" action="/logout" onSubmit={onSubmit}>
        {children}
      </form>
      {/* Not within the menu: that closes, and what stands in it is gone. Within a dialog, for beneath it nothing can be reached. */}
      {unsent > 0 &&
        createPortal(
          <Sheet open onClose={() => setUnsent(0)} title={t.leaveTitle} closeLabel={frame.close} place="middle">
            <p>{t.leaving(unsent)}</p>
            <div className="button-line">
              <Button type="button" variant="primary" onClick={() => setUnsent(0)}>
                {t.stay}
              </Button>
              <Button type="button" variant="danger" onClick={leave}>
                {t.leave}
              </Button>
            </div>
          </Sheet>,
          form.current?.closest("dialog") ?? document.body,
        )}
    </>
  );
}
