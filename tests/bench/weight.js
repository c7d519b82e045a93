// The JavaScript that a page loads, as it goes over the wire.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { signIn } from "./desk.js";
import { folderFor, start } from "./servers.js";

const IN_PAGE = /\/assets\/([\w.-]+\.js)/g;
const IMPORTED = /(?:from|import)\s*"\.\/([\w.-]+\.js)"/g;
/** The words of the page's own language come by an import of their own, before anything is shown. */
const WORDS = /import\("\.\/(da-[\w-]+\.js)"\)/g;

const named = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);

/** The scripts of a page and all they import, with their gzip bytes, the heaviest first. */
export function scriptsOf(html, folder) {
  const known = new Map();
  const open = named(html, IN_PAGE);
  for (let name = open.pop(); name; name = open.pop()) {
    if (known.has(name)) continue;
    const code = readFileSync(join(folder, name));
    known.set(name, gzipSync(code).length);
    open.push(...named(code.toString(), IMPORTED), ...named(code.toString(), WORDS));
  }
  return [...known].sort(([, a], [, b]) => b - a);
}

const sum = (scripts) => scripts.reduce((all, [, bytes]) => all + bytes, 0) / 1024;

async function pageOf(which, path, data, places) {
  const server = await start(which, { data: folderFor(which, data) });
  const { cookie, board } = places ? await signIn(server, places) : {};
  const html = await (await fetch(server.origin + (board ?? path), { headers: { cookie: cookie ?? "" } })).text();
  await server.stop();
  return html;
}

/** KB of JavaScript in gzip: the board, and a page of React, Remix and socket.io-client. */
export async function weight({ data, places }) {
  const ours = scriptsOf(await pageOf("ours", "", data, places), "build/client/assets");
  const floor = scriptsOf(await pageOf("floor", "/"), ".cache/bench/floor/client/assets");
  return { ours: sum(ours), floor: sum(floor), scripts: ours };
}
