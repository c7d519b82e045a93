import type { Colour, Sector, Takeover } from "#db/vocabulary.ts";

/** The departments of the demo municipality, and those outside it that send people to the forum. */
export const DEPARTMENTS = {
  center: ["Ungecenter", "UC", "petrol", "municipality"],
  guidance: ["Uddannelsesvejledning", "UV", "blue", "municipality"],
  stu: ["STU-team", "ST", "violet", "municipality"],
  children: ["Børn og unge", "BU", "rust", "municipality"],
  adults: ["Voksen", "VO", "plum", "municipality", "adult_department"],
  work: ["Beskæftigelse", "BE", "ochre", "municipality", "employment"],
  benefits: ["Ydelse", "YD", "olive", "municipality"],
  ppr: ["PPR", "PP", "green", "municipality"],
  health: ["Sundhed og rusmiddel", "SR", "slate", "municipality"],
  housing: ["Bolig", "BO", "petrol", "municipality"],
  region: ["Regionens psykiatri", "RP", "violet", "authority"],
  police: ["Politi og SSP", "PO", "slate", "authority"],
  fgu: ["FGU Demo Vest", "FG", "green", "school"],
  school: ["Erhvervsskolen Prøven", "ES", "ochre", "school"],
} as const satisfies Record<
  string,
  readonly [name: string, mark: string, colour: Colour, sector: Sector, takesOver?: Takeover]
>;

export type DepartmentKey = keyof typeof DEPARTMENTS;
