import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, tables, transact } from "#db/index.server.ts";
import { writeAddress } from "#domain/address/commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { does } from "#tests/support/builders.ts";
import { aLineUp, caughtUp, watch } from "#tests/support/live-server.ts";
import { type Running, startServer } from "#tests/support/server.ts";
import { prepare } from "../../app/tasks/prepare.server.ts";
import { dataOf } from "./matrix/asking.ts";
import type { Persona } from "./matrix/personas.ts";
import { AT, makeWorld, type World } from "./matrix/world.ts";
import { type Around, differences, look } from "./non-interference/looking-on.ts";

/** Invited from outside; the psychiatrist is a standing member of both meetings too. */
const FROM_OUTSIDE: Persona[] = ["psychiatrist", "basis-expired", "no-basis", "school", "police"];
const OWN: Persona[] = ["coordinator", "chair", "minute-taker", "caseworker", "partial"];

const folder = mkdtempSync(join(tmpdir(), "samspor-"));
let server: Running;
let world: World;
let at: Around;

beforeAll(async () => {
  const set = { DATA_DIR: folder, SAMSPOR_NOW: AT };
  await prepare({ ...process.env, ...set });
  world = await makeWorld(["published", "withdrawn"]);
  const { meeting, item, person } = world.places.published;
  const other = world.places.withdrawn;
  at = { meeting, items: [item], people: [person] };
  const psychiatrist = world.staff.psychiatrist as string;
  await transact((db) =>
    db
      .insert(tables.meetingMember)
      .values([meeting, other.meeting].map((meetingId) => ({ meetingId, staffId: psychiatrist }))),
  );
  const address = { address: "Prøvevej 1", protected: "yes", highRisk: "yes", source: "register" };
  await does(writeAddress, { id: person, version: 0, ...address }, world.staff.guide as string, { now: AT });
  closeDatabase();
  server = await startServer(set);
});
afterAll(async () => {
  await server?.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

const looks = async (persona: Persona, ways: ("data" | "pages")[] = ["data", "pages"]) => {
  const seen = await Promise.all(ways.map((way) => look(server.origin, world.cookies[persona], at, way)));
  return new Map(seen.flatMap((one) => [...one]));
};
const places = /kanarie-(published|withdrawn)-place-(sted|video)/g;

test("no page and no data says to somebody from outside where a sought young person is met; another meeting's place they are told", async () => {
  for (const persona of FROM_OUTSIDE) {
    const all = [...(await looks(persona))];
    const told = all.flatMap(([path, { headers, body }]) =>
      [...`${headers} ${body}`.matchAll(places)].map(([word]) => `${word} ${path.includes(at.meeting)}`),
    );
    const other = ["sted", "video"].map((field) => `kanarie-withdrawn-place-${field} false`);
    expect([persona, [...new Set(told)].sort()]).toEqual([persona, other]);
  }
  for (const persona of OWN) {
    const bodies = [...(await looks(persona))].map(([, { body }]) => body).join("");
    expect([persona, bodies.includes("kanarie-published-place-sted")]).toEqual([persona, true]);
  }
}, 300_000);

/** The coordinator says that it is held elsewhere. */
async function moves(place: string): Promise<void> {
  const file = new Database(join(folder, "samspor.db"), { readonly: true });
  const version = file.prepare("select version from meeting where id = ?").pluck().get(at.meeting);
  file.close();
  const { member = "", psychiatrist = "", chair = "", "minute-taker": minuteTaker = "" } = world.staff;
  const fields = Object.entries({
    ...{ intent: "change-meeting", key: newId(), meetingId: at.meeting, version: String(version) },
    ...{ typeCode: "coordination", startsAt: "2026-12-01T08:00:00.000Z", minutes: "120" },
    ...{ place, videoLink: `https://${place}.example`, chairId: chair, minuteTakerId: minuteTaker },
  });
  const members = [member, psychiatrist].map((id) => ["members[]", id]);
  const response = await fetch(server.origin + dataOf(`/meetings/${at.meeting}?index`, "routes/meetings.$id._index"), {
    method: "POST",
    redirect: "manual",
    headers: { origin: server.origin, cookie: world.cookies.coordinator ?? "" },
    body: new URLSearchParams([...fields, ...members]),
  });
  const told = await response.text();
  expect([response.status, told]).toEqual([200, expect.stringContaining(place)]);
}

test("when it is held elsewhere, no byte of what they are answered changes, and no frame says where", async () => {
  const port = Number(new URL(server.origin).port);
  const open = async (persona: Persona) => {
    const { line, frames } = await aLineUp(port, world.cookies[persona] ?? "");
    const may: string[] = [];
    const topics = [`meeting:${at.meeting}`, `screen:${at.meeting}`, `item:${at.items[0]}`];
    for (const topic of [`staff:${world.staff[persona]}`, ...topics])
      if ("seq" in (await watch(line, topic))) may.push(topic);
    return { persona, line, frames, may };
  };
  const lines = await Promise.all(FROM_OUTSIDE.map(open));
  const inside = await open("coordinator");
  for (const { may } of lines) expect(may).not.toContain(`meeting:${at.meeting}`);
  // The first change of a meeting invites whoever leads it; the second says nothing but where.
  await moves("kanarie-et-sted");
  const before = await Promise.all(FROM_OUTSIDE.map((persona) => looks(persona)));
  await moves("kanarie-et-andet-sted");
  await caughtUp(inside.line);
  expect(inside.frames.join("")).toContain("kanarie-et-andet-sted");
  for (const [n, { persona, line, frames }] of lines.entries()) {
    await caughtUp(line);
    expect([persona, frames.filter((frame) => frame.includes("kanarie-et-"))]).toEqual([persona, []]);
    expect([persona, differences(before[n] ?? new Map(), await looks(persona))]).toEqual([persona, []]);
  }
}, 300_000);
