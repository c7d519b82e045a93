import type { ReactNode } from "react";
import type { Standing } from "#domain/transition/standing.ts";
import { Light } from "#ui/light.tsx";
import { useWords } from "#words/words.ts";

/** What stands of one young person: the law, the six lights, the support basis, the meetings, how far it is. */
export function TransitionFacts({ standing, short }: { standing: Standing; short: (day: string) => string }) {
  const { transition: t } = useWords();
  const { law, covered, checks, meetings, levels } = standing;
  return (
    <dl className="transition-facts">
      <Fact label={t.covered}>
        <p>{t.coverages[covered]}</p>
      </Fact>
      {covered === "yes" && (
        <Fact label={t.checks} wide>
          <ul className="lights">
            {checks.map(({ consideration, state }) => (
              <li key={consideration}>
                <Light state={state} />
                {t.considerations[consideration]}
                <span className="sr-only">: {t.checkStates[state]}</span>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact label={t.supportBasis}>
        <p>{law?.supportBasisDecidedOn ? t.decided(short(law.supportBasisDecidedOn)) : t.undecided}</p>
      </Fact>
      <Fact label={t.meetings}>
        <ul>
          {meetings.map(({ model, stand, on, dueOn }) => (
            <li key={model}>
              {t.models[model]}: {t.stands[stand](short(on ?? dueOn))}
            </li>
          ))}
        </ul>
      </Fact>
      <Fact label={t.clarified}>
        <ul>
          {levels.map(({ about, level }) => (
            <li key={about}>
              {t.abouts[about]}: {t.levels[level]}
            </li>
          ))}
        </ul>
      </Fact>
    </dl>
  );
}

function Fact({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? "transition-fact-wide" : undefined}>
      <dt className="region-label">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
