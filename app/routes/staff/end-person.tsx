import type { StaffList } from "#domain/staff/queries.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";

type Props = Pick<StaffList["people"][number], "id" | "version" | "name"> & { held: NonNullable<StaffList["held"]> };

/** Asked before somebody is ended: what they leave to others, in numbers, and who reads of it. */
export function EndPerson({ id, version, name, held }: Props) {
  const { staff: t } = useWords();
  const { language } = useFrame();
  const { coordinators, ...numbers } = held;
  const left = (Object.keys(numbers) as (keyof typeof numbers)[]).filter((what) => numbers[what] > 0);
  return (
    <AskFor intent="end-staff" fields={{ id }} label={t.ended}>
      <CommandForm intent="end-staff" fields={{ id, version }}>
        <p>
          <strong>{t.endedAsk(name)}</strong>
        </p>
        {left.length === 0 && <p>{t.holdsNothing}</p>}
        {left.length > 0 && (
          <>
            <p>{t.leaves}</p>
            <ul className="rows measure">
              {left.map((what) => (
                <li key={what}>{t.held[what](numbers[what])}</li>
              ))}
            </ul>
            <p className="measure">
              {coordinators.length > 0 ? t.coordinatorsSee(listed(coordinators, language)) : t.nobodySees}
            </p>
          </>
        )}
        <Button variant="danger">{t.endedYes(name)}</Button>
        <p className="form-hint measure">{t.endedHint}</p>
      </CommandForm>
    </AskFor>
  );
}
