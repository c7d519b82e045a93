import { GivenLine, SeeGiven } from "#frame/given-young.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useStart } from "./use-start.ts";

/** `Nye unge hos dig`: whom the reader was given, until they have seen it or been in touch. */
export function GivenToMe() {
  const { guideTeam: t } = useWords();
  const { givenToMe, today } = useStart();
  if (givenToMe.length === 0) return null;
  return (
    <Block title={t.newOnes}>
      <ul className="rows">
        {givenToMe.map((of) => (
          <li key={of.id}>
            <span className="row-main">
              <GivenLine of={of} today={today} />
            </span>
            <SeeGiven of={of} />
          </li>
        ))}
      </ul>
    </Block>
  );
}
