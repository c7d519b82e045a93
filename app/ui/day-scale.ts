const dayNumber = (day: string) => Date.parse(`${day}T00:00Z`) / 86_400_000;

/** From a day (`2026-11-21`) to its place between `from` and `to`, in per cent of the width. */
export function dayScale(from: string, to: string) {
  const start = dayNumber(from);
  const length = Math.max(1, dayNumber(to) - start);
  return (day: string) => ((dayNumber(day) - start) / length) * 100;
}

/** The first and last day that a picture of these bars must hold, today among them. */
export function daysShown(bars: readonly { from: string; to: string | null }[], today: string) {
  const days = bars.flatMap(({ from, to }) => (to === null ? [from] : [from, to])).concat(today);
  days.sort();
  return { from: days[0]!, to: days.at(-1)! };
}
