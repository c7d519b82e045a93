import { addNetworkPerson } from "#domain/people/network-commands.server.ts";
import { prepareConsent, takeConsent, withdrawConsent } from "#domain/sharing/consent-commands.server.ts";
import { YOUNG_PERSON } from "#domain/sharing/consent-rules.ts";
import { chanceFor } from "./chance.ts";
import type { DemoClock } from "./clock.server.ts";
import type { ConsentLine, Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";
import { giversAsked } from "./standing.server.ts";

/** Plans who holds custody of a young person, and what they and the young person are asked for. */
export function planConsents(clock: DemoClock, staff: DemoStaff, young: Young): void {
  const { key, guide, formerGuide, stu, added, bornOn } = young;
  const youngPersonId = clock.id(`young ${key}`);
  const by = staff.idOf((formerGuide ? stu : (guide ?? stu)) ?? "koordinator");
  const looked = clock.workday(added);
  clock.at(looked, "9:50", async () => {
    for (const name of young.parents) {
      const person = { id: clock.id(`parent ${key} ${name}`), youngPersonId, kind: "parent", name, fromOn: "" };
      await clock.does(addNetworkPerson, { ...person, custody: true, verifiedOn: looked }, by);
    }
  });
  for (const [place, line] of young.consents.entries()) planConsent(place, line);

  function planConsent(place: number, line: ConsentLine) {
    const { kind, purpose, form, until, areas, custodyOnly, withdrawn } = line;
    const id = clock.id(`consent ${key} ${place}`);
    const chance = chanceFor(`consent ${key} ${place}`);
    clock.at(clock.workday(line.on), `${chance.whole(9, 15)}:${chance.whole(10, 55)}`, async () => {
      const recipients = line.recipients.map(staff.departmentId);
      const expiresOn = until === null ? "" : clock.on(until);
      const shape = { kind, recipients, areas: [...areas], purpose, form, expiresOn };
      await clock.does(prepareConsent, { id, version: 0, youngPersonId, ...shape }, by);
      const asked = await giversAsked({ youngPersonId, bornOn, kind, day: clock.today });
      const givers = asked.map((one) => one ?? YOUNG_PERSON).filter((one) => !custodyOnly || one !== YOUNG_PERSON);
      await clock.does(takeConsent, { id, version: 1, givers, saidOn: "" }, by);
      if (withdrawn === undefined) return;
      const first = givers.includes(YOUNG_PERSON) ? YOUNG_PERSON : givers[0];
      clock.at(clock.workday(withdrawn), "12:20", async () => {
        await clock.does(withdrawConsent, { id, version: 2, by: first }, by);
      });
    });
  }
}
