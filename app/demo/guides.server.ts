import { addAbsence } from "#domain/absence/commands.server.ts";
import { raiseConcern } from "#domain/guides/concern-commands.server.ts";
import { acceptGuide, proposeGuide, requestGuide } from "#domain/guides/request-commands.server.ts";
import { addGuideTrait, setGuideCapacity } from "#domain/guides/trait-commands.server.ts";
import type { DemoClock } from "./clock.server.ts";
import { youngId } from "./people.server.ts";
import type { Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";

/** Of each guide: room in points where it is not full time, districts, what they know of, languages. */
const GUIDES: readonly [points: number, districts: string, knows: string, speaks: string][] = [
  [30, "taastrup", "school job", "english"],
  [24, "taastrup hedehusene", "alone", "arabic"],
  [30, "hedehusene", "substance job", ""],
  [24, "taastrup hoeje_taastrup", "calm school", "english"],
  [30, "hoeje_taastrup", "family housing", "somali arabic"],
  [30, "floeng hedehusene", "calm", "sign"],
  [30, "sengeloese reerslev", "job", "polish"],
  [24, "taastrup", "alone family", "urdu english"],
  [30, "hedehusene floeng", "substance housing", "turkish"],
];

/** Plans what stands of the guides: room and knowledge, one away, two searches, and a worry that nobody has taken. */
export function planGuides(clock: DemoClock, staff: DemoStaff, people: readonly Young[]): void {
  const coordinator = staff.idOf("koordinator");
  clock.at(clock.workday(-60), "8:20", async () => {
    for (const [n, username] of staff.guides.entries()) {
      const [points, district, competency, language] = GUIDES[n] ?? [30, "", "", ""];
      const staffId = staff.idOf(username);
      if (points !== 30) await clock.does(setGuideCapacity, { id: staffId, version: 0, points }, coordinator);
      for (const [trait, codes] of Object.entries({ district, competency, language }))
        for (const code of codes.split(" ").filter(Boolean))
          await clock.does(addGuideTrait, { staffId, trait, code }, staffId);
    }
  });
  clock.at(clock.workday(-4), "8:25", async () => {
    const days = { fromOn: clock.on(-2), toOn: clock.on(9), coveredById: staff.idOf("ungeguide") };
    const away = staff.idOf("ungeguide3");
    await clock.does(addAbsence, { staffId: away, ...days }, away);
  });
  const [asked, accepted] = people.filter(({ guide, ended }) => guide === null && ended === null);
  if (asked) planSearch(clock, staff, asked, { wish: "En, der kan komme om eftermiddagen", guide: "ungeguide4" });
  if (accepted)
    planSearch(clock, staff, accepted, { wish: "En, der kender til job", guide: "ungeguide", saysYes: true });
  const worried = people.find(({ guide, ended }) => guide === "ungeguide2" && ended === null);
  if (worried)
    clock.at(clock.workday(-3), "14:10", async () => {
      const receiver = "duty_desk";
      await clock.does(raiseConcern, { youngPersonId: youngId(clock, worried), receiver }, staff.idOf("ungeguide2"));
    });
}

type Search = { wish: string; guide: string; saysYes?: boolean };

function planSearch(clock: DemoClock, staff: DemoStaff, young: Young, { wish, guide, saysYes }: Search): void {
  const coordinator = staff.idOf("koordinator");
  const id = clock.id(`guide request ${young.key}`);
  clock.at(clock.workday(-5), "10:40", async () => {
    const wanted = { district: "taastrup", competency: "job", language: "" };
    await clock.does(requestGuide, { id, youngPersonId: youngId(clock, young), wish, ...wanted }, coordinator);
    await clock.does(proposeGuide, { id, version: 1, staffId: staff.idOf(guide) }, coordinator);
    if (saysYes) await clock.does(acceptGuide, { id, version: 2 }, coordinator);
  });
}
