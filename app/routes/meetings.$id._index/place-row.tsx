import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { clockOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { RowMenu, RowMenuItem } from "#ui/row-menu.tsx";
import { useWords } from "#words/words.ts";
import { type Place, useAgenda, useNaming } from "./model.ts";
import { RemoveForm } from "./removed.tsx";
import { Signs } from "./signs.tsx";
import { useFocusWhenMoved } from "./use-focus-back.ts";

type Props = {
  place: Place;
  index: number;
  /** What the row is dragged by. */
  handle?: ReactNode;
};

/** One place of the agenda: number, time, whom it is about, the question, the minutes, what is ready, and its buttons. */
export function PlaceRow({ place, index, handle }: Props) {
  const { agenda: t } = useWords();
  const { meeting } = useAgenda();
  const { about } = useNaming();
  const onMove = useFocusWhenMoved(place.id, index);
  const { number, expected, card, itemKind, state, movable } = place;
  const now = meeting.room === "item" && meeting.pointerItemId === place.id;
  const notes = [
    place.fixedAt && t.fixed,
    expected?.fixedInDanger && state === "planned" && t.inDanger,
    place.changedAfterLock && meeting.lockedAt && t.changed,
    t.states[state],
  ].filter(Boolean);
  return (
    <div
      id={`place-${place.id}`}
      onSubmitCapture={onMove}
      className={["place-row", now && "place-now", !card && itemKind === "person" && "place-taken"]
        .filter(Boolean)
        .join(" ")}
    >
      <span className="place-handle">{handle}</span>
      <span className="place-number figures">{number}</span>
      <span className="place-time figures">{expected && clockOf(expected.startsAt)}</span>
      <span className="place-about">{about(place)}</span>
      <span className="place-question">{(itemKind === "person" || itemKind === "unnamed") && card?.question}</span>
      <span className="place-minutes figures">{t.minutes(place.minutes)}</span>
      <span className="place-notes meta">{notes.join(" · ")}</span>
      <span className="place-signs">{itemKind === "person" && card && <Signs place={place} card={card} />}</span>
      <span className="place-moves">{movable && <Moves place={place} index={index} />}</span>
      <span className="place-menu">{(place.editable || card) && <PlaceMenu place={place} index={index} />}</span>
    </div>
  );
}

function Moves({ place, index }: { place: Place; index: number }) {
  const { agenda: t } = useWords();
  const { placeName } = useNaming();
  return (
    <>
      <Move place={place} to={index - 1}>
        <Button variant="text" dense aria-label={t.upWhat(placeName(place))} data-move="up">
          {t.up}
        </Button>
      </Move>
      <Move place={place} to={index + 1}>
        <Button variant="text" dense aria-label={t.downWhat(placeName(place))} data-move="down">
          {t.down}
        </Button>
      </Move>
    </>
  );
}

/** The first cannot go up: its button would be dead, so it is not there. */
function Move({ place, to, children }: { place: Place; to: number; children: ReactNode }) {
  const { places } = useAgenda();
  if (to < 0 || to >= places.length) return null;
  return (
    // To another place it is another command: a second press does not wait for the answer to the first.
    <CommandForm key={to} intent="move-item" fields={{ itemId: place.id, to }}>
      {children}
    </CommandForm>
  );
}

function PlaceMenu({ place, index }: { place: Place; index: number }) {
  const { agenda: t, outreach } = useWords();
  const { hears, assigns, bases, sought } = useAgenda();
  const { placeName } = useNaming();
  const writes = hears.includes(place.id);
  const around = assigns.includes(place.id) && place.card?.youngPersonId;
  const lead = sought[place.id];
  if (!place.editable && !writes && !around && !lead) return null;
  return (
    <RowMenu label={t.menu(placeName(place))}>
      {place.editable && (
        <RowMenuItem>
          <Link to={`?edit=${place.id}`} preventScrollReset>
            {t.edit}
          </Link>
        </RowMenuItem>
      )}
      {place.editable && place.itemKind === "unnamed" && (
        <RowMenuItem>
          <Link to={`?add=person&link=${place.id}`} preventScrollReset>
            {t.add.link}
          </Link>
        </RowMenuItem>
      )}
      {writes && (
        <RowMenuItem>
          <Link to={`?words=${place.id}`} preventScrollReset>
            {t.ownWords}
          </Link>
        </RowMenuItem>
      )}
      {bases[place.id] && (
        <RowMenuItem>
          <Link to={`?basis=${place.id}`} preventScrollReset>
            {t.bases}
          </Link>
        </RowMenuItem>
      )}
      {lead && (
        <RowMenuItem>
          <Link to={`/outreach/${lead}`}>{outreach.toStanding}</Link>
        </RowMenuItem>
      )}
      {around && (
        <RowMenuItem>
          <Link to={`/people/${around}`}>{t.around}</Link>
        </RowMenuItem>
      )}
      {place.movable && (
        <>
          <RowMenuItem narrowOnly>
            <Move place={place} to={index - 1}>
              <button type="submit" data-move="up">
                {t.up}
              </button>
            </Move>
          </RowMenuItem>
          <RowMenuItem narrowOnly>
            <Move place={place} to={index + 1}>
              <button type="submit" data-move="down">
                {t.down}
              </button>
            </Move>
          </RowMenuItem>
          <RowMenuItem>
            <RemoveForm itemId={place.id} />
          </RowMenuItem>
        </>
      )}
    </RowMenu>
  );
}
