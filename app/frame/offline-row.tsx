import type { ListedYoung } from "#live/device/today.ts";
import { useWords } from "#words/words.ts";
import { useDayWords } from "./contact-fields.tsx";
import { YoungReach } from "./young-reach.tsx";

/** One young person without a net: the name, what is agreed, and the two presses that reach them. */
export function OfflineRow({ young, today, onWrite }: { young: ListedYoung; today: string; onWrite: () => void }) {
  const { guides: t } = useWords();
  const days = useDayWords(today);
  const { name, phone, next } = young;
  return (
    <li className="young-row">
      <div className="row-main">
        <button type="button" className="button button-text young-name" onClick={onWrite}>
          {name}
        </button>
        {next && next.on >= today && (
          <p className="meta">{t.reasons.agreed(days.near(next.on), next.time, next.place)}</p>
        )}
        {phone && <p className="meta">{phone}</p>}
      </div>
      <YoungReach young={young} />
    </li>
  );
}
