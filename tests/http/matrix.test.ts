import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import { type Running, startServer } from "#tests/support/server.ts";
import { prepare } from "../../app/tasks/prepare.server.ts";
import { type Answered, answerTo, dataOf, inParallel } from "./matrix/asking.ts";
import { CANARIES, type Canary, PERSONAS, type Persona, STATES } from "./matrix/personas.ts";
import { ELSEWHERE, FOUND_PEOPLE, PAGES, SCREENS, SEARCH, SUBJECTS } from "./matrix/table.ts";
import { AT, makeWorld, type World } from "./matrix/world.ts";

const folder = mkdtempSync(join(tmpdir(), "samspor-"));
const AT_ONCE = 6;
/** Thousands of pages: on a loaded machine more than the minute that other tests have. */
const LONG = 300_000;
let server: Running;
let world: World;
let asked = 0;

beforeAll(async () => {
  const set = { DATA_DIR: folder, SAMSPOR_NOW: AT, SAMSPOR_PROXY: "1" };
  await prepare({ ...process.env, ...set });
  world = await makeWorld();
  closeDatabase();
  server = await startServer(set);
});
afterAll(async () => {
  await server?.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

const listed = (line = "") => line.split(" ").filter(Boolean);
const NOT_IN: readonly Persona[] = ["nobody", "locked"];

/** The page and the data of a route, for somebody. Each comes from an address of its own: codes for rooms are counted by it. */
function ask(path: string, persona: Persona, ids: string[][] = [], form?: Record<string, string>): Promise<Answered> {
  asked += 1;
  const address = `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}`;
  return answerTo(server.origin + path, { cookie: world.cookies[persona], address, ids, ...(form && { form }) });
}

const canariesIn = ({ body, headers }: Answered): Canary[] =>
  [
    ...new Set(
      [...`${headers} ${body}`.matchAll(CANARIES)].map(([, which]) => (which as string).toLowerCase() as Canary),
    ),
  ].sort();

/** What the answer is, in the words of the table. */
function verdictOf(answer: Answered, data: boolean): string {
  if (answer.status === 200) return "opens";
  if (answer.status === 404) return "missing";
  const to = answer.headers.find((line) => line.startsWith(data ? "x-remix-redirect: " : "location: ")) ?? "";
  if (answer.status === (data ? 204 : 302) && to.includes("/login?to=")) return "login";
  if (data && answer.status === 401 && answer.headers.includes("x-samspor-locked: yes")) return "login";
  return `${answer.status} ${to}`;
}

type Asked = { path: string; route: string; persona: Persona };
const faults: string[] = [];
const told = ({ path, route, persona }: Asked, what: string) => faults.push(`${persona} ${path} (${route}): ${what}`);

/** Both ways to a route: the page, and what its own browser side asks for. */
const ways = (path: string, route: string) => [
  { path, data: false },
  { path: dataOf(path, route), data: true },
];

const SOME_TRIES = 4;

/** The same bytes as for an id that never existed; an answer with the room's clock in it is asked for anew when a minute went by. */
async function isAsNever(one: Asked, path: string, ids: string[], first: Answered): Promise<boolean> {
  const alike = ids.map((id) => [id, newId()] as const);
  const empty = alike.reduce((left, [id, never]) => left.replaceAll(id, never), path);
  const both = alike.map((pair) => [...pair]);
  for (let tries = 0, answer = first; tries < SOME_TRIES; tries += 1) {
    const other = await ask(empty, one.persona, both);
    if (JSON.stringify(answer) === JSON.stringify(other)) return true;
    answer = await ask(path, one.persona, both);
  }
  return false;
}

test(
  "every page about a meeting or a person shows its item to those of the table; for all others it never existed",
  async () => {
    const work = SUBJECTS.flatMap(({ route, path, cases }) =>
      cases.flatMap((at) =>
        PERSONAS.flatMap((persona) => ways(path, route).map((way) => ({ ...way, route, at, persona }))),
      ),
    );
    await inParallel(work, AT_ONCE, async ({ path, route, data, at, persona }) => {
      const { meeting, item, person, consent, course } = world.places[at.state];
      const whole = path
        .replace("MEETING", meeting)
        .replaceAll("ITEM", item)
        .replace("PERSON", person)
        .replace("CONSENT", consent)
        .replace("COURSE", course);
      const one = { path: `${path} [${at.state}]`, route: data ? `data of ${route}` : route, persona };
      const shows = listed(at.shows).includes(persona);
      const opens = shows || listed(at.opens).includes(persona);
      const expected = NOT_IN.includes(persona) ? "login" : opens ? "opens" : "missing";
      const subject = [meeting, item, person, consent, course].filter((id) => whole.includes(id));
      const answer = await ask(
        whole,
        persona,
        subject.map((id) => [id]),
      );
      const found = verdictOf(answer, data);
      if (found !== expected) told(one, `${found}, not ${expected}`);
      const canaries = canariesIn(answer);
      if (shows && !canaries.some((which) => which.startsWith(`${at.state}-`))) told(one, "shows nothing of the item");
      const named = listed(at.names).includes(persona);
      const may = (which: Canary) =>
        (which === `${at.state}-place` && opens) ||
        (which === `${at.state}-name` && named) ||
        (shows && which.startsWith(`${at.state}-`));
      if (named && !canaries.includes(`${at.state}-name`)) told(one, "lacks the three facts");
      const wrong = canaries.filter((which) => !may(which));
      if (wrong.length > 0) told(one, `holds ${wrong}`);
      if (!opens && !(await isAsNever(one, whole, subject, answer))) told(one, "is not what never existed");
      // The item that was asked for by its id, in a meeting that opens without it.
      const knows = shows || listed(at.knows).includes(persona);
      if (opens && !knows && data && whole.includes(item) && !(await isAsNever(one, whole, [item], answer)))
        told(one, "tells that the item exists");
    });
    expect(faults.splice(0)).toEqual([]);
  },
  LONG,
);

test("a big screen shows a meeting to whoever runs it; everybody else gets a code, as for a meeting that never existed", async () => {
  const work = STATES.flatMap((state) =>
    PERSONAS.flatMap((persona) => [false, true].map((data) => ({ state, persona, data }))),
  );
  const route = "routes/meetings.$id.screen";
  const bare = (body: string) =>
    body.replace(/"screenId":"[^"]*"|"code":"[^"]*"|"endsAt":"[^"]*"/g, "").replace(/\d{3} \d{3}/g, "CODE");
  await inParallel(work, AT_ONCE, async ({ state, persona, data }) => {
    const { meeting } = world.places[state];
    const page = `/meetings/${meeting}/screen`;
    const path = data ? dataOf(page, route) : page;
    const one = { path: `screen [${state}]`, route: data ? "data" : "page", persona };
    const answer = await ask(path, persona, [[meeting]]);
    const shows = listed(SCREENS[state]).includes(persona);
    if (answer.status !== 200 || answer.body.includes('"shows":"meeting"') !== shows) told(one, `shows: ${!shows}`);
    const canaries = canariesIn(answer);
    const may = shows && data && (state === "open" || state === "section115");
    if (may ? canaries.some((which) => !which.startsWith(state)) : canaries.length > 0) told(one, `holds ${canaries}`);
    if (shows || !data) return;
    const never = newId();
    const other = await ask(dataOf(`/meetings/${never}/screen`, route), persona, [[never]]);
    if (bare(answer.body) !== bare(other.body) || answer.status !== other.status)
      told(one, "is not what never existed");
  });
  expect(faults.splice(0)).toEqual([]);
});

test("a page without an id opens for those of the table, and holds of anybody what stands there and nothing more", async () => {
  const { places } = world;
  const work = PAGES.flatMap((page) =>
    PERSONAS.flatMap((persona) =>
      ways(page.path, page.route).map((way) => ({ ...page, ...way, at: page.path, persona })),
    ),
  );
  await inParallel(work, AT_ONCE, async ({ path, at, route, opens, holds = {}, data, persona }) => {
    const whole = path
      .replace("PUBLISHED", places.published.meeting)
      .replace("SECTION115", places.section115.meeting)
      .replace("PERSON115", places.section115.person)
      .replace("PERSONDRAFT", places.draft.person);
    const one = { path: at, route: data ? `data of ${route}` : route, persona };
    const answer = await ask(whole, persona);
    const open =
      opens === "anybody" || (!NOT_IN.includes(persona) && (opens === "all" || listed(opens).includes(persona)));
    const expected = open ? "opens" : NOT_IN.includes(persona) && !whole.startsWith("/welcome") ? "login" : "missing";
    const found = verdictOf(answer, data);
    // Whoever is signed in is led on from the page of the sign-in.
    const ledOn = whole.startsWith("/login") && !data && answer.status === 302;
    if (found !== expected && !ledOn) told(one, `${found}, not ${expected}`);
    const held = canariesIn(answer);
    const wanted = listed(holds[persona]);
    const [more, less] = [
      held.filter((which) => !wanted.includes(which)),
      wanted.filter((which) => !held.includes(which as Canary)),
    ];
    if (more.length > 0 || less.length > 0) told(one, `holds ${more} too many, lacks ${less}`);
  });
  expect(faults.splice(0)).toEqual([]);
});

test("a search is there for those who run the meeting, and finds whom they may know of; what was typed stands in no address", async () => {
  const at = `/meetings/${world.places.published.meeting}?index&add=person`;
  await inParallel([...PERSONAS], AT_ONCE, async (persona) => {
    const one = { path: at, route: "search", persona };
    const form = { intent: "find-to-add", name: "draft" };
    const answer = await ask(dataOf(at, "routes/meetings.$id._index"), persona, [], form);
    const wanted = SEARCH[persona];
    const expected = wanted !== undefined ? 200 : NOT_IN.includes(persona) ? 401 : 404;
    if (answer.status !== expected) told(one, `${answer.status}, not ${expected}`);
    if (
      canariesIn({ ...answer, body: answer.body.replace('"typed":{"name":"draft"}', "") }).join(" ") !== (wanted ?? "")
    )
      told(one, `holds ${canariesIn(answer)}`);
  });
  expect(faults.splice(0)).toEqual([]);
});

test("a search in what stands about young people answers each of what they may read", { timeout: LONG }, async () => {
  await inParallel([...PERSONAS], AT_ONCE, async (persona) => {
    const form = { intent: "search-people", typed: "handled" };
    const answer = await ask(dataOf("/people?index", "routes/people._index"), persona, [], form);
    const expected = NOT_IN.includes(persona) ? 401 : 200;
    const held = canariesIn({ ...answer, body: answer.body.replace('"typed":{"typed":"handled"}', "") }).join(" ");
    if (answer.status !== expected || held !== (FOUND_PEOPLE[persona] ?? ""))
      told({ path: "/people", route: "search", persona }, `${answer.status}, holds ${held}`);
  });
  expect(faults.splice(0)).toEqual([]);
});

test("every route of the build stands in the table", () => {
  const assets = "build/client/assets";
  const manifest = readdirSync(assets).filter((name) => /^manifest-\w+\.js$/.test(name));
  const text = readFileSync(join(assets, manifest[0] as string), "utf8");
  const { routes } = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) as { routes: object };
  const known = [...SUBJECTS, ...PAGES].map(({ route }) => route);
  const table = new Set([...known, ...Object.keys(ELSEWHERE), "routes/meetings.$id.screen"]);
  expect(manifest).toHaveLength(1);
  expect(Object.keys(routes).sort()).toEqual([...table].sort());
  expect(asked).toBeGreaterThan(2000);
});
