import type { Assurance, Provider, Role } from "#db/vocabulary.ts";

/** What is said of somebody who has signed in: job functions and data limits, as KOMBIT's access control carries them. */
export type Claims = {
  /** Stable, and never given to another; the only thing that somebody is known by. */
  subject: string;
  name: string;
  username: string;
  /** The roles of their job functions. */
  roles: Role[];
  /** The departments that their work is limited to, by id. */
  departments: string[];
  assurance: Assurance;
  /** When they last proved who they are, or null when it is not said. */
  provenAt: string | null;
};

/** Who can say who somebody is: from a proof of its own kind to the same claims. @throws when the proof is none. */
export type AuthProvider<Proof> = { name: Provider; claimsOf: (proof: Proof) => Promise<Claims> };

/** The roles as they are called outside (domain.md 7.2), and what they are here. */
export const OUTSIDE_NAMES: Record<string, Role> = {
  coordinator: "coordinator",
  forum_member: "forum_member",
  youth_guide: "youth_guide",
  stu_team: "stu_team",
  case_contributor: "caseworker",
  leader_report: "leader",
  local_admin: "admin",
  audit_dpo: "dpo",
  external_participant: "external",
};
