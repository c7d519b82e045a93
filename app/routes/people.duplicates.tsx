import { useLoaderData } from "@remix-run/react";
import { settleDuplicate } from "#domain/people/commands.server.ts";
import { type PossibleDuplicates, possibleDuplicates } from "#domain/people/queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.people.duplicatesTitle };

export const loader = page(possibleDuplicates, () => ({}));
export const action = submit([settleDuplicate]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

type Person = PossibleDuplicates["pairs"][number]["added"];

export default function Duplicates() {
  const { pairs, today } = useLoaderData<typeof loader>();
  const { people: t } = useWords();
  const { language, staffId } = useFrame();
  useReloadOn([`staff:${staffId}`]);
  const { short } = dayWords(language, today);
  return (
    <PageFrame>
      <h1>{t.duplicatesTitle}</h1>
      <p className="meta measure">{t.duplicatesHint}</p>
      {pairs.length === 0 && <Empty text={t.noDuplicates} />}
      {pairs.map(({ id, version, foundOn, foundBy, added, existing }) => (
        <section key={id} className="page-part" aria-labelledby={`pair-${id}`}>
          <h2 id={`pair-${id}`}>{t.foundBy[foundBy]}</h2>
          <p className="meta">{t.foundOn(short(foundOn))}</p>
          <div className="side-by-side">
            <Side label={t.newest} person={added} born={t.born(short(added.bornOn))} />
            <Side label={t.existing} person={existing} born={t.born(short(existing.bornOn))} />
          </div>
          <CommandForm intent="settle-duplicate" fields={{ id, version }}>
            <div className="button-line">
              <Button name="outcome" value="same">
                {t.same}
              </Button>
              <Button name="outcome" value="different">
                {t.different}
              </Button>
            </div>
          </CommandForm>
        </section>
      ))}
    </PageFrame>
  );
}

function Side({ label, person, born }: { label: string; person: Person; born: string }) {
  const { people: t } = useWords();
  const { firstName, lastName, departments, assigned, hasNumber } = person;
  return (
    <div>
      <h3 className="region-label">{label}</h3>
      <p className="lead">{`${firstName} ${lastName}`}</p>
      <p>{born}</p>
      <p>{departments.join(", ") || t.noDepartments}</p>
      <p>{assigned.map(({ kind, name }) => `${name} (${t.kinds[kind]})`).join(", ") || t.nobody}</p>
      <p className="meta">{hasNumber ? t.hasNumber : t.noNumber}</p>
    </div>
  );
}
