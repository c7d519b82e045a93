/** The process: HTTP, Remix and the live side. It knows no word of the domain; what it needs comes from the Remix build. */
import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from "express";
import { Server } from "socket.io";

type Entry = typeof import("./entry.server.tsx");
type Build = ServerBuild & { entry: { module: Entry } };

// Whatever is written, the database first, is for whoever runs the server alone.
process.umask(0o077);

const STOP_WITHIN_MS = 5_000;
const READ_THROUGH_MS = 2_000;
const development = process.env.NODE_ENV === "development";
const [what = "serve", ...args] = process.argv.slice(2);

const app = express().disable("x-powered-by").set("query parser", "simple");
const http = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, app);
const vite = development ? await startVite() : undefined;
const load = async (): Promise<Build> =>
  (vite
    ? await vite.ssrLoadModule("virtual:remix/server-build")
    : await import(new URL("./server/index.js", import.meta.url).href)) as Build;

async function startVite() {
  const { createServer: start } = await import("vite");
  return start({
    configFile: "app/vite.config.ts",
    server: { middlewareMode: true, hmr: { server: http } },
    appType: "custom",
  });
}

/**
 * Remix lays out and ranks all its routes for each request, so it is given those that begin as the address does: a page costs
 * the same however many others there are. What begins as none of them is for all.
 */
function handlerOf(build: Build): RequestHandler {
  const { routes, assets } = build;
  const beginningOf = (id: string): string => {
    const { parentId, path } = routes[id] ?? {};
    return parentId && parentId !== "root" ? beginningOf(parentId) : (path?.split("/")[0] ?? "");
  };
  const anywhere = (beginning: string) => beginning === "" || /^[*:]/.test(beginning);
  const only = <R>(of: Record<string, R>, beginning: string) =>
    Object.fromEntries(Object.entries(of).filter(([id]) => beginningOf(id) === beginning || anywhere(beginningOf(id))));
  const handlerWith = (own: Pick<Build, "routes" | "assets">) =>
    createRequestHandler({
      build: { ...build, ...own },
      mode: process.env.NODE_ENV,
      getLoadContext: (_request, response) => response.locals.context,
    });
  const all = handlerWith(build);
  const handlers = new Map(
    Object.keys(routes).map((id) => {
      const beginning = beginningOf(id);
      const own = { routes: only(routes, beginning), assets: { ...assets, routes: only(assets.routes, beginning) } };
      return [beginning, anywhere(beginning) ? all : handlerWith(own)];
    }),
  );
  return (request, response, next) => (handlers.get(request.path.split("/")[1] ?? "") ?? all)(request, response, next);
}

const first = await load();
const latest = vite ? load : async () => first;
const { runTask, boot } = first.entry.module;
if (what !== "serve" && what !== "dev") {
  process.exitCode = await runTask(what, args);
  if (process.exitCode) process.exit();
} else await serve();

/** Who still sends does not read the answer; who never stops is not waited for. */
const readThrough = (request: Request) =>
  new Promise<void>((done) => {
    request.once("end", done).once("close", done).resume();
    setTimeout(done, READ_THROUGH_MS).unref();
  });

/** A "no" before Remix: a page for whoever asks for one; data for a data request, so that the page it came from stays. */
async function sayNo(request: Request, response: Response, status: number, body: object, page: () => Promise<string>) {
  const data = request.query._data !== undefined;
  if (data) response.set("X-Remix-Response", "yes");
  response.status(status).set("Cache-Control", "no-store");
  if (data || request.accepts(["json", "html"]) !== "html") response.json(body);
  else response.type("html").send(await page());
}

const languageFor = (signedIn: Parameters<Entry["languageFor"]>[0], { path, headers }: Request) =>
  first.entry.module.languageFor(signedIn, { path, accepted: headers["accept-language"] });

async function serve() {
  const booted = await boot({ development, unregistered: first.entry.module.unregistered(first.routes) });
  if ("exit" in booted) process.exit(booted.exit);
  const buildId = development
    ? "development"
    : createHash("sha256").update(readFileSync("build/.samspor")).digest("hex").slice(0, 12);
  process.env.SAMSPOR_BUILD = buildId;

  const io = new Server(http, first.entry.module.liveOptions);
  let serving = { build: first, handle: handlerOf(first) };
  first.entry.module.attachLive(io, buildId);

  const headers = first.entry.module.securityHeaders(development);
  app.get("/healthz", (_request, response) => {
    response.type("text").set("Cache-Control", "no-store").send("ok");
  });
  app.use(compression());
  if (vite) app.use(vite.middlewares);

  const guard: RequestHandler = async (request, response, next) => {
    try {
      const { entry } = await latest();
      const data = request.query._data !== undefined;
      const asset = request.path.startsWith("/assets/");
      // Only a page has scripts written into it.
      const nonce = data || asset ? "" : randomBytes(16).toString("base64");
      response.locals.nonce = nonce;
      headers(request, response, () => undefined);
      const turnedAway = await entry.module.turnAway(
        request,
        async () => (await entry.module.whoAsks(request.headers.cookie)).signedIn !== null,
      );
      if (turnedAway) {
        await readThrough(request);
        const page = async () => {
          const { signedIn } = await entry.module.whoAsks(request.headers.cookie);
          return entry.module.noPage(turnedAway, languageFor(signedIn, request), serving.build.assets);
        };
        response.set("Connection", "close");
        await sayNo(request, response, turnedAway.status, turnedAway.body, page);
        return;
      }
      if (!asset) {
        const who = await entry.module.whoAsks(request.headers.cookie);
        if (!data) await entry.module.cameByHand(who);
        response.locals.context = { nonce, address: entry.module.addressOf(request), data, who };
      }
      next();
    } catch (error) {
      next(error);
    }
  };
  app.use(guard);
  // Without a net a browser shows this page: it is the same for everybody, and holds nothing of anybody.
  app.get("/assets/offline.html", async (_request, response, next) => {
    const page = first.entry.module.offlinePage(buildId, serving.build.assets);
    await page.then((html) => response.set("Cache-Control", "no-cache").type("html").send(html), next);
  });
  const own = {
    ...{ immutable: true, maxAge: "1y" },
    setHeaders: (response: Response, path: string) => {
      if (path.endsWith("/offline-worker.js")) response.set("Service-Worker-Allowed", "/guides");
    },
  };
  app.use("/assets", express.static("build/client/assets", own), (_request, response) => {
    response.sendStatus(404);
  });
  // Not `all("*")`: that reads the address as a parameter first, and one that cannot be read would be a fault of ours.
  const page: RequestHandler = async (request, response, next) => {
    try {
      const build = await latest();
      if (build !== serving.build) {
        const [gap] = build.entry.module.unregistered(build.routes);
        if (gap) throw new Error(gap);
        if (build.entry.module !== serving.build.entry.module) build.entry.module.attachLive(io, buildId);
        serving = { build, handle: handlerOf(build) };
      }
      await serving.handle(request, response, next);
    } catch (error) {
      next(error);
    }
  };
  app.use(page);
  const broken: ErrorRequestHandler = (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const { status, data } = first.entry.module.failure(error);
    const page = () => first.entry.module.noPage(data, languageFor(null, request), serving.build.assets);
    sayNo(request, response, status, data, page).catch(next);
  };
  app.use(broken);

  http.once("error", (error: NodeJS.ErrnoException) => {
    const taken = error.code === "EADDRINUSE";
    process.stderr.write(
      taken ? `Port ${booted.port} is in use. Set another: PORT=3001 npm start\n` : `${error.message}\n`,
    );
    process.exit(1);
  });
  http.listen(booted.port, booted.host, () => {
    const address = http.address();
    booted.ready(typeof address === "object" && address ? address.port : booted.port);
  });

  let stopping = false;
  async function stop() {
    if (stopping) return;
    stopping = true;
    first.entry.module.sayBackSoon(io);
    await Promise.race([io.close(), new Promise((waited) => setTimeout(waited, STOP_WITHIN_MS))]);
    await first.entry.module.finish();
    process.exit(0);
  }
  // A bug in one answer is told in the process's own log and ends nobody's meeting.
  process.on("unhandledRejection", (error) => first.entry.module.failure(error));
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
