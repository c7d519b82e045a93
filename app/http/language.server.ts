import { type Language, languages } from "#db/vocabulary.ts";
import type { SignedIn } from "#domain/signin/queries.server.ts";

const isOurs = (asked: string): asked is Language => (languages as readonly string[]).includes(asked);

/** The first of our languages that a browser asks for; Danish where it asks for none of them. */
export function askedLanguage(accepted: string | null | undefined): Language {
  const asked = (accepted ?? "").split(",").map((one) => {
    const [range = "", ...more] = one.trim().toLowerCase().split(";");
    const weight = more.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find(Boolean);
    return { language: range.split("-")[0] ?? "", weight: weight === undefined ? 1 : Number(weight) };
  });
  const known = asked.filter(({ language, weight }) => isOurs(language) && weight > 0);
  const [first] = known.sort((a, b) => b.weight - a.weight);
  return first && isOurs(first.language) ? first.language : "da";
}

/** A room's computer speaks to the forum, in whatever language it was installed. */
const isScreen = (path: string) => /^\/screen\/?$|^\/meetings\/[^/]+\/screen\/?$/.test(path);

/** Which language is spoken: the one somebody chose; to who is not known yet, their browser's. */
export const languageFor = (
  signedIn: SignedIn | null,
  { path, accepted }: { path: string; accepted: string | null | undefined },
): Language => signedIn?.language ?? (isScreen(path) ? "da" : askedLanguage(accepted));

/** The same, of a request. */
export const languageOf = (signedIn: SignedIn | null, { url, headers }: Request): Language =>
  languageFor(signedIn, { path: new URL(url).pathname, accepted: headers.get("accept-language") });
