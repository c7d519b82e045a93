import { hasCpr } from "#domain/text.ts";

/** What was written in an address by its codes (`%2D`), as far as it can be read. */
function plain(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Why an address cannot stand in a plan: no https, or a civil registration number in it, also in parts or in codes. */
export function linkProblem(link: string): "https" | "has-cpr" | null {
  if (!URL.canParse(link)) return "https";
  const { protocol, username, password, href } = new URL(link);
  if (protocol !== "https:" || username || password) return "https";
  const once = plain(href);
  const all = [href, once, plain(once)].join(" ");
  return hasCpr(all) || hasCpr(all.replace(/[/_+~&=]/g, "-")) ? "has-cpr" : null;
}
