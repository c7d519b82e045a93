import type { Role } from "#db/vocabulary.ts";

/** How roles are called in a staff file, in Danish as the screens say it, or by their own names. */
const called: Record<string, Role> = {
  koordinator: "coordinator",
  forummedlem: "forum_member",
  ungeguide: "youth_guide",
  "stu-team": "stu_team",
  stu: "stu_team",
  rådgiver: "caseworker",
  leder: "leader",
  administrator: "admin",
  admin: "admin",
  databeskyttelse: "dpo",
  ekstern: "external",
  coordinator: "coordinator",
  forum_member: "forum_member",
  youth_guide: "youth_guide",
  stu_team: "stu_team",
  caseworker: "caseworker",
  leader: "leader",
  dpo: "dpo",
  external: "external",
};

/** Roles of one cell, `rådgiver + forummedlem`; null when one of them is no role. */
export function readRoles(cell: string): Role[] | null {
  const words = cell
    .toLowerCase()
    .normalize("NFC")
    .split(/[\s,+/|]+/)
    .filter(Boolean);
  const roles = words.map((word) => called[word]);
  return roles.includes(undefined) ? null : (roles as Role[]);
}
