import type { NotComing } from "#domain/guides/not-coming.server.ts";
import { Button } from "#ui/button.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { CommandForm } from "./command-form.tsx";
import { useFrame } from "./frame.ts";

/** Who does not come to the reader after all, and since when that is so. */
export function NotComingLine({ of: { firstName, saidOn }, today }: { of: NotComing; today: string }) {
  const { guides: t } = useWords();
  const { language } = useFrame();
  return <>{t.notComing(firstName, dayWords(language, today).near(saidOn))}</>;
}

/** `Set`: it is no news any more. */
export function SeeNotComing({ of: { id, firstName } }: { of: NotComing }) {
  const { guides: t, guideTeam } = useWords();
  return (
    <CommandForm intent="see-not-coming" fields={{ id }} className="strip-form">
      {({ busy }) => (
        <Button dense disabled={busy} aria-label={t.seenNotComing(firstName)}>
          {guideTeam.seen}
        </Button>
      )}
    </CommandForm>
  );
}
