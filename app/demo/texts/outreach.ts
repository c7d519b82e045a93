/** Places where guides meet young people, by name and kind; the schools are those that tell of absence. */
export const PLACES: readonly (readonly [name: string, kind: string])[] = [
  ["Stationspladsen (demo)", "street"],
  ["Klub Nord (demo)", "club"],
  ["Biblioteket (demo)", "library"],
  ["Egeparken (demo)", "housing"],
];
export const SCHOOLS = ["Bakkeskolen (demo)", "Engskolen (demo)", "EUC Prøve (demo)"];

/** What a school tells, as a file says it. */
export const TOLD = ["Meget væk", "Meget væk", "På vej ud af uddannelsen", "Stoppet før tid"];

/** The sources that come as a file, as often as they do, with what they say was last known. */
export const FROM_FILES: readonly (readonly [source: string, statuses: readonly string[]])[] = [
  ["Ungedatabasen", ["Hverken job eller uddannelse", "Stoppet på en uddannelse", "Arbejder få timer"]],
  ["Ungedatabasen", ["Hverken job eller uddannelse", "Stoppet på en uddannelse"]],
  ["Ungedatabasen", ["Hverken job eller uddannelse", "Ved vi ikke"]],
  ["Vejledningssystemet", ["Færdig med 9. eller 10. klasse", "Stoppet på en uddannelse"]],
  ["Skolens fravær", ["Meget væk fra skole"]],
  ["Skolens fravær", ["Meget væk fra skole"]],
  ["Gaden", ["Ved vi ikke"]],
  ["Boligforening", ["Ved vi ikke"]],
  ["Klub", ["Ved vi ikke"]],
  ["Pårørende", ["Hverken job eller uddannelse"]],
  ["Den unge selv", ["Hverken job eller uddannelse", "Får en ydelse"]],
];

export const TOWNS = ["2630 Taastrup", "2640 Hedehusene", "2640 Fløng", "4000 Sengeløse"];
export const STREETS = ["Prøvevej", "Demogade", "Øvelsesvænget", "Eksempelstien"];

/** Who was found and wants to be left alone (domain.md 9.3, number 10). */
export const LEFT_ALONE = { firstName: "Villads", lastName: "Fiktivsen", months: 21 * 12 + 3, girl: false };
