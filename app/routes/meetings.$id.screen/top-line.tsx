import type { ReactNode } from "react";
import { clockOf } from "#domain/moments.ts";
import type { ShownRow } from "#domain/screen/views.server.ts";
import { useFrame } from "#frame/frame.ts";
import { useWords } from "#words/words.ts";
import { useNow } from "../meetings.$id.board/clock.tsx";

/** `Ungekoordinering · punkt 3 af 6 · S.T.` and, at the right, the time. */
export function TopLine({ row, time }: { row: ShownRow; time?: ReactNode }) {
  const { screen: t } = useWords();
  const { language } = useFrame();
  const now = useNow();
  const { item, title } = row;
  const parts = [title[language], item && t.place(item.number, item.count), item?.who].filter(Boolean);
  return (
    <header className="big-screen-top">
      <h1>{parts.join(" · ")}</h1>
      <p className="figures">
        {time && <>{time} · </>}
        {t.clock(clockOf(now))}
      </p>
    </header>
  );
}
