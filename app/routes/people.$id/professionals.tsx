import { placeEndings } from "#db/vocabulary.ts";
import type { PeopleAround } from "#domain/people/around.server.ts";
import { runningOn } from "#domain/people/efforts.ts";
import type { EffortRow } from "#domain/people/views.server.ts";
import { isContact } from "#domain/plan/clashes.ts";
import { hasStopped } from "#domain/staff/rules.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { markOf } from "#frame/department-look.ts";
import { Button } from "#ui/button.tsx";
import { DepartmentMark } from "#ui/department-mark.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useLabels, useNames, usePerson } from "./model.ts";

type Place = PeopleAround["around"][number];

/** Every professional with role, since and until, the contact person first; what brings a contact person beside them; who went along before. */
export function Professionals({ person, onGone }: { person: PeopleAround; onGone: () => void }) {
  const { people: t, network, access } = useWords();
  const { efforts, today } = usePerson();
  const { around, former, who } = person;
  const contacts = runningOn(efforts.filter(isContact), today);
  return (
    <div className="around-part">
      <h3>{network.professionals}</h3>
      {who && <p className="meta">{access.reviewHint}</p>}
      {around.length === 0 && <p className="meta">{t.nobodyAround}</p>}
      <ul className="rows rows-first-line">
        {around.map((place) => (
          <li key={place.id}>
            <MarkOf departmentId={place.departmentId} />
            <div className="row-main">
              <Named place={place} primary={place.primary} />
              {who && <Confirmed of={place} />}
              <div className="button-line">
                <Buttons place={place} person={person} onGone={onGone} />
              </div>
            </div>
          </li>
        ))}
        {contacts.map((effort) => (
          <Contact key={effort.id} effort={effort} />
        ))}
      </ul>
      {former.length > 0 && (
        <details className="add-part former-around">
          <summary>{network.former(former.length)}</summary>
          <ul className="rows rows-first-line">
            {former.map((place) => (
              <li key={place.id}>
                <MarkOf departmentId={place.departmentId} />
                <div className="row-main">
                  <Named place={place} />
                  {place.endedFor && <p className="meta">{t.endings[place.endedFor]}</p>}
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function MarkOf({ departmentId }: { departmentId: string | null }) {
  const of = useNames().department(departmentId);
  return of ? <DepartmentMark {...markOf(of)} name={of.name} nameBeside /> : null;
}

/** When it began and ends. */
function useSpan() {
  const { people: t, network } = useWords();
  const { days } = useLabels();
  return ({ fromOn, toOn }: { fromOn: string; toOn: string | null }) =>
    [t.since(days.short(fromOn)), ...(toOn ? [network.until(days.short(toOn))] : [])].join(" · ");
}

function Named({
  place,
  primary = false,
}: {
  place: Omit<Place | PeopleAround["former"][number], "id">;
  primary?: boolean;
}) {
  const { people: t } = useWords();
  const { department, staff } = useNames();
  const span = useSpan();
  const { name, title, kind, departmentId, staffId, toOn } = place;
  return (
    <>
      <p>
        <strong>{name}</strong>
        {primary && <strong className="contact-word"> · {t.isContact}</strong>} <span className="meta">{title}</span>
        {toOn === null && hasStopped(staff(staffId)) && <span className="near"> · {t.hasStopped}</span>}
      </p>
      <p className="meta">
        {/* A department and a role may have one name. */}
        {[...new Set([department(departmentId)?.name, t.kinds[kind], span(place)])].filter(Boolean).join(" · ")}
      </p>
    </>
  );
}

/** An effort that brings a contact person: whoever gives it, and what it is. */
function Contact({ effort }: { effort: EffortRow }) {
  const { network: t } = useWords();
  const { department } = useNames();
  const span = useSpan();
  const { title, provider, departmentId } = effort;
  return (
    <li>
      <MarkOf departmentId={departmentId} />
      <div className="row-main">
        <p>
          <strong>{provider || title}</strong> <span className="meta">{provider && title}</span>
        </p>
        <p className="meta">
          {[department(departmentId)?.name, t.contactRole, span(effort)].filter(Boolean).join(" · ")}
        </p>
      </div>
    </li>
  );
}

function Buttons({ place, person, onGone }: { place: Place; person: PeopleAround; onGone: () => void }) {
  const { people: t, access } = useWords();
  const { around, id: youngPersonId, name: young, mayAssign, who } = person;
  const { id, version, staffId, name, kind, primary, couldBeContact } = place;
  const next = around.filter((one) => one.id !== id && one.couldBeContact);
  return (
    <>
      {who && (
        <CommandForm intent="confirm-access" fields={{ id, version }} label={access.confirmWho(name, t.kinds[kind])}>
          <Button dense aria-label={access.confirmWho(name, t.kinds[kind])}>
            {access.confirm}
          </Button>
        </CommandForm>
      )}
      {mayAssign && !primary && couldBeContact && (
        <CommandForm intent="assign" fields={{ youngPersonId, staffId, kind, primary: "yes" }}>
          <Button variant="text" dense>
            {t.makeContact}
          </Button>
        </CommandForm>
      )}
      {mayAssign && (
        <AskFor
          intent="end-assignment"
          fields={{ id }}
          label={t.end}
          name={t.endWhat(name, t.kinds[kind])}
          variant="text"
          dense
          group="end"
        >
          <CommandForm
            intent="end-assignment"
            fields={{ id, version }}
            // The row is gone with its button: one goes on from the list.
            onDone={onGone}
          >
            {({ problem }) => (
              <>
                <p>
                  {t.endQuestion(name, t.kinds[kind], young)} {t.endEffect}{" "}
                  {primary && next.length === 0 && t.endContact}
                </p>
                {primary && next.length > 0 && (
                  <SelectField label={t.nextContact} name="contactId" error={problem("contactId")} required>
                    <option value="">{t.chooseColleague}</option>
                    {next.map((one) => (
                      <option key={one.id} value={one.id}>
                        {one.name}, {t.kinds[one.kind]}
                      </option>
                    ))}
                  </SelectField>
                )}
                {kind === "guide" && (
                  <SelectField label={t.endedFor} name="endedFor" error={problem("endedFor")}>
                    <option value="">{t.notSaid}</option>
                    {placeEndings.map((one) => (
                      <option key={one} value={one}>
                        {t.endings[one]}
                      </option>
                    ))}
                  </SelectField>
                )}
                <Button dense>{t.endYes}</Button>
              </>
            )}
          </CommandForm>
        </AskFor>
      )}
    </>
  );
}

/** When it was last confirmed, and when it ends without; red when its day has come. */
function Confirmed({ of }: { of: Pick<Place, "reviewedOn" | "due" | "endsOn" | "opens"> }) {
  const { access: t } = useWords();
  const { days } = useLabels();
  const { reviewedOn, due, endsOn, opens } = of;
  const words = [
    ...(due && opens ? [t.confirmNow] : []),
    reviewedOn ? t.confirmed(days.short(reviewedOn)) : t.neverConfirmed,
    opens ? (!endsOn ? t.doesNotEnd : t.ends(days.short(endsOn))) : t.noAccess,
  ];
  return <p className={due || !opens ? "meta late" : "meta"}>{words.join(" · ")}</p>;
}
