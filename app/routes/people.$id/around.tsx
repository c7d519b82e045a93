import { Link } from "@remix-run/react";
import { useRef } from "react";
import type { PeopleAround } from "#domain/people/around.server.ts";
import { runningOn } from "#domain/people/efforts.ts";
import type { NetworkRow } from "#domain/people/network.server.ts";
import { isContact } from "#domain/plan/clashes.ts";
import { hasStopped } from "#domain/staff/rules.ts";
import { markOf } from "#frame/department-look.ts";
import { useWords } from "#words/words.ts";
import { Family, useHoldsCustody } from "./family.tsx";
import { GiveForm } from "./give-form.tsx";
import { useLabels, useNames, usePerson } from "./model.ts";
import { NetworkMap, type OnMap } from "./network-map.tsx";
import { Professionals } from "./professionals.tsx";

/** `Personer omkring`: who is not to be in the room, everybody on a map of two rings, and the same as lists. */
export function Around({ person }: { person: PeopleAround }) {
  const { people: t, guideChoice, guideHandover } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const goToHeading = () => heading.current?.focus();
  return (
    <section className="page-part" aria-labelledby="around">
      <h2 id="around" ref={heading} tabIndex={-1}>
        {t.around}
      </h2>
      <NotWanted network={person.network} />
      <MapOf person={person} />
      <Professionals person={person} onGone={goToHeading} />
      {person.mayAssign && (
        <p className="screen-only">
          <Link to={`/people/${person.id}/guide`}>{guideChoice.begin}</Link>
          {" · "}
          <Link to={`/people/${person.id}/handover`}>{guideHandover.toHandover}</Link>
        </p>
      )}
      {person.mayAssign && <GiveForm key={person.id} person={person} />}
      <Family person={person} onGone={goToHeading} />
    </section>
  );
}

/** First of all: who is not to be in the room, and who says so. */
function NotWanted({ network }: { network: NetworkRow[] }) {
  const { network: t, plan } = useWords();
  const { days } = useLabels();
  const unwanted = network.filter(({ unwantedOn }) => unwantedOn !== null);
  if (unwanted.length === 0) return null;
  return (
    <div className="not-wanted">
      <h3 className="region-label">{t.unwanted}</h3>
      <ul>
        {unwanted.map(({ id, name, kind, unwantedOn, unwantedVoice }) => (
          <li key={id}>
            <strong>{name}</strong>{" "}
            <span className="meta">
              {t.networkKinds[kind]}
              {unwantedOn &&
                unwantedVoice &&
                ` · ${t.unwantedSaid(plan.voices[unwantedVoice], days.short(unwantedOn))}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The contact person stands at the top. */
function MapOf({ person }: { person: PeopleAround }) {
  const { people, network: t } = useWords();
  const { efforts, today } = usePerson();
  const { department, staff } = useNames();
  const holdsCustody = useHoldsCustody();
  const mark = (departmentId: string | null) => {
    const of = department(departmentId);
    return of && { mark: markOf(of) };
  };
  const family = person.network.map((one): OnMap => {
    const apart = one.unwantedOn !== null;
    const lines = [
      t.networkKinds[one.kind],
      ...(holdsCustody(one) ? [t.custody] : []),
      ...(apart ? [t.notInRoom] : []),
    ];
    return { id: one.id, name: one.name, lines, apart };
  });
  // Whoever goes along in several roles stands there once.
  const assigned = [...new Set(person.around.map(({ staffId }) => staffId))].map((staffId): OnMap => {
    const places = person.around.filter((place) => place.staffId === staffId);
    const first = places.some(({ primary }) => primary);
    const lines = [...places.map(({ kind }) => people.kinds[kind]), ...(first ? [people.isContact] : [])];
    if (hasStopped(staff(staffId))) lines.push(people.hasStopped);
    return { id: staffId, name: places[0]?.name ?? "", first, lines, ...mark(places[0]?.departmentId ?? null) };
  });
  const others = runningOn(efforts.filter(isContact), today).map(
    ({ id, title, provider, departmentId }): OnMap => ({
      ...{ id, name: provider || title, lines: provider ? [title] : [] },
      ...mark(departmentId),
    }),
  );
  return <NetworkMap name={person.name.split(" ")[0] ?? ""} family={family} professionals={[...assigned, ...others]} />;
}
