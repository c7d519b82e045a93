import type { Role } from "#db/vocabulary.ts";

const ALONE: readonly Role[] = ["admin", "dpo"];

/** Whoever administers the system or reviews the log holds no other role (issue, decision 1). */
export const rolesFit = (roles: readonly Role[]): boolean =>
  new Set(roles).size < 2 || !roles.some((role) => ALONE.includes(role));

/** Days that a one-time link opens. */
export const LINK_DAYS = 7;

export const USERNAME = /^[\p{Ll}\p{N}][\p{Ll}\p{N}._@-]{1,99}$/u;

/** A user name as it is kept and compared: small letters, nothing around it. */
export const asUsername = (text: string): string => text.trim().toLowerCase().normalize("NFC");

/** A department's mark: two letters or figures. */
export const MARK = /^[\p{L}\p{N}]{2}$/u;
