import { itemClock } from "#domain/agenda/rules.ts";
import type { ShownItem } from "#domain/screen/shown-item.server.ts";
import type { ShownRow } from "#domain/screen/views.server.ts";
import { TimeBar } from "#ui/time-bar.tsx";
import { Voice } from "#ui/voice.tsx";
import { useWords } from "#words/words.ts";
import { useNow } from "../meetings.$id.board/clock.tsx";
import { Agreements } from "./agreements.tsx";
import { TopLine } from "./top-line.tsx";

/** The open item as the room sees it: own words and question at the left, agreements at the right, the time at the foot. */
export function OpenItem({ row, item }: { row: ShownRow; item: ShownItem }) {
  const { screen: t } = useWords();
  const { spentSeconds, leftSeconds } = itemClock({ ...item, state: "open", handledAt: null }, useNow());
  const over = leftSeconds < 0;
  const time = over ? t.over(Math.ceil(-leftSeconds / 60)) : t.left(Math.ceil(leftSeconds / 60));
  const total = item.minutes * 60;
  return (
    <main className="big-screen">
      <TopLine row={row} time={over ? <span className="big-screen-over">{time}</span> : time} />
      <div className="big-screen-body">
        <div className="big-screen-left">
          {item.words && (
            <section aria-label={t.ownWords}>
              <Voice words={item.words} />
            </section>
          )}
          {item.question && <p className="big-screen-question">{item.question}</p>}
          {item.options.length > 0 && (
            <section className="big-screen-options">
              <h2>{t.options}</h2>
              <ul>
                {item.options.map((option, index) => (
                  <li key={`${index} ${option}`}>{option}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
        {(item.question || item.agreements.length > 0) && <Agreements agreements={item.agreements} />}
      </div>
      <TimeBar
        parts={over ? [{ size: 1, tone: "over" }] : [{ size: spentSeconds, tone: "strong" }]}
        total={over ? 1 : total}
        sentence={time}
        over={over}
        sentenceHidden
      />
    </main>
  );
}
