import type { Server, Socket } from "socket.io";
import { transact } from "#db/index.server.ts";
import type { Actor } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { appendLog } from "#domain/log/append.server.ts";
import { coverWatch } from "#domain/log/covered.server.ts";
import { watchRow } from "#domain/log/watch.server.ts";
import type { Topic } from "#domain/topics.ts";
import type { FromBrowser, FromServer } from "./protocol.ts";

export type Data = { actor: Actor; watching: Set<Topic>; allowance: number; refilledAt: number; seenAt: number };
export type Live = Server<FromBrowser, FromServer, Record<string, never>, Data>;
export type LiveSocket = Socket<FromBrowser, FromServer, Record<string, never>, Data>;

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
