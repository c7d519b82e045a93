import { useId } from "react";
import type { CombinedOfferRow } from "#domain/plan/offer-views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useEffortWords } from "./effort-list.tsx";
import { usePerson } from "./model.ts";

/** Which efforts were thought together. */
export function CombinedOffers() {
  const { efforts: t } = useWords();
  const { offers } = usePerson();
  if (offers.length === 0) return null;
  return (
    <>
      <h3 className="region-label after-rows">{t.together}</h3>
      <ul className="rows rows-first-line">
        {offers.map((offer) => (
          <Offer key={offer.id} offer={offer} />
        ))}
      </ul>
    </>
  );
}

export function CombineEfforts() {
  const { efforts: t } = useWords();
  const { id: youngPersonId } = usePerson();
  if (useFree().length < 2) return null;
  return (
    <AskFor intent="combine-efforts" fields={{ youngPersonId }} label={t.combine} variant="text">
      {(close) => (
        <CommandForm intent="combine-efforts" fields={{ youngPersonId }} onDone={close} reset className="page-form">
          {(form) => <OfferFields form={form} />}
        </CommandForm>
      )}
    </AskFor>
  );
}

/** What can be thought together anew: runs or is ahead, and stands alone; those of this offer among them. */
function useFree(offerId: string | null = null) {
  const { efforts, today } = usePerson();
  return efforts.filter(({ combinedOfferId, toOn }) =>
    combinedOfferId === null ? toOn === null || toOn >= today : combinedOfferId === offerId,
  );
}

function Offer({ offer: { id, version, title } }: { offer: CombinedOfferRow }) {
  const { efforts: t } = useWords();
  const { efforts, mayWrite } = usePerson();
  const { namedIn, listed } = useEffortWords();
  const names = efforts.filter(({ combinedOfferId }) => combinedOfferId === id).map(namedIn);
  const ask = { variant: "text", dense: true, group: `offer-${id}`, fields: { id } } as const;
  return (
    <li>
      <div className="row-main">
        <p>{title}</p>
        <p className="meta">{listed(names)}</p>
        {mayWrite && (
          <div className="button-line">
            <AskFor
              {...ask}
              intent="change-combined-offer"
              label={t.changeCombined}
              name={t.named(t.changeCombined, title)}
            >
              {(close) => (
                <CommandForm
                  intent="change-combined-offer"
                  fields={{ id, version }}
                  onDone={close}
                  className="page-form"
                >
                  {(form) => <OfferFields form={form} offer={{ id, title }} />}
                </CommandForm>
              )}
            </AskFor>
            <AskFor {...ask} intent="split-efforts" label={t.split} name={t.named(t.split, title)}>
              <CommandForm intent="split-efforts" fields={{ id, version }}>
                <p>{t.splitQuestion}</p>
                <Button dense>{t.splitYes}</Button>
              </CommandForm>
            </AskFor>
          </div>
        )}
      </div>
    </li>
  );
}

type FieldsProps = { form: FormState; offer?: { id: string; title: string } };

function OfferFields({ form: { problem, typed, ticked, busy }, offer }: FieldsProps) {
  const { efforts: t } = useWords();
  const { nameOf } = useEffortWords();
  const wrong = problem("efforts");
  const errorId = useId();
  return (
    <>
      <TextField
        label={t.combineTitle}
        hint={t.combineTitleHint}
        name="title"
        defaultValue={typed("title") ?? offer?.title}
        error={problem("title")}
        required
      />
      <fieldset aria-describedby={wrong ? errorId : undefined}>
        <legend>{t.combineWhich}</legend>
        {wrong && (
          <p className="form-error" id={errorId} role="alert">
            {wrong}
          </p>
        )}
        {useFree(offer?.id).map((row) => (
          <Choice
            key={row.id}
            label={nameOf(row)}
            name="efforts[]"
            value={row.id}
            defaultChecked={ticked("efforts", row.id, row.combinedOfferId !== null)}
          />
        ))}
      </fieldset>
      <Button disabled={busy}>{t.combineYes}</Button>
    </>
  );
}
