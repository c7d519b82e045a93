/**
 * The worker of /guides: without a net it answers with one page that holds nothing of anybody. It keeps that page and what the page
 * needs, for this build; no other page, no data.
 */
import { expire } from "#live/device/holder.ts";

type Waits = Event & { waitUntil: (done: Promise<unknown>) => void };
type Asked = Waits & { request: Request; respondWith: (answer: Promise<Response>) => void };
declare const self: {
  location: Location;
  addEventListener: <E extends Event>(name: string, heard: (event: E) => void) => void;
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
};

const PAGE = "/assets/offline.html";
const CACHE = `offline${self.location.search}`;
/** A line that is open and silent is no net. */
const SILENT_MS = 10_000;

const namedIn = (text: string) => [...text.matchAll(/["'](\/assets\/[^"'\s]+)["']/g)].map(([, path = ""]) => path);

/** The page, and what it and its scripts name. */
async function fill() {
  const cache = await caches.open(CACHE);
  await cache.add(new Request(PAGE, { cache: "no-store" }));
  const named = namedIn((await (await cache.match(PAGE))?.text()) ?? "");
  await cache.addAll(named);
  for (const path of named.filter((one) => /\.js\b/.test(one)))
    await cache.addAll(namedIn((await (await cache.match(path))?.text()) ?? ""));
  await self.skipWaiting();
}

async function dropOlder() {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

async function pageFor(request: Request): Promise<Response> {
  const silent = new Promise<never>((_, late) => setTimeout(() => late(new Error("silent")), SILENT_MS));
  try {
    return await Promise.race([fetch(request), silent]);
  } catch {
    return (await caches.match(PAGE)) ?? Response.error();
  }
}

self.addEventListener<Waits>("install", (event) => event.waitUntil(fill()));
self.addEventListener<Waits>("activate", (event) => event.waitUntil(dropOlder()));
self.addEventListener<Asked>("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && pathname === "/guides") event.respondWith(pageFor(request));
  else if (pathname.startsWith("/assets/"))
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});

// The worker starts whenever the page is asked for: what is past its midnight goes then at the latest.
expire(Date.now());
