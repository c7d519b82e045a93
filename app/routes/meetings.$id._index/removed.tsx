import { useNavigate } from "@remix-run/react";
import { createContext, type ReactNode, useContext } from "react";
import { CommandForm } from "#frame/command-form.tsx";
import { SavingWord } from "#frame/saving-word.tsx";
import { useCommand } from "#live/use-command.ts";
import { Button } from "#ui/button.tsx";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";
import { useAgenda } from "./model.ts";

const Remove = createContext<(itemId: string) => void>(() => undefined);

const afterRemoval = (meetingId: string, itemId: string) => `/meetings/${meetingId}?removed=${itemId}`;

/** Taking an item off outlives its row: the row is gone before the answer comes. */
export function RemovalProvider({ children }: { children: ReactNode }) {
  const { meetingId } = useAgenda();
  const navigate = useNavigate();
  const { send, saving } = useCommand<{ id: string }>("remove-item", ({ id }) =>
    navigate(afterRemoval(meetingId, id), { preventScrollReset: true }),
  );
  return (
    <Remove.Provider value={(itemId) => send({ itemId })}>
      {children}
      {(saving.state === "refused" || saving.state === "waiting") && <SavingWord saving={saving} />}
    </Remove.Provider>
  );
}

export function RemoveForm({ itemId }: { itemId: string }) {
  const { agenda: t } = useWords();
  const { meetingId } = useAgenda();
  const remove = useContext(Remove);
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        remove(itemId);
      }}
    >
      <input type="hidden" name="intent" value="remove-item" />
      <input type="hidden" name="itemId" value={itemId} />
      <input type="hidden" name="back" value={afterRemoval(meetingId, itemId)} />
      <button type="submit">{t.remove}</button>
    </form>
  );
}

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
