import { Link, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { uuidv7 } from "uuidv7";
import { dayParts } from "#db/vocabulary.ts";
import {
  addEncounter,
  addPlace,
  closePlace,
  renamePlace,
  reopenPlace,
} from "#domain/outreach/place-commands.server.ts";
import { type OutreachPlaces, outreachPlacesFor } from "#domain/outreach/queries.server.ts";
import { takeBackEncounter } from "#domain/outreach/take-back-commands.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { CodeField } from "#frame/row-forms.tsx";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { DayField, SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { PlaceList } from "./place-list.tsx";

export const handle: Handle = { title: (words) => words.outreach.places.title };
export const loader = page(outreachPlacesFor, () => ({}));
export const action = submit([addPlace, renamePlace, closePlace, reopenPlace, addEncounter, takeBackEncounter]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** Where young people are met, and how many: nobody by name. */
export default function Places() {
  const shown = useLoaderData<typeof loader>() as OutreachPlaces;
  const { outreach } = useWords();
  const t = outreach.places;
  useReloadOn(["outreach"]);
  const open = shown.places.filter((one) => one.open);
  return (
    <PageFrame>
      <p className="meta">
        <Link to="/outreach">{outreach.title}</Link>
      </p>
      <h1 tabIndex={-1}>{t.title}</h1>
      <p className="meta measure">{t.intro}</p>
      {open.length === 0 ? <Empty text={t.none} /> : <Met places={open} />}
      <div className="outreach-add">
        <NewPlace kinds={shown.placeKinds} first={open.length === 0} />
      </div>
      <PlaceList shown={shown} />
    </PageFrame>
  );
}

/** Young people were met: where, when, how many, and at most a mark. */
function Met({ places }: { places: OutreachPlaces["places"] }) {
  const { outreach } = useWords();
  const t = outreach.places;
  // Made with the form: however often it is sent, it is one encounter.
  const [id, setId] = useState(uuidv7);
  return (
    <CommandForm
      intent="add-encounter"
      fields={{ id }}
      reset
      onDone={() => setId(uuidv7())}
      label={t.met}
      className="page-form"
    >
      {({ busy, problem, typed }) => (
        <>
          <div className="field-line">
            <SelectField
              label={t.place}
              name="placeId"
              defaultValue={typed("placeId") ?? ""}
              error={problem("placeId")}
              required
            >
              <option value="">{outreach.choose}</option>
              {places.map((place) => (
                <option key={place.id} value={place.id}>
                  {place.name}
                </option>
              ))}
            </SelectField>
            <TextField
              label={t.people}
              type="number"
              name="people"
              min={1}
              max={99}
              defaultValue={typed("people") ?? "1"}
              error={problem("people")}
              required
            />
          </div>
          <div className="field-line field-line-level">
            <DayField label={t.on} hint={t.onHint} name="on" defaultValue={typed("on")} error={problem("on")} />
            <SelectField
              label={t.part}
              name="dayPart"
              defaultValue={typed("dayPart") ?? "afternoon"}
              error={problem("dayPart")}
            >
              {dayParts.map((part) => (
                <option key={part} value={part}>
                  {outreach.parts[part]}
                </option>
              ))}
            </SelectField>
            <TextField
              label={t.mark}
              hint={t.markHint}
              name="mark"
              defaultValue={typed("mark")}
              error={problem("mark")}
              autoComplete="off"
              short
            />
          </div>
          <Button variant="primary" disabled={busy}>
            {t.saveMet}
          </Button>
        </>
      )}
    </CommandForm>
  );
}

function NewPlace({ kinds, first }: { kinds: OutreachPlaces["placeKinds"]; first: boolean }) {
  const { outreach } = useWords();
  const t = outreach.places;
  return (
    <AskFor intent="add-outreach-place" fields={{}} label={t.add} variant={first ? "primary" : "outlined"}>
      <CommandForm intent="add-outreach-place" reset className="page-form">
        {(form) => (
          <>
            <div className="field-line">
              <TextField
                label={t.name}
                name="name"
                defaultValue={form.typed("name")}
                error={form.problem("name")}
                autoComplete="off"
                required
              />
              <CodeField form={form} name="kind" stands="" label={t.kind} codes={kinds} />
            </div>
            <Button disabled={form.busy}>{t.save}</Button>
          </>
        )}
      </CommandForm>
    </AskFor>
  );
}
