import type { MouseEvent, ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";

type Props = {
  save: string;
  onSave?: (event: MouseEvent<HTMLButtonElement>) => void;
  onClose: () => void;
  children?: ReactNode;
};

/** The foot of a form in its place: what saves it, and the way out. */
export function SaveOrClose({ save, onSave, onClose, children }: Props) {
  const { board: t } = useWords();
  return (
    <div className="button-line">
      <Button onClick={onSave}>{save}</Button>
      <Button type="button" variant="text" onClick={onClose}>
        {t.voice.cancel}
      </Button>
      {children}
    </div>
  );
}
