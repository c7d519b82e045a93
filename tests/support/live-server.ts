import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io as connect, type ManagerOptions, type Socket, type SocketOptions } from "socket.io-client";
import { onTestFinished } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import type { Actor } from "#domain/actor.ts";
import { now } from "#domain/clock.server.ts";
import { hashOf, newId, newToken } from "#domain/ids.server.ts";
import { attachLive } from "#live/attach.server.ts";
import { liveOptions } from "#live/options.server.ts";
import type { FromBrowser, FromServer, Watched } from "#live/protocol.ts";
import type { Live } from "#live/sockets.server.ts";

export type Line = Socket<FromServer, FromBrowser>;

/** The live side on a port of its own; `stop` ends it as a stopped process would. */
export async function aLiveServer(port = 0) {
  const http = createServer((_request, response) => response.end());
  const io: Live = new Server(http, liveOptions);
  attachLive(io, "a build");
  await new Promise<void>((up) => http.listen(port, "127.0.0.1", up));
  const stop = () => io.close();
  onTestFinished(stop);
  return { io, stop, port: (http.address() as AddressInfo).port };
}

/** Somebody signed in, with what the browser holds. */
export async function aSession(staffId: string): Promise<{ actor: Actor & { kind: "staff" }; cookie: string }> {
  const id = newId();
  const token = newToken();
  const endsAt = new Date(Date.parse(now()) + 3_600_000).toISOString();
  await transact((db) =>
    db
      .insert(tables.session)
      .values({ id, staffId, tokenHash: hashOf(token), device: "", startedAt: now(), seenAt: now(), endsAt }),
  );
  return { actor: { kind: "staff", id: staffId, sessionId: id }, cookie: `samspor-session=${token}` };
}

/** A browser's line to the server; `frames` holds every frame that reached it. */
export function aLine(
  port: number,
  headers: Record<string, string>,
  options: Partial<ManagerOptions & SocketOptions> = {},
) {
  const line: Line = connect(`http://127.0.0.1:${port}`, {
    transports: ["websocket"],
    extraHeaders: headers,
    reconnection: false,
    forceNew: true,
    ...options,
  });
  const frames: string[] = [];
  line.io.on("open", () =>
    line.io.engine.on("packet", ({ data }: { data?: unknown }) => frames.push(String(data ?? ""))),
  );
  onTestFinished(() => void line.disconnect());
  return { line, frames };
}

export const ownOrigin = (port: number) => `http://127.0.0.1:${port}`;

/** A line that is up: signed in by the cookie, from our own pages. */
export async function aLineUp(port: number, cookie: string, options?: Partial<ManagerOptions & SocketOptions>) {
  const opened = aLine(port, { cookie, origin: ownOrigin(port) }, options);
  await new Promise<void>((up, failed) => opened.line.once("hello", () => up()).once("connect_error", failed));
  return opened;
}

/** @throws where the line breaks before it is answered */
export const watch = (line: Line, topic: string): Promise<Watched> => line.timeout(20_000).emitWithAck("watch", topic);

/** Everything that the server had said before this is here. */
export const caughtUp = (line: Line) => watch(line, "nothing");

export const closed = (line: Line) =>
  new Promise<string>((down) => (line.connected ? line.once("disconnect", (why) => down(why)) : down("already")));
