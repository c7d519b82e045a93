import { Link, useNavigate, useSearchParams } from "@remix-run/react";
import { clockOf, dayOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { MeetingFields } from "#frame/meeting-fields.tsx";
import { PrintButton } from "#frame/print-button.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";
import { isOpenFor, useAgenda, useNaming } from "./model.ts";

/** When, where, who leads; the views; and what can be done with the agenda as a whole. */
export function AgendaHead() {
  const { agenda: t } = useWords();
  const { language } = useFrame();
  const { meeting, typeLabel, mayRun, placeKept } = useAgenda();
  const { nameOf, days } = useNaming();
  const [search] = useSearchParams();
  const { startsAt, endsAt, place, videoLink, state, lockedAt } = meeting;
  const where = [place, videoLink && t.video].filter(Boolean).join(" · ");
  return (
    <header className="agenda-head">
      <h1>{t.title(typeLabel[language], days.long(dayOf(startsAt)), clockOf(startsAt), clockOf(endsAt))}</h1>
      <p className="meta">
        {where && <>{where} · </>}
        {t.chair(nameOf(meeting.chairId))} · {t.minuteTaker(nameOf(meeting.minuteTakerId))}
      </p>
      {placeKept && <p>{t.placeKept}</p>}
      <HeadButtons />
      {state === "draft" && <p className="meta">{t.draft}</p>}
      {lockedAt && (
        <p className="meta">
          <Icon name="lock" /> {t.locked(t.lockedAt(days.withWeekday(dayOf(lockedAt)), clockOf(lockedAt)))}
        </p>
      )}
      {state === "running" && <p className="meta">{t.running}</p>}
      {state === "closed" && <p className="meta">{t.over}</p>}
      <nav aria-label={t.views.label} className="page-views">
        <ViewLink view={null} label={t.views.agenda} />
        <ViewLink view="people" label={t.views.people} />
        {mayRun && <ViewLink view="ready" label={t.views.ready} />}
      </nav>
      {search.get("facts") && mayRun && isOpenFor(meeting) && <Facts />}
    </header>
  );
}

function ViewLink({ view, label }: { view: string | null; label: string }) {
  const [search] = useSearchParams();
  const shown = search.get("view") === view;
  return (
    <Link to={view ? `?view=${view}` : "?"} aria-current={shown ? "page" : undefined} preventScrollReset>
      {label}
    </Link>
  );
}

/** One of them is filled: the board on the day, sending out before that. */
function HeadButtons() {
  const { agenda: t } = useWords();
  const { meeting, mayRun, mayMake, today, meetingId } = useAgenda();
  const { state, startsAt } = meeting;
  const onTheDay = dayOf(startsAt) === today || state === "running";
  return (
    <div className="button-line">
      {state !== "draft" && (
        <LinkButton
          to={`/meetings/${meetingId}/board`}
          variant={onTheDay && state !== "closed" ? "primary" : "outlined"}
        >
          {t.openBoard}
        </LinkButton>
      )}
      {mayRun && state === "draft" && (
        <CommandForm intent="publish-meeting" fields={{ meetingId }}>
          <Button variant="primary">{t.publish}</Button>
        </CommandForm>
      )}
      {mayRun && (state === "draft" || state === "published") && (
        <CommandForm intent="lock-agenda" fields={{ meetingId }}>
          <Button>{t.lock}</Button>
        </CommandForm>
      )}
      <PrintButton label={t.print} of={{ meetingId, paper: "agenda" }} />
      {mayMake && (
        <LinkButton to={`/meetings?make=copy&from=${meetingId}`}>
          <Icon name="copy" />
          {t.copy}
        </LinkButton>
      )}
      {mayRun && isOpenFor(meeting) && (
        <LinkButton to="?facts=yes" preventScrollReset variant="text">
          {t.changeFacts}
        </LinkButton>
      )}
    </div>
  );
}

function Facts() {
  const { agenda: t, frame } = useWords();
  const { meeting, meetingId, members, types, people, leaders, today } = useAgenda();
  const navigate = useNavigate();
  const close = () => navigate(`/meetings/${meetingId}`, { preventScrollReset: true });
  const { startsAt, endsAt } = meeting;
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  const facts = { ...meeting, on: dayOf(startsAt), clock: clockOf(startsAt), minutes, members };
  return (
    <Sheet open onClose={close} title={t.changeFacts} closeLabel={frame.close}>
      <CommandForm intent="change-meeting" fields={{ meetingId, version: meeting.version }} onDone={close}>
        {(form) => (
          <>
            <input type="hidden" name="back" value={`/meetings/${meetingId}`} />
            <MeetingFields facts={facts} types={types} people={people} leaders={leaders} today={today} form={form} />
            <Button variant="primary" disabled={form.busy}>
              {frame.save}
            </Button>
          </>
        )}
      </CommandForm>
    </Sheet>
  );
}
