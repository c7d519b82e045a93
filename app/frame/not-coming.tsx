import type { NotComing } from "#domain/guides/not-coming.server.ts";
import { Button } from "#ui/button.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { CommandForm } from "./command-form.tsx";
import { useFrame } from "./frame.ts";

/** Who does not come to the reader after all, or is not theirs any more, and since when that is so. */
export function NotComingLine({ of: { name, wasTheirs, saidOn }, today }: { of: NotComing; today: string }) {
  const { guides: t } = useWords();
  const { language } = useFrame();
  return <>{(wasTheirs ? t.notYours : t.notComing)(name, dayWords(language, today).near(saidOn))}</>;
}

/** `Set`: it is no news any more. */
export function SeeNotComing({ of: { id, name } }: { of: NotComing }) {
  const { guides: t, guideTeam } = useWords();
  return (
    <CommandForm intent="see-not-coming" fields={{ id }} className="strip-form">
      {({ busy }) => (
        <Button dense disabled={busy} aria-label={t.seenNotComing(name)}>
          {guideTeam.seen}
        </Button>
      )}
    </CommandForm>
  );
}
