import { Link } from "@remix-run/react";
import { Fragment } from "react";
import type { GivenYoung } from "#domain/guides/moves.server.ts";
import { dayOf } from "#domain/moments.ts";
import { Button } from "#ui/button.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { CommandForm } from "./command-form.tsx";
import { useFrame } from "./frame.ts";

/** Who came to the reader, from whom and when. */
export function GivenLine({ of: { from, movedAt, youngPeople }, today }: { of: GivenYoung; today: string }) {
  const { guideTeam: t } = useWords();
  const { language } = useFrame();
  const day = dayWords(language, today).near(dayOf(movedAt));
  return (
    <>
      {t.given(youngPeople.length, from, day)}:{" "}
      {youngPeople.map(({ id, name }, n) => (
        <Fragment key={id}>
          {n > 0 && ", "}
          <Link to={`/people/${id}`}>{name}</Link>
        </Fragment>
      ))}
    </>
  );
}

/** `Set`: it is no news any more. */
export function SeeGiven({ of: { id, from } }: { of: GivenYoung }) {
  const { guideTeam: t } = useWords();
  return (
    <CommandForm intent="see-given-young" fields={{ id }} className="strip-form">
      {({ busy }) => (
        <Button dense disabled={busy} aria-label={t.seenFrom(from)}>
          {t.seen}
        </Button>
      )}
    </CommandForm>
  );
}
