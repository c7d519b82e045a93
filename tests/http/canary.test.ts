import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, databaseFile } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import { aLineUp, caughtUp, watch } from "#tests/support/live-server.ts";
import { type Running, runTask, startServer } from "#tests/support/server.ts";
import { prepare } from "../../app/tasks/prepare.server.ts";
import { CANARIES, lackIn, plant, planted, wordsIn } from "./canary/planting.ts";
import { answerTo, dataOf } from "./matrix/asking.ts";
import type { Persona } from "./matrix/personas.ts";
import { AT, makeWorld, type World } from "./matrix/world.ts";
import { type Around, look } from "./non-interference/looking-on.ts";

/** With no right to anything of the item, its meeting or its young person. */
const OUTSIDE: Persona[] = ["nobody", "locked", "other-guide", "not-invited", "leader", "admin", "dpo"];
const INSIDE: Persona[] = ["coordinator", "chair", "guide", "caseworker"];
/** The names of the forum are for whoever is signed in to it. */
const OF_THE_FORUM = ["staff.name", "staff.sortKey", "staff.title", "staff.phone", "staff.username"];
/** What opens something, and what is kept for the machine alone: for nobody at all. */
const FOR_NOBODY =
  /^(staff\.password|session\.tokenHash|totp\.|recoveryCode\.|signInLink\.|bigScreen\.|identityNumber\.|outreachLead\.(cipher|blindIndex|nameIndex)|passkey\.(credentialId|publicKey)|revision\.|commandKey\.)/;
/** Whose session is locked is greeted by their own name. */
const OWN = ["staff.name", "staff.username"];
/** Where mail goes is for the person and for whoever keeps the list of staff. */
const mailIn = (path: string) => (/^\/(account|staff)\b/.test(path) ? ["staff.email"] : []);
/** Who is looked for is for every guide; the leader gets numbers, by where they came from. */
const ofOutreach = (persona: Persona, path: string, name: string) =>
  path.startsWith("/outreach") &&
  ((persona === "other-guide" && /^(outreach|dropoutAlert)/.test(name)) ||
    (persona === "leader" && ["outreachLead.source", "dropoutAlert.kind"].includes(name)));
/** Addresses that lead out of here: the video room, plans that others keep, the telephones of who goes along or is to be met at work. */
const LEAD_ELSEWHERE = ["meeting.videoLink", "externalPlan.link", "staff.phone", "placement.contactPhone"];

const folder = mkdtempSync(join(tmpdir(), "samspor-"));
let server: Running;
let world: World;
let at: Around;
const file = () => new Database(join(folder, "samspor.db"), { timeout: 5000 });

const found = (text: string) => [
  ...new Set([...text.matchAll(CANARIES)].map(([, key, field]) => known(`${key}.${field}`))),
];
const names = new Map(planted.map(({ key, field }) => [`${key}.${field}`.toLowerCase(), `${key}.${field}`]));
/** A screen may have turned the letters into small ones. */
const known = (name: string) => names.get(name.toLowerCase()) ?? name;

beforeAll(async () => {
  const set = { DATA_DIR: folder, SAMSPOR_NOW: AT, SAMSPOR_PROXY: "1" };
  await prepare({ ...process.env, ...set });
  world = await makeWorld(["open"]);
  const { meeting, item, person, consent } = world.places.open;
  at = { meeting, items: [item], people: [person] };
  const path = databaseFile();
  closeDatabase();
  const raw = new Database(path);
  plant(raw, { meeting, agenda_item: item, young_person: person, consent, staff: world.staff.chair ?? "" });
  raw.close();
  server = await startServer(set);
});
afterAll(async () => {
  await server?.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

test("every column above the open classes holds its own word, or nothing that anybody could have written", () => {
  const raw = file();
  expect(planted.length).toBeGreaterThan(50);
  expect(lackIn(raw)).toEqual([]);
  expect(wordsIn(raw)).toEqual([]);
  raw.close();
});

/** All that somebody is answered: pages, their data, the big screen, with headers. */
async function answersOf(persona: Persona) {
  const cookie = world.cookies[persona];
  const pages = await look(server.origin, cookie, at, "pages");
  const all = new Map([...pages, ...(await look(server.origin, cookie, at, "data"))]);
  const more: [path: string, route: string][] = [
    [`/meetings/${at.meeting}/screen`, "routes/meetings.$id.screen"],
    ["/screen", "routes/screen"],
    ["/login", "routes/login"],
    ["/log", "routes/log"],
    [`/log?person=${at.people[0]}`, "routes/log"],
    ["/proof", "routes/proof"],
    [`/people/${at.people[0]}/consents/${world.places.open.consent}`, "routes/people.$id_.consents.$consent"],
  ];
  for (const [path, route] of more)
    for (const asked of [path, dataOf(path, route)])
      all.set(asked, await answerTo(server.origin + asked, { cookie, address: `10.0.0.${all.size}` }));
  return all;
}

/** Every address in an answer: where it leads to, loads from or sends to. */
const addressesIn = (headers: string[], body: string) =>
  [
    ...headers.filter((line) => /^(location|x-remix-redirect|link|content-location):/.test(line)),
    ...[...body.matchAll(/\b(?:href|src|action|formaction)="([^"]*)"/g)].map(([, address]) => address ?? ""),
  ].join("\n");

test("whoever has no right is answered with no word of it, and no address holds one, whoever it is for", async () => {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const persona of [...OUTSIDE, ...INSIDE]) {
    const inside = INSIDE.includes(persona);
    for (const [path, { headers, body }] of await answersOf(persona)) {
      const told = found(`${headers} ${body}`);
      if (inside) for (const name of told) seen.add(name);
      const forum = persona === "nobody" ? [] : persona === "locked" ? OWN : OF_THE_FORUM;
      const wrong = told.filter(
        (name) =>
          FOR_NOBODY.test(name) ||
          !(inside || forum.includes(name) || mailIn(path).includes(name) || ofOutreach(persona, path, name)),
      );
      const led = found(addressesIn(headers, body)).filter((name) => !LEAD_ELSEWHERE.includes(name));
      faults.push(...wrong.map((name) => `${persona} ${path}: ${name}`));
      faults.push(...led.map((name) => `${persona} ${path}: an address with ${name}`));
    }
  }
  expect([...new Set(faults)]).toEqual([]);
  // Those with the right are shown it: the words are where they would be found.
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...["agendaItem.question", "youthVoice.words", "youngPerson.lastName", "action.text", "outreachLead.lastName"],
    ]),
  );
}, 300_000);

const TYPED = "kanarie-typed-question-x";

test("while those with the right change it, no frame of a socket without it holds a word", async () => {
  const { meeting, item, person } = world.places.open;
  const port = Number(new URL(server.origin).port);
  const topics = [`meeting:${meeting}`, `screen:${meeting}`, `item:${item}`, `item:${item}:health`, `person:${person}`];
  const open = async (persona: Persona, wanted: string[]) => {
    const { line, frames } = await aLineUp(port, world.cookies[persona] ?? "");
    const may: string[] = [];
    for (const topic of wanted) if ("seq" in (await watch(line, topic))) may.push(topic);
    return { persona, line, frames, may };
  };
  const outside = OUTSIDE.filter((persona) => !["nobody", "locked"].includes(persona));
  const lines = await Promise.all(outside.map((persona) => open(persona, topics)));
  const chair = await open("chair", [`item:${item}`]);
  const raw = file();
  const version = raw.prepare("select version from agenda_item where id = ?").pluck().get(item);
  raw.close();
  const response = await fetch(server.origin + dataOf(`/meetings/${meeting}?index`, "routes/meetings.$id._index"), {
    method: "POST",
    headers: { origin: server.origin, cookie: world.cookies.chair ?? "" },
    body: new URLSearchParams({
      ...{ intent: "change-item", key: newId(), itemId: item, version: String(version), question: TYPED },
      ...{ minutes: "20", fixedAt: "", fixedClock: "", leadWorkerId: "" },
    }),
  });
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining(TYPED)]);
  await caughtUp(chair.line);
  expect(chair.frames.join("")).toContain(TYPED);
  for (const { persona, line, frames, may } of lines) {
    await caughtUp(line);
    expect([persona, may, found(frames.join("\n"))]).toEqual([persona, [], []]);
  }
});

test("what is refused, malformed or broken is answered with a no", async () => {
  const { meeting, item } = world.places.open;
  const send = (fields: Record<string, string>, cookie = world.cookies.chair) =>
    fetch(server.origin + dataOf(`/meetings/${meeting}/board`, "routes/meetings.$id.board"), {
      method: "POST",
      headers: { origin: server.origin, cookie: cookie ?? "" },
      body: new URLSearchParams({ key: newId(), ...fields }),
    });
  const text = TYPED;
  const answers = [
    await send({ intent: text }),
    await send({ intent: "add-option", itemId: item, text, departmentId: "no-id" }),
    await send({ intent: "add-option", itemId: item, text, [text]: text }),
    await send({ intent: "add-option", itemId: item, text, departmentId: "" }, world.cookies["other-guide"]),
    await send({ intent: "add-option", itemId: item, text: text.repeat(1000), departmentId: "" }),
  ];
  expect(answers.every(({ status }) => status >= 400)).toBe(true);
  // A table that is gone is a fault of the database: its message holds the values of the statement.
  const raw = file();
  raw.exec("alter table option_presented rename to gone");
  const broken = await send({ intent: "add-option", itemId: item, text, departmentId: "" });
  raw.exec("alter table gone rename to option_presented");
  raw.close();
  expect(broken.status).toBe(500);
});

test("no word is in the log, on the terminal, in what is signed, or in the name of a copy", async () => {
  await server.kill("SIGTERM");
  const said = await runTask(["backup"], { DATA_DIR: folder, SAMSPOR_NOW: AT });
  expect(said.code).toBe(0);
  const raw = file();
  const log = raw.prepare("select * from log").all();
  raw.close();
  expect(log.length).toBeGreaterThan(100);
  const below = readdirSync(folder, { recursive: true }).map(String);
  expect(below.filter((name) => /backup|copies|\.db$/.test(name)).length).toBeGreaterThan(1);
  const outputs = {
    log: JSON.stringify(log),
    terminal: server.output(),
    backup: said.output,
    names: below.join("\n"),
    signed: readFileSync(join(folder, "log-checkpoints"), "utf8"),
  };
  for (const [where, text] of Object.entries(outputs)) expect([where, found(text)]).toEqual([where, []]);
  expect(outputs.terminal).toContain('"failed"');
});
