import { Link } from "@remix-run/react";
import { turns } from "#domain/ages.ts";
import { useWords } from "#words/words.ts";
import { useCourse, useDays } from "./model.ts";

/** What the young person lives on from 18: decided or not; it is written with the way to 18. */
export function Benefit() {
  const { stuCourse: t, stuParts, transition } = useWords();
  const { person, mayOpenPerson, today } = useCourse();
  const days = useDays();
  const { supportBasisDecidedOn } = person;
  const adultOn = turns(person.bornOn, 18);
  // Whoever is long grown without a word of it was never on the way to 18 here.
  if (!supportBasisDecidedOn && adultOn < today.replace(/^\d+/, (year) => String(Number(year) - 3))) return null;
  return (
    <section className="page-part" aria-labelledby="benefit">
      <h2 id="benefit">{t.parts.benefit}</h2>
      <p>
        {supportBasisDecidedOn ? transition.decided(days.full(supportBasisDecidedOn)) : transition.undecided}{" "}
        <span className="meta">{stuParts.turns18(days.full(adultOn))}</span>
      </p>
      {mayOpenPerson && (
        <p className="screen-only">
          <Link to={`/people/${person.id}#transition`}>{stuParts.onTheWay}</Link>
        </p>
      )}
    </section>
  );
}
