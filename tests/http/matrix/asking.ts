/** One answer, whole: what anybody on the line can read of it. */
export type Answered = { status: number; headers: string[]; body: string };

/** What differs from one request to the next for everybody: the nonce, the keys of forms, the clock, when a page is printed, and the id that was asked for. */
const plain = (text: string, ids: string[][]) => {
  const same = text
    .replace(/nonce-[^'"\s]+/g, "nonce")
    .replace(/nonce="[^"]*"/g, "nonce")
    .replace(/name="key" value="[^"]*"/g, "key")
    .replace(/Udskrevet af [^<]*/g, "printed")
    .replace(/csp-nonce" content="[^"]*"/g, "nonce")
    .replace(/("|\\")now\1:\1[^"\\]*\1/g, "now");
  return ids.reduce((left, alike, n) => alike.reduce((text, id) => text.replaceAll(id, `ID${n}`), left), same);
};

/** A form's key comes back with its answer: for a search, which does nothing, it is the same each time. */
const KEY = "01900000-0000-7000-8000-000000000000";

type Way = {
  cookie?: string | undefined;
  address?: string;
  /** Those in the address, each with what stands there in the request that it is held against. */
  ids?: string[][];
  /** A search, posted as the page's own form. */
  form?: Record<string, string>;
};

export async function answerTo(url: string, { cookie, address, ids = [], form }: Way): Promise<Answered> {
  const headers: Record<string, string> = { accept: "text/html" };
  if (cookie) headers.cookie = cookie;
  if (address) headers["x-forwarded-for"] = address;
  if (form) headers.origin = new URL(url).origin;
  const posted = form && { method: "POST", body: new URLSearchParams({ key: KEY, ...form }) };
  const response = await fetch(url, { redirect: "manual", headers, ...posted });
  const kept = [...response.headers].filter(([name]) => name !== "date");
  return {
    status: response.status,
    headers: kept.map(([name, value]) => `${name}: ${plain(value, ids)}`),
    body: plain(await response.text(), ids),
  };
}

/** Runs the work with so many at a time, in its order. */
export async function inParallel<T>(work: T[], many: number, each: (one: T) => Promise<void>): Promise<void> {
  const waiting = work.values();
  await Promise.all(
    Array.from({ length: many }, async () => {
      for (const one of waiting) await each(one);
    }),
  );
}

/** The address of a route's data beside its page's. */
export const dataOf = (path: string, route: string) =>
  `${path}${path.includes("?") ? "&" : "?"}_data=${encodeURIComponent(route)}`;
