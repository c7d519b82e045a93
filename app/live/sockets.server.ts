import type { Server, Socket } from "socket.io";
import { read, transact } from "#db/index.server.ts";
import { mayWatch } from "#domain/access/watchable.server.ts";
import type { Actor } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { appendLog, rowOf } from "#domain/log/append.server.ts";
import { coverWatch } from "#domain/log/covered.server.ts";
import { watchRow } from "#domain/log/watch.server.ts";
import type { Topic } from "#domain/topics.ts";
import { seqOf } from "#domain/touched.server.ts";
import { connectedTo } from "./connected.server.ts";
import { epoch } from "./epoch.server.ts";
import type { FromBrowser, FromServer } from "./protocol.ts";
import { hear, isSignOfLife } from "./sign-of-life.server.ts";

export type Data = { actor: Actor; watching: Set<Topic>; allowance: number; refilledAt: number; seenAt: number };
export type Live = Server<FromBrowser, FromServer, Record<string, never>, Data>;
export type LiveSocket = Socket<FromBrowser, FromServer, Record<string, never>, Data>;

const known = new Set<string>(["watch", "unwatch", "writing", "here", "connected"] satisfies (keyof FromBrowser)[]);
const MOST_WATCHED = 20;
const BURST = 40;
const PER_SECOND = 20;

/** The socket leaves the topic: nothing more of it is sent, and the log says until when it was watched. */
export function leave(socket: LiveSocket, topic: Topic, { tell }: { tell: boolean }): void {
  if (!socket.data.watching.delete(topic)) return;
  void socket.leave(topic);
  coverWatch(socket.data.actor, topic, -1);
  if (tell) socket.emit("left", topic);
  const { actor } = socket.data;
  void transact(async (db) =>
    appendLog(db, [await watchRow(db, "watch-ended", topic, asker(actor, now(), "live"))]),
  ).catch(() => socket.disconnect(true));
}

/** Watching: the right, the log, the room, then the seq. If somebody's rights changed meanwhile, the right is asked again. */
async function watch(socket: LiveSocket, topic: Topic): Promise<number | null> {
  const { data } = socket;
  if (data.watching.has(topic)) return read((db) => seqOf(db, topic));
  if (data.watching.size >= MOST_WATCHED) return null;
  for (;;) {
    const asked = epoch.now;
    const { actor } = data;
    const at = asker(actor, now(), "live");
    const by = await read((db) => mayWatch(db, at, topic));
    if (by === null) {
      await transact((db) => appendLog(db, [rowOf(at, "refused", "watch")]));
      return null;
    }
    await transact(async (db) => appendLog(db, [await watchRow(db, "watch-began", topic, at, by)]));
    if (asked !== epoch.now) continue;
    if (!socket.connected) return null;
    // Asked for twice at once it is one watch, and ends as one.
    if (data.watching.has(topic)) return read((db) => seqOf(db, topic));
    data.watching.add(topic);
    void socket.join(topic);
    coverWatch(socket.data.actor, topic, 1);
    return read((db) => seqOf(db, topic));
  }
}

function withinLimits(socket: LiveSocket): boolean {
  const { data } = socket;
  const at = Date.now();
  data.allowance = Math.min(BURST, data.allowance + ((at - data.refilledAt) / 1000) * PER_SECOND) - 1;
  data.refilledAt = at;
  return data.allowance >= 0;
}

/** What a browser may say. Anything unknown, malformed or too much closes the socket; others notice nothing. */
export function listen(socket: LiveSocket): void {
  socket.on("error", () => socket.disconnect(true));
  // Once in, a browser of ours sends events and its goodbye, in text: no attachment, no answer, no other namespace.
  socket.conn.on("data", (data: unknown) => {
    if (typeof data !== "string" || !/^[12]/.test(data)) socket.disconnect(true);
  });
  socket.use(([name, ...args], next) => {
    if (!known.has(name) || !withinLimits(socket) || !isWellFormed(name, args)) socket.disconnect(true);
    else next();
  });
  socket.on("watch", async (topic, answer) => {
    try {
      const seq = await watch(socket, topic as Topic);
      answer(seq === null ? { no: true } : { seq });
    } catch {
      socket.disconnect(true);
    }
  });
  socket.on("unwatch", (topic) => leave(socket, topic as Topic, { tell: false }));
  socket.on("writing", ({ topic, field }) => {
    const { actor, watching } = socket.data;
    if (actor.kind !== "staff" || !watching.has(topic as Topic)) return;
    socket.to(topic).emit("writing", { topic: topic as Topic, staffId: actor.id, field });
  });
  socket.on("here", async (sign, answer) => {
    try {
      await hear(socket, sign, answer);
    } catch {
      socket.disconnect(true);
    }
  });
  socket.on("connected", async (meetingId, answer) => {
    try {
      answer(await connectedTo(socket, meetingId));
    } catch {
      socket.disconnect(true);
    }
  });
  socket.on("disconnecting", () => {
    for (const topic of [...socket.data.watching]) leave(socket, topic, { tell: false });
  });
}

function isWellFormed(name: string, args: unknown[]): boolean {
  const [first, second] = args;
  if (name === "here") return isSignOfLife(first) && typeof second === "function";
  if (name === "connected") return typeof first === "string" && isRowId(first) && typeof second === "function";
  if (name === "writing") {
    const { topic, field } = (first ?? {}) as { topic?: unknown; field?: unknown };
    return typeof topic === "string" && typeof field === "string" && field.length <= 100;
  }
  return typeof first === "string" && first.length <= 100 && (name !== "watch" || typeof second === "function");
}
