import { CommandForm } from "#frame/command-form.tsx";
import { Ask } from "#ui/ask.tsx";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { useMinutes } from "./use-minutes.ts";

/** `Send udkastet`, and for the chair `Godkend referatet`: each asks before it is done. */
export function Closing() {
  const { minutes: t } = useWords();
  const { meeting, items, may } = useMinutes();
  const lacking = items.filter(({ lacks }) => lacks.length > 0).length;
  return (
    <>
      {may.send && (
        <Ask label={t.send} variant="primary">
          <CommandForm intent="send-draft" fields={{ meetingId: meeting.id }}>
            {lacking > 0 && <p>{t.sendLacks(lacking)}</p>}
            <p>{t.sendAsks}</p>
            <Button>{t.send}</Button>
          </CommandForm>
        </Ask>
      )}
      {may.approve && (
        <Ask label={t.approve} variant="primary">
          <CommandForm intent="approve-minutes" fields={{ meetingId: meeting.id }}>
            <p>{t.approveAsks}</p>
            <Button>{t.approve}</Button>
          </CommandForm>
        </Ask>
      )}
    </>
  );
}
