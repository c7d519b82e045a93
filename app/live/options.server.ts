import type { ServerOptions } from "socket.io";
import { LARGEST_MESSAGE, PING_EVERY_MS, PING_WAIT_MS } from "./protocol.ts";

/** How Socket.IO is set. Its connection-state recovery stays unset: it replays to people who have lost their right. */
export const liveOptions: Partial<ServerOptions> = {
  transports: ["websocket"],
  serveClient: false,
  pingInterval: PING_EVERY_MS,
  pingTimeout: PING_WAIT_MS,
  connectTimeout: 10_000,
  maxHttpBufferSize: LARGEST_MESSAGE,
  perMessageDeflate: false,
  cleanupEmptyChildNamespaces: true,
};
