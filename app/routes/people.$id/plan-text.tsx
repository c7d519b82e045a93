import type { ReactNode } from "react";
import { TextInPlace } from "#frame/text-in-place.tsx";
import { HistoryLink } from "./history-link.tsx";
import { fieldOf, type TextPlace, textOf, useNames, usePerson } from "./model.ts";

type Props = {
  place: TextPlace;
  /** What the text is called, for its field and its button. */
  label: string;
  hint?: string;
  /** What stands where nothing is written. */
  empty: string;
  /** How the text stands when nobody writes in it. */
  children: (text: string) => ReactNode;
  rows?: number;
};

/** A text of the plan, written in place. */
export function PlanText({ place, ...rest }: Props) {
  const page = usePerson();
  const { nameOf } = useNames();
  const row = textOf(page, place);
  const { id: youngPersonId, mayWrite, writers, write } = page;
  const field = fieldOf(place);
  return (
    <TextInPlace
      {...rest}
      intent="write-plan-text"
      fields={{ youngPersonId, part: place.part, area: place.area ?? "", departmentId: place.departmentId ?? null }}
      text={row?.text ?? ""}
      version={row?.version ?? 0}
      mayWrite={mayWrite}
      history={row && <HistoryLink row={row} of={rest.label} />}
      editedBy={nameOf(row?.editedById ?? null)}
      writers={Object.entries(writers)
        .filter(([, where]) => where === field)
        .map(([staffId]) => nameOf(staffId))}
      onWriting={(writing) => write(writing ? field : "")}
    />
  );
}
