import { useFetcher, useSearchParams } from "@remix-run/react";
import { type ButtonHTMLAttributes, type Ref, useEffect, useState } from "react";
import type { Board } from "#domain/board/queries.server.ts";
import { dayOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useConnection } from "#live/connection.ts";
import { Button } from "#ui/button.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";
import { type Agenda, useBoard } from "./model.ts";
import { useDays } from "./use-days.ts";

/** `Slut mødet`: says what is left before it is done. */
export function EndMeeting({
  agenda: { meeting, places },
  row,
}: {
  agenda: Agenda;
  /** It is one stop of Tab with the agenda. */
  row: ButtonHTMLAttributes<HTMLButtonElement> & { ref: Ref<HTMLButtonElement> };
}) {
  const { board: t, frame } = useWords();
  const { nextMeeting } = useBoard();
  const days = useDays();
  const [search] = useSearchParams();
  const [asking, setAsking] = useState(search.has("end"));
  const planned = places.filter(({ state, itemKind }) => state === "planned" && itemKind !== "pause").length;
  return (
    <>
      <form
        method="get"
        onSubmit={(event) => {
          event.preventDefault();
          setAsking(true);
        }}
      >
        <Button variant="text" name="end" value="yes" {...row}>
          {t.agenda.end}
        </Button>
      </form>
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title={t.agenda.endTitle}
        closeLabel={frame.close}
        place="middle"
      >
        <p>
          {asking && <Lacking />}
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

/** How many items lack something: known by the server alone, and asked when it is about to matter. */
function Lacking() {
  const { board: t } = useWords();
  const board = useBoard();
  const { state } = useConnection();
  const { load, data } = useFetcher<Board>();
  const { meetingId } = board;
  useEffect(() => {
    if (state === "connected") load(`/meetings/${meetingId}/board?end=yes`);
  }, [load, state, meetingId]);
  const lacking = data?.lacking ?? board.lacking ?? 0;
  return lacking > 0 ? <>{t.agenda.endMissing(lacking)} · </> : null;
}
