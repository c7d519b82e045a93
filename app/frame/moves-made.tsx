import { clockOf } from "#domain/moments.ts";
import type { MoveMade } from "#domain/people/caseload.server.ts";
import { Button } from "#ui/button.tsx";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";
import { CommandForm } from "./command-form.tsx";

type Props = { moves: readonly MoveMade[]; intent: string; nameOf: (id: string | null) => string };

/** Young people who were given to another just now, and can be taken back. */
export function MovesMade({ moves, intent, nameOf }: Props) {
  const { stuTeam: t } = useWords();
  return moves.map(({ id, version, fromId, toId, youngPeople, until }) => (
    <Strip
      key={id}
      text={`${t.moved(youngPeople, fromId ? nameOf(fromId) : "", nameOf(toId), nameOf(null))} ${t.undoUntil(clockOf(until))}`}
      action={
        <CommandForm intent={intent} fields={{ id, version }}>
          {({ busy }) => (
            <Button dense disabled={busy}>
              {t.undo}
            </Button>
          )}
        </CommandForm>
      }
    />
  ));
}
