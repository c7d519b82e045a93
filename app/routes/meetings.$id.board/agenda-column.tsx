import { Link, useNavigate } from "@remix-run/react";
import { nextToOpen } from "#domain/agenda/rules.ts";
import { slotOf } from "#domain/meetings/slot.ts";
import { clockOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";
import { initials } from "#ui/initials.ts";
import { useRovingFocus } from "#ui/roving.tsx";
import { RowMenu, RowMenuItem } from "#ui/row-menu.tsx";
import { useWords } from "#words/words.ts";
import { EndMeeting } from "./end-meeting.tsx";
import { Lateness } from "./lateness.tsx";
import { type Agenda, type Place, useBoard } from "./model.ts";

const LEFT = "left";
const END = "end";

/** The agenda: one line an item, its time following the meeting. One tab stop; ↑ ↓ move, Enter looks. */
export function AgendaColumn({ agenda, shownId, tab }: { agenda: Agenda; shownId: string | null; tab: boolean }) {
  const { board: t } = useWords();
  const board = useBoard();
  const navigate = useNavigate();
  const { meeting, places } = agenda;
  const open = places.filter(({ state }) => state !== "postponed" && state !== "not_reached");
  const left = places.filter(
    ({ state, itemKind }) => itemKind !== "pause" && (state === "postponed" || state === "not_reached"),
  );
  const look = (id: string) =>
    navigate(id === meeting.pointerItemId && meeting.room === "item" ? "." : `?item=${id}`, {
      preventScrollReset: true,
    });
  const ends = board.me.runs && meeting.state === "running";
  // The foot is one stop with the rows: down, past the last of them.
  const { listProps, rowProps } = useRovingFocus(
    [...open.map(({ id }) => id), ...(left.length > 0 ? [LEFT] : []), ...(ends ? [END] : [])],
    {
      onEnter: (id) => board.cards[id] && look(id),
    },
  );
  return (
    <nav className={tab ? "board-agenda board-agenda-open" : "board-agenda"} aria-label={t.agenda.title} {...listProps}>
      <h2 className="region-label">{t.agenda.title}</h2>
      <div className="board-narrow">
        <Lateness agenda={agenda} />
      </div>
      <ol className="agenda-rows">
        {open.map((place) => (
          <li
            key={place.id}
            {...rowProps(place.id)}
            className={rowClass(place, meeting.pointerItemId, meeting.room === "item", shownId)}
          >
            <AgendaRow place={place} agenda={agenda} onLook={() => look(place.id)} />
          </li>
        ))}
      </ol>
      <div className="agenda-foot">
        {left.length > 0 && (
          <details>
            <summary {...rowProps(LEFT)}>
              {t.agenda.notReached} ({left.length})
            </summary>
            <ul className="agenda-rows">
              {left.map((place) => (
                <li key={place.id} className="agenda-row">
                  <span>{whose(place, board, t)}</span>
                  {board.me.runs && place.state === "postponed" && (
                    <CommandForm intent="undo-postpone" fields={{ itemId: place.id }}>
                      <button type="submit" className="button button-text button-dense">
                        {t.agenda.undoPostpone}
                      </button>
                    </CommandForm>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )}
        {board.me.runs && meeting.state !== "closed" && <PhoneChair agenda={agenda} />}
        {ends && <EndMeeting agenda={agenda} row={rowProps(END)} />}
      </div>
    </nav>
  );
}

/** On a phone the chair moves the meeting on from here too. */
function PhoneChair({ agenda: { meeting, places } }: { agenda: Agenda }) {
  const { board: t } = useWords();
  const next = nextToOpen(places.map(slotOf));
  const place = places.find(({ id }) => id === next?.id);
  return (
    <div className="agenda-phone">
      {meeting.room === "item" ? (
        <CommandForm intent="end-item" fields={{ meetingId: meeting.id }}>
          <Button variant="primary" wide>
            {t.before.on}
          </Button>
        </CommandForm>
      ) : (
        place && (
          <CommandForm intent="open-item" fields={{ itemId: place.id }}>
            <Button variant="primary" wide>
              {place.itemKind === "pause" ? t.change.readyPause : t.change.ready(place.number)}
            </Button>
          </CommandForm>
        )
      )}
    </div>
  );
}

function rowClass(place: Place, pointer: string | null, live: boolean, shownId: string | null) {
  const classes = ["agenda-row"];
  if (live && place.id === pointer) classes.push("agenda-row-now");
  if (place.id === shownId) classes.push("agenda-row-shown");
  return classes.join(" ");
}

function whose(
  place: Place,
  { cards, names }: Pick<ReturnType<typeof useBoard>, "cards" | "names">,
  { agenda: t }: ReturnType<typeof useWords>["board"],
) {
  if (place.itemKind === "pause") return place.title || t.pause;
  if (place.itemKind === "common") return place.title ?? "";
  if (place.itemKind === "unnamed") return t.unnamed;
  const name = cards[place.id]?.name ?? names[place.id];
  return name ? initials(name) : t.taken;
}

function AgendaRow({ place, agenda: { meeting }, onLook }: { place: Place; agenda: Agenda; onLook: () => void }) {
  const { board: t } = useWords();
  const board = useBoard();
  const { cards, me } = board;
  const mine = cards[place.id] !== undefined;
  const now = meeting.room === "item" && place.id === meeting.pointerItemId;
  const label = whose(place, board, t);
  return (
    <>
      <span className="agenda-number figures">
        {place.state === "handled" ? (
          <Icon name="check" label={t.agenda.handled} />
        ) : place.itemKind === "pause" ? (
          ""
        ) : (
          place.number
        )}
      </span>
      {mine && place.itemKind !== "pause" ? (
        <Link
          to={now ? "." : `?item=${place.id}`}
          className="agenda-who"
          tabIndex={-1}
          preventScrollReset
          aria-current={now ? "step" : undefined}
          onClick={(event) => {
            event.preventDefault();
            onLook();
          }}
        >
          {label}
        </Link>
      ) : (
        <span className="agenda-who meta">{label}</span>
      )}
      <span className="agenda-time figures">
        {place.state === "handled" && place.openedAt
          ? clockOf(place.openedAt)
          : clockOf(now && place.openedAt ? place.openedAt : place.expectedAt)}
      </span>
      {place.fixedAt && <span className="agenda-note meta">{place.inDanger ? t.agenda.inDanger : t.agenda.fixed}</span>}
      {me.runs && meeting.state !== "closed" && !now && (
        <RowMenu label={t.agenda.menu(label)} tabIndex={-1}>
          <RowMenuItem>
            <CommandForm intent="open-item" fields={{ itemId: place.id }}>
              <button type="submit" className="button button-text">
                {t.agenda.takeNow}
              </button>
            </CommandForm>
          </RowMenuItem>
        </RowMenu>
      )}
    </>
  );
}
