import { useState } from "react";
import { dayOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";
import { type Agenda, useBoard } from "./model.ts";
import { useDays } from "./use-days.ts";

/** `Slut mødet`: says what is left before it is done. */
export function EndMeeting({ agenda: { meeting, places } }: { agenda: Agenda }) {
  const { board: t, frame } = useWords();
  const { nextMeeting } = useBoard();
  const days = useDays();
  const [asking, setAsking] = useState(false);
  const planned = places.filter(({ state, itemKind }) => state === "planned" && itemKind !== "pause").length;
  return (
    <>
      <Button type="button" variant="text" onClick={() => setAsking(true)}>
        {t.agenda.end}
      </Button>
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title={t.agenda.endTitle}
        closeLabel={frame.close}
        place="middle"
      >
        <p>
          {planned === 0
            ? t.agenda.endAll
            : nextMeeting
              ? t.agenda.endMoves(planned, days.short(dayOf(nextMeeting.startsAt)))
              : t.agenda.endNowhere(planned)}
        </p>
        <div className="button-line">
          <CommandForm intent="close-meeting" fields={{ meetingId: meeting.id }} onDone={() => setAsking(false)}>
            <Button variant="primary">{t.agenda.endPress}</Button>
          </CommandForm>
          <Button type="button" onClick={() => setAsking(false)}>
            {t.agenda.stay}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
