import type { HandoverTaken } from "#domain/guides/handover-lines.server.ts";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { CommandForm } from "./command-form.tsx";

/** `Set`: that somebody has taken over is no news any more. */
export function SeeTaken({ of: { id, name } }: { of: HandoverTaken }) {
  const { guideHandover: t } = useWords();
  return (
    <CommandForm intent="see-handover-taken" fields={{ id }} className="strip-form">
      {({ busy }) => (
        <Button dense disabled={busy} aria-label={t.seenOf(name)}>
          {t.seen}
        </Button>
      )}
    </CommandForm>
  );
}
