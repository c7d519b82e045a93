import type { GuideLoad } from "#domain/guides/load.ts";
import type { OwnColumn } from "#frame/caseload.tsx";
import { RoomBar } from "#ui/room-bar.tsx";
import { useWords } from "#words/words.ts";
import { useGuides } from "./model.ts";

/** The columns of guides alone: how much room each has, and how often they travel to their young people. */
export function useOwnColumns(): OwnColumn<GuideLoad>[] {
  const { guideTeam: t } = useWords();
  return [
    { name: t.room, of: (load) => <Room load={load} /> },
    { name: t.trips, of: ({ trips }) => trips, figures: true },
  ];
}

function Room({ load: { staffId, points } }: { load: GuideLoad }) {
  const { guideTeam: t, guideChoice } = useWords();
  const { guides, number } = useGuides();
  const room = guides.find(({ id }) => id === staffId)?.room;
  if (room === undefined) return <span className="figures">{t.points(number(points))}</span>;
  return (
    <>
      <RoomBar points={points} room={room} label={t.room} />{" "}
      <span>{guideChoice.roomOf(number(points), number(room))}</span>
      {points > room && <span className="near guide-beside">{t.fuller(number(points - room))}</span>}
    </>
  );
}
