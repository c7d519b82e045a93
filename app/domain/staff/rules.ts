import type { Role } from "#db/vocabulary.ts";

const ALONE: readonly Role[] = ["admin", "dpo"];

/** Whoever administers the system or reviews the log holds no other role (issue, decision 1). */
export const rolesFit = (roles: readonly Role[]): boolean =>
  new Set(roles).size < 2 || !roles.some((role) => ALONE.includes(role));

const AT_THE_TABLE: readonly Role[] = ["coordinator", "forum_member", "youth_guide", "stu_team", "caseworker"];
const WITH_YOUNG_PEOPLE: readonly Role[] = ["coordinator", "youth_guide", "stu_team", "caseworker"];
const OUTSIDE: readonly Role[] = ["admin", "dpo", "external"];

const holdsOf = (roles: readonly Role[], fitting: readonly Role[]) =>
  roles.some((role) => fitting.includes(role)) && !roles.some((role) => OUTSIDE.includes(role));

/** Can be given a meeting to lead, or its minutes to write: it opens every item, so no outsider, and nobody kept apart from content. */
export const canLead = (roles: readonly Role[]): boolean => holdsOf(roles, AT_THE_TABLE);

/** Can be given a young person to go with: it opens all of them, for as long as it stands. */
export const canGoWith = (roles: readonly Role[]): boolean => holdsOf(roles, WITH_YOUNG_PEOPLE);

/** Of whoever is named as contact person: they do not work here with young people any more. Nobody asks them, or rings them. */
export const hasStopped = (one: { there: boolean } | null | undefined): boolean => one?.there === false;

/** Days that a one-time link opens. */
export const LINK_DAYS = 7;

export const USERNAME = /^[\p{Ll}\p{N}][\p{Ll}\p{N}._@-]{1,99}$/u;

/** A user name as it is kept and compared: small letters, nothing around it. */
export const asUsername = (text: string): string => text.trim().toLowerCase().normalize("NFC");

/** A department's mark: two letters or figures. */
export const MARK = /^[\p{L}\p{N}]{2}$/u;
