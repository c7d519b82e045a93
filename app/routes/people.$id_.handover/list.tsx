import { Link } from "@remix-run/react";
import { type HandoverCheck, handoverChecks, receiverOf } from "#domain/guides/handover.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Stands } from "#frame/stands.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { DayField } from "#ui/fields.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { type OpenHandover, useDays, useHandover } from "./model.ts";

/** What must be in order before anybody takes over: read from what stands, so there is nothing to tick. */
export function Checks({ of }: { of: OpenHandover }) {
  const { guideHandover: t } = useWords();
  return (
    <>
      <h3 className="region-label">{t.list}</h3>
      <ul className="rows">
        {handoverChecks.map((check) => (
          <li key={check}>
            <span className="row-main">
              {t.checks[check]} <Beside check={check} of={of} />
            </span>
            <StatusWord state={of.checks[check] ? "done" : "waiting"}>
              {of.checks[check] ? t.done : t.lacking}
            </StatusWord>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The day, or the way to what is lacking. */
function Beside({ check, of }: { check: HandoverCheck; of: OpenHandover }) {
  const { guideHandover: t } = useWords();
  const { person, gives } = useHandover();
  const days = useDays();
  const on = check === "met" ? of.metOn : check === "written" ? of.writtenOn : null;
  if (on) return <span className="meta keep-together">{days.short(on)}</span>;
  if (of.checks[check]) return null;
  if (check === "promises") {
    const words = receiverOf(of.kind) === "elsewhere" ? t.openPromisesOut : t.openPromises;
    return <span className="meta">{words(of.openPromises)}</span>;
  }
  if (!gives) return null;
  if (check === "plan") return <Link to={`/people/${person.id}`}>{t.toPlanWrite}</Link>;
  if (check === "consents") return <Link to={`/people/${person.id}/consents/new`}>{t.toConsent}</Link>;
  return null;
}

/** What only people know: two days; and the giver alone says whether own reminders go along. */
export function Noted({ of: { id, version, kind, metOn, writtenOn, remindersGo } }: { of: OpenHandover }) {
  const { guideHandover: t } = useWords();
  const { own } = useHandover();
  const days = useDays();
  const day = (stands: string | null) => (stands ? days.full(stands) : "");
  return (
    <CommandForm intent="note-guide-handover" fields={{ id, version }} className="page-form" holdsVersion>
      {({ problem, typed, ticked, stands, busy }) => (
        <>
          <DayField
            label={t.metOn}
            hint={t.dayHint}
            name="metOn"
            short
            defaultValue={typed("metOn") ?? day(metOn)}
            error={problem("metOn")}
          />
          <Stands now={day(stands("metOn") ?? null)} />
          <DayField
            label={t.writtenOn}
            name="writtenOn"
            short
            defaultValue={typed("writtenOn") ?? day(writtenOn)}
            error={problem("writtenOn")}
          />
          <Stands now={day(stands("writtenOn") ?? null)} />
          {own && receiverOf(kind) !== "elsewhere" && (
            <Choice
              name="remindersGo"
              value="yes"
              label={t.remindersGo}
              hint={t.remindersHint}
              defaultChecked={ticked("remindersGo", "yes", remindersGo)}
            />
          )}
          <Button disabled={busy}>{t.save}</Button>
        </>
      )}
    </CommandForm>
  );
}
