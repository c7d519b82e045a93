import { useNavigate } from "@remix-run/react";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";
import { useAgenda } from "./model.ts";

/** What was just taken off can be put back. */
export function Removed({ itemId }: { itemId: string }) {
  const { agenda: t } = useWords();
  const { meetingId } = useAgenda();
  const navigate = useNavigate();
  const back = `/meetings/${meetingId}`;
  return (
    <Strip
      text={t.removed}
      action={
        <CommandForm
          intent="restore-item"
          fields={{ itemId }}
          onDone={() => navigate(back, { replace: true, preventScrollReset: true })}
        >
          <input type="hidden" name="back" value={back} />
          <Button variant="text" dense>
            {t.undo}
          </Button>
        </CommandForm>
      }
    />
  );
}
