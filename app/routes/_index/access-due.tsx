import { Link } from "@remix-run/react";
import { FirstFew } from "#frame/first-few.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useStart } from "./use-start.ts";

/** `Adgange at bekræfte`: the places with young people whose 90 days are over; what does not end by itself stands first. */
export function AccessDue() {
  const { access: t, people } = useWords();
  const { accessDue } = useStart();
  if (accessDue.length === 0) return null;
  const sorted = [...accessDue].sort((a, b) => Number(b.decide) - Number(a.decide) || b.days - a.days);
  return (
    <Block title={t.reviewDue}>
      <p className="meta">{t.reviewDueHint}</p>
      <FirstFew of={sorted}>
        {(some) => (
          <ul className="rows rows-fall rows-compare">
            {some.map(({ id, youngPerson, name, kind, days, decide }) => (
              <li key={id}>
                <span className="row-main">
                  <Link to={`/people/${youngPerson.id}`}>{youngPerson.name}</Link>{" "}
                  <span className="meta">
                    {name}, {people.kinds[kind]}
                  </span>
                </span>
                <span className="meta late">
                  {t.since(days)}
                  {decide && ` · ${t.decide}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </FirstFew>
    </Block>
  );
}
