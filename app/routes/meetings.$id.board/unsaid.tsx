import { Link } from "@remix-run/react";
import type { ParticipantRow } from "#domain/participants/views.server.ts";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { useItem } from "./item-context.ts";
import { useBoard, useNames } from "./model.ts";
import { useSharing, useUnsaidWords } from "./use-sharing.ts";

/** For whoever runs the meeting, at the open item: who sits there without a basis, and what may not be said in front of them. */
export function UnsaidNow({ onPresent }: { onPresent: () => void }) {
  const { sharing: t } = useWords();
  const { item, seats } = useItem();
  const { departmentName } = useNames();
  const { language } = useFrame();
  const { gaps, settled, unsaid } = useSharing(item.id, seats);
  const words = useUnsaidWords(seats);
  const open = gaps.filter(({ id }) => !settled.some(({ participantId }) => participantId === id));
  const names = [...new Set(open.map(({ departmentId }) => departmentName(departmentId)))];
  return (
    <div className="item-unsaid">
      {names.length > 0 && (
        <p>
          <Button type="button" variant="text" dense onClick={onPresent}>
            <StatusWord state="near">{t.gap.lacks(listed(names, language))}</StatusWord>
          </Button>
        </p>
      )}
      {unsaid("now").map((one) => (
        <p key={String(one.what)}>{words(one)}</p>
      ))}
    </div>
  );
}

/** Before an item: who gets nothing of it, with the way to a basis, and what will not be said. */
export function UnsaidNext({ itemId, seats }: { itemId: string; seats: readonly ParticipantRow[] }) {
  const { sharing: t } = useWords();
  const { meetingId } = useBoard();
  const { departmentName } = useNames();
  const { language } = useFrame();
  const { lacks, unsaid } = useSharing(itemId, seats);
  const words = useUnsaidWords(seats);
  return (
    <div className="room-bases">
      {lacks.length > 0 && (
        <p>
          <StatusWord state="near">{t.lacks(listed(lacks.map(departmentName), language), lacks.length)}</StatusWord>{" "}
          <Link to={`/meetings/${meetingId}?basis=${itemId}`}>{t.toBases}</Link>
        </p>
      )}
      {unsaid("before").map((one) => (
        <p key={String(one.what)}>{words(one)}</p>
      ))}
    </div>
  );
}
