// Plain JavaScript, nothing but Node: it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const top = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(top);
const [what = "serve", ...rest] = process.argv.slice(2);
const bin = (name) => join("node_modules/.bin", name);

/** Runs a program to its end with our own terminal; its failure is ours. */
function run(program, args, env = {}) {
  const ended = spawnSync(program, args, { stdio: "inherit", env: { ...process.env, ...env } });
  if (ended.status !== 0) process.exit(ended.status ?? 1);
}

/** The same for several that do not wait for each other. */
async function atOnce(...commands) {
  const codes = await Promise.all(
    commands.map(
      ([program, ...args]) =>
        new Promise((ended) => spawn(program, args, { stdio: "inherit" }).on("exit", (code) => ended(code ?? 1))),
    ),
  );
  const failed = codes.find((code) => code !== 0);
  if (failed) process.exit(failed);
}

/** Says in one line what takes a while; the program's own words are told only when it fails. */
function step(says, program, args, env = {}) {
  process.stdout.write(`${says} `);
  const from = Date.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env },
  });
  if (status === 0) {
    process.stdout.write(`${((Date.now() - from) / 1000).toFixed(1)} s\n`);
    return;
  }
  process.stderr.write(`failed\n${stdout ?? ""}${stderr ?? ""}${error ? `${error.message}\n` : ""}`);
  process.exit(status ?? 1);
}

/** Does the work unless the mark says that it was done for just this. */
function once(mark, of, work) {
  if (existsSync(mark) && readFileSync(mark, "utf8") === of) return;
  work();
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, of);
}

/** The page without a net and its worker stand apart from Remix's: they hold nothing that a server says. */
const bundleOffline = () =>
  step("Building what runs without a net …", bin("esbuild"), [
    "offline=app/entry.offline.tsx",
    "offline-worker=app/entry.worker.ts",
    ...[
      "--bundle",
      "--format=esm",
      "--minify",
      "--target=es2022",
      "--outdir=build/client/assets",
      "--public-path=/assets/",
    ],
    ...["--loader:.svg=file", "--asset-names=[name]-[hash]", '--define:process.env.NODE_ENV="production"'],
    "--log-level=warning",
  ]);

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );

function install() {
  const lock = createHash("sha256")
    .update(readFileSync("package-lock.json"))
    .update(process.version + process.arch)
    .digest("hex");
  // Where the internet is closed better-sqlite3 can only build against the headers of the running Node.
  const prefix = dirname(dirname(process.execPath));
  const headers = existsSync(join(prefix, "include/node/node.h")) ? { npm_config_nodedir: prefix } : {};
  once("node_modules/.samspor", lock, () =>
    // The compiler may use every core.
    step("Installing …", "npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], { JOBS: "max", ...headers }),
  );
  return lock;
}

const bundleServer = () =>
  step("Building the server …", bin("esbuild"), [
    "app/server.ts",
    "--format=esm",
    "--platform=node",
    "--outfile=build/server.js",
    "--log-level=warning",
  ]);

function build(lock) {
  const sources = createHash("sha256")
    .update(lock)
    .update(readFileSync("package.json"))
    .update(readFileSync("remix.config.js"));
  for (const file of [...filesBelow("app"), ...filesBelow("db")].sort()) {
    const { size, mtimeMs } = statSync(file);
    sources.update(`${file} ${size} ${mtimeMs}\n`);
  }
  once("build/.samspor", sources.digest("hex"), () => {
    step("Building the pages …", bin("remix"), ["vite:build", "--config", "app/vite.config.ts"]);
    bundleOffline();
    bundleServer();
  });
}

const lock = install();
const vitest = (...args) => run(bin("vitest"), ["run", "--config", "app/vite.config.ts", ...args, ...rest]);

switch (what) {
  case "test":
    vitest();
    break;
  case "check":
    run(bin("biome"), ["check", "--config-path=.config", ...rest]);
    await atOnce([bin("tsc"), "--pretty"], [bin("knip"), "--config", ".config/knip.json"]);
    break;
  case "mutation":
    run(bin("stryker"), ["run", ".config/stryker.json", ...rest]);
    break;
  case "bench":
    build(lock);
    run(process.execPath, ["tests/bench/run.js", ...rest]);
    break;
  case "screenshots":
    build(lock);
    run(process.execPath, ["tests/screenshots.js", ...rest]);
    break;
  case "build":
    build(lock);
    break;
  default: {
    // What is left is for the server itself: serve, dev, demo, admin, backup, restore, audit-verify.
    process.env.NODE_ENV ??= what === "dev" ? "development" : "production";
    if (what === "dev") bundleServer();
    else build(lock);
    await import(pathToFileURL(join(top, "build/server.js")).href);
  }
}
