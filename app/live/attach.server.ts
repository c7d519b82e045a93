import { read } from "#db/index.server.ts";
import { once } from "#db/once.server.ts";
import { mayWatch } from "#domain/access/watchable.server.ts";
import { type Outcome, onOutcome, publish } from "#domain/changes.server.ts";
import { now } from "#domain/clock.server.ts";
import { dayOf } from "#domain/moments.ts";
import { standingSessions } from "#domain/signin/queries.server.ts";
import { seqOf } from "#domain/touched.server.ts";
import { config } from "#http/config.server.ts";
import { isOurs } from "#http/origin.ts";
import { whichScreen, whoAsks } from "#http/who.server.ts";
import { epoch } from "./epoch.server.ts";
import { watchEndings } from "./expiry.server.ts";
import { listen } from "./heard.server.ts";
import { SEQ_EVERY_S } from "./protocol.ts";
import { turnOut } from "./sign-of-life.server.ts";
import { type Live, type LiveSocket, leave } from "./sockets.server.ts";

const MOST_BUFFERED = 256;

const sockets = (io: Live) => [...io.of("/").sockets.values()];

/** Turns out everybody whose session is locked or over. */
function turnOutAll(io: Live, standing: Awaited<ReturnType<typeof standingSessions>>): void {
  for (const socket of sockets(io)) {
    const { actor } = socket.data;
    const session = actor.kind === "staff" ? standing.get(actor.sessionId) : { locked: false };
    if (session && !session.locked) continue;
    turnOut(socket, session ? "locked" : "over");
  }
}

/** Asks every watcher again: who lost the right leaves the topic now, who lost the session is told and closed. */
async function askAgain(io: Live): Promise<void> {
  const at = now();
  const today = dayOf(at);
  const lost: [LiveSocket, Parameters<typeof leave>[1]][] = [];
  const standing = await read(async (db) => {
    const verdicts = new Map<string, boolean>();
    for (const socket of sockets(io)) {
      const { actor, watching } = socket.data;
      for (const topic of watching) {
        const key = `${"id" in actor ? actor.id : ""} ${topic}`;
        if (!verdicts.has(key)) verdicts.set(key, (await mayWatch(db, { actor, now: at, today }, topic)) !== null);
        if (!verdicts.get(key)) lost.push([socket, topic]);
      }
    }
    return standingSessions(db, at);
  });
  for (const [socket, topic] of lost) leave(socket, topic, { tell: true });
  turnOutAll(io, standing);
}

function send(io: Live, { changes, reload, evict }: Outcome): void {
  for (const topic of evict)
    for (const socket of sockets(io)) if (socket.data.watching.has(topic)) leave(socket, topic, { tell: true });
  for (const change of changes) io.to(change.topic).emit("change", change);
  for (const topic of reload) io.to(topic).emit("reload", topic);
}

/** Takes the outcomes of commits in their order; where rights changed, nothing is sent before everybody was asked again. */
function deliver(io: Live) {
  const waiting: Outcome[] = [];
  let asking = false;
  async function drain() {
    asking = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (next.rights) {
        try {
          await askAgain(io);
        } catch {
          // Rights that cannot be asked are no rights.
          io.disconnectSockets(true);
        }
      }
      send(io, next);
    }
    asking = false;
  }
  return (outcome: Outcome) => {
    if (outcome.rights) epoch.now += 1;
    if (!asking && !outcome.rights) {
      send(io, outcome);
      return;
    }
    waiting.push(outcome);
    if (!asking) void drain();
  };
}

/** Every few seconds: where the watched topics stand, who has become idle, whose line is full; at midnight, whose right has ended and whose day is new. */
function tick(io: Live) {
  let day = dayOf(now());
  return setInterval(() => {
    const open = sockets(io);
    if (open.length === 0) return;
    for (const socket of open) if (writeBufferOf(socket) > MOST_BUFFERED) socket.disconnect(true);
    const topics = new Set(open.flatMap((socket) => [...socket.data.watching]));
    const at = now();
    if (dayOf(at) !== day) {
      day = dayOf(at);
      // Who covers whom, and what is due, stands otherwise on everybody's own pages.
      publish({
        changes: [],
        reload: [...topics].filter((topic) => topic.startsWith("staff:")),
        evict: [],
        rights: true,
      });
    }
    void read(async (db) => {
      for (const topic of topics) io.to(topic).emit("seq", { topic, seq: await seqOf(db, topic) });
      turnOutAll(io, await standingSessions(db, at));
    }).catch(() => undefined);
  }, SEQ_EVERY_S * 1000);
}

const writeBufferOf = (socket: LiveSocket) => (socket.conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length;

/** Who comes in: somebody signed in, or a room's big screen; nobody else. */
async function meet(socket: LiveSocket): Promise<Error | undefined> {
  const cookies = socket.handshake.headers.cookie;
  const { actor, signedIn } = await whoAsks(cookies);
  const screen = socket.handshake.auth.screen === true ? await whichScreen(cookies) : null;
  socket.data = {
    actor: screen ? { kind: "screen", id: screen.id } : actor,
    watching: new Set(),
    allowance: 40,
    refilledAt: performance.now(),
    seenAt: Number.NEGATIVE_INFINITY,
  };
  if (socket.data.actor.kind !== "nobody") return undefined;
  return new Error(signedIn?.locked ? "locked" : "signed-out");
}

type Attached = { meet: typeof meet; detach: () => void };
const attached = once("live", () => new WeakMap<Live, Attached>());

/** Sets the live side up on a Socket.IO server; in development again at each edit, on the same sockets. */
export function attachLive(io: Live, buildId: string): void {
  io.engine.opts.allowRequest = (request, answer) => {
    const ours =
      request.headers.origin !== undefined &&
      isOurs({ ...request.headers, "sec-fetch-site": undefined }, config().origin);
    answer(ours ? null : "origin", ours);
  };
  const former = attached.get(io);
  former?.detach();
  // What is asked of newcomers can be replaced, but not taken away again.
  if (!former)
    io.use((socket, next) => {
      (attached.get(io)?.meet ?? meet)(socket).then(next, () => next(new Error("failed")));
    });
  io.removeAllListeners("connection");
  io.on("connection", (socket) => {
    listen(socket);
    socket.emit("hello", { build: buildId, now: now() });
  });
  const unsubscribe = onOutcome(deliver(io));
  const ticking = tick(io);
  const stopWatching = watchEndings();
  attached.set(io, {
    meet,
    detach() {
      unsubscribe();
      clearInterval(ticking);
      stopWatching();
    },
  });
}

/** Tells everybody that the server stops for a moment. */
export function sayBackSoon(io: Live): void {
  io.emit("backSoon");
}
