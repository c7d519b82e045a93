import { runningOn } from "../people/efforts.ts";

type Placed = { fromOn: string; toOn: string | null; paid: boolean; weekMinutes: number | null };

/** The minutes a week of what runs that day, with pay and without. */
export function minutesOf(placements: readonly Placed[], today: string): { paid: number; unpaid: number } {
  const running = runningOn(placements, today);
  const sum = (paid: boolean) =>
    running.reduce((all, one) => all + (one.paid === paid ? (one.weekMinutes ?? 0) : 0), 0);
  return { paid: sum(true), unpaid: sum(false) };
}
