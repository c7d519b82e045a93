import type { Role } from "#db/vocabulary.ts";
import type { DepartmentKey } from "./departments.ts";

export type StaffLine = readonly [
  username: string,
  name: string,
  title: string,
  department: DepartmentKey | null,
  roles: readonly Role[],
  /** Stands for the department in the forum. */
  representative?: true,
];

const member: readonly Role[] = ["caseworker", "forum_member"];
const counsellor: readonly Role[] = ["caseworker"];
const guide: readonly Role[] = ["youth_guide"];
const external: readonly Role[] = ["external"];

export const ADMIN: StaffLine = ["admin", "Vera Skabelund", "systemadministrator", null, ["admin"]];

/** Everybody who works in the demo municipality or comes to its forum, the administrator left out. */
export const STAFF: readonly StaffLine[] = [
  ["koordinator", "Hannah Øvelund", "koordinator", "center", ["coordinator"], true],
  ["koordinator2", "Rasmus Modelborg", "koordinator", "center", ["coordinator"]],
  ["leder", "Esther Mønsterby", "leder af Ungecentret", "center", ["leader"]],
  ["leder2", "Gustav Prøvegaard", "leder i Voksen", "adults", ["leader"]],
  ["leder3", "Nadia Kladdebæk", "leder i Børn og unge", "children", ["leader"]],
  ["dpo", "Tobias Eksempelgaard", "databeskyttelsesrådgiver", null, ["dpo"]],

  ["ungeguide", "Mikkel Prøvegaard", "ungeguide", "center", guide],
  ["ungeguide2", "Aya Testholm", "ungeguide", "center", guide],
  ["ungeguide3", "Jonas Skabelund", "ungeguide", "center", guide],
  ["ungeguide4", "Karla Demostrup", "ungeguide", "center", guide],
  ["ungeguide5", "Ibrahim Modelborg", "ungeguide", "center", guide],
  ["ungeguide6", "Line Øvelund", "ungeguide", "center", guide],
  ["ungeguide7", "Sofus Mønsterby", "ungeguide", "center", guide],
  ["ungeguide8", "Yasmin Forsøgsen", "ungeguide", "center", guide],
  ["ungeguide9", "Emil Kladdebæk", "ungeguide", "center", guide],

  ["vejleder", "Laura Eksempelgaard", "uddannelsesvejleder", "guidance", member, true],
  ["vejleder2", "Oskar Demostrup", "uddannelsesvejleder", "guidance", counsellor],
  ["vejleder3", "Fatima Skabelund", "uddannelsesvejleder", "guidance", counsellor],
  ["vejleder4", "Silas Testholm", "uddannelsesvejleder", "guidance", counsellor],
  ["vejleder5", "Ida Mønsterby", "uddannelsesvejleder", "guidance", counsellor],
  ["vejleder6", "Malik Øvelund", "uddannelsesvejleder", "guidance", counsellor],
  ["vejleder7", "Clara Forsøgsen", "uddannelsesvejleder", "guidance", counsellor],

  ["stu", "Freja Modelborg", "STU-vejleder", "stu", ["stu_team"]],
  ["stu2", "Viggo Øvelund", "STU-koordinator", "stu", ["stu_team", "forum_member"], true],
  ["stu3", "Halima Prøvegaard", "STU-vejleder", "stu", ["stu_team"]],
  ["stu4", "Caspar Skabelund", "STU-vejleder", "stu", ["stu_team"]],
  ["stu5", "Maja Eksempelgaard", "STU-vejleder", "stu", ["stu_team"]],

  ["boerneunge", "Sara Kladdebæk", "rådgiver", "children", member, true],
  ["boerneunge2", "Noah Fiktivsen", "rådgiver", "children", member],
  ["voksen", "Bilal Demostrup", "rådgiver", "adults", member, true],
  ["voksen2", "Alma Udkast", "rådgiver", "adults", member],
  ["voksen3", "Kevin Forsøgsen", "støttekonsulent", "adults", member],
  ["beskaeftigelse", "Selma Testholm", "virksomhedskonsulent", "work", member, true],
  ["beskaeftigelse2", "Liam Mønsterby", "rådgiver", "work", member],
  ["ydelse", "Olivia Fiktivsen", "ydelseskonsulent", "benefits", member, true],
  ["ppr", "Marius Øvelund", "psykolog", "ppr", member, true],
  ["ppr2", "Dilan Eksempelgaard", "konsulent", "ppr", member],
  ["sundhed", "Asta Modelborg", "sundhedskonsulent", "health", member, true],
  ["bolig", "Zeynep Kladdebæk", "boligrådgiver", "housing", member, true],

  ["psykiatri", "Emil Eksempelgaard", "overgangskoordinator", "region", external, true],
  ["psykiatri2", "Karla Fiktivsen", "socialrådgiver", "region", external],
  ["psykiatri3", "Gustav Udkast", "kontaktperson", "region", external],
  ["psykiatri4", "Hannah Forsøgsen", "kontaktperson", "region", external],
  ["psykiatri5", "Jonas Testholm", "socialrådgiver", "region", external],
  ["politi", "Silas Modelborg", "SSP-konsulent", "police", external, true],
  ["politi2", "Clara Prøvegaard", "SSP-konsulent", "police", external],
  ["politi3", "Rasmus Udkast", "forebyggelsesbetjent", "police", external],
  ["politi4", "Line Fiktivsen", "forebyggelsesbetjent", "police", external],
  ["fgu", "Ida Skabelund", "kontaktlærer", "fgu", external, true],
  ["fgu2", "Oskar Kladdebæk", "kontaktlærer", "fgu", external],
  ["fgu3", "Freja Udkast", "vejleder", "fgu", external],
  ["fgu4", "Ibrahim Fiktivsen", "værkstedslærer", "fgu", external],
  ["erhvervsskole", "Laura Demostrup", "fastholdelsesvejleder", "school", external, true],
  ["erhvervsskole2", "Viggo Testholm", "vejleder", "school", external],
  ["erhvervsskole3", "Aya Udkast", "vejleder", "school", external],
];
