import { RemoveRow } from "#frame/row-forms.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { useCourse, useDays, useNames } from "./model.ts";
import { ChoosePlace, OfferPlace } from "./place-forms.tsx";

/** Between which places the young person could choose, and which it became (STU-loven §§ 2 a-2 b). */
export function Places() {
  const { stuCourse: t } = useWords();
  const { standing, row, mayWrite } = useCourse();
  const { offers, state } = standing;
  const { providerOf } = useNames();
  const days = useDays();
  if (!row.granted && offers.length === 0) return null;
  const open = mayWrite && row.granted === true && row.endedOn === null;
  return (
    <section className="page-part" aria-labelledby="places">
      <h2 id="places">{t.parts.places}</h2>
      {offers.length === 0 && <p className="meta">{row.providerId ? t.noOffers : t.offerTwo}</p>}
      <ul className="rows rows-first-line rows-fall">
        {offers.map((offer) => (
          <li key={offer.id}>
            <div className="row-main">
              <p>{providerOf(offer.providerId)}</p>
              <p className="meta">
                {[t.offered(days.short(offer.offeredOn)), offer.ownProposal && t.ownWord].filter(Boolean).join(" · ")}
              </p>
              {open && offer.providerId !== row.providerId && (
                <div className="button-line screen-only">
                  <RemoveRow
                    intent="remove-place-offer"
                    row={offer}
                    title={providerOf(offer.providerId)}
                    question={t.removeOffer}
                  />
                </div>
              )}
            </div>
            {offer.providerId === row.providerId && row.placeChosenOn && (
              <StatusWord state="done">{t.chosen(days.short(row.placeChosenOn))}</StatusWord>
            )}
          </li>
        ))}
      </ul>
      {row.onlyPlaceReason && <p className="meta measure">{t.onlyBecause(row.onlyPlaceReason)}</p>}
      {open && state !== "granted" && (
        <div className="button-line after-rows screen-only">
          <OfferPlace group="places" />
          {offers.length > 0 && <ChoosePlace variant="text" group="places" />}
        </div>
      )}
    </section>
  );
}
