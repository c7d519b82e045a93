import { age } from "#domain/ages.ts";
import { nextChannel } from "#domain/graduates/rules.ts";
import type { AlertsOf } from "#domain/outreach/alerts.server.ts";
import type { Outreach, OutreachLead } from "#domain/outreach/queries.server.ts";
import { channelsFor, dayPartOf, untriedPart } from "#domain/outreach/rules.ts";
import type { LeadRow } from "#domain/outreach/shown.server.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { useFrame } from "./frame.ts";

type Shown = Pick<
  Outreach | OutreachLead | AlertsOf,
  "sources" | "statuses" | "kinds" | "reactions" | "placeKinds" | "places" | "workers" | "today"
>;

export const nameOf = ({ firstName, lastName }: Pick<LeadRow, "firstName" | "lastName">) => `${firstName} ${lastName}`;

/** By which ways somebody can be tried. */
export const waysTo = ({ address, phone, placeId }: LeadRow) =>
  channelsFor({ address: address !== "", phone: phone !== "", placeId });

/** What stands about young people who are looked for, in words. */
export function useOutreachWords(shown: Shown) {
  const { outreach: t } = useWords();
  const { language } = useFrame();
  const { today, places, workers } = shown;
  const label = (list: "sources" | "statuses" | "kinds" | "reactions" | "placeKinds") => (code: string) =>
    shown[list].find((one) => one.code === code)?.label[language] ?? code;
  return {
    t,
    days: dayWords(language, today),
    sourceOf: label("sources"),
    statusOf: label("statuses"),
    kindOf: label("kinds"),
    reactionOf: label("reactions"),
    placeKindOf: label("placeKinds"),
    placeOf: (id: string | null) => places.find((one) => one.id === id)?.name ?? "",
    workerOf: (id: string | null) => workers.find((one) => one.id === id)?.name ?? "",
    yearsOf: ({ bornOn }: LeadRow) => (bornOn ? t.years(age(bornOn, today)) : ""),
    /** `Prøv: Telefon, aften`: a way and a part of the day that nobody has tried. */
    nextOf(lead: LeadRow): string {
      const ways = waysTo(lead);
      if (ways.length === 0) return "";
      const part = untriedPart(lead.tries);
      return t.next(t.channels[nextChannel(lead.tries, ways)], part && t.parts[part]);
    },
    partOf: (moment: string) => t.parts[dayPartOf(moment)],
  };
}
