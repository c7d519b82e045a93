import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const TOP = resolve(import.meta.dirname, "..");

const filesBelow = (folder: string): string[] =>
  readdirSync(join(TOP, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );

const FILES = [...filesBelow("app"), ...filesBelow("db")].filter((file) => !file.startsWith("db/migrations/"));
const SOURCES = FILES.filter((file) => /\.tsx?$/.test(file));
const textOf = new Map(SOURCES.map((file) => [file, readFileSync(join(TOP, file), "utf8")]));

type Import = { from: string; to: string; typesOnly: boolean };

/** What a file imports of our own: static, dynamic and re-exported. */
function importsOf(file: string): Import[] {
  const text = (textOf.get(file) ?? "").replace(/\/\*[\s\S]*?\*\//g, "");
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(import|export)\s+(type\s)?([^"';]*?\sfrom\s+)?"([^"]+)"|(?<!typeof )\bimport\("([^"]+)"\)/g,
    ),
  ];
  return found.flatMap(([, , type, named = "", fixed, dynamic]) => {
    const to = resolved(file, fixed ?? dynamic ?? "");
    if (!to) return [];
    const names =
      /\{([^}]*)\}/
        .exec(named)?.[1]
        ?.split(",")
        .map((name) => name.trim())
        .filter(Boolean) ?? [];
    const typesOnly =
      Boolean(type) || (names.length > 0 && !/^\s*\w/.test(named) && names.every((name) => name.startsWith("type ")));
    return [{ from: file, to, typesOnly }];
  });
}

function resolved(file: string, specifier: string): string | null {
  const plain = specifier.split("?")[0] ?? "";
  if (plain.startsWith("#db/")) return plain.replace("#", "");
  if (plain.startsWith("#")) return `app/${plain.slice(1)}`;
  return plain.startsWith(".") ? relative(TOP, resolve(TOP, file, "..", plain)) : null;
}

const IMPORTS = SOURCES.flatMap(importsOf);
const shown = ({ from, to }: Import) => `${from} ▶ ${to}`;

const layerOf = (file: string) => {
  if (/^db\/(\w+-)?vocabulary\.ts$/.test(file)) return "vocabulary";
  if (file.startsWith("db/")) return "db";
  const [, folder = "", below] = file.split("/");
  return below === undefined ? "process" : folder;
};

/** design.md 2: who may take from whom. Types may come from further down than values. */
const MAP: Record<string, string[]> = {
  process: ["routes", "http", "live", "tasks", "frame", "ui", "words"],
  tasks: ["demo", "http", "domain", "words", "db"],
  demo: ["domain", "db", "vocabulary"],
  routes: ["frame", "ui", "live", "http", "domain", "words", "vocabulary"],
  frame: ["ui", "live", "http", "domain", "words", "vocabulary"],
  live: ["http", "domain", "db"],
  http: ["domain", "db", "vocabulary"],
  ui: ["words", "vocabulary"],
  words: ["vocabulary", "domain", "ui"],
  domain: ["db", "vocabulary"],
  db: ["vocabulary"],
  vocabulary: [],
};

test("arrows only point down", () => {
  expect(IMPORTS.length).toBeGreaterThan(800);
  const up = IMPORTS.filter(({ from, to }) => {
    const [a, b] = [layerOf(from), layerOf(to)];
    return a !== b && !MAP[a]?.includes(b);
  });
  expect(up.filter(({ typesOnly }) => !typesOnly).map(shown)).toEqual([]);
});

test("pages, the frame and the words take decisions from the domain, never the database", () => {
  const reaching = IMPORTS.filter(
    ({ from, to }) => ["routes", "frame", "ui", "words"].includes(layerOf(from)) && layerOf(to) === "db",
  );
  expect(reaching.filter(({ typesOnly }) => !typesOnly).map(shown)).toEqual([]);
  const words = IMPORTS.filter(
    ({ from, to, typesOnly }) =>
      layerOf(from) === "words" && layerOf(to) === "domain" && !typesOnly && to.includes(".server"),
  );
  expect(words.map(shown)).toEqual([]);
});

test("the domain reaches the database through its door", () => {
  const DOOR = ["db/index.server.ts", "db/once.server.ts", "db/vocabulary.ts"];
  const around = IMPORTS.filter(
    ({ from, to }) =>
      from.startsWith("app/domain/") && to.startsWith("db/") && !DOOR.includes(to) && !to.startsWith("db/codes/"),
  );
  expect(around.map(shown)).toEqual([]);
});

test("server.ts takes what it needs from the built app, and nothing beside it", () => {
  expect(IMPORTS.filter(({ from, typesOnly }) => from === "app/server.ts" && !typesOnly).map(shown)).toEqual([]);
});

test("a subject uses another's rules, queries and rows, never its commands", () => {
  const subjectOf = (file: string) => /^app\/domain\/([^/]+)\//.exec(file)?.[1];
  const crossing = IMPORTS.filter(({ from, to, typesOnly }) => {
    const [own, other] = [subjectOf(from), subjectOf(to)];
    return own && other && own !== other && !typesOnly && /commands\.server\.ts$/.test(to);
  });
  expect(crossing.map(shown)).toEqual([]);
});

test("nothing of the server reaches the browser: a module without .server takes no value from one with it", () => {
  // Remix takes these exports, and what they alone import, out of what the browser gets.
  const isRoute = (file: string) =>
    /^app\/(root|entry\.server)\.tsx$/.test(file) || /^app\/routes\/([^/]+\.tsx|[^/]+\/route\.tsx)$/.test(file);
  const leaking = IMPORTS.filter(
    ({ from, to, typesOnly }) =>
      !typesOnly && to.includes(".server.") && !from.includes(".server.") && !isRoute(from) && from !== "app/server.ts",
  );
  expect(leaking.map(shown)).toEqual([]);
});

test("a route's own exports are its doors, its page and its settings", () => {
  const ALLOWED =
    /^export (default function|const (loader|action|clientLoader|clientAction|meta|handle|shouldRevalidate|links|headers)\b|function (Layout|ErrorBoundary|HydrateFallback)\b|\{ \w+ as (shouldRevalidate|meta) \}|type )/;
  const routes = SOURCES.filter((file) => /^app\/routes\/([^/]+\.tsx|[^/]+\/route\.tsx)$/.test(file));
  const others = routes.flatMap((file) =>
    [...(textOf.get(file) ?? "").matchAll(/^export .*/gm)]
      .filter(([line]) => !ALLOWED.test(line))
      .map(([line]) => `${file}: ${line}`),
  );
  expect(routes.length).toBeGreaterThan(10);
  expect(others).toEqual([]);
});

const lines = (pattern: RegExp, files: string[]) =>
  files.flatMap((file) =>
    (textOf.get(file) ?? "")
      .split("\n")
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
  );

test("SQL as text stands in db and in the access table; elsewhere only drizzle's builder, with small expressions", () => {
  const elsewhere = SOURCES.filter((file) => !file.startsWith("db/") && !file.startsWith("app/domain/access/"));
  expect(lines(/sql(<\w+>)?`[^`]*\b(select|insert|delete|update|from|join|where)\b/i, elsewhere)).toEqual([]);
  expect(lines(/\bsql\.raw\(|\.prepare\(["`]|\.exec\("/, elsewhere)).toEqual([]);
});

test("statements are awaited: drizzle's .get, .all, .run and its relations are not used", () => {
  const elsewhere = SOURCES.filter((file) => !file.startsWith("db/"));
  expect(lines(/(?<!clock)\.(get|all|run)\(\)|\bdb\.query\b|\brelations\(/, elsewhere)).toEqual([]);
});

test("every versioned row is changed by revise alone", () => {
  const VERSIONED =
    /\.update\((agendaItem|action|paragraph|optionPresented|youthVoice|itemClosing|participant|youngPerson|effort|combinedOffer|schemeHint|placement|wellbeingRating|externalPlan|department|membership|roleGrant|shownName)\)/;
  expect(
    lines(
      VERSIONED,
      SOURCES.filter((file) => file !== "app/domain/revise.server.ts"),
    ),
  ).toEqual([]);
});

test("files are named for what they hold, in kebab-case", () => {
  const names = FILES.map((file) => ({ file, name: file.split("/").at(-1) ?? "" }));
  const odd = names.filter(
    ({ file, name }) =>
      !/^\$|^_index|^[a-z0-9$_-]+(\.[a-z0-9$_-]+)*$/.test(name) ||
      (file.startsWith("app/routes/") ? false : /[A-Z_]/.test(name)),
  );
  expect(odd.map(({ file }) => file)).toEqual([]);
  const vague = names.filter(({ name }) => /^(utils?|helpers?|misc|common|types?)\b/.test(name));
  expect(vague.map(({ file }) => file)).toEqual([]);
});

test("no file is longer than 250 lines", () => {
  const long = SOURCES.map((file) => ({ file, length: (textOf.get(file) ?? "").split("\n").length })).filter(
    ({ length }) => length > 251,
  );
  expect(long).toEqual([]);
});

test("exports are named: only routes, configuration and the server entry have a default", () => {
  const defaults = SOURCES.filter((file) => /^export default/m.test(textOf.get(file) ?? ""));
  expect(
    defaults.filter((file) => !/^app\/(routes\/|root\.tsx|entry\.server\.tsx|vite\.config\.ts)/.test(file)),
  ).toEqual([]);
});
