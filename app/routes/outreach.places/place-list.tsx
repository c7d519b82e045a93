import type { OutreachPlaces } from "#domain/outreach/queries.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Stands } from "#frame/stands.tsx";
import { TakeBack } from "#frame/take-back.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

type Props = { shown: OutreachPlaces };
type Place = OutreachPlaces["places"][number];
type OfPlace = Props & { place: Place };

/** The places that are open, then those that were put away, each with what was met there. */
export function PlaceList({ shown }: Props) {
  const t = useWords().outreach.places;
  const away = shown.places.filter(({ open }) => !open);
  return (
    <>
      {shown.places
        .filter(({ open }) => open)
        .map((place) => (
          <section key={place.id} className="page-part outreach-place" aria-labelledby={place.id}>
            <h2 id={place.id}>
              <Name shown={shown} place={place} />
            </h2>
            <Encounters shown={shown} place={place} none />
            <div className="button-line">
              <Rename place={place} />
              <PutAway place={place} />
            </div>
          </section>
        ))}
      {away.length > 0 && (
        <section className="page-part outreach-place" aria-labelledby="away">
          <h2 id="away">{t.away(away.length)}</h2>
          {away.map((place) => (
            <div key={place.id} className="outreach-place">
              <h3>
                <Name shown={shown} place={place} />
              </h3>
              <Encounters shown={shown} place={place} />
              <CommandForm intent="reopen-outreach-place" fields={{ id: place.id, version: place.version }}>
                {({ busy }) => (
                  <Button dense variant="text" disabled={busy} aria-label={t.reopenWhom(place.name)}>
                    {t.reopen}
                  </Button>
                )}
              </CommandForm>
            </div>
          ))}
        </section>
      )}
      {shown.met.length >= MOST && <p className="meta">{t.older}</p>}
    </>
  );
}

function Name({ shown: { placeKinds }, place: { name, kind } }: OfPlace) {
  const { language } = useFrame();
  return (
    <>
      {name} <span className="meta">{placeKinds.find(({ code }) => code === kind)?.label[language] ?? kind}</span>
    </>
  );
}

function Encounters({ shown: { met, workers, today }, place, none }: OfPlace & { none?: boolean }) {
  const { outreach } = useWords();
  const { language } = useFrame();
  const t = outreach.places;
  const days = dayWords(language, today);
  const nameOf = (id: string) => workers.find((one) => one.id === id)?.name ?? "";
  const there = met.filter(({ placeId }) => placeId === place.id);
  if (there.length === 0) return none ? <p className="meta">{t.nobody}</p> : null;
  return (
    <ul className="plain-list">
      {there.map(({ id, version, metOn, dayPart, people, mark, byId, leadId, takesBack }) => {
        const said = t.line(days.withWeekday(metOn), outreach.parts[dayPart], people);
        return (
          <li key={id}>
            {said} <span className="meta">{[mark, leadId && t.known, nameOf(byId)].filter(Boolean).join(" · ")}</span>{" "}
            {takesBack && (
              <TakeBack
                intent="take-back-encounter"
                {...{ id, version }}
                what={`${place.name}, ${said}`}
                then={outreach.back.met}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Rename({ place: { id, version, name } }: { place: Place }) {
  const t = useWords().outreach.places;
  return (
    <AskFor
      intent="rename-outreach-place"
      fields={{ id }}
      {...{ label: t.rename, name: t.renameWhom(name), variant: "text", dense: true, group: "place" }}
    >
      {(close) => (
        <CommandForm
          intent="rename-outreach-place"
          fields={{ id, version }}
          holdsVersion
          onDone={close}
          className="page-form"
        >
          {({ busy, problem, typed, stands }) => (
            <>
              <TextField
                label={t.name}
                name="name"
                defaultValue={typed("name") ?? name}
                error={problem("name")}
                autoComplete="off"
                required
              />
              <Stands now={stands("name")} />
              <Button dense disabled={busy}>
                {t.saveName}
              </Button>
            </>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}

function PutAway({ place: { id, version, name } }: { place: Place }) {
  const t = useWords().outreach.places;
  return (
    <AskFor
      intent="close-outreach-place"
      fields={{ id }}
      {...{ label: t.close, name: t.closeWhom(name), variant: "text", dense: true, group: "place" }}
    >
      <CommandForm intent="close-outreach-place" fields={{ id, version }} className="page-form">
        {({ busy }) => (
          <>
            <p>{t.closeAsk}</p>
            <Button dense disabled={busy}>
              {t.close}
            </Button>
          </>
        )}
      </CommandForm>
    </AskFor>
  );
}

/** How many encounters the server sends. */
const MOST = 200;
