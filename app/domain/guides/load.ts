import type { Intensity } from "#db/vocabulary.ts";
import { RHYTHM } from "./rhythm.ts";

/** What somebody weighs of whom nobody has said how often: as one who is met every month. */
const UNSAID = RHYTHM.C.points;

/** What these young people weigh together, in points (domain.md 6.2). */
export const pointsOf = (intensities: readonly (Intensity | null)[]): number =>
  intensities.reduce((sum, one) => sum + (one === null ? UNSAID : RHYTHM[one].points), 0);
