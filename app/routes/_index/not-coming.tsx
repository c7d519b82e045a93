import { NotComingLine, SeeNotComing } from "#frame/not-coming.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useStart } from "./use-start.ts";

/** `Unge, der ikke er hos dig`: whom the reader was told of as their guide, or went with, until they have seen that they are not theirs. */
export function NotComing() {
  const { guides: t } = useWords();
  const { notComing, today } = useStart();
  if (notComing.length === 0) return null;
  return (
    <Block title={t.notComingTitle}>
      <ul className="rows">
        {notComing.map((of) => (
          <li key={of.id}>
            <span className="row-main">
              <NotComingLine of={of} today={today} />
            </span>
            <SeeNotComing of={of} />
          </li>
        ))}
      </ul>
    </Block>
  );
}
