import { useEffect, useState } from "react";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useBoard } from "./model.ts";

type Props = { actionId?: string; onChange?: () => void };

/** `Hører til mål`: for those alone who may know of goals. What is not touched is not sent, so that another's choice stands. */
export function GoalField({ actionId, onChange }: Props) {
  const { plan: t } = useWords();
  const { goals: of } = useBoard();
  const [live, setLive] = useState(false);
  const [touched, setTouched] = useState(false);
  useEffect(() => setLive(true), []);
  if (!of || of.goals.length === 0) return null;
  return (
    <SelectField
      label={t.servesGoal}
      name={live && !touched ? undefined : "goalId"}
      defaultValue={(actionId && of.serves[actionId]) ?? ""}
      onChange={() => {
        setTouched(true);
        onChange?.();
      }}
    >
      <option value="">{t.noArea}</option>
      {of.goals.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </SelectField>
  );
}
