import { useWords } from "#words/words.ts";
import { useItem } from "./item-context.ts";
import { useBoard, useNames } from "./model.ts";

/** For whoever runs the meeting alone: what the big screen holds back of this item, and on whose account. */
export function HiddenOnScreen() {
  const { board: t, screen } = useWords();
  const { hiddenOnScreen: hidden } = useBoard();
  const { item, agenda } = useItem();
  const { departmentName } = useNames();
  if (!hidden || item.id !== agenda.meeting.pointerItemId) return null;
  const names = hidden.because.map(
    ({ departmentId, organisation, participantKind }) =>
      departmentName(departmentId) || organisation || t.present.kinds[participantKind],
  );
  return <p className="meta item-hidden">{screen.hidden(hidden.fields, [...new Set(names)])}</p>;
}
