import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Misconfigured, readConfig } from "#http/config.server.ts";
import { cookieName, readCookie, writeCookie } from "#http/cookies.ts";
import { formIn, ownPath, readForm } from "#http/form.server.ts";
import { aFolder } from "../support/files.ts";

test("a cookie is read among others, and only under its own name", () => {
  expect(readCookie("a=b; samspor-session=tok-en_1; c=d", "samspor-session")).toBe("tok-en_1");
  expect(readCookie("__Host-samspor-session=x", "samspor-session")).toBeNull();
  expect(readCookie("samspor-session=x", "__Host-samspor-session")).toBeNull();
  expect(readCookie("xsamspor-session=x", "samspor-session")).toBeNull();
});

test.each([
  undefined,
  null,
  "",
  ";;;",
  "samspor-session",
  "samspor-session=",
  "=x",
  "samspor-session=%00",
  "samspor-session=a b",
  'samspor-session="x"',
  `samspor-session=${"a".repeat(5000)}`,
  "samspor-session=æ",
])("a corrupt cookie is no cookie: %j", (header) => expect(readCookie(header, "samspor-session")).toBeNull());

test("whatever a browser sends as its cookie is a token or nothing, and never an error", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (header) => {
      expect(readCookie(header, "samspor-session") ?? "").toMatch(/^[\w-]{0,100}$/);
    }),
  );
});

test("where the site is secure no subdomain can set the cookie, and scripts never read it", () => {
  expect(cookieName("session", true)).toBe("__Host-samspor-session");
  const written = writeCookie("session", "t", true);
  for (const part of ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"]) expect(written).toContain(part);
  expect(written).not.toContain("Domain");
});

test.each(["/", "/meetings/7?x=1#y", "/m%C3%B8de", "/a//b"])("a path of our own is followed: %s", (path) =>
  expect(ownPath(path)).toBe(path),
);

test.each([
  null,
  undefined,
  "",
  "meetings",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/\t/evil.example",
  "/\n//evil.example",
  "/a\\b",
  " /a",
  "/%0d\r\nSet-Cookie: a=b",
  "///evil.example",
])("nothing else is: %j", (path) => expect(ownPath(path)).toBeNull());

test("whatever path is followed leads to our own site", () => {
  const parts = fc.array(
    fc.constantFrom("/", "\\", "..", "@", ":", "evil.example", "https:", "\t", "?", "#", "a", "%2f", "%5c"),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(parts, (given) => {
      const path = ownPath(given.join(""));
      if (path !== null) expect(new URL(path, "https://samspor.kommune.dk").origin).toBe("https://samspor.kommune.dk");
    }),
    { numRuns: 5000 },
  );
});

test("a form's fields are its texts and lists; the way it is carried is none of them", async () => {
  const form = new FormData();
  for (const [name, value] of [
    ["intent", "make"],
    ["key", "a-key-of-20-characters"],
    ["back", "/x"],
    ["name", "A"],
    ["ids[]", "1"],
    ["ids[]", "2"],
    ["__proto__", "x"],
  ] as const)
    form.append(name, value);
  form.append("file", new File(["x"], "x.txt"));
  const { intent, key, fields } = await readForm(form);
  expect([intent, key]).toEqual(["make", "a-key-of-20-characters"]);
  expect(Object.keys(fields)).toEqual(["name", "ids", "__proto__", "file"]);
  expect(fields.ids).toEqual(["1", "2"]);
  expect(fields.file).toBe("x");
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test.each(["multipart/form-data", "multipart/form-data; boundary=x", "application/json", "text/plain", ""])(
  "a body that is no form has no fields, and is no fault of the server: %j",
  async (type) => {
    const headers: Record<string, string> = type ? { "content-type": type } : {};
    const request = new Request("http://localhost/", { method: "POST", headers, body: "--x garbage" });
    expect([...(await formIn(request)).keys()]).toEqual([]);
  },
);

test.each(["", "short", "x".repeat(81), "with space in it", "ø".repeat(10)])(
  "a form without a proper key gets one of its own: %j",
  async (given) => {
    const form = new FormData();
    form.set("key", given);
    expect((await readForm(form)).key).toMatch(/^[0-9a-f-]{36}$/);
  },
);

const wrongWith = (set: Record<string, string>): string[] => {
  try {
    readConfig({ NODE_ENV: "test", DATA_DIR: aFolder(), ...set });
    return [];
  } catch (error) {
    if (error instanceof Misconfigured) return error.lines;
    throw error;
  }
};
const SECRET = Buffer.alloc(32, 7).toString("base64");
const ORIGIN = "https://samspor.kommune.dk";

test("the demo needs nothing, and makes its own secret that stays the same", () => {
  const DATA_DIR = aFolder();
  const first = readConfig({ NODE_ENV: "test", DATA_DIR });
  expect(first.mode).toBe("demo");
  expect(first.databaseFile).toBe(join(DATA_DIR, "samspor.db"));
  expect(first.secret).toHaveLength(32);
  expect(readConfig({ NODE_ENV: "test", DATA_DIR }).secret).toEqual(first.secret);
});

test("production says everything that is missing, one line each", () => {
  const lines = wrongWith({ SAMSPOR_MODE: "production" });
  expect(lines).toHaveLength(2);
  expect(lines.join("\n")).toMatch(/^SAMSPOR_ORIGIN is missing.*\nSAMSPOR_SECRET is missing/);
  expect(wrongWith({ SAMSPOR_MODE: "production", SAMSPOR_ORIGIN: ORIGIN, SAMSPOR_SECRET: SECRET })).toEqual([]);
});

test.each([
  ["a short secret", { SAMSPOR_SECRET: "c2hvcnQ=" }, /SAMSPOR_SECRET is not 32 bytes/],
  ["an origin that is no address", { SAMSPOR_ORIGIN: "samspor" }, /SAMSPOR_ORIGIN is no address/],
  [
    "a moved clock in production",
    { SAMSPOR_MODE: "production", SAMSPOR_ORIGIN: ORIGIN, SAMSPOR_SECRET: SECRET, SAMSPOR_NOW: "2026-11-21T08:00:00Z" },
    /SAMSPOR_NOW/,
  ],
  [
    "PostgreSQL, which is not served yet",
    { DATABASE_URL: "postgres://localhost/samspor" },
    /PostgreSQL is not served yet/,
  ],
  ["a port that is none", { PORT: "70000" }, /PORT/],
  ["a number of proxies that is none", { SAMSPOR_PROXY: "yes" }, /SAMSPOR_PROXY/],
  ["a mode that is none", { SAMSPOR_MODE: "prod" }, /SAMSPOR_MODE/],
])("%s stops the start with a line", (_name, set, line) =>
  expect(wrongWith(set as Record<string, string>).join("\n")).toMatch(line),
);

test("the database is a path or a file: address", () => {
  const at = (DATABASE_URL: string) => readConfig({ NODE_ENV: "test", DATA_DIR: aFolder(), DATABASE_URL }).databaseFile;
  expect(at("/srv/samspor.db")).toBe("/srv/samspor.db");
  expect(at("file:/srv/samspor.db")).toBe("/srv/samspor.db");
  expect(at("file:///srv/samspor.db")).toBe("/srv/samspor.db");
});
