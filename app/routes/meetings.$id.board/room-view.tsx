import { Link, useNavigation } from "@remix-run/react";
import { nextToOpen } from "#domain/agenda/rules.ts";
import { slotOf } from "#domain/meetings/slot.ts";
import { clockOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { FactsForSchool } from "#frame/school-facts.tsx";
import { useConnected } from "#live/use-connected.ts";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import type { Draft } from "./drafts.tsx";
import { Leftovers } from "./leftovers.tsx";
import { type Agenda, type Place, useBoard, useNames } from "./model.ts";
import { UnsaidNext } from "./unsaid.tsx";

/**
 * What stands while no item does: before the meeting, between two items, in a pause, after; empty of every person.
 * @param out the right to the item has just ended, and the meeting is still at it.
 * @param holding one still writes while the next item is open already: then there is nothing to open.
 */
export function RoomView({
  agenda,
  leftover,
  out,
  holding,
}: {
  agenda: Agenda;
  leftover: Draft[];
  out: boolean;
  holding: boolean;
}) {
  const { board: t } = useWords();
  const { me } = useBoard();
  const { meeting, places } = agenda;
  const busy = useNavigation().state !== "idle";
  const heading =
    meeting.room === "over"
      ? t.change.over
      : meeting.room === "pause" && meeting.pauseUntil
        ? t.change.pausedUntil(clockOf(meeting.pauseUntil))
        : meeting.state === "running"
          ? meeting.room === "item"
            ? t.change.otherItem
            : t.change.title
          : t.change.notBegun(clockOf(meeting.startsAt));
  return (
    <section className="board-room" id="item" tabIndex={-1} aria-busy={busy}>
      {out ? (
        <p role="status" tabIndex={-1} data-lands>
          {t.gone}
        </p>
      ) : (
        <h2 tabIndex={-1} data-lands>
          {heading}
        </h2>
      )}
      <Leftovers drafts={leftover} />
      {meeting.room === "over" ? (
        <p>
          <Link to={`/meetings/${meeting.id}/minutes`}>{t.change.toMinutes}</Link>
        </p>
      ) : holding ? null : me.runs ? (
        <ChairsChange agenda={agenda} />
      ) : (
        <Waiting places={places} between={meeting.state === "running" && meeting.room !== "item"} />
      )}
    </section>
  );
}

/** The chair sees who goes and who comes, and opens the next item when the room is ready. */
function ChairsChange({ agenda: { meeting, places } }: { agenda: Agenda }) {
  const { board: t } = useWords();
  const { roomSeats } = useBoard();
  const connected = useConnected(meeting.id, true);
  const { nameOf } = useNames();
  const slot = nextToOpen(places.map(slotOf));
  const next = places.find(({ id }) => id === slot?.id) ?? null;
  // Handled, put off or planned again: whoever was in it sits in the room until the next one opens.
  const last = places.find(({ id }) => id === meeting.pointerItemId) ?? null;
  const seatsAt = (place: Place | null) => (place ? (roomSeats[place.id] ?? []) : []);
  const stay = new Set(seatsAt(next).map(({ staffId }) => staffId));
  const were = new Set(seatsAt(last).map(({ staffId }) => staffId));
  const goes = seatsAt(last).filter(
    ({ staffId, presence }) => (presence === "room" || presence === "video") && (!staffId || !stay.has(staffId)),
  );
  const comes = seatsAt(next).filter(({ staffId }) => staffId && !were.has(staffId));
  const name = ({ staffId, name: own, participantKind }: (typeof goes)[number]) =>
    staffId ? nameOf(staffId) : own || t.present.kinds[participantKind];
  const onVideo = goes.filter(({ presence }) => presence === "video").length;
  return (
    <div className="room-change">
      <div className="room-lists">
        {last && (
          <div>
            <h3 className="region-label">{t.change.goes}</h3>
            {goes.length === 0 && <p className="meta">{t.change.nobodyGoes}</p>}
            <ul>
              {goes.map((seat) => (
                <li key={seat.id}>
                  {name(seat)}{" "}
                  <span className="meta">{seat.presence === "video" ? t.change.video : t.change.inRoom}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {next && (
          <div>
            <h3 className="region-label">{t.change.comes}</h3>
            {comes.length === 0 && <p className="meta">{t.change.nobodyComes}</p>}
            <ul>
              {comes.map((seat) => (
                <li key={seat.id}>
                  {name(seat)}{" "}
                  <span className="meta">
                    {seat.presence
                      ? t.present[seat.presence].toLowerCase()
                      : connected.has(seat.staffId ?? "")
                        ? t.change.waits
                        : t.present.notCalled}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {onVideo > 0 && <p>{t.change.rememberVideo(onVideo, comes.length)}</p>}
      {next && <UnsaidNext itemId={next.id} seats={seatsAt(next)} />}
      {next ? (
        <CommandForm intent="open-item" fields={{ itemId: next.id }}>
          <Button variant="primary" id="room-ready">
            {next.itemKind === "pause" ? t.change.readyPause : t.change.ready(next.number)}
          </Button>
        </CommandForm>
      ) : (
        <p>{t.change.nothingLeft}</p>
      )}
      <div className="button-line">
        {last?.state === "handled" && (
          <CommandForm intent="open-item" fields={{ itemId: last.id }}>
            <Button variant="text">{t.change.backTo(last.number)}</Button>
          </CommandForm>
        )}
        {last?.state === "handled" && (
          <Link className="button button-text" to={`?item=${last.id}`} preventScrollReset>
            {t.change.writeOn(last.number)}
          </Link>
        )}
        {meeting.state === "running" && meeting.room !== "pause" && (
          <CommandForm intent="hold-pause" fields={{ meetingId: meeting.id }}>
            <Button variant="text">{t.change.pause}</Button>
          </CommandForm>
        )}
      </div>
    </div>
  );
}

/** Those who wait: their own remaining items, and when they are expected; the time follows the meeting. */
function Waiting({ places, between }: { places: Place[]; between: boolean }) {
  const { board: t } = useWords();
  const { cards, facts, today } = useBoard();
  const mine = places.filter(({ id, state, itemKind }) => cards[id] && state === "planned" && itemKind !== "pause");
  const [first, ...others] = mine;
  return (
    <>
      {between && <p>{t.change.participant}</p>}
      {first ? (
        <p className="lead">{t.change.waiting(first.number, clockOf(first.expectedAt))}</p>
      ) : (
        facts.length === 0 && <p>{t.change.noItems}</p>
      )}
      <FactsForSchool facts={facts} today={today} />
      {others.length > 0 && (
        <>
          <h3 className="region-label">{t.change.yourItems}</h3>
          <ul className="rows">
            {others.map((place) => (
              <li key={place.id}>
                {t.agenda.item(place.number)} <span className="meta">{t.change.about(clockOf(place.expectedAt))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
