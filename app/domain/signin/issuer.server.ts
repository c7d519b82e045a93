import { once } from "#db/once.server.ts";

const kept = once("issuer", () => ({ issuer: null as string | null }));

/** By whose names people are known outside: the municipality's sign-in, or null where there is none. */
export const setIssuer = (issuer: string | null): void => {
  kept.issuer = issuer;
};
export const issuer = (): string | null => kept.issuer;
