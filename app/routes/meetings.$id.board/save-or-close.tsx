import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";

/** The foot of a form in its place: what saves it, and the way out. */
export function SaveOrClose({ save, onClose, children }: { save: string; onClose: () => void; children?: ReactNode }) {
  const { board: t } = useWords();
  return (
    <div className="button-line">
      <Button>{save}</Button>
      <Button type="button" variant="text" onClick={onClose}>
        {t.voice.cancel}
      </Button>
      {children}
    </div>
  );
}
