import type { LegalBasis } from "#domain/sharing/register.server.ts";
import type { LegalBases } from "#domain/sharing/register-queries.server.ts";
import { useFrame } from "#frame/frame.ts";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";

type Codes = Pick<LegalBases, "areas" | "meetingTypes">;

/** The limits of a row in words: its rules are data, and this is what they say. */
export function Limits({ basis, codes }: { basis: LegalBasis; codes: Codes }) {
  const { bases: t } = useWords();
  const { language } = useFrame();
  const all = (words: string[]) => listed(words, language);
  const named = (list: Codes["areas"], chosen: string[]) =>
    all(chosen.map((code) => list.find((one) => one.code === code)?.label[language] ?? code));
  const givers = basis.givers.map(({ fromAge, youngPerson, custodyHolders }) =>
    t.giver(fromAge, youngPerson && custodyHolders ? t.both : youngPerson ? t.youngPerson : t.custodyHolders),
  );
  // What sets no limit is not said; who it is for, what may be read and whether a yes is needed always are.
  const lines: [string, string | false][] = [
    [t.limits.sectors, all(basis.sectors.map((one) => t.sectors[one])) || t.nobody],
    [t.limits.content, basis.content !== "item" && t.contents[basis.content]],
    [t.limits.textClasses, all(basis.textClasses.map((one) => t.textClasses[one])) || t.sharedOnly],
    [t.limits.areas, basis.areas !== null && named(codes.areas, basis.areas)],
    [t.limits.consent, [t.consents[basis.consent], ...givers].join("; ")],
    [t.limits.necessity, basis.preset ? t.preset : basis.ownWords && t.ownWords],
    [t.limits.longest, basis.maxDays !== null && t.days(basis.maxDays)],
    [t.limits.uses, basis.maxUses !== null && t.uses(basis.maxUses, basis.extraUses)],
    [t.limits.ages, t.ageLine(basis.ageFrom, basis.ageTo) || false],
    [t.limits.meetings, basis.meetingTypes !== null && named(codes.meetingTypes, basis.meetingTypes)],
    [t.limits.tells, all(basis.tells.map((one) => t.tells[one])) || false],
  ];
  return (
    <dl className="minutes-facts">
      {lines.map(([term, said]) =>
        said === false ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
