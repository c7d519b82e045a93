import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

export const TEXT = 1;
export const BINARY = 2;

/** A websocket frame as any program can send it: also one that no library would make. */
export function frame(
  opcode: number,
  payload: Buffer | string,
  { fin = true, rsv1 = false, masked = true } = {},
): Buffer {
  const body = Buffer.from(payload as string);
  const first = (fin ? 0x80 : 0) | (rsv1 ? 0x40 : 0) | opcode;
  const size = body.length < 126 ? [body.length] : [126, body.length >> 8, body.length & 255];
  if (body.length > 65_535) throw new Error("longer than this needs to be");
  const head = Buffer.from([first, ...size]);
  if (!masked) return Buffer.concat([head, body]);
  head[1] = (head[1] ?? 0) | 0x80;
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, body.map((byte, at) => byte ^ (mask[at % 4] ?? 0))]);
}

/** Whether the server has said that it closes: it then listens no more, and waits half a minute for a polite answer. */
function saysClose(heard: string): boolean {
  let at = heard.indexOf("\r\n\r\n") + 4;
  while (at > 3 && at + 1 < heard.length) {
    if ((heard.charCodeAt(at) & 15) === 8) return true;
    const length = heard.charCodeAt(at + 1);
    at += length < 126 ? 2 + length : 4 + heard.charCodeAt(at + 2) * 256 + heard.charCodeAt(at + 3);
  }
  return false;
}

export type RawLine = { socket: Socket; heard: () => string; closed: Promise<void> };

/** A line below every library, signed in by the cookie and greeted by the server. */
export async function aRawLine(port: number, cookie: string): Promise<RawLine> {
  const socket = connect(port, "127.0.0.1");
  let heard = "";
  const said = (text: string) =>
    new Promise<void>((found, failed) => {
      const look = () => heard.includes(text) && found();
      socket.on("data", look).once("close", () => failed(new Error(`Closed before ${text}: ${heard.slice(0, 200)}`)));
      look();
    });
  socket.on("data", (piece) => {
    heard += piece.toString("latin1");
    if (saysClose(heard)) socket.destroy();
  });
  socket.on("error", () => undefined);
  const closed = new Promise<void>((down) => socket.once("close", () => down()));
  const lines = [
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
    `Host: 127.0.0.1:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    "Sec-WebSocket-Extensions: permessage-deflate",
    `Origin: http://127.0.0.1:${port}`,
    `Cookie: ${cookie}`,
  ];
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  await said("pingInterval");
  socket.write(frame(TEXT, "40{}"));
  await said('42["hello"');
  return { socket, heard: () => heard, closed };
}
