import { request as plainRequest } from "node:http";
import { io } from "socket.io-client";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { Served } from "../support/served.ts";
import {
  departmentOf,
  itemThat,
  type TodaysItem,
  type TodaysMeeting,
  todaysMeeting,
} from "../support/todays-meeting.ts";

let served: Served;
let meeting: TodaysMeeting;
let item: TodaysItem;
/** An item that the guide is not invited to. */
let others: TodaysItem;
let chair: string;
let guide: string;
let adults: string;

type Fields = Record<string, string>;
type Sent = { status: number; text: string; json: () => Record<string, unknown> };

const board = (data = false) =>
  `/meetings/${meeting.id}/board${data ? `?_data=${encodeURIComponent("routes/meetings.$id.board")}` : ""}`;

/** Posts a form as a browser without scripts does, or, with `data`, as our own scripts do. */
async function post(
  fields: Fields,
  { cookie = chair, data = false, headers = { origin: served.origin } as Fields, path = board(data) } = {},
): Promise<Sent> {
  const answer = await fetch(served.origin + path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, ...headers },
    body: new URLSearchParams(fields),
  });
  const text = await answer.text();
  return { status: answer.status, text, json: () => JSON.parse(text) };
}

const newRow = () => crypto.randomUUID();
const agreement = (more: Fields = {}): Fields => ({
  intent: "agree",
  key: newRow(),
  id: newRow(),
  itemId: item.id,
  text: "Finder et værksted",
  departmentId: adults,
  dueOn: "2026-12-08",
  ...more,
});
const agreed = () =>
  served.rows<{ id: string; text: string; dueOn: string }>(
    "select id, text, dueOn from action where itemId = ? order by number",
    item.id,
  );

/** Everything that stands, but for the log and the sessions, and the index of words, which is brought in step a moment later. */
function everything(): string {
  const tables = served.rows<{ name: string }>(
    "select name from sqlite_schema where type = 'table' and name not in ('log', 'session') and name not like 'sqlite_%' and name not like 'search_%'",
  );
  return JSON.stringify(tables.map(({ name }) => served.rows(`select * from "${name}"`)));
}
const lastLogged = () =>
  served.row<{ seq: number; kind: string; facts: string }>(
    "select seq, kind, facts from log order by seq desc limit 1",
  );

/** What is refused leaves nothing behind but at most the log's own row, without a word of what was sent. */
async function leavesNothing(work: () => Promise<unknown>): Promise<void> {
  const before = everything();
  const { seq } = lastLogged();
  await work();
  expect(everything()).toBe(before);
  const fresh = served.rows<{ kind: string; facts: string }>("select kind, facts from log where seq > ?", seq);
  for (const { kind, facts } of fresh) {
    expect(["refused", "read", "failed"]).toContain(kind);
    expect(facts).not.toContain("værksted");
  }
}

beforeAll(async () => {
  served = await Served.start();
  meeting = todaysMeeting(served);
  item = itemThat(meeting, { invites: ["ungeguide", "voksen"] });
  others = itemThat(meeting, { invites: [], not: ["ungeguide"] });
  adults = served.row<{ id: string }>("select id from department where name = ?", departmentOf(served, "voksen")).id;
  [chair, guide] = (await Promise.all([served.signedIn("koordinator"), served.signedIn("ungeguide")])) as [
    string,
    string,
  ];
  expect((await post({ intent: "open-item", key: newRow(), itemId: item.id })).status).toBe(303);
});
afterAll(() => served.end());
beforeEach(() => {
  onTestFinished(async () => {
    expect(served.alive()).toBe(true);
    expect(await (await fetch(`${served.origin}/healthz`)).text()).toBe("ok");
  });
});

test("an id that never existed, one that is malformed and an unknown command are the same 404", async () => {
  await leavesNothing(async () => {
    for (const fields of [
      agreement({ itemId: newRow() }),
      agreement({ itemId: "1 or 1=1" }),
      agreement({ intent: "delete-everything" }),
      agreement({ intent: "" }),
      agreement({ state: "done" }),
    ]) {
      const { status } = await post(fields);
      expect(status).toBe(404);
    }
  });
});

test("somebody else's item is answered as one that never existed", async () => {
  await leavesNothing(async () => {
    const theirs = await post(agreement({ itemId: others.id }), { cookie: guide });
    const never = await post(agreement({ itemId: newRow() }), { cookie: guide });
    expect(theirs.status).toBe(404);
    const plain = (text: string) =>
      text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id").replaceAll(/nonce="[^"]*"/g, "");
    expect(plain(theirs.text)).toBe(plain(never.text));
    expect(theirs.text).not.toContain(others.name);
  });
});

test("a form sent twice at once, and again later, has one effect and one answer", async () => {
  const form = agreement({ text: "Ringer til mester" });
  const [one, two] = await Promise.all([post(form, { data: true }), post(form, { data: true })]);
  const later = await post(form, { data: true });
  expect([one.status, two.status, later.status]).toEqual([200, 200, 200]);
  expect(two.json().answer).toEqual(one.json().answer);
  expect(later.json().answer).toEqual(one.json().answer);
  expect(agreed().filter(({ text }) => text === "Ringer til mester")).toHaveLength(1);
});

test("a stale version is told what stands now, and takes nothing away", async () => {
  const made = agreement({ text: "Skriver til skolen" });
  await post(made);
  const change = (version: string, text: string) => ({
    intent: "change-action",
    key: newRow(),
    id: String(made.id),
    version,
    text,
    departmentId: adults,
    dueOn: "2026-12-08",
  });
  expect((await post(change("1", "Skriver til rektor"), { data: true })).status).toBe(200);
  await leavesNothing(async () => {
    const stale = await post(change("1", "Skriver til læreren, værksted"), { data: true });
    expect(stale.status).toBe(409);
    expect(stale.json().now).toMatchObject({ text: "Skriver til rektor" });
    const closing = { intent: "set-closing", key: newRow(), itemId: item.id, version: "1", nextKind: "over" };
    expect((await post(closing)).text).toContain("En anden har rettet det samme.");
  });
});

test("what cannot be read is told at its field in Danish, with what was typed", async () => {
  for (const [fields, sentence] of [
    [{ dueOn: "31-02" }, "31-02 findes ikke. Skriv en anden dag"],
    [{ text: "" }, "Skriv noget her."],
    [{ text: "\u200b\u200d\u2060\u00ad" }, "Skriv noget her."],
    [{ text: "x".repeat(301) }, "Teksten er for lang."],
    [{ departmentId: "" }, "Vælg en fra listen."],
    [
      { ownerId: served.row<{ id: string }>("select id from staff where username = 'ppr'").id },
      "Personen er ikke i afdelingen.",
    ],
    [{ text: "Hans nummer er 010203-1234" }, "Der står et CPR-nummer i teksten."],
  ] as [Fields, string][]) {
    await leavesNothing(async () => {
      const no = await post(agreement({ text: "Et særligt værksted", ...fields }));
      expect([no.status, fields]).toEqual([422, fields]);
      expect(no.text).toContain(sentence);
      if (fields.text === undefined) expect(no.text).toContain("Et særligt værksted");
    });
  }
});

test("a day that is gone is taken: it is asked about, not refused", async () => {
  expect((await post(agreement({ text: "Var egentlig i går", dueOn: "2026-11-23" }))).status).toBe(303);
  expect(agreed()).toContainEqual(expect.objectContaining({ text: "Var egentlig i går", dueOn: "2026-11-23" }));
});

test("emoji stay, marks that turn the writing round and what cannot be seen go, and markup is text", async () => {
  const family = "👩‍👩‍👧‍👦";
  await post(agreement({ text: `<script>alert(1)</script> ${family} æøå \u202enevad\u202c\u0007` }));
  const stored = agreed().find(({ text }) => text.includes("script"))?.text ?? "";
  expect(stored).toBe(`<script>alert(1)</script> ${family} æøå nevad`);
  const page = await (await fetch(served.origin + board(), { headers: { cookie: chair } })).text();
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(page).not.toContain("<script>alert(1)");
});

test("a young person cannot be called what nobody can see", async () => {
  await leavesNothing(async () => {
    const nameless = {
      intent: "add-young-person",
      key: newRow(),
      id: newRow(),
      firstName: "\u200b\u2063",
      lastName: "\u200b",
      bornOn: "2009-01-01",
      cpr: "",
    };
    const no = await post(nameless, { path: "/people/new" });
    expect(no.status).toBe(422);
    expect(no.text).toContain("Skriv noget her.");
  });
});

test("a body of a megabyte is turned away, with and without a length", async () => {
  await leavesNothing(async () => {
    expect((await post(agreement({ text: "x".repeat(1_000_000) }))).status).toBe(413);
    const streamed = await new Promise<number>((told, failed) => {
      const headers = { cookie: chair, origin: served.origin, "transfer-encoding": "chunked" };
      const sending = plainRequest(served.origin + board(), { method: "POST", headers }, (answer) => {
        answer.resume();
        told(answer.statusCode ?? 0);
      });
      sending.on("error", failed);
      sending.end("intent=agree");
    });
    expect(streamed).toBe(411);
  });
});

test("a post from elsewhere, or from nowhere, is refused, also where our own scripts post", async () => {
  await leavesNothing(async () => {
    for (const data of [false, true])
      for (const headers of [
        {},
        { origin: "https://elsewhere.example" },
        { origin: "null" },
        { origin: served.origin.replace("127.0.0.1", "localhost") },
        { origin: served.origin, "sec-fetch-site": "cross-site" },
      ] as Fields[]) {
        const no = await post(agreement(), { data, headers });
        expect([no.status, headers]).toEqual([403, headers]);
      }
  });
});

test("a corrupt cookie is nobody's, and never an error", async () => {
  for (const cookie of [
    "samspor-session",
    "samspor-session=",
    "samspor-session=%E0%A4%A",
    `samspor-session=${"x".repeat(5000)}`,
    "=;=;;;",
    'samspor-session="a"; samspor-session=b',
  ]) {
    const answer = await fetch(served.origin + board(), { headers: { cookie }, redirect: "manual" });
    expect([cookie, answer.status]).toEqual([cookie, 302]);
    expect((await post(agreement(), { cookie })).status).toBe(401);
  }
});

test("a forged message closes the socket it came on, and no other", async () => {
  const line = async () => {
    const socket = io(served.origin, {
      transports: ["websocket"],
      reconnection: false,
      forceNew: true,
      extraHeaders: { cookie: guide, origin: served.origin },
    });
    onTestFinished(() => void socket.disconnect());
    await new Promise((up) => socket.once("hello", up));
    return socket;
  };
  const good = await line();
  for (const [name, ...args] of [
    ["change", { topic: `item:${item.id}`, seq: 1, put: [], drop: [] }],
    ["watch", { topic: "item" }],
    ["watch", "x".repeat(200), () => {}],
    ["writing", { topic: 1, field: {} }],
    ["here".padEnd(5000, "!")],
    ["constructor"],
  ] as [string, ...unknown[]][]) {
    const bad = await line();
    const closed = new Promise((down) => bad.once("disconnect", down));
    bad.emit(name, ...args);
    await closed;
  }
  expect(good.connected).toBe(true);
  expect(await good.emitWithAck("watch", `item:${item.id}`)).toEqual({ seq: expect.any(Number) });
});

test("a disk without room is said, loses nothing that was saved, and the process lives on", async () => {
  await served.kill("SIGTERM");
  await served.again(2000);
  const saved: string[] = [];
  let no: Sent | undefined;
  for (let n = 0; n < 200 && !no; n++) {
    const text = `Nummer ${n} på et fyldt værksted`;
    const answer = await post(agreement({ text }));
    if (answer.status === 303) saved.push(text);
    else no = answer;
  }
  expect(no?.status).toBeGreaterThanOrEqual(500);
  expect(no?.text).toContain("Teksten er ikke gemt.");
  expect(saved.length).toBeGreaterThan(0);
  expect(served.alive()).toBe(true);
  await served.kill("SIGTERM");
  await served.again();
  const standing = agreed().map(({ text }) => text);
  expect(standing.filter((text) => text.startsWith("Nummer"))).toEqual(saved);
  expect((await post(agreement({ text: "Der er plads igen" }))).status).toBe(303);
});
