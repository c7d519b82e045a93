import type { Language } from "#db/vocabulary.ts";
import { config } from "./config.server.ts";
import type { Who } from "./who.server.ts";

/** What stands around every page: who is signed in, in which language, and whether this is the demo. */
export type Frame = {
  language: Language;
  build: string;
  demo: boolean;
  staffId: string | null;
  name: string | null;
  username: string | null;
  singleKeys: boolean;
};

export const frameFor = ({ actor, signedIn }: Who): Frame => ({
  language: signedIn?.language ?? "da",
  build: process.env.SAMSPOR_BUILD ?? "",
  demo: config().mode === "demo",
  staffId: actor.kind === "staff" ? actor.id : null,
  name: signedIn?.name ?? null,
  username: signedIn?.username ?? null,
  singleKeys: signedIn?.singleKeys ?? true,
});
