import { acceptGuideHandover } from "#domain/guides/handover-accept.server.ts";
import { noteGuideHandover, proposeGuideHandover } from "#domain/guides/handover-commands.server.ts";
import { writePlanText } from "#domain/plan/commands.server.ts";
import type { DemoClock } from "./clock.server.ts";
import { youngId } from "./people.server.ts";
import type { Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";
import { PLANS } from "./texts/plans.ts";

type Given = { young: Young; from: string; to: string; day: number; taken?: boolean };

const hasPlan = (key: string) => PLANS[key.replace(/^archetype /, "")] !== undefined;

/** A young person goes on from a guide with many to the one with fewest, who has said yes; and one waits for an answer, with a day that is lacking. */
export function planGuideHandovers(clock: DemoClock, staff: DemoStaff, people: readonly Young[]): void {
  // Who came after 18, so that there is no consent of parents to renew.
  const withGuide = (username: string) =>
    people.filter(
      ({ key, guide, ended, parents, added }) =>
        guide === username && ended === null && parents.length === 0 && !hasPlan(key) && added < -30,
    );
  const [taken] = withGuide("ungeguide6");
  if (taken) planOne(clock, staff, { young: taken, from: "ungeguide6", to: "ungeguide5", day: -12, taken: true });
  const [waits] = withGuide("ungeguide4");
  if (waits) planOne(clock, staff, { young: waits, from: "ungeguide4", to: "ungeguide", day: -6 });
}

function planOne(clock: DemoClock, staff: DemoStaff, { young, from, to, day, taken }: Given): void {
  const id = clock.id(`guide handover ${young.key}`);
  const [giver, receiver] = [staff.idOf(from), staff.idOf(to)];
  const youngPersonId = youngId(clock, young);
  clock.at(clock.workday(day), "9:40", async () => {
    const text = "En fast voksen, der kender aftalerne, og et mål ad gangen.";
    await clock.does(writePlanText, { youngPersonId, part: "direction", version: 0, text }, giver);
    await clock.does(proposeGuideHandover, { id, youngPersonId, kind: "guide", toStaffId: receiver }, giver);
  });
  clock.at(clock.workday(day + 1), "13:20", async () => {
    const metOn = clock.on(day + 1);
    const writtenOn = taken ? metOn : "";
    await clock.does(noteGuideHandover, { id, version: 1, metOn, writtenOn, remindersGo: "yes" }, giver);
    if (taken) await clock.does(acceptGuideHandover, { id, version: 2, promises: "yes" }, receiver);
  });
}
