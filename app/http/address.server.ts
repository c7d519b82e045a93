import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { config } from "./config.server.ts";

/** `10.0.0.1`, `10.0.0.1:443`, `[::1]:443` or `::ffff:10.0.0.1`; null for what is no address. */
function plain(entry: string | undefined): string | null {
  const text = (entry ?? "").trim();
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/^::ffff:(?=[\d.]+$)/i, "");
  return isIP(address) ? address : null;
}

/**
 * The address that tries are counted by. Each trusted proxy has written, last in the line, whom it heard from; what stands
 * further left anybody can write. Without a proxy the header is what a visitor wrote, and says nothing.
 */
export function addressOf({
  headers,
  socket,
}: Pick<IncomingMessage, "headers"> & { socket: { remoteAddress?: string } }) {
  const { proxies } = config();
  const heard = plain(socket.remoteAddress) ?? "";
  if (proxies === 0) return heard;
  const line = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  return plain(line.at(-proxies)) ?? heard;
}
