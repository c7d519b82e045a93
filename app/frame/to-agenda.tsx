import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { CommandForm } from "./command-form.tsx";

/** How long an item is when nobody says otherwise. */
const USUAL_MINUTES = 20;

type Props = {
  youngPerson: { id: string; name: string };
  meetingId: string;
  /** The meeting's day, in words. */
  day: string;
  question: string;
  label?: string;
  onDone?: () => void;
};

/** One press: on the agenda, with a question that is suggested and can be changed there. */
export function ToAgenda({ youngPerson, meetingId, day, question, label, onDone }: Props) {
  const { transition: t } = useWords();
  const fields = { meetingId, kind: "person", youngPersonId: youngPerson.id, question, minutes: USUAL_MINUTES };
  return (
    <CommandForm intent="add-item" fields={fields} onDone={onDone} className="screen-only">
      {({ busy, problem }) => (
        <>
          <Button dense disabled={busy} aria-label={label ? undefined : t.toAgendaWhom(youngPerson.name, day)}>
            {label ?? t.toAgenda}
          </Button>
          {problem("youngPersonId") && <span className="form-error-message">{problem("youngPersonId")}</span>}
        </>
      )}
    </CommandForm>
  );
}
