import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, tables, transact } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import { prepare } from "../../app/tasks/prepare.server.ts";
import { aProvider, Walker } from "../support/a-provider.ts";
import { aDepartment, aStaffMember } from "../support/builders.ts";
import { type Running, startServer } from "../support/server.ts";

const folder = mkdtempSync(join(tmpdir(), "samspor-"));
let provider: Awaited<ReturnType<typeof aProvider>>;
let server: Running;
let departments: string[] = [];
const linked: Record<string, string> = {};

beforeAll(async () => {
  const port = await new Promise<number>((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
  const origin = `http://127.0.0.1:${port}`;
  provider = await aProvider(`${origin}/login/oidc/callback`);
  const set = {
    DATA_DIR: folder,
    PORT: String(port),
    SAMSPOR_MODE: "production",
    SAMSPOR_SECRET: Buffer.alloc(32, 5).toString("base64"),
    SAMSPOR_ORIGIN: origin,
    SAMSPOR_OIDC_ISSUER: provider.issuer,
    SAMSPOR_OIDC_CLIENT_ID: "samspor",
    SAMSPOR_OIDC_CLIENT_SECRET: "a-secret",
    SAMSPOR_OIDC_ACR: "substantial high",
    SAMSPOR_OIDC_ROLES: "http://kommune.dk/roller/mødeleder=coordinator",
  };
  await prepare({ ...process.env, ...set });
  departments = [await aDepartment({ name: "Unge" }), await aDepartment({ name: "Voksne" })];
  for (const [subject, roles] of [
    ["anna", "coordinator"],
    ["bo", "caseworker"],
  ] as const) {
    linked[subject] = await aStaffMember(roles, { departmentId: departments[0] });
    const staffId = linked[subject];
    await transact((db) =>
      db.insert(tables.staffIdentity).values({
        id: newId(),
        staffId,
        issuer: provider.issuer,
        subject,
        addedAt: "2026-01-01T00:00:00.000Z",
      }),
    );
  }
  closeDatabase();
  server = await startServer(set);
});
afterAll(async () => {
  await server?.kill("SIGTERM");
  await provider?.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => provider.people.clear());

function rows<R>(sql: string, ...values: unknown[]): R[] {
  const file = new Database(join(folder, "samspor.db"), { readonly: true });
  try {
    return file.prepare(sql).all(...values) as R[];
  } finally {
    file.close();
  }
}
const refusals = () =>
  rows<{ facts: string }>("select facts from log where kind = 'claims-refused' order by seq").map(
    ({ facts }) => (JSON.parse(facts) as { why: string }).why,
  );
const sessionsOf = (subject: string) =>
  rows<{ id: string }>("select id from session where staffId = ?", linked[subject]).length;
const rolesOf = (staffId = "") =>
  rows<{ role: string }>("select role from role_grant where staffId = ? and toOn is null order by role", staffId).map(
    ({ role }) => role,
  );

const isCallback = (url: string) => url.startsWith(`${server.origin}/login/oidc/callback`);

/** Signs in at the provider as that subject, up to the address that the browser comes back with. */
async function upToTheCallback(walker: Walker, subject: string, to = "/meetings"): Promise<string> {
  const asked = await walker.follow(
    `${server.origin}/login/oidc?to=${encodeURIComponent(to)}`,
    (url) => url.includes("/interaction/") || isCallback(url),
    {},
  );
  if (isCallback(asked)) return asked;
  const consent = await walker.follow(
    asked,
    (url) => url !== asked && (url.includes("/interaction/") || isCallback(url)),
    {
      prompt: "login",
      login: subject,
      password: "anything",
    },
  );
  return isCallback(consent) ? consent : walker.follow(consent, isCallback, { prompt: "consent" });
}

async function signIn(subject: string, claims: Record<string, unknown>, to?: string) {
  provider.people.set(subject, claims);
  const walker = new Walker();
  const callback = await upToTheCallback(walker, subject, to);
  return { walker, callback, response: await walker.ask(callback) };
}

describe("whoever the municipality knows", () => {
  test("comes in with the roles and departments that it claims, and no others, and to where they were on the way", async () => {
    const { walker, response } = await signIn("anna", {
      name: "Anna Holm",
      roles: ["http://kommune.dk/roller/mødeleder", "youth_guide", "a role of another system"],
      departments: [departments[1], newId(), "not an id"],
    });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/meetings"]);
    expect((await walker.ask(`${server.origin}/meetings`)).status).toBe(200);
    expect(rolesOf(linked.anna)).toEqual(["coordinator", "youth_guide"]);
    const seats = rows<{ departmentId: string }>(
      "select departmentId from membership where staffId = ? and toOn is null",
      linked.anna,
    );
    expect(seats).toEqual([{ departmentId: departments[1] }]);
    const [began] = rows<{ facts: string }>("select facts from log where kind = 'signed-in' order by seq desc limit 1");
    expect(JSON.parse(began?.facts ?? "{}")).toMatchObject({ staffId: linked.anna, provider: "oidc", way: "provider" });
  });

  test("loses at the next sign-in what is no longer claimed", async () => {
    await signIn("bo", { roles: ["case_contributor", "forum_member"], departments });
    expect(rolesOf(linked.bo)).toEqual(["caseworker", "forum_member"]);
    await signIn("bo", { roles: ["forum_member"], departments: [] });
    expect(rolesOf(linked.bo)).toEqual(["forum_member"]);
    expect(rows("select id from membership where staffId = ? and toOn is null", linked.bo)).toEqual([]);
  });

  test("with claims that cannot be held together does not come in, and nothing of them stands", async () => {
    const before = [rolesOf(linked.anna), sessionsOf("anna")];
    for (const roles of [
      ["local_admin", "audit_dpo"],
      ["local_admin", "coordinator"],
      ["audit_dpo", "youth_guide"],
    ]) {
      const { response } = await signIn("anna", { roles });
      expect(response.status).toBe(403);
      expect(await response.text()).toContain("administrator eller databeskyttelsesrådgiver");
    }
    expect([rolesOf(linked.anna), sessionsOf("anna")]).toEqual(before);
    expect(refusals().slice(-3)).toEqual(["roles-apart", "roles-apart", "roles-apart"]);
  });
});

test("what lies on the device of whoever was signed in there goes when another comes in, and stays when it is the same", async () => {
  const { walker, response } = await signIn("anna", { roles: ["coordinator"] });
  expect(response.headers.get("clear-site-data")).toBeNull();
  /** The same browser; at the provider somebody else. */
  const asWell = async (subject: string) => {
    provider.people.set(subject, { roles: [] });
    const other = walker.copy();
    other.forget(provider.issuer);
    return other.ask(await upToTheCallback(other, subject));
  };
  expect((await asWell("anna")).headers.get("clear-site-data")).toBeNull();
  const another = await asWell("bo");
  expect([another.status, another.headers.get("clear-site-data")]).toEqual([303, '"storage"']);
});

test("whoever is not known here is told to ask the administrator, by their subject; name and address make nobody known", async () => {
  const people = rows("select id from staff").length;
  const { response } = await signIn("ukendt-17", {
    name: "Anna Holm",
    preferred_username: "anna",
    roles: ["coordinator"],
  });
  expect(response.status).toBe(403);
  expect(await response.text()).toContain("ukendt-17");
  expect(rows("select id from staff").length).toBe(people);
  expect(refusals().at(-1)).toBe("unknown");
});

describe("nobody comes in", () => {
  const refused = async (response: Response) => {
    expect([
      response.status,
      response.headers.getSetCookie().some((line) => line.includes("samspor-session=")),
    ]).toEqual([403, false]);
    expect(refusals().at(-1)).toBe("failed");
  };

  test("by an answer with another state, or with none", async () => {
    provider.people.set("anna", { roles: ["coordinator"] });
    for (const state of ["", "AAAA", null]) {
      const walker = new Walker();
      const callback = new URL(await upToTheCallback(walker, "anna"));
      if (state === null) callback.searchParams.delete("state");
      else callback.searchParams.set("state", state);
      await refused(await walker.ask(callback.href));
    }
  });

  test("by an answer that another browser got: nobody is signed in as somebody else by a link", async () => {
    provider.people.set("anna", { roles: ["coordinator"] });
    const callback = await upToTheCallback(new Walker(), "anna");
    await refused(await new Walker().ask(callback));
    const other = new Walker();
    await upToTheCallback(other, "anna");
    await refused(await other.ask(callback));
  });

  test("by an answer that was used before", async () => {
    provider.people.set("anna", { roles: ["coordinator"] });
    const walker = new Walker();
    const callback = await upToTheCallback(walker, "anna");
    const thief = walker.copy();
    expect((await walker.ask(callback)).status).toBe(303);
    for (const browser of [walker, thief]) await refused(await browser.ask(callback));
  });

  test.each([
    ["nonce", { nonce: "another" }],
    ["audience", { aud: "another" }],
    ["issuer", { iss: "http://127.0.0.1:1" }],
    ["time", { exp: 1_600_000_000 }],
  ])("by a token with another %s", async (_, change) => {
    provider.people.set("anna", { roles: ["coordinator"] });
    const walker = new Walker();
    const callback = await upToTheCallback(walker, "anna");
    provider.lieOnce((said) => ({ ...said, ...change }));
    await refused(await walker.ask(callback));
  });

  test("when the provider itself says no", async () => {
    const walker = new Walker();
    await walker.ask(`${server.origin}/login/oidc`, {});
    await refused(await walker.ask(`${server.origin}/login/oidc/callback?error=access_denied`));
  });
});

test("a level of assurance that is too low, or not said, is refused and logged", async () => {
  provider.people.set("anna", { roles: ["coordinator"] });
  for (const acr of ["low", "", undefined]) {
    const walker = new Walker();
    const callback = await upToTheCallback(walker, "anna");
    provider.lieOnce((said) => ({ ...said, acr }));
    const response = await walker.ask(callback);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("for lavt niveau");
    expect(refusals().at(-1)).toBe("assurance");
  }
});

test("a sign-in is begun from our own pages alone, and leads to our own site alone", async () => {
  const elsewhere = await fetch(`${server.origin}/login/oidc`, {
    method: "POST",
    body: new URLSearchParams(),
    headers: { origin: "https://evil.example" },
  });
  expect(elsewhere.status).toBe(403);
  for (const to of ["https://evil.example/", "//evil.example", "/\\evil.example"]) {
    const { response } = await signIn("anna", { roles: ["coordinator"] }, to);
    expect(response.headers.get("location")).toBe("/");
  }
});
