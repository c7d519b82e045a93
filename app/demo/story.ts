import { type Chance, chanceFor } from "./chance.ts";
import type { Heard, Outcome, Promised, Script } from "./script.ts";
import { AGREEMENTS, OWN_AGREEMENTS } from "./texts/agreements.ts";
import type { DepartmentKey } from "./texts/departments.ts";
import type { Interest } from "./texts/interests.ts";
import { NO_AGREEMENT_REASONS, TRIES } from "./texts/outcomes.ts";
import type { Theme } from "./texts/themes/theme.ts";
import { THEMES, type ThemeKey } from "./texts/themes.ts";

/** Whom a story is told of: what its sentences are filled with. */
export type Told = {
  key: string;
  firstName: string;
  girl: boolean;
  theme: ThemeKey;
  interest: Interest;
  departments: DepartmentKey[];
  /** At the first visit. */
  age: number;
};

const NOT_TO_DISCUSS = ["Det med familien.", "Hvor jeg bor nu.", "Den gamle skole.", "Min kæreste.", "Mine penge."];
/** How many agreements an item gets: 4.2 of them (domain.md 9.2). */
const COUNTS = [2, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 7];

/** Slots of a sentence, filled for one young person. */
export function tell(text: string, { firstName, girl, interest }: Told): string {
  const slots: Record<string, string> = {
    navn: firstName,
    han: girl ? "hun" : "han",
    ham: girl ? "hende" : "ham",
    hans: girl ? "hendes" : "hans",
    sted: interest.at,
    om: interest.of,
    shop: interest.shop,
  };
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? "");
}

/** What is said and agreed when somebody comes to the forum for the so-manieth time (0 is the first), so many meetings ago. */
export function scriptOf(told: Told, visit: number, ago: number): Script {
  const chance = chanceFor(`story ${told.key} ${visit}`);
  const theme: Theme = THEMES[told.theme];
  // The first sentence is another for each who comes, and for each time they come.
  const nth = <T>(of: readonly T[], name: string) =>
    of[(chanceFor(`${name} ${told.key}`).whole(0, of.length - 1) + visit) % of.length] as T;
  const around = [...told.departments, "center"];
  const fitting = theme.options.filter(([department]) => around.includes(department));
  const chosen = chance.some(fitting, chance.whole(1, 3)).map(([department, text, agreement]) => {
    return { department, text: tell(text, told), agreement: tell(agreement, told) };
  });
  const nothing = chance.happens(0.03);
  return {
    question: tell(nth(theme.questions, "question"), told),
    minutes: chance.one([15, 20, 20, 20, 25]),
    heard: heardOf(told, chance, tell(nth(theme.words, "words"), told)),
    options: chosen.map(({ department, text }) => ({ department, text })),
    discussion: tell(nth(theme.discussions, "discussion"), told),
    promises: nothing ? [] : promisesOf(told, chance, chosen, ago),
    ...(nothing ? { noAgreement: chance.one(NO_AGREEMENT_REASONS) } : {}),
  };
}

function heardOf({ theme }: Told, chance: Chance, words: string): Heard {
  const at = chance.part();
  if (at < 0.06) return { how: "declined", words: "" };
  if (at < 0.11) return { how: "not_reached", words: "", tries: chance.one(TRIES) };
  const how = at < 0.55 ? "contact_person" : at < 0.76 ? "in_room" : at < 0.88 ? "video" : "written";
  const notToDiscuss = chance.happens(0.1) && theme !== "money" ? chance.one(NOT_TO_DISCUSS) : "";
  return { how, words, notToDiscuss };
}

type Chosen = { department: DepartmentKey; text: string; agreement: string };

function promisesOf(told: Told, chance: Chance, chosen: Chosen[], ago: number): Promised[] {
  const promises: Promised[] = [];
  const count = chance.one(COUNTS);
  const departments: DepartmentKey[] = [...told.departments, "center"];
  const said = new Set<string>();
  for (let tries = 0; promises.length < count && tries < 40; tries++) {
    const own = promises.length > 1 && chance.happens(0.12);
    const department = own ? "center" : (departments[promises.length % departments.length] ?? "center");
    const known = AGREEMENTS[department].filter(([, , when]) => when === undefined || told.age < 18);
    const [sentence, days] = own ? chance.one(OWN_AGREEMENTS) : chance.one(known);
    const option = promises.length === 0 ? chosen.find((one) => one.department === department) : undefined;
    const text = option?.agreement ?? tell(sentence, told);
    if (said.has(text)) continue;
    said.add(text);
    const outcome = own ? (chance.happens(0.7) ? "on time" : "open") : outcomeOf(department, chance, ago);
    const of = { department, text, dueDays: days + chance.whole(-1, 4), outcome };
    promises.push({ ...of, ...(own ? { byYoungPerson: true } : {}), ...(option ? { option: option.text } : {}) });
  }
  return promises;
}

/** 71 % done on time, 18 % late, 6 % stuck, 5 % withdrawn (domain.md 9.2); the latest ones wait for a yes. */
function outcomeOf(department: DepartmentKey, chance: Chance, ago: number): Outcome {
  const at = chance.part();
  const waits = chance.happens(ago === 1 ? 0.4 : ago === 2 ? 0.15 : 0);
  if (waits && department !== "center") return "unanswered";
  if (at < 0.71) return "on time";
  if (at < 0.89) return "late";
  return at < 0.95 ? "stuck" : "withdrawn";
}
