import { useState } from "react";
import { Button } from "#ui/button.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";

/** Opens the panel of the big screen: its code, the first name, an own window. */
export function ScreenButton({ meetingId }: { meetingId: string; itemId: string | null }) {
  const { board: t, frame } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="button" variant="outlined" dense onClick={() => setOpen(true)} id="screen-button">
        {t.screen}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t.screen} closeLabel={frame.close}>
        <a href={`/meetings/${meetingId}/screen`} target="_blank" rel="noreferrer">
          {t.screen}
        </a>
      </Sheet>
    </>
  );
}
