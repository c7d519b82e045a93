import { type Answered, answerTo, dataOf } from "../matrix/asking.ts";

/** Every page of somebody, with the route whose data it asks for. */
const pagesOf = ({ meeting, items, people }: Around): [path: string, route: string][] => [
  ["/?index", "routes/_index"],
  ["/actions", "routes/actions"],
  ["/account", "routes/account"],
  ["/staff", "routes/staff"],
  ["/bases", "routes/bases"],
  ["/meetings?index", "routes/meetings._index"],
  ["/meetings?index&make=new", "routes/meetings._index"],
  ["/outreach?index&view=new", "routes/outreach._index"],
  ["/outreach/places", "routes/outreach.places"],
  ["/outreach/figures", "routes/outreach.figures"],
  ["/people/new", "routes/people.new"],
  ["/people/duplicates", "routes/people.duplicates"],
  [`/meetings/${meeting}?index`, "routes/meetings.$id._index"],
  [`/meetings/${meeting}?index&add=person`, "routes/meetings.$id._index"],
  [`/meetings/${meeting}/board`, "routes/meetings.$id.board"],
  [`/meetings/${meeting}/minutes`, "routes/meetings.$id.minutes"],
  ...items.map((id) => [`/meetings/${meeting}/board?item=${id}`, "routes/meetings.$id.board"] as [string, string]),
  ...items.map((id) => [`/meetings/${meeting}?index&words=${id}`, "routes/meetings.$id._index"] as [string, string]),
  ...people.flatMap((id): [string, string][] => [
    [`/people/${id}`, "routes/people.$id"],
    [`/people/${id}/consents/new`, "routes/people.$id_.consents.new"],
    [`/people/new?made=${id}`, "routes/people.new"],
    [`/meetings/${meeting}?index&young=${id}`, "routes/meetings.$id._index"],
  ]),
];

export type Around = { meeting: string; items: string[]; people: string[] };
export type Seen = Map<string, Answered>;

/** All that somebody is answered: the data of every page, or the pages themselves. */
export async function look(
  origin: string,
  cookie: string | undefined,
  at: Around,
  way: "data" | "pages",
): Promise<Seen> {
  const seen: Seen = new Map();
  for (const [path, route] of pagesOf(at)) {
    // Coming to a page is a sign of life, and one's own account says when the last one was.
    if (way === "pages" && path === "/account") continue;
    const asked = way === "data" ? dataOf(path, route) : path;
    seen.set(asked, await answerTo(origin + asked, { cookie }));
  }
  const route = "routes/meetings.$id._index";
  const path = `/meetings/${at.meeting}?index&add=person`;
  const search = way === "data" ? dataOf(path, route) : path;
  seen.set(
    `search at ${search}`,
    await answerTo(origin + search, { cookie, form: { intent: "find-to-add", name: "e" } }),
  );
  return seen;
}

/** The addresses that were answered otherwise, with the first place where it shows. */
export function differences(before: Seen, after: Seen): string[] {
  return [...after].flatMap(([path, answer]) => {
    const [was, is] = [JSON.stringify(before.get(path)), JSON.stringify(answer)];
    if (was === is) return [];
    const at = [...is].findIndex((letter, n) => letter !== was[n]);
    return [`${path}: …${was.slice(at - 60, at + 60)}… → …${is.slice(at - 60, at + 60)}…`];
  });
}
