import { cellOf } from "#domain/sharing/matrix.ts";
import type { ShownConsent } from "#domain/sharing/shown.server.ts";
import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

const once = <T,>(rows: T[], by: (row: T) => string): T[] => [...new Map(rows.map((row) => [by(row), row])).values()];

/** Who across, about what down: a filled sign where somebody may know, a ring where a yes is missing; the words on focus. */
export function Matrix({ consents, today }: { consents: ShownConsent[]; today: string }) {
  const { consent: t } = useWords();
  const { language } = useFrame();
  const { short } = dayWords(language, today);
  const places = once(
    consents.flatMap(({ recipients }) => recipients),
    ({ id }) => id,
  );
  const areas = once(
    consents.flatMap(({ areas }) => areas),
    ({ code }) => code,
  );
  if (areas.length === 0) return null;
  return (
    // On a phone the rows below say the same.
    <div className="compare-frame consent-matrix">
      <table className="compare">
        <caption className="sr-only">{t.matrix}</caption>
        <thead>
          <tr>
            <th scope="col">{t.aboutWhat}</th>
            {places.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ code, label }) => (
            <tr key={code}>
              <th scope="row">{label[language]}</th>
              {places.map((place) => {
                const cell = cellOf(consents, place.id, code);
                const about = label[language];
                if (!cell)
                  return (
                    <td key={place.id}>
                      <span className="sr-only">{t.mayNot(place.name, about)}</span>
                    </td>
                  );
                const until = short(cell.until);
                const words = cell.holds ? t.mayKnow(place.name, about, until) : t.waitsToKnow(place.name, about);
                return (
                  <td key={place.id}>
                    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the words come with the focus */}
                    <span className={cell.holds ? "consent-sign consent-holds" : "consent-sign"} tabIndex={0}>
                      <span className="sign-words">{words}</span>
                    </span>
                    <span className="meta" aria-hidden="true">
                      {cell.holds ? t.until(until) : t.hollow}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
