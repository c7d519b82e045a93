import { addNetworkPerson } from "#domain/people/network-commands.server.ts";
import type { DemoClock } from "./clock.server.ts";
import type { Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";
import { NETWORKS } from "./texts/network.ts";

/** Plans how the guide writes down who stands around a young person, each on the day it was said. */
export function planNetwork(clock: DemoClock, staff: DemoStaff, { key, guide, lead, added }: Young): void {
  const by = guide ?? lead;
  if (!by) return;
  const youngPersonId = clock.id(`young ${key}`);
  for (const { kind, name, phone = "", mayCall, unwanted } of NETWORKS[key.replace(/^archetype /, "")] ?? []) {
    const on = clock.workday(Math.max(mayCall ?? unwanted?.on ?? added, added) + 8);
    const dayOf = (days: number | undefined) => (days === undefined ? "" : clock.on(days));
    const told = {
      ...{ phone, mayCall: mayCall !== undefined, mayCallOn: dayOf(mayCall) },
      ...{ unwanted: unwanted !== undefined, unwantedVoice: unwanted?.voice, unwantedOn: dayOf(unwanted?.on) },
    };
    clock.at(on, "14:40", async () => {
      const person = {
        id: clock.id(`network ${key} ${name}`),
        youngPersonId,
        kind,
        name,
        custody: false,
        verifiedOn: "",
        fromOn: "",
      };
      await clock.does(addNetworkPerson, { ...person, ...told }, staff.idOf(by));
    });
  }
}
