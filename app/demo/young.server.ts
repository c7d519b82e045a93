import { addDays, addMonths, daysBetween } from "#domain/days.ts";
import type { Planned } from "./agenda.server.ts";
import { type Chance, chanceFor } from "./chance.ts";
import type { DemoClock } from "./clock.server.ts";
import { consentsOf, parentsOf } from "./consent-lines.ts";
import { replacementNumber } from "./numbers.ts";
import type { EffortLine, Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";
import { scriptOf, type Told, tell } from "./story.ts";
import { ARCHETYPES } from "./texts/archetypes.ts";
import type { DepartmentKey } from "./texts/departments.ts";
import { EFFORTS } from "./texts/efforts.ts";
import { INTERESTS } from "./texts/interests.ts";
import { BOYS, GIRLS, SURNAMES } from "./texts/names.ts";
import { ADMIN, STAFF } from "./texts/staff.ts";
import { THEMES, type ThemeKey } from "./texts/themes.ts";

/** How many each guide goes with: between 8 and 18. */
const LOADS = [14, 13, 12, 18, 8, 15, 11, 14, 13];

/** Ages today, as often as they are in the forum (domain.md 9.2). */
const AGES = [15, 16, 16, 17, 17, 17, 17, 18, 18, 18, 19, 19, 20, 20, 21, 22, 23, 24, 26];
const STU_AGES = [17, 18, 19, 19, 20, 20, 21, 21, 22, 23, 24];

/** Every name that is nobody's yet, in an order that chance has made once. */
export function freeNames(): { firstName: string; lastName: string; girl: boolean }[] {
  const taken = new Set([
    ...[ADMIN, ...STAFF].map(([, name]) => name),
    ...ARCHETYPES.map((one) => `${one.firstName} ${one.lastName}`),
  ]);
  const of = (names: readonly string[], girl: boolean) =>
    names.flatMap((firstName) => SURNAMES.map((lastName) => ({ firstName, lastName, girl })));
  const all = [...of(GIRLS, true), ...of(BOYS, false)].filter(
    ({ firstName, lastName }) => !taken.has(`${firstName} ${lastName}`),
  );
  return chanceFor("names").some(all, all.length);
}

/** A user name for each place that a guide still has. */
function freeGuides({ guides }: DemoStaff): string[] {
  const places = guides.flatMap((guide, at) => {
    const theirs = ARCHETYPES.filter((one) => one.guide === guide).length;
    return Array.from({ length: (LOADS[at] ?? 0) - theirs }, () => guide);
  });
  return chanceFor("guides").some(places, places.length);
}

/** The young people whom nobody wrote by hand, with their visits as the agenda has them. */
export function othersOf(
  clock: DemoClock,
  staff: DemoStaff,
  planned: readonly Planned[],
  dayOf: (ago: number) => string,
): Young[] {
  const names = freeNames();
  const guides = freeGuides(staff);
  return planned.map(({ key, standing, visits }, place) => {
    const chance = chanceFor(`young ${key}`);
    const { firstName, lastName, girl } = names[place] ?? { firstName: "Asta", lastName: "Udkast", girl: true };
    const first = visits[0];
    const firstDay = first === undefined ? clock.on(-chance.whole(12, 60)) : dayOf(first);
    const added = daysBetween(clock.day, addDays(firstDay, -chance.whole(50, 95)));
    const bornOn = addDays(
      addMonths(clock.day, -12 * chance.one(standing === "stu" ? STU_AGES : AGES)),
      -chance.whole(3, 360),
    );
    const ageThen = Math.floor(daysBetween(bornOn, firstDay) / 365.25);
    const theme = standing === "stu" ? "stu" : themeFor(ageThen, chance);
    // From 18 on it is Voksen that goes with them.
    const departments = THEMES[theme].departments.map(
      (key): DepartmentKey => (key === "children" && ageThen > 18 ? "adults" : key),
    );
    const told: Told = { key, firstName, girl, theme, interest: chance.one(INTERESTS), departments, age: ageThen };
    const last = visits.at(-1);
    const ended =
      standing === "closed"
        ? Math.min(-6, daysBetween(clock.day, last === undefined ? firstDay : dayOf(last)) + chance.whole(70, 200))
        : null;
    const guide =
      standing === "guided" ? (guides.pop() ?? null) : standing === "closed" ? chance.one(staff.guides) : null;
    const changes = standing === "guided" && added < -250 && chance.happens(0.2);
    const who = { key, lastName, bornOn, departments, added, ended };
    return {
      key,
      firstName,
      lastName,
      bornOn,
      cpr: chance.happens(0.9) ? replacementNumber(bornOn, girl, place + 20, chance) : null,
      departments,
      guide,
      ...(changes
        ? {
            formerGuide: {
              guide: chance.one(staff.guides.filter((one) => one !== guide)),
              until: chance.whole(Math.round(added / 2), -60),
            },
          }
        : {}),
      stu: theme === "stu" && standing !== "new" ? chance.one(["stu", "stu", "stu2", "stu3", "stu4", "stu5"]) : null,
      lead: standing === "new" ? null : chance.one(departments.flatMap(staff.workersOf)),
      added,
      ended,
      efforts: standing === "new" ? [] : effortsOf(told, chance, added, ended),
      parents: standing === "new" ? [] : parentsOf(clock, who),
      consents: standing === "new" ? [] : consentsOf(who),
      visits: visits.map((ago, visit) => ({ ago, script: scriptOf(told, visit, ago) })),
    };
  });
}

function themeFor(age: number, chance: Chance): ThemeKey {
  const fitting = (Object.keys(THEMES) as ThemeKey[]).filter(
    (key) => THEMES[key].ages[0] <= age && age <= THEMES[key].ages[1],
  );
  return fitting.length > 0 ? chance.one(fitting) : age < 16 ? "school" : "job";
}

function effortsOf(told: Told, chance: Chance, added: number, ended: number | null): EffortLine[] {
  const known = told.departments.flatMap((department) =>
    (EFFORTS[department] ?? []).map((line) => ({ department, line })),
  );
  return chance
    .some(known, chance.whole(1, 3))
    .map(({ department, line: [title, provider, days, kind, area, contactRole] }) => {
      const from = ended === null ? -chance.whole(12, Math.max(13, days - 20)) : added + chance.whole(5, 60);
      const to =
        ended === null && days > 270 && chance.happens(0.4) ? null : Math.min(from + days, ended ?? from + days);
      return {
        department,
        title,
        provider: tell(provider, told),
        from,
        to: to === null ? null : Math.max(from, to),
        kind,
        area,
        ...(contactRole ? { contactRole } : {}),
      };
    });
}
