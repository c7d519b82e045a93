import { useEffect, useState } from "react";
import { countNotes, endDay } from "#live/device/holder.ts";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";

/**
 * On the way to sign in: the session is over, and with it the day's names on this device; notes that are not sent are told of by
 * their number alone. @param locked the session goes on once its user is back
 */
export function LeftHere({ locked }: { locked: boolean }) {
  const { offline: t } = useWords();
  const [notes, setNotes] = useState(0);
  useEffect(() => {
    const over = locked ? Promise.resolve() : endDay();
    over.then(countNotes).then(setNotes);
  }, [locked]);
  return notes > 0 ? <Strip text={t.leftHere(notes)} /> : null;
}
