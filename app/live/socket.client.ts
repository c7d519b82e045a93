import { io, type Socket } from "socket.io-client";
import type { FromBrowser, FromServer } from "./protocol.ts";

export type LiveConnection = Socket<FromServer, FromBrowser>;

let connection: LiveConnection | undefined;

/** The one socket of this tab. A room's big screen says that it is one, because it has a cookie of its own. */
export function liveSocket(): LiveConnection {
  connection ??= io({
    transports: ["websocket"],
    auth: (tell) => tell({ screen: document.documentElement.dataset.screen === "yes" }),
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    randomizationFactor: 0.6,
  });
  return connection;
}
