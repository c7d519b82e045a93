import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { closeDatabase, databaseFile } from "#db/index.server.ts";
import { aFolder } from "#tests/support/files.ts";
import { DEMO } from "#tests/support/served.ts";
import { launch } from "#tests/support/server.ts";
import { prepare } from "../../app/tasks/prepare.server.ts";

const EX_CONFIG = 78;

/** The built server with something more in its build, as an edit of the sources would have put it there. */
async function startWith(more: string, folder = aFolder()) {
  const top = mkdtempSync("build/with-more-");
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  mkdirSync(join(top, "server"));
  copyFileSync("build/server.js", join(top, "server.js"));
  const built = `import * as built from "../../server/index.js";\nexport * from "../../server/index.js";\n`;
  writeFileSync(join(top, "server/index.js"), built + more);
  const { child, ended, output } = launch([], { DATA_DIR: folder, PORT: "0" }, undefined, join(top, "server.js"));
  // A server that starts all the same is ended here, and has no code.
  child.stdout.on("data", () => output().includes("runs at ") && child.kill("SIGKILL"));
  return { code: await ended, said: output(), opened: existsSync(join(folder, "samspor.db")) };
}

const withRoute = (module: string) => `
  export const routes = { ...built.routes, "routes/more": { id: "routes/more", parentId: "root", path: "more", module: ${module} } };
`;
const loaderOf = `built.routes["routes/meetings._index"].module.loader`;

const refusals: [what: string, more: string, line: string][] = [
  [
    "a page whose loader was made by no door",
    withRoute("{ loader: () => new Response() }"),
    "The loader of routes/more has no door (app/http/door.server.ts)",
  ],
  [
    "a page whose form was made by no door",
    withRoute(`{ loader: ${loaderOf}, action: () => new Response() }`),
    "The action of routes/more has no door (app/http/door.server.ts)",
  ],
  [
    "a query that does not say who may",
    withRoute(
      `{ loader: Object.defineProperty(() => new Response(), Symbol.for("samspor.door"), { value: [{ name: "more" }] }) }`,
    ),
    'The loader of routes/more "more" has no rule (app/http/door.server.ts)',
  ],
  [
    "a socket event that does not say who may",
    "built.entry.module.events.more = { isWellFormed: () => true, hear: () => undefined };",
    'The socket event "more" has no rule (app/live/heard.server.ts)',
  ],
  [
    "a socket event whose rule was taken away",
    "delete built.entry.module.events.connected.allow;",
    'The socket event "connected" has no rule (app/live/heard.server.ts)',
  ],
];

test.each(refusals)("%s keeps the server from starting, and it opens nothing", async (_what, more, line) => {
  expect(await startWith(more)).toEqual({ code: EX_CONFIG, said: `${line}\n`, opened: false });
});

test("with a page more that has its door it starts: what was refused was the lack of a rule alone", async () => {
  const folder = aFolder();
  cpSync(DEMO, folder, { recursive: true });
  const { code, said } = await startWith(withRoute(`{ loader: ${loaderOf} }`), folder);
  expect([code, said]).toEqual([null, expect.stringContaining("runs at ")]);
});

test.each([
  ["a column", "alter table young_person add column nickname text", "young_person.nickname"],
  ["a table", "create table gossip (said text) strict", "gossip.said"],
])("%s without a class keeps the server from starting", async (_what, sql, column) => {
  const folder = aFolder();
  await prepare({ ...process.env, DATA_DIR: folder });
  const file = databaseFile();
  closeDatabase();
  const raw = new Database(file);
  raw.exec(sql);
  raw.close();
  const { code, said } = await startWith("", folder);
  expect([code, said]).toEqual([EX_CONFIG, `The column ${column} has no class (db/classes.ts)\n`]);
});
