import type { Chance } from "./chance.ts";

/**
 * A replacement number for a civil registration number: 60 is added to the day, so that it is nobody's (cpr.dk). The last
 * figure is even for girls.
 * @param place keeps two numbers of the same birth day apart.
 */
export function replacementNumber(bornOn: string, girl: boolean, place: number, chance: Chance): string {
  const [year = "", month = "", date = ""] = bornOn.split("-");
  const century = Number(year) < 2000 ? chance.whole(0, 3) : chance.whole(5, 8);
  const last = chance.whole(0, 4) * 2 + (girl ? 0 : 1);
  return `${Number(date) + 60}${month}${year.slice(2)}-${century}${String(place % 100).padStart(2, "0")}${last}`;
}
