import { Link } from "@remix-run/react";
import { dayOf } from "#domain/moments.ts";
import type { HelpAsked as Asked } from "#domain/start/help-asked.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { ToAgenda } from "#frame/to-agenda.tsx";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays, useStart } from "./use-start.ts";

/** Who asked for help when somebody called after STU: seen to by the contact person, or put on the next agenda. */
export function HelpAsked() {
  const { graduates: t, transition } = useWords();
  const { helpAsked } = useStart();
  const days = useDays();
  if (helpAsked.length === 0) return null;
  return (
    <Block title={t.asked}>
      <ul className="rows rows-fall">
        {helpAsked.map((asked) => (
          <li key={asked.id}>
            <span className="row-main">
              <Link to={`/people/${asked.youngPerson.id}`}>{t.askedHelp(asked.youngPerson.name)}</Link>
              {asked.coming && (
                <span className="meta"> {transition.onAgenda(days.near(dayOf(asked.coming.startsAt)))}</span>
              )}
            </span>
            {asked.help === "forum" && !asked.coming && asked.next ? (
              <Ask asked={asked} next={asked.next} />
            ) : (
              <Taken asked={asked} />
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}

const formOf = (id: string) => `helped-${id}`;

function Taken({ asked: { id, version, youngPerson } }: { asked: Asked }) {
  const { graduates: t } = useWords();
  return (
    <CommandForm intent="give-help" fields={{ id, version }} id={formOf(id)}>
      {({ busy }) => (
        <Button dense disabled={busy} aria-label={t.takenWhom(youngPerson.name)}>
          {t.taken}
        </Button>
      )}
    </CommandForm>
  );
}

/** One press: on the agenda, and seen to. Without JavaScript the second is pressed when the page comes back. */
function Ask({ asked, next }: { asked: Asked; next: NonNullable<Asked["next"]> }) {
  const { graduates: t } = useWords();
  const { near } = useDays();
  const { id, youngPerson } = asked;
  const seenTo = () => (document.getElementById(formOf(id)) as HTMLFormElement | null)?.requestSubmit();
  return (
    <>
      <ToAgenda
        youngPerson={youngPerson}
        meetingId={next.meetingId}
        day={near(dayOf(next.startsAt))}
        question={t.askedQuestion(youngPerson.firstName)}
        onDone={seenTo}
      />
      <div hidden>
        <Taken asked={asked} />
      </div>
    </>
  );
}
