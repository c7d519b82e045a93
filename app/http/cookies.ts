/** Reads cookies leniently: a corrupt header is no cookie. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) {
      const value = part.slice(at + 1).trim();
      return /^[\w-]{1,100}$/.test(value) ? value : null;
    }
  }
  return null;
}

type Cookie = "session" | "screen" | "provider";

/** `__Host-` where the site is secure: no subdomain can set it. */
export const cookieName = (kind: Cookie, secure: boolean) => `${secure ? "__Host-" : ""}samspor-${kind}`;

export function writeCookie(kind: Cookie, token: string, secure: boolean): string {
  return `${cookieName(kind, secure)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

export function dropCookie(kind: Cookie, secure: boolean): string {
  return `${cookieName(kind, secure)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? "; Secure" : ""}`;
}
