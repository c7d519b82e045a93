import { read } from "#db/index.server.ts";
import type { Language, Role } from "#db/vocabulary.ts";
import { now } from "#domain/clock.server.ts";
import { demoDay } from "#domain/demo-day.server.ts";
import { type RunningEmergency, runningEmergency } from "#domain/emergency/find.server.ts";
import { dayOf } from "#domain/moments.ts";
import { type ProofWays, rolesOf } from "#domain/signin/queries.server.ts";
import { type PeopleInForum, peopleInForum } from "#domain/staff/reference.server.ts";
import { config } from "./config.server.ts";
import { languageOf } from "./language.server.ts";
import { waysOf } from "./proof.server.ts";
import type { Who } from "./who.server.ts";

/** What stands around every page: who is signed in, in which language, and whether this is the demo. */
export type Frame = {
  language: Language;
  build: string;
  demo: boolean;
  /** The demo was made on another day: its dates no longer fit. */
  demoIsOld: boolean;
  staffId: string | null;
  name: string | null;
  username: string | null;
  roles: Role[];
  singleKeys: boolean;
  /** By what that person can prove once more who they are. */
  ways: ProofWays | null;
  /** Whom the person signed in may read about for a while, by an emergency access. */
  emergency: (RunningEmergency & { now: string }) | null;
  /** The names of the forum, for whoever is one of them. */
  people: PeopleInForum | null;
};

export async function frameFor({ actor, signedIn }: Who, request: Request): Promise<Frame> {
  const at = now();
  const today = dayOf(at);
  const staffId = actor.kind === "staff" ? actor.id : null;
  const demo = config().mode === "demo";
  const emergency = staffId ? await read((db) => runningEmergency(db, staffId, at)) : null;
  const madeFor = demo && staffId ? await demoDay() : null;
  return {
    language: languageOf(signedIn, request),
    build: process.env.SAMSPOR_BUILD ?? "",
    demo,
    demoIsOld: madeFor !== null && madeFor !== today,
    staffId,
    name: signedIn?.name ?? null,
    username: signedIn?.username ?? null,
    roles: staffId ? await rolesOf(staffId, today) : [],
    singleKeys: signedIn?.singleKeys ?? true,
    ways: staffId ? await waysOf(staffId) : null,
    emergency: emergency && { ...emergency, now: at },
    people: staffId ? await read((db) => peopleInForum(db, today)) : null,
  };
}
