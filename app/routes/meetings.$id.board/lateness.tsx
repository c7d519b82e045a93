import { lateness, remedies } from "#domain/agenda/rules.ts";
import { slotOf } from "#domain/meetings/slot.ts";
import { dayOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { RowMenu, RowMenuItem } from "#ui/row-menu.tsx";
import { useWords } from "#words/words.ts";
import { useNow } from "./clock.tsx";
import { type Agenda, useBoard } from "./model.ts";
import { useDays } from "./use-days.ts";

/** How late the meeting is, in quiet words; the chair has two remedies behind it. No alarm. */
export function Lateness({ agenda: { meeting, places } }: { agenda: Agenda }) {
  const { board: t } = useWords();
  const { me, nextMeeting, late: told } = useBoard();
  const days = useDays();
  const now = useNow();
  if (meeting.state !== "running") return null;
  const slots = places.map(slotOf);
  const late = Math.max(0, told ?? lateness(slots, meeting, now));
  const words = late > 0 ? t.behind(late) : t.onTime;
  if (late === 0 || !me.runs) return <span className="meta">{words}</span>;
  const { minutesFromEach, lastMovableId } = remedies(slots, meeting, now);
  return (
    <RowMenu label={words} face={<span className="meta">{words}</span>}>
      <RowMenuItem>
        {minutesFromEach > 0 ? (
          <CommandForm intent="shorten-items" fields={{ meetingId: meeting.id, minutes: minutesFromEach }}>
            <button type="submit" className="button button-text">
              {t.takeFromEach(minutesFromEach)}
            </button>
          </CommandForm>
        ) : (
          <span className="meta">{t.nothingToShorten}</span>
        )}
      </RowMenuItem>
      {lastMovableId && (
        <RowMenuItem>
          <CommandForm intent="postpone-item" fields={{ itemId: lastMovableId, reason: "time" }}>
            <button type="submit" className="button button-text">
              {nextMeeting ? t.moveLast(days.short(dayOf(nextMeeting.startsAt))) : t.moveLastNowhere}
            </button>
          </CommandForm>
        </RowMenuItem>
      )}
    </RowMenu>
  );
}
