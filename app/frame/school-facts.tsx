import type { SchoolFacts } from "#domain/sharing/school-facts.server.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { useFrame } from "./frame.ts";

/** What a school gets of an item without consent: three facts about its pupil. */
export function FactsForSchool({ facts, today }: { facts: SchoolFacts[]; today: string }) {
  const { sharing: t } = useWords();
  const { language } = useFrame();
  const { short } = dayWords(language, today);
  return facts.map(({ itemId, name, educationOrderOn, interruption, interruptionOn, contactPerson }) => (
    <section key={itemId} className="page-part" aria-labelledby={`facts-${itemId}`}>
      <h2 id={`facts-${itemId}`}>{name}</h2>
      <dl className="school-facts">
        <dt>{t.school.order}</dt>
        <dd>{educationOrderOn ? t.school.since(short(educationOrderOn)) : t.school.no}</dd>
        <dt>{t.school.interruption}</dt>
        <dd>
          {interruption && interruptionOn
            ? t.school.interrupted(t.school.kinds[interruption], short(interruptionOn))
            : t.school.none}
        </dd>
        <dt>{t.school.contact}</dt>
        <dd>{contactPerson ?? t.school.noContact}</dd>
      </dl>
      <p className="meta">{t.school.why}</p>
    </section>
  ));
}
