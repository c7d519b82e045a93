/** Chance that is the same for the same name: what one young person gets does not hang on who came before. */
export type Chance = {
  /** At least 0, below 1. */
  part: () => number;
  whole: (least: number, most: number) => number;
  one: <T>(of: readonly T[]) => T;
  some: <T>(of: readonly T[], count: number) => T[];
  happens: (share: number) => boolean;
};

export function chanceFor(name: string): Chance {
  let state = 2_166_136_261;
  for (let i = 0; i < name.length; i++) state = Math.imul(state ^ name.charCodeAt(i), 16_777_619);
  // mulberry32, public domain (Tommy Ettinger).
  const part = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(part() * (most - least + 1));
  const shuffled = <T>(of: readonly T[]) => {
    const all = [...of];
    for (let last = all.length - 1; last > 0; last--) {
      const at = whole(0, last);
      [all[last], all[at]] = [all[at] as T, all[last] as T];
    }
    return all;
  };
  return {
    part,
    whole,
    one: <T>(of: readonly T[]) => {
      if (of.length === 0) throw new RangeError(`nothing to choose from for ${name}`);
      return of[whole(0, of.length - 1)] as T;
    },
    some: (of, count) => shuffled(of).slice(0, count),
    happens: (share) => part() < share,
  };
}
