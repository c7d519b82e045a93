import { tables, transact } from "#db/index.server.ts";
import { writeAddress } from "#domain/address/commands.server.ts";
import { endEmergency, openEmergency } from "#domain/emergency/commands.server.ts";
import { runningOf } from "#domain/emergency/find.server.ts";
import { writeSealedNote } from "#domain/sealed/commands.server.ts";
import type { DemoClock } from "./clock.server.ts";
import { youngId } from "./people.server.ts";
import type { Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";

/** Whose address is protected, and about whom there is a sealed note (domain.md 9.3, 6). */
const PROTECTED = "two-homes";
/** Whom somebody had to read about one evening. */
const ACUTE = "nights";

/** A session that has just given its proof, for the commands that ask for one; over as soon as it was used. */
async function proven(clock: DemoClock, staffId: string): Promise<string> {
  const id = clock.id(`proof ${staffId} ${clock.now}`);
  const at = clock.now;
  const times = { startedAt: at, seenAt: at, endsAt: at, endedAt: at, freshAt: at };
  await transact((db) => db.insert(tables.session).values({ id, tokenHash: id, staffId, device: "", ...times }));
  return id;
}

/** What is closed in the demo: a protected address, a sealed note, and an emergency access that waits to be looked through. */
export function planClosed(clock: DemoClock, staff: DemoStaff, people: readonly Young[]): void {
  const hidden = people.find(({ key }) => key === PROTECTED);
  const guide = hidden?.guide && staff.idOf(hidden.guide);
  if (hidden && guide)
    clock.at(clock.workday(-40), "10:15", async () => {
      const youngPersonId = youngId(clock, hidden);
      const where = {
        address: "Prøvevænget 6, 2. tv., 2630 Demoby",
        protectedUntil: clock.on(200),
        source: "register",
      };
      await clock.does(writeAddress, { id: youngPersonId, ...where, protected: "yes" }, guide);
      const text = "Hun bor hos sin moster. Far må ikke få det at vide, heller ikke gennem skolen.";
      const readers = hidden.lead ? [staff.idOf(hidden.lead)] : [];
      await clock.does(writeSealedNote, { youngPersonId, readers, text }, guide, await proven(clock, guide));
    });
  const acute = people.find(({ key }) => key === ACUTE);
  const other = staff.idOf("ungeguide5");
  if (acute)
    clock.at(clock.workday(-3), "19:10", async () => {
      const { firstName, lastName, bornOn } = acute;
      const words = "Ringede til vagten og sagde, at han ikke kunne mere. Hans guide kan ikke nås i aften.";
      const given = { name: `${firstName} ${lastName}`, bornOn, cpr: "", reason: "life_or_health", words };
      await clock.does(openEmergency, given, other, await proven(clock, other));
      clock.pass(24);
      const running = await transact((db) => runningOf(db, other, clock.now));
      if (running) await clock.does(endEmergency, { id: running.id, version: running.version }, other);
    });
}
