import { Link, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useConnection } from "#live/connection.ts";
import { useAnnounce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";
import { type Agenda, useBoard } from "./model.ts";

const SPREAD_MS = 300;

type Props = {
  agenda: Agenda;
  looking: string | null;
  /** One is still writing in an item that the meeting has left. */
  holding: boolean;
  /** What was loaded may not stand any more. */
  out: boolean;
  onFollow: () => void;
};

/** Follows the pointer: when it moves each screen loads the open item, spread over 300 ms; who looks elsewhere gets a strip and one press. */
export function Follow({ agenda: { meeting, places, current }, looking, holding, out, onFollow }: Props) {
  const { board: t } = useWords();
  const board = useBoard();
  const { revalidate } = useRevalidator();
  const { state } = useConnection();
  const announce = useAnnounce();
  const pointer = meeting.room === "item" ? meeting.pointerItemId : null;
  const needed = looking ?? pointer;
  const missing =
    needed !== null && (out || board.item?.topic !== `item:${needed}`) && board.cards[needed] !== undefined;
  const unknown = pointer !== null && board.cards[pointer] === undefined && places.some(({ id }) => id === pointer);

  useEffect(() => {
    if ((!missing && !unknown) || state !== "connected") return;
    const timer = setTimeout(revalidate, Math.random() * SPREAD_MS);
    return () => clearTimeout(timer);
    // An item that is not mine is asked for once for each move of the pointer, not again and again.
  }, [missing, unknown, state, revalidate]);

  const said = useRef(meeting.roomSince);
  useEffect(() => {
    if (said.current === meeting.roomSince) return;
    said.current = meeting.roomSince;
    if (meeting.room === "item" && current) announce(t.said.at(current.number));
    else if (meeting.room === "change") announce(t.change.title);
  }, [meeting.roomSince, meeting.room, current, announce, t]);

  const numbers = useRef(new Map<string, number>());
  useEffect(() => {
    const moved = places.find(
      ({ id, number }) => board.cards[id] && numbers.current.has(id) && numbers.current.get(id) !== number,
    );
    if (moved) announce(t.said.reordered(numbers.current.get(moved.id) ?? 0, moved.number));
    numbers.current = new Map(places.map(({ id, number }) => [id, number]));
  }, [places, board.cards, announce, t]);

  if (holding && current)
    return (
      <Strip
        text={t.nowAt(current.number)}
        action={
          <Button type="button" variant="text" dense onClick={onFollow}>
            {t.follow}
          </Button>
        }
      />
    );
  if (!looking || meeting.state !== "running") return null;
  const at = places.find(({ id }) => id === looking);
  if (!at || looking === pointer) return null;
  const text =
    at.state === "planned"
      ? t.lookingAhead(at.number)
      : current && meeting.room === "item"
        ? t.nowAt(current.number)
        : t.lookingBack(at.number);
  return (
    <Strip
      text={text}
      action={
        <Link className="button button-text" to="." preventScrollReset>
          {at.state === "planned" ? t.back : t.follow}
        </Link>
      }
    />
  );
}
