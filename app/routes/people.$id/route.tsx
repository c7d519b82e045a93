import { useLoaderData } from "@remix-run/react";
import { confirmLapse, readAddress, writeAddress } from "#domain/address/commands.server.ts";
import { age } from "#domain/ages.ts";
import { setExistence } from "#domain/existence/commands.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { assign, endAssignment } from "#domain/people/assignment-commands.server.ts";
import { addNetworkPerson, changeNetworkPerson, endNetworkPerson } from "#domain/people/network-commands.server.ts";
import { confirmAccess } from "#domain/people/review-commands.server.ts";
import { destroySealedNote, openSealedNote, writeSealedNote } from "#domain/sealed/commands.server.ts";
import { withdrawConsent } from "#domain/sharing/consent-commands.server.ts";
import { setSchoolFacts } from "#domain/sharing/school-facts-commands.server.ts";
import { useFrame } from "#frame/frame.ts";
import { Looks } from "#frame/looks.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { Because } from "#frame/why.tsx";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { AddressOf } from "./address.tsx";
import { Around } from "./around.tsx";
import { Consents } from "./consents.tsx";
import { ExistenceForm } from "./existence.tsx";
import { Family } from "./family.tsx";
import { GiveForm } from "./give-form.tsx";
import { Items } from "./items.tsx";
import { Notes } from "./notes.tsx";
import { SchoolFactsForm } from "./school-facts.tsx";
import { Who } from "./who.tsx";

export const handle: Handle = { title: (words) => words.people.around };
export const loader = page(peopleAround, ({ params: { id } }) => (isRowId(id) ? { id } : null));
export const action = submit(
  [
    ...[assign, endAssignment, confirmAccess],
    ...[addNetworkPerson, changeNetworkPerson, endNetworkPerson, withdrawConsent, setSchoolFacts],
    ...[writeAddress, readAddress, confirmLapse],
    setExistence,
    ...[writeSealedNote, openSealedNote, destroySealedNote],
  ],
  {},
  ["read-address", "open-sealed-note"],
);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Person() {
  const person = useLoaderData<typeof loader>();
  const { people: t, access } = useWords();
  const { language, staffId } = useFrame();
  useReloadOn([`staff:${staffId}`]);
  const { name, bornOn, today, around, why, mayAssign } = person;
  const contact = around.find(({ primary }) => primary);
  return (
    <PageFrame>
      <h1>{name}</h1>
      <p className="meta">
        {t.age(age(bornOn, today))} · {t.born(dayWords(language, today).short(bornOn))}
      </p>
      <p>{contact ? t.contactLine(contact.name) : t.noContact}</p>
      <Because reasons={why.map((rule) => access.person[rule])} />
      <Items person={person} />
      <Around person={person} />
      {mayAssign && <GiveForm key={person.id} person={person} />}
      {mayAssign && <Family person={person} />}
      <SchoolFactsForm person={person} />
      {mayAssign && <Consents person={person} />}
      <ExistenceForm person={person} />
      <AddressOf person={person} />
      <Notes person={person} />
      <Who person={person} />
      {person.looks && <Looks looks={person.looks} today={person.today} />}
    </PageFrame>
  );
}
