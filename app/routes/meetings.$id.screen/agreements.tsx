import { dayOf } from "#domain/moments.ts";
import type { ShownAgreement } from "#domain/screen/shown-item.server.ts";
import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { useNow } from "../meetings.$id.board/clock.tsx";
import { useFitting } from "./use-fitting.ts";
import { useWalk } from "./use-walk.ts";

/** The agreements, the newest that fit; a clicker walks them all. */
export function Agreements({ agreements }: { agreements: ShownAgreement[] }) {
  const { screen: t } = useWords();
  const walked = useWalk(agreements.length);
  const { list, from, to } = useFitting(agreements, walked);
  const later = agreements.length - to;
  return (
    <section className="big-screen-right">
      <h2>{t.agreements}</h2>
      {from > 0 && <p className="big-screen-more">{t.earlier(from)}</p>}
      <ol className="big-screen-agreements" ref={list}>
        {agreements.map((agreement, index) => (
          <li
            key={agreement.number}
            className={index < from || index >= to ? "out" : undefined}
            aria-current={index === walked || undefined}
          >
            <span className="big-screen-number">{agreement.number}</span>
            <div>
              <p className="big-screen-promise">{agreement.text}</p>
              <Promised agreement={agreement} />
            </div>
          </li>
        ))}
      </ol>
      {later > 0 && <p className="big-screen-more">{t.later(later)}</p>}
    </section>
  );
}

function Promised({ agreement: { department, byYoungPerson, dueOn, said } }: { agreement: ShownAgreement }) {
  const { screen: t } = useWords();
  const { language } = useFrame();
  const { short } = dayWords(language, dayOf(useNow()));
  const parts = [byYoungPerson ? t.youngPerson : department, dueOn && short(dueOn), said && t.said[said]];
  return <p className="big-screen-promised">{parts.filter(Boolean).join(" · ")}</p>;
}
