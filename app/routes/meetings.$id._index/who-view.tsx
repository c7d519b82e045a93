import { Form, useSearchParams } from "@remix-run/react";
import { clockOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { StaffOptions } from "#frame/meeting-fields.tsx";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { SelectField } from "#ui/fields.tsx";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { type Place, useAgenda, useNaming } from "./model.ts";

type Seen = Place & { card: NonNullable<Place["card"]> };

/** Who is in for which item: a press asks somebody, or takes them out. The last column says when they are needed. */
export function WhoView() {
  const { agenda: t } = useWords();
  const { places, mayRun } = useAgenda();
  const { placeName, about } = useNaming();
  const columns = places.filter((place): place is Seen => place.card !== null && place.itemKind !== "pause");
  const rows = useRows(columns);
  if (columns.length === 0) return <Empty text={t.who.none} />;
  return (
    <>
      <NotWanted columns={columns} />
      <div className="compare-frame">
        <table className="compare who-table">
          <thead>
            <tr>
              <th scope="col">{t.who.person}</th>
              {columns.map((place) => (
                <th key={place.id} scope="col">
                  <span className="sr-only">{placeName(place)}</span>
                  <span aria-hidden="true">{place.number}</span>
                  <span className="who-about">{place.card.initials ?? about(place)}</span>
                </th>
              ))}
              <th scope="col" className="figures">
                {t.who.hours}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, title }) => (
              <tr key={id}>
                <th scope="row">
                  {name} <span className="meta">{title}</span>
                </th>
                {columns.map((place) => (
                  <td key={place.id}>
                    <Cell place={place} staffId={id} name={name} />
                  </td>
                ))}
                <td className="figures keep-together">{hoursOf(columns, id)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="meta who-legend">
        {t.who.legend} {t.who.always}
      </p>
      {mayRun && <Also shown={rows.map(({ id }) => id)} />}
    </>
  );
}

/** Whom a young person does not want in the room is said where it is chosen who comes. */
function NotWanted({ columns }: { columns: Seen[] }) {
  const { network: t } = useWords();
  const { unwanted } = useAgenda();
  const { placeName } = useNaming();
  const { language } = useFrame();
  const those = columns.filter(({ id }) => unwanted[id]);
  if (those.length === 0) return null;
  return (
    <div className="not-wanted">
      <ul>
        {those.map((place) => (
          <li key={place.id}>{t.unwantedIn(placeName(place), listed(unwanted[place.id] ?? [], language))}</li>
        ))}
      </ul>
    </div>
  );
}

/** Everybody who is invited, leads or stands for a department, in the order of the names; and who was asked to be shown. */
function useRows(columns: Seen[]) {
  const { people, meeting, members, mayRun } = useAgenda();
  const [search] = useSearchParams();
  const invited = columns.flatMap(({ card }) => card.participants.map(({ staffId }) => staffId));
  const asked = mayRun
    ? [...members, ...search.getAll("also"), ...people.departments.map(({ representativeId }) => representativeId)]
    : [];
  const ids = new Set([meeting.chairId, meeting.minuteTakerId, ...invited, ...asked]);
  return people.staff.filter(({ id, active }) => ids.has(id) && (active || invited.includes(id)));
}

const seatOf = ({ card }: Seen, staffId: string) => card.participants.find((seat) => seat.staffId === staffId);

function Cell({ place, staffId, name }: { place: Seen; staffId: string; name: string }) {
  const { agenda: t } = useWords();
  const { meeting, bases } = useAgenda();
  const { placeName } = useNaming();
  const seat = seatOf(place, staffId);
  const leads = staffId === meeting.chairId || staffId === meeting.minuteTakerId;
  const conflict = place.card.conflicts.includes(staffId);
  const lacks = seat?.departmentId && bases[place.id]?.lacks.includes(seat.departmentId);
  const word = conflict ? t.who.conflict : lacks ? t.who.lacksBasis : seat ? t.who.invited : t.who.not;
  const sign = conflict ? "–" : lacks ? "△" : seat ? "●" : "○";
  if (!place.editable || conflict || (leads && seat))
    return (
      <span className="who-sign">
        <span aria-hidden="true">{sign}</span>
        <span className="sr-only">{word}</span>
      </span>
    );
  const fields = seat ? { participantId: seat.id } : { itemId: place.id, staffId };
  return (
    <CommandForm intent={seat ? "remove-participant" : "invite"} fields={fields}>
      <button
        type="submit"
        className="who-toggle"
        aria-pressed={seat !== undefined}
        aria-label={lacks ? `${t.who.toggle(name, placeName(place))}, ${word}` : t.who.toggle(name, placeName(place))}
        title={word}
      >
        <span aria-hidden="true">{sign}</span>
      </button>
    </CommandForm>
  );
}

/** From the beginning of the first item they are in to the end of the last. */
function hoursOf(columns: Seen[], staffId: string): string {
  const spans = columns.flatMap((place) => (seatOf(place, staffId) && place.expected ? [place.expected] : []));
  const from = spans.map(({ startsAt }) => startsAt).sort()[0];
  const to = spans
    .map(({ endsAt }) => endsAt)
    .sort()
    .at(-1);
  return from && to ? `${clockOf(from)}–${clockOf(to)}` : "";
}

function Also({ shown }: { shown: string[] }) {
  const { agenda: t } = useWords();
  const { people, meetingId } = useAgenda();
  const [search] = useSearchParams();
  const others = people.staff.filter(({ id, active }) => active && !shown.includes(id));
  if (others.length === 0) return null;
  return (
    <Form method="get" action={`/meetings/${meetingId}`} preventScrollReset className="field-line who-also">
      <input type="hidden" name="view" value="people" />
      {search.getAll("also").map((id) => (
        <input key={id} type="hidden" name="also" value={id} />
      ))}
      <SelectField label={t.who.also} name="also" required defaultValue="">
        <option value="" disabled>
          {t.who.choose}
        </option>
        <StaffOptions staff={others} />
      </SelectField>
      <Button>{t.who.show}</Button>
    </Form>
  );
}
