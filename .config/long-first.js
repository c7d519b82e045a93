import { BaseSequencer } from "vitest/node";

/** What takes longest, the longest first: begun last, one of them would run on alone. */
const LONG = [
  ...["pages", "non-interference", "matrix", "english-pages", "stu", "plan", "board-faults", "server"],
  ...["demo", "postgres", "log-tamper"],
].map((name) => `/${name}.test.ts`);

const placeOf = (file) => {
  const place = LONG.findIndex((name) => file.moduleId.endsWith(name));
  return place === -1 ? LONG.length : place;
};

/** The order of Vitest, but for those. */
export class LongFirst extends BaseSequencer {
  async sort(files) {
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}
