type Lasting = { fromOn: string; toOn: string | null };

/** What runs on that day; the last day is one of them. */
export const runningOn = <E extends Lasting>(efforts: readonly E[], today: string): E[] =>
  efforts.filter(({ fromOn, toOn }) => fromOn <= today && (toOn === null || toOn >= today));
