import { useEffect, useRef, useState } from "react";
import { dayOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";
import { type Agenda, useBoard } from "./model.ts";
import { useDays } from "./use-days.ts";

const SHOWN_MS = 10_000;

/** What was put off just now: whoever runs the meeting reads where it stands, and takes it back in one press. */
export function Postponed({ agenda: { places } }: { agenda: Agenda }) {
  const { board: t } = useWords();
  const { me, nextMeeting } = useBoard();
  const days = useDays();
  const [itemId, setItemId] = useState<string | null>(null);
  const states = useRef<Map<string, string>>();

  // Told by the agenda itself: the form that put it off is gone with the item.
  useEffect(() => {
    const before = states.current;
    states.current = new Map(places.map(({ id, state }) => [id, state]));
    const fresh = places.find(({ id, state }) => state === "postponed" && (before?.get(id) ?? state) !== state);
    if (fresh) setItemId(fresh.id);
  }, [places]);
  useEffect(() => {
    if (!itemId) return;
    const timer = setTimeout(() => setItemId(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [itemId]);

  if (!me.runs || !places.some(({ id, state }) => id === itemId && state === "postponed")) return null;
  return (
    <Strip
      text={nextMeeting ? t.before.postponed(days.short(dayOf(nextMeeting.startsAt))) : t.before.postponedNowhere}
      action={
        <CommandForm intent="undo-postpone" fields={{ itemId }} quiet>
          <Button variant="text" dense>
            {t.before.undo}
          </Button>
        </CommandForm>
      }
    />
  );
}
