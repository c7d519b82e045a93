type Props = { points: number; room: number; label: string };

/** How much of somebody's room is taken. What is over it has another colour: what it says stands in words beside it. */
export const RoomBar = ({ points, room, label }: Props) => (
  <meter
    className={points > room ? "room-over" : undefined}
    min={0}
    max={Math.max(room, points, 1)}
    value={points}
    aria-label={label}
  />
);
