import { contentRoles, type Role } from "#db/vocabulary.ts";

export type Place =
  | "start"
  | "guides"
  | "meetings"
  | "actions"
  | "people"
  | "stu"
  | "outreach"
  | "transition"
  | "bases"
  | "staff"
  | "log";

/** Who reads the register of legal bases; the right itself is asked where it is read. */
const registerReaders: readonly Role[] = ["coordinator", "admin", "dpo"];

const hrefs: Record<Place, string> = {
  start: "/",
  guides: "/guides",
  meetings: "/meetings",
  actions: "/actions",
  transition: "/transition",
  people: "/people",
  stu: "/stu",
  outreach: "/outreach",
  bases: "/bases",
  staff: "/staff",
  log: "/log",
};

/** The places a role leads to; an administrator or a data protection officer sees no content. */
export function placesFor(roles: readonly Role[]): { place: Place; href: string }[] {
  const content = roles.some((role) => (contentRoles as readonly Role[]).includes(role));
  const places: Place[] = ["start"];
  if (roles.includes("youth_guide")) places.push("guides");
  if (content) places.push("meetings", "actions");
  if (offersNewPerson(roles)) places.push("people");
  if (roles.some((role) => role === "stu_team" || role === "youth_guide")) places.push("stu");
  if (roles.some((role) => role === "youth_guide" || role === "coordinator")) places.push("outreach");
  if (roles.some((role) => role === "leader" || goWithYoungPeople.includes(role))) places.push("transition");
  if (roles.some((role) => registerReaders.includes(role))) places.push("bases");
  if (roles.includes("admin")) places.push("staff");
  if (roles.includes("dpo")) places.push("log");
  return places.map((place) => ({ place, href: hrefs[place] }));
}

const goWithYoungPeople: readonly Role[] = ["coordinator", "youth_guide", "stu_team", "caseworker"];

/** Whether the menu leads to the list of young people, and offers to write one down; the right itself is asked where it is done. */
export const offersNewPerson = (roles: readonly Role[]): boolean =>
  roles.some((role) => goWithYoungPeople.includes(role));

/** Whether the menu leads to an emergency access: to those who work here, not to those who come from elsewhere. */
export const offersEmergency = (roles: readonly Role[]): boolean =>
  roles.some((role) => (contentRoles as readonly Role[]).includes(role)) && !roles.includes("external");
