import { useLoaderData } from "@remix-run/react";
import { age } from "#domain/ages.ts";
import { isRowId } from "#domain/input.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { assign, endAssignment } from "#domain/people/assignment-commands.server.ts";
import { addNetworkPerson, changeNetworkPerson, endNetworkPerson } from "#domain/people/network-commands.server.ts";
import { withdrawConsent } from "#domain/sharing/consent-commands.server.ts";
import { setSchoolFacts } from "#domain/sharing/school-facts-commands.server.ts";
import { useFrame } from "#frame/frame.ts";
import { Looks } from "#frame/looks.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { Around } from "./around.tsx";
import { Consents } from "./consents.tsx";
import { Family } from "./family.tsx";
import { GiveForm } from "./give-form.tsx";
import { SchoolFactsForm } from "./school-facts.tsx";

export const handle: Handle = { title: (words) => words.people.around };
export const loader = page(peopleAround, ({ params: { id } }) => (isRowId(id) ? { id } : null));
export const action = submit([
  assign,
  endAssignment,
  addNetworkPerson,
  changeNetworkPerson,
  endNetworkPerson,
  withdrawConsent,
  setSchoolFacts,
]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Person() {
  const person = useLoaderData<typeof loader>();
  const { people: t } = useWords();
  const { language, staffId } = useFrame();
  useReloadOn([`staff:${staffId}`]);
  const { name, bornOn, today, around } = person;
  const contact = around.find(({ primary }) => primary);
  return (
    <PageFrame>
      <h1>{name}</h1>
      <p className="meta">
        {t.age(age(bornOn, today))} · {t.born(dayWords(language, today).short(bornOn))}
      </p>
      <p>{contact ? t.contactLine(contact.name) : t.noContact}</p>
      <Around person={person} />
      <GiveForm key={person.id} person={person} />
      <Family person={person} />
      <SchoolFactsForm person={person} />
      <Consents person={person} />
      {person.looks && <Looks looks={person.looks} />}
    </PageFrame>
  );
}
