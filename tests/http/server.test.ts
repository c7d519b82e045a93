import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, openDatabase, read, tables, transact } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import { prepare } from "../../app/tasks/prepare.server.ts";
import { aMeeting, anItem, aStaffMember, aYoungPerson } from "../support/builders.ts";
import { aSession } from "../support/live-server.ts";
import { type Running, runTask, startServer } from "../support/server.ts";

const folder = mkdtempSync(join(tmpdir(), "samspor-"));
const SECRET = Buffer.alloc(32, 3).toString("base64");
let set: Record<string, string> = {};
let server: Running;
let chair = "";
let cookies = { chair: "", outsider: "", english: "", team: "" };
let meetingId = "";

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });

beforeAll(async () => {
  await prepare({ ...process.env, DATA_DIR: folder });
  chair = await aStaffMember("coordinator");
  const outsider = await aStaffMember("external");
  const english = await aStaffMember("leader");
  await transact((db) =>
    db.update(tables.staff).set({ language: "en", version: 2 }).where(eq(tables.staff.id, english)),
  );
  cookies = {
    chair: (await aSession(chair)).cookie,
    outsider: (await aSession(outsider)).cookie,
    english: (await aSession(english)).cookie,
    team: (await aSession(await aStaffMember("stu_team"))).cookie,
  };
  meetingId = await aMeeting({ chairId: chair });
  await anItem({ meetingId, youngPersonId: await aYoungPerson({ firstName: "Kanariefugl", lastName: "Prøvegaard" }) });
  closeDatabase();
  const PORT = String(await freePort());
  set = {
    DATA_DIR: folder,
    PORT,
    SAMSPOR_MODE: "production",
    SAMSPOR_SECRET: SECRET,
    SAMSPOR_ORIGIN: `http://127.0.0.1:${PORT}`,
  };
  server = await startServer(set);
});
afterAll(async () => {
  await server?.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

type Ask = { cookie?: string; headers?: Record<string, string>; body?: string; method?: string };
function ask(path: string, { cookie, headers = {}, body, method = body === undefined ? "GET" : "POST" }: Ask = {}) {
  const typed: Record<string, string> =
    body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" };
  return fetch(server.origin + path, {
    method,
    body,
    redirect: "manual",
    headers: { ...typed, ...(cookie ? { cookie } : {}), ...headers },
  });
}
const ours = () => ({ origin: server.origin });

async function everything(response: Response) {
  const plain = (text: string) => text.replace(/nonce-[^']+/g, "nonce").replace(/nonce="[^"]*"/g, "nonce");
  const headers = [...response.headers]
    .filter(([name]) => name !== "date")
    .map(([name, value]) => `${name}: ${plain(value)}`);
  return { status: response.status, headers, body: plain(await response.text()) };
}

test("the server says that it is well", async () => {
  const response = await ask("/healthz");
  expect([response.status, await response.text()]).toEqual([200, "ok"]);
});

test("what the server writes is for nobody else on the machine", async () => {
  const data = join(folder, "of-its-own");
  expect((await runTask(["admin", "Anna Holm", "anna.holm"], { ...set, DATA_DIR: data })).code).toBe(0);
  const written = [data, ...readdirSync(data).map((name) => join(data, name))];
  expect(written.length).toBeGreaterThan(1);
  expect(written.filter((path) => (statSync(path).mode & 0o077) !== 0)).toEqual([]);
});

test("whoever is not signed in is led to the sign-in page, from every address alike, and back to our own site only", async () => {
  for (const path of [
    "/",
    "/meetings",
    `/meetings/${meetingId}`,
    `/meetings/${newId()}`,
    "/no/such/page",
    "/__manifest",
  ]) {
    const response = await ask(path);
    expect([path, response.status, response.headers.get("location")]).toEqual([
      path,
      302,
      `/login?to=${encodeURIComponent(path)}`,
    ]);
  }
  expect((await ask("//evil.example/x")).headers.get("location") ?? "").not.toMatch(/^\/\/|evil\.example\/?$/);
});

test("a data request is led the same way, in the words of Remix", async () => {
  const response = await ask("/meetings?_data=routes%2Fmeetings._index");
  expect([response.status, response.headers.get("x-remix-redirect")]).toEqual([204, "/login?to=%2Fmeetings"]);
});

test("a post from nobody is 401 and changes nothing", async () => {
  expect((await ask("/meetings", { headers: ours(), body: "intent=make-meeting" })).status).toBe(401);
  expect(
    (await ask("/meetings?_data=routes%2Fmeetings._index", { headers: ours(), body: "intent=make-meeting" })).status,
  ).toBe(401);
});

test("what one may not know of is, byte for byte, what never existed", async () => {
  const cookie = cookies.outsider;
  for (const rest of ["", "/board", "/minutes"]) {
    const forbidden = await everything(await ask(`/meetings/${meetingId}${rest}`, { cookie }));
    const never = await everything(await ask(`/meetings/${newId()}${rest}`, { cookie }));
    expect(forbidden.status).toBe(404);
    expect(forbidden).toEqual(never);
    expect(forbidden.body).not.toMatch(/Kanariefugl|Prøvegaard/);
  }
  expect((await ask(`/meetings/${meetingId}/board`, { cookie: cookies.chair })).status).toBe(200);
});

test("the same holds for data requests and for addresses that are no page", async () => {
  const cookie = cookies.outsider;
  const data = (id: string) => `/meetings/${id}/board?_data=${encodeURIComponent("routes/meetings.$id.board")}`;
  const forbidden = await everything(await ask(data(meetingId), { cookie }));
  expect(forbidden.status).toBe(404);
  expect(forbidden).toEqual(await everything(await ask(data(newId()), { cookie })));
  for (const path of [
    "/no/such/page",
    "/meetings/7",
    "/meetings/7.data",
    "/__manifest?p=/",
    "/meetings/%00",
    "/%",
    "/%E0%A4%A",
  ])
    expect((await ask(path, { cookie })).status, path).toBe(404);
});

test("a command that a page does not have is not there", async () => {
  for (const intent of ["", "grant-role", "__proto__", "constructor"]) {
    const response = await ask("/meetings", {
      cookie: cookies.chair,
      headers: ours(),
      body: `intent=${intent}&key=0123456789`,
    });
    expect([intent, response.status]).toEqual([intent, 404]);
  }
});

test("a post from elsewhere, or that does not say from where, is refused; as data to a data request", async () => {
  const body = "intent=make-meeting";
  const wrong: Record<string, string>[] = [
    {},
    { origin: "https://evil.example" },
    { origin: "null" },
    { ...ours(), "sec-fetch-site": "cross-site" },
  ];
  for (const headers of wrong)
    for (const path of ["/meetings", "/meetings?_data=routes%2Fmeetings._index", "/login", "/logout"]) {
      const response = await ask(path, { cookie: cookies.chair, headers, body });
      expect([path, headers, response.status]).toEqual([path, headers, 403]);
      expect(await response.json()).toEqual({ ok: false, no: "refused" });
      expect(response.headers.get("x-remix-response")).toBe(path.includes("_data") ? "yes" : null);
    }
});

test("a body of 1 MB is too large, and the process lives", async () => {
  const response = await ask("/login", { headers: ours(), body: "x".repeat(1_000_000) });
  expect([response.status, await response.json()]).toEqual([413, { ok: false, no: "too-large" }]);
  expect((await ask("/healthz")).status).toBe(200);
});

describe("a file of pupils and courses", () => {
  const HEAD = "cpr;fornavn;efternavn;sted;bevilget;start;planlagt slut";
  const REST = "STU Solbakken (demo);10-04-2025;10-08-2025;30-06-2028";
  const send = (text: string, cookie?: string, accept = "application/json") => {
    const form = new FormData();
    form.set("intent", "import-courses");
    form.set("file", new Blob([text], { type: "text/csv" }), "forløb.csv");
    const data = accept === "application/json" ? "?_data=routes%2Fstu.file" : "";
    return fetch(`${server.origin}/stu/file${data}`, {
      method: "POST",
      body: form,
      headers: { ...ours(), accept, ...(cookie ? { cookie } : {}) },
    });
  };

  test("of 50 000 lines comes through, and its 200 errors are told line by line", async () => {
    const lines = Array.from({ length: 50_000 }, (_, at) => {
      const [day, month] = [String(61 + (at % 28)).padStart(2, "0"), String(1 + (Math.floor(at / 28) % 12))];
      const cpr = `${day}${month.padStart(2, "0")}0${5 + (Math.floor(at / 336) % 5)}-${4000 + Math.floor(at / 1680)}`;
      return `${at % 250 === 249 ? "?" : cpr};Asta;Demo;${REST}`;
    });
    const response = await send([HEAD, ...lines].join("\r\n"), cookies.team);
    const { answer } = (await response.json()) as { answer: { lines: { line: number; problem: string }[] } };
    expect(answer).toMatchObject({ done: false, text: "", counts: { new: 49_800, wrong: 200 } });
    expect(answer.lines.slice(0, 200).map(({ line, problem }) => `${line} ${problem}`)).toEqual(
      Array.from({ length: 200 }, (_, at) => `${251 + at * 250} cpr`),
    );
  });
  test("that is larger is turned away in words about the file, as data and as a page", async () => {
    const text = "x".repeat(8_500_000);
    const data = await send(text, cookies.team);
    expect([data.status, await data.json()]).toEqual([413, { ok: false, no: "file-too-large" }]);
    const page = await send(text, cookies.team, "text/html");
    expect([page.status, await page.text()]).toEqual([413, expect.stringContaining("Filen er for stor.")]);
    const field = await send("x".repeat(8_000_001), cookies.team);
    expect([field.status, await field.json()]).toEqual([
      422,
      expect.objectContaining({ problems: { file: "file-too-large" } }),
    ]);
  });
  test("that is large is read from nobody without a session", async () => {
    const response = await send("x".repeat(300_000));
    expect([response.status, await response.json()]).toEqual([401, { ok: false, no: "signed-out" }]);
  });
});

test("a browser that asks for a page gets what is turned away as a page in its language that says what to do now", async () => {
  const headers = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
  const elsewhere = await ask("/meetings", {
    headers: { ...headers, origin: "https://evil.example" },
    body: "intent=x",
  });
  expect(elsewhere.status).toBe(403);
  expect(elsewhere.headers.get("cache-control")).toBe("no-store");
  expect(await elsewhere.text()).toMatch(/<html lang="da">.*<title>Det er ikke gemt · Samspor.*hent siden igen/s);
  const large = await ask("/meetings", { headers: { ...headers, ...ours() }, body: "x".repeat(1_000_000) });
  expect([large.status, await large.text()]).toEqual([413, expect.stringContaining("Del den i to, og send igen.")]);
  const english = await ask("/meetings", { cookie: cookies.english, headers, body: "intent=x" });
  expect(await english.text()).toMatch(/<html lang="en">.*reload the page/s);
  const data = await ask("/meetings?_data=routes%2Fmeetings._index", { headers, body: "intent=x" });
  expect([data.status, await data.json()]).toEqual([403, { ok: false, no: "refused" }]);
});

test.each([
  "samspor-session=%00%ff",
  "samspor-session=",
  `samspor-session=${"a".repeat(4000)}`,
  ";;;=;",
  "samspor-session=../../etc",
])("a corrupt cookie is nobody (%#)", async (cookie) => {
  expect((await ask("/meetings", { cookie })).status).toBe(302);
});

test("pages run only our own scripts, are kept nowhere, and tell nobody where one came from", async () => {
  const { headers } = await ask("/meetings", { cookie: cookies.chair });
  expect(headers.get("content-security-policy")).toMatch(
    /default-src 'none'.*script-src 'self' 'nonce-[\w+/=]+'.*frame-ancestors 'none'/,
  );
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toMatch(/same-origin|no-referrer/);
  expect(headers.get("x-powered-by")).toBeNull();
});

test("what the browser loads is kept for good, and no source map is there", async () => {
  const page = await (await ask("/login")).text();
  const scripts = [...page.matchAll(/\/assets\/[\w.$-]+\.js/g)].map(([path]) => path);
  expect(scripts.length).toBeGreaterThan(0);
  for (const path of new Set(scripts)) {
    const script = await ask(path);
    expect(script.headers.get("cache-control")).toContain("immutable");
    expect(script.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await script.text()).not.toContain("sourceMappingURL");
    expect((await ask(`${path}.map`)).status).toBe(404);
  }
  expect((await ask("/assets/../server/index.js")).status).not.toBe(200);
  expect((await ask("/assets/%2e%2e/%2e%2e/server.js")).status).not.toBe(200);
});

test("a second server on the same data is told so, with the process that has it", async () => {
  const second = await runTask([], { ...set, PORT: "0" });
  expect(second.code).toBe(78);
  expect(second.output).toContain(`A server is running on ${folder} (process ${server.process.pid})`);
});

test("production without its secrets does not start: a line each, and 78", async () => {
  const { code, output } = await runTask([], {
    DATA_DIR: join(folder, "none"),
    SAMSPOR_MODE: "production",
    SAMSPOR_SECRET: "",
    SAMSPOR_ORIGIN: "",
  });
  expect(code).toBe(78);
  expect(output).toMatch(/^SAMSPOR_ORIGIN is missing.*\nSAMSPOR_SECRET is missing.*\n$/);
});

function makeMeeting(id: string) {
  const fields = {
    intent: "make-meeting",
    key: newId(),
    id,
    typeCode: "coordination",
    startsAt: "2026-12-01T08:00:00.000Z",
    minutes: "60",
    chairId: chair,
    minuteTakerId: chair,
  };
  return ask("/meetings?_data=routes%2Fmeetings._index", {
    cookie: cookies.chair,
    headers: ours(),
    body: new URLSearchParams(fields).toString(),
  });
}

test("killed while twenty write, the server comes back with everything it had acknowledged, and its log holds", async () => {
  const acknowledged: string[] = [];
  let enough = () => {};
  const some = new Promise<void>((done) => {
    enough = done;
  });
  const writers = Array.from({ length: 20 }, async () => {
    for (let n = 0; n < 200; n++) {
      const id = newId();
      const response = await makeMeeting(id).catch(() => null);
      if (!response) return;
      expect(response.status).toBe(204);
      acknowledged.push(id);
      if (acknowledged.length >= 60) enough();
    }
  });
  await some;
  await server.kill("SIGKILL");
  await Promise.all(writers);
  server = await startServer(set);
  expect((await makeMeeting(newId())).status).toBe(204);
  const verified = await runTask(["audit-verify"], set);
  expect([verified.code, verified.output]).toEqual([0, expect.stringContaining("The log holds")]);
  await server.kill("SIGTERM");
  openDatabase(join(folder, "samspor.db"));
  const made = new Set(
    await read(async (db) => (await db.select({ id: tables.meeting.id }).from(tables.meeting)).map(({ id }) => id)),
  );
  const logged = new Set(
    await read(async (db) => (await db.select({ id: tables.log.meetingId }).from(tables.log)).map(({ id }) => id)),
  );
  closeDatabase();
  expect(acknowledged.length).toBeGreaterThanOrEqual(60);
  expect(acknowledged.filter((id) => !made.has(id))).toEqual([]);
  expect([...made].filter((id) => id !== meetingId && !logged.has(id))).toEqual([]);
  server = await startServer(set);
});

test("killed in the middle of a file of courses, nothing of it stands or all of it; sent again, all of it stands once", async () => {
  const LINES = 1500;
  const head = "cpr;fornavn;efternavn;sted;bevilget;start;planlagt slut";
  const lines = Array.from({ length: LINES }, (_, at) => {
    const [day, month] = [61 + (at % 28), 1 + (Math.floor(at / 28) % 12)].map((n) => String(n).padStart(2, "0"));
    const cpr = `${day}${month}0${5 + (Math.floor(at / 336) % 5)}-${5000 + at}`;
    return `${cpr};Asta;Demo ${at};STU Midt (demo);10-04-2025;10-08-2025;30-06-2028`;
  });
  const send = async () => {
    const body = new URLSearchParams({ intent: "import-courses", confirmed: "yes", text: [head, ...lines].join("\n") });
    const headers = { ...ours(), cookie: cookies.team, "content-type": "application/x-www-form-urlencoded" };
    const path = `${server.origin}/stu/file?_data=routes%2Fstu.file`;
    const response = await fetch(path, { method: "POST", body: String(body), headers });
    return ((await response.json()) as { answer: { done: boolean; counts: Record<string, number> } }).answer;
  };
  const standing = async () => {
    openDatabase(join(folder, "samspor.db"));
    const courses = await read(async (db) => (await db.select().from(tables.stuCourse)).length);
    closeDatabase();
    return courses;
  };
  /** The server has the file and answers nobody else meanwhile. */
  const isAtIt = async () => {
    for (;;) {
      const asked = fetch(`${server.origin}/healthz`, { signal: AbortSignal.timeout(60) });
      if (!(await asked.then((response) => response.text()).catch(() => null))) return;
    }
  };
  const killed: number[] = [];
  for (const after of [0, 150, 400]) {
    const sent = send().then(
      () => "answered",
      () => "unanswered",
    );
    await isAtIt();
    await new Promise((passed) => setTimeout(passed, after));
    await server.kill("SIGKILL");
    const answer = await sent;
    const stands = await standing();
    expect([after, stands === 0 || stands === LINES, answer === "unanswered" || stands === LINES]).toEqual([
      after,
      true,
      true,
    ]);
    killed.push(stands);
    server = await startServer(set);
  }
  // At least once it was on its way.
  expect(killed).toContain(0);
  const { done, counts } = await send();
  expect([done, counts.wrong, (counts.new ?? 0) + (counts.unchanged ?? 0)]).toEqual([true, 0, LINES]);
  expect((await send()).counts).toMatchObject({ new: 0, changed: 0, unchanged: LINES });
  await server.kill("SIGTERM");
  expect(await standing()).toBe(LINES);
  const verified = await runTask(["audit-verify"], set);
  expect([verified.code, verified.output]).toEqual([0, expect.stringContaining("The log holds")]);
  server = await startServer(set);
});

test("told to stop, the server answers what it has begun and leaves nothing half-written", async () => {
  const begun = Array.from({ length: 10 }, () =>
    makeMeeting(newId()).then(
      ({ status }) => status,
      () => null,
    ),
  );
  await Promise.race(begun);
  const code = new Promise((ended) => server.process.once("exit", ended));
  server.process.kill("SIGTERM");
  expect(await code).toBe(0);
  const answered = (await Promise.all(begun)).filter((status) => status !== null);
  expect(answered.every((status) => status === 204)).toBe(true);
  expect((await runTask(["audit-verify"], set)).code).toBe(0);
  server = await startServer(set);
});

describe("the page of the guides without a net", () => {
  test("is the same for everybody, runs files of ours alone, and carries no nonce that would be kept", async () => {
    const page = await ask("/assets/offline.html");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toMatch(/script-src 'self' 'self' 'self';/);
    expect(page.headers.get("cache-control")).toBe("no-cache");
    const html = await page.text();
    expect(html).not.toMatch(/<script(?![^>]*src="\/assets\/offline\.js)/);
    expect(html).not.toContain("nonce");
    expect(await (await ask("/assets/offline.html", { cookie: cookies.english })).text()).toBe(html);
  });

  test("has a worker that may answer for /guides and for no other page", async () => {
    expect((await ask("/assets/offline-worker.js")).headers.get("service-worker-allowed")).toBe("/guides");
    expect((await ask("/assets/offline.js")).headers.get("service-worker-allowed")).toBeNull();
  });
});

test("what one has written is not sent as another who has signed in since", async () => {
  const send = (sender: string) =>
    ask("/account?_data=routes%2Faccount", {
      cookie: cookies.chair,
      headers: ours(),
      body: String(new URLSearchParams({ intent: "no-such", key: newId(), sender })),
    });
  expect((await send(newId())).status).toBe(401);
  expect((await send(chair)).status).toBe(404);
});
