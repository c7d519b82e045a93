import { useState } from "react";
import type { MeetingRow } from "#domain/meetings/views.server.ts";
import { isYoungPersonHere } from "#domain/participants/rules.ts";
import { Button } from "#ui/button.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";
import { useBoard } from "./model.ts";
import { ScreenPanel } from "./screen-panel.tsx";

/** Opens the panel of the big screen: its code, the first name, an own window. */
export function ScreenButton({ meeting }: { meeting: MeetingRow }) {
  const { board: t, frame } = useWords();
  const { screens, firstNameShown, cards, roomSeats } = useBoard();
  const [open, setOpen] = useState(false);
  const itemId = meeting.room === "item" ? meeting.pointerItemId : null;
  return (
    <>
      <Button type="button" variant="outlined" dense onClick={() => setOpen(true)} id="screen-button">
        {t.screen}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t.screen} closeLabel={frame.close}>
        <ScreenPanel
          meetingId={meeting.id}
          itemId={itemId && cards[itemId]?.youngPersonId ? itemId : null}
          screens={screens}
          firstNameShown={firstNameShown}
          youngPersonHere={isYoungPersonHere((itemId && roomSeats[itemId]) || [])}
        />
      </Sheet>
    </>
  );
}
