import type { EffortRow } from "#domain/people/views.server.ts";
import { type Clash, clashesOf } from "#domain/plan/clashes.ts";
import { hasStopped } from "#domain/staff/rules.ts";
import { useWords } from "#words/words.ts";
import { useEffortWords } from "./effort-list.tsx";
import { useLabels, useNames, usePerson } from "./model.ts";

/** What runs at once and should not, each as a sentence with what to do. */
export function Clashes() {
  const { efforts: t } = useWords();
  const { efforts, today } = usePerson();
  const { days } = useLabels();
  const sentenceOf = useSentence();
  const contact = useContact();
  const clashes = clashesOf(efforts, { today, hasContactPerson: contact !== undefined });
  if (clashes.length === 0) return null;
  return (
    <>
      <h3 className="region-label">{t.clashes}</h3>
      <ul className="rows clashes">
        {clashes.map((clash) => {
          const sentence = sentenceOf(clash);
          return <li key={keyOf(clash)}>{clash.from ? t.later(days.short(clash.from), sentence) : sentence}</li>;
        })}
      </ul>
    </>
  );
}

/** The contact person, unless they have stopped. */
function useContact() {
  const { around } = usePerson();
  const { staff } = useNames();
  return around.find(({ primary, staffId }) => primary && !hasStopped(staff(staffId)));
}

const keyOf = ({ of, from, efforts }: Clash<EffortRow>) => [of, from, ...efforts.map(({ id }) => id)].join(" ");

function useSentence() {
  const { efforts: t } = useWords();
  const { kindOf, days } = useLabels();
  const { department } = useNames();
  const { namedIn, listed, weekdaysOf } = useEffortWords();
  const contact = useContact();
  return (clash: Clash<EffortRow>): string => {
    const names = clash.efforts.map(namedIn);
    const [first] = clash.efforts;
    switch (clash.of) {
      case "contacts": {
        const all = contact ? [t.contactPerson(contact.name), ...names] : names;
        return t.tooManyContacts(all.length, listed(all));
      }
      case "mentors":
        return t.twoMentors(names.length, listed(names));
      case "hours":
        return t.tooManyHours(t.hoursOf(clash.minutes), listed(names));
      case "kind":
        return t.ofOneKind(names.length, kindOf(clash.effortKind), listed(names));
      case "weekdays":
        return t.onOneDay(weekdaysOf(clash.weekdays), listed(names));
      case "validity": {
        const until = days.short(clash.until);
        if (clash.from) return t.runsPast(listed(names), until);
        return t.pastValidity(listed(names), until, department(first?.departmentId ?? null)?.name ?? "");
      }
    }
  };
}
