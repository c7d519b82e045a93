import type { OutreachPlaces } from "#domain/outreach/queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** The places that are open, and those where somebody was met, with what was met there. */
export function PlaceList({ shown: { places, met, placeKinds, workers, today } }: { shown: OutreachPlaces }) {
  const { outreach } = useWords();
  const { language } = useFrame();
  const t = outreach.places;
  const days = dayWords(language, today);
  const kindOf = (code: string) => placeKinds.find((one) => one.code === code)?.label[language] ?? code;
  const nameOf = (id: string) => workers.find((one) => one.id === id)?.name ?? "";
  return (
    <>
      {places.map((place) => {
        const there = met.filter(({ placeId }) => placeId === place.id);
        if (!place.open && there.length === 0) return null;
        return (
          <section key={place.id} className="page-part outreach-place" aria-labelledby={place.id}>
            <h2 id={place.id}>
              {place.name} <span className="meta">{kindOf(place.kind)}</span>
            </h2>
            {there.length === 0 ? (
              <p className="meta">{t.nobody}</p>
            ) : (
              <ul className="plain-list">
                {there.map(({ id, metOn, dayPart, people, mark, byId, leadId }) => (
                  <li key={id}>
                    {t.line(days.withWeekday(metOn), outreach.parts[dayPart], people)}{" "}
                    <span className="meta">{[mark, leadId && t.known, nameOf(byId)].filter(Boolean).join(" · ")}</span>
                  </li>
                ))}
              </ul>
            )}
            {place.open && (
              <CommandForm intent="close-outreach-place" fields={{ id: place.id, version: place.version }}>
                {({ busy }) => (
                  <Button dense variant="text" disabled={busy} aria-label={t.closeWhom(place.name)}>
                    {t.close}
                  </Button>
                )}
              </CommandForm>
            )}
          </section>
        );
      })}
      {met.length >= MOST && <p className="meta">{t.older}</p>}
    </>
  );
}

/** How many encounters the server sends. */
const MOST = 200;
