import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { type Config, setConfig } from "#http/config.server.ts";
import { turnAway } from "#http/gate.server.ts";
import { changesNothing, isOurs } from "#http/origin.ts";

const OURS = "https://samspor.kommune.dk";
const host = "samspor.kommune.dk";

const ORIGINS: [string | undefined, boolean][] = [
  [OURS, true],
  ["https://evil.example", false],
  ["null", false],
  [`${OURS}.evil.example`, false],
  ["http://samspor.kommune.dk", false],
  ["https://www.samspor.kommune.dk", false],
  ["https://samspor.kommune.dk:8443", false],
  ["https://sаmspor.kommune.dk", false],
  [`${OURS}/`, false],
  ["", false],
];
const SITES: [string | undefined, boolean][] = [
  [undefined, true],
  ["same-origin", true],
  ["none", true],
  ["same-site", false],
  ["cross-site", false],
  ["", false],
];
const table = ORIGINS.flatMap(([origin, its]) => SITES.map(([site, from]) => ({ origin, site, ours: its && from })));

test.each(table)("a post with Origin $origin and Sec-Fetch-Site $site is ours: $ours", ({ origin, site, ours }) => {
  expect(isOurs({ host, origin, "sec-fetch-site": site }, OURS)).toBe(ours);
});

test.each(SITES)("a post without Origin counts by the browser's own word alone: %s", (site, from) => {
  expect(isOurs({ host, "sec-fetch-site": site }, OURS)).toBe(site !== undefined && from);
});

test("without a configured origin the request's own host is the only one", () => {
  expect(isOurs({ host: "localhost:3000", origin: "http://localhost:3000" }, null)).toBe(true);
  expect(isOurs({ host: "localhost:3000", origin: "http://localhost:3001" }, null)).toBe(false);
  expect(isOurs({ host: "localhost:3000", origin: "file://localhost:3000" }, null)).toBe(false);
  expect(isOurs({ origin: "http://localhost:3000" }, null)).toBe(false);
  expect(isOurs({ host: "localhost:3000" }, null)).toBe(false);
});

test("what a proxy or a visitor writes in X-Forwarded-Host makes no origin ours", () => {
  const headers = {
    host,
    origin: "https://evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
  };
  expect(isOurs(headers, OURS)).toBe(false);
  expect(isOurs(headers, null)).toBe(false);
});

test("only reading changes nothing; every other method passes the gate", () => {
  for (const method of ["GET", "HEAD", "OPTIONS"]) expect(changesNothing(method)).toBe(true);
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "TRACE", "get"]) expect(changesNothing(method)).toBe(false);
});

const away = async (method: string, headers: Record<string, string>, url = "/meetings", isKnown = true) =>
  (await turnAway({ method, headers, url } as unknown as IncomingMessage, async () => isKnown))?.status ?? null;

test("the gate turns away what is not ours, what is too large, and what does not say how large it is", async () => {
  setConfig({ origin: OURS } as Config);
  const ours = { host, origin: OURS };
  expect(await away("POST", { host, "content-length": "10" })).toBe(403);
  expect(await away("POST", { ...ours, origin: "https://evil.example", "content-length": "10" })).toBe(403);
  expect(await away("POST", { ...ours, "content-length": String(256 * 1024) })).toBeNull();
  expect(await away("POST", { ...ours, "content-length": String(256 * 1024 + 1) })).toBe(413);
  expect(await away("POST", ours)).toBe(411);
  expect(await away("GET", { host })).toBeNull();
});

test("where a file is taken it may be as large as 50 000 lines, from somebody with a session", async () => {
  setConfig({ origin: OURS } as Config);
  const file = { host, origin: OURS, "content-length": "8000000" };
  for (const url of ["/stu/file", "/stu/file?_data=routes%2Fstu.file", "/outreach/file", "/staff"]) {
    expect(await away("POST", file, url), url).toBeNull();
    expect(await away("POST", file, url, false), url).toBe(401);
    expect(await away("POST", { ...file, "content-length": "8400000" }, url), url).toBe(413);
  }
  for (const url of ["/", "/stu", "/stu/file/x", "/login", "/staff/access", "/people?to=/stu/file"])
    expect(await away("POST", file, url), url).toBe(413);
});
