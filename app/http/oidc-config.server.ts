import { type Role, roles } from "#db/vocabulary.ts";
import { OUTSIDE_NAMES } from "#domain/signin/claims.ts";

export type OidcConfig = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What a role is called in the claims, and what it is here. */
  roles: Map<string, Role>;
  rolesClaim: string;
  departmentsClaim: string;
  /** Levels of assurance that are high enough; none: any. */
  acr: string[];
  /** Whether somebody who is not known here is added at the first sign-in. */
  mayAdd: boolean;
};

type Set = Record<
  | "SAMSPOR_OIDC_ROLES"
  | "SAMSPOR_OIDC_ROLES_CLAIM"
  | "SAMSPOR_OIDC_DEPARTMENTS_CLAIM"
  | "SAMSPOR_OIDC_ACR"
  | "SAMSPOR_OIDC_CREATE",
  string
> &
  Partial<Record<"SAMSPOR_OIDC_ISSUER" | "SAMSPOR_OIDC_CLIENT_ID" | "SAMSPOR_OIDC_CLIENT_SECRET", string>>;

/** The settings of the municipality's sign-in; what is missing or wrong is added to `wrong`, a line each. */
export function readOidc(set: Set, production: boolean, wrong: string[]): OidcConfig | null {
  const issuer = set.SAMSPOR_OIDC_ISSUER;
  if (!issuer) return null;
  if (!URL.canParse(issuer)) wrong.push("SAMSPOR_OIDC_ISSUER is no address");
  else if (production && new URL(issuer).protocol !== "https:" && new URL(issuer).hostname !== "127.0.0.1")
    wrong.push("SAMSPOR_OIDC_ISSUER is not https");
  for (const name of ["SAMSPOR_OIDC_CLIENT_ID", "SAMSPOR_OIDC_CLIENT_SECRET"] as const)
    if (!set[name]) wrong.push(`${name} is missing`);
  const mapped = new Map(Object.entries(OUTSIDE_NAMES));
  for (const pair of set.SAMSPOR_OIDC_ROLES.split(",").filter(Boolean)) {
    const at = pair.lastIndexOf("=");
    const role = roles.find((each) => each === pair.slice(at + 1).trim());
    if (at < 1 || !role) wrong.push(`SAMSPOR_OIDC_ROLES: ${pair} is no name=role`);
    else mapped.set(pair.slice(0, at).trim(), role);
  }
  return {
    issuer,
    clientId: set.SAMSPOR_OIDC_CLIENT_ID ?? "",
    clientSecret: set.SAMSPOR_OIDC_CLIENT_SECRET ?? "",
    roles: mapped,
    rolesClaim: set.SAMSPOR_OIDC_ROLES_CLAIM,
    departmentsClaim: set.SAMSPOR_OIDC_DEPARTMENTS_CLAIM,
    acr: set.SAMSPOR_OIDC_ACR.split(/\s+/).filter(Boolean),
    mayAdd: set.SAMSPOR_OIDC_CREATE === "yes",
  };
}
