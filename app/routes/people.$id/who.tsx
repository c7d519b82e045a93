import type { PeopleAround } from "#domain/people/around.server.ts";
import { WhoSees } from "#frame/why.tsx";
import { useWords } from "#words/words.ts";

/** Everybody who can see the young person now: for those who confirm it. */
export function Who({ person: { who } }: { person: PeopleAround }) {
  const { access: t, reasons } = useWords();
  if (!who) return null;
  return (
    <section className="page-part" aria-labelledby="who">
      <h2 id="who">{t.whoNow}</h2>
      <WhoSees
        label={t.whoNow}
        who={who.map(({ why, ...one }) => ({ ...one, reasons: why.map((rule) => reasons[rule]) }))}
      />
    </section>
  );
}
