// Browsers that only watch, as light as they get: frames are walked by their lengths and never parsed.
import { randomBytes } from "node:crypto";
import { connect } from "node:net";

const [PING, MESSAGE, EVENT, CONNECTED, ANSWER] = ["2", "4", "2", "0", "3"].map((c) => c.charCodeAt(0));
const C = "c".charCodeAt(0);

/** A short text frame from a browser; masked with zeros, which leaves the text as it is. */
function frame(text) {
  const payload = Buffer.from(text);
  const short = payload.length < 126;
  const head = short ? [0x81, 0x80 | payload.length] : [0x81, 0xfe, payload.length >> 8, payload.length & 0xff];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload]);
}
const [PONG, CONNECT] = [frame("3"), frame("40")];

/** Hands on where the payload of each whole frame begins, and its length; answers the bytes of the one that is not whole yet. */
function walk(bytes, each) {
  let at = 0;
  while (bytes.length - at >= 2) {
    const short = bytes[at + 1];
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (bytes.length - at < head) break;
    const length = head === 2 ? short : head === 4 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
    if (bytes.length - at < head + length) break;
    each(bytes, at + head, length);
    at += head + length;
  }
  return bytes.subarray(at);
}

const hello = ({ port, cookie = "" }) =>
  `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n` +
  `Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
  `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\nCookie: ${cookie}\r\n\r\n`;

/** One socket: settles when it watches; after that calls `changed` for each change. */
function watcher(at, changed) {
  const socket = connect(at.port, "127.0.0.1").setNoDelay();
  const watching = new Promise((done, failed) => {
    socket.once("error", failed);
    socket.once("close", () => failed(new Error("a watcher was closed")));
    const take = (bytes, from, length) => {
      const what = bytes[from + 1];
      if (bytes[from] === PING) socket.write(PONG);
      if (bytes[from] !== MESSAGE) return;
      if (what === EVENT && bytes[from + 4] === C) changed();
      if (what === CONNECTED && at.topic) socket.write(frame(`420["watch","${at.topic}"]`));
      else if (what === CONNECTED) done();
      if (what !== ANSWER) return;
      if (bytes.subarray(from, from + length).includes('"no"')) failed(new Error(`${at.topic} may not be watched`));
      done();
    };
    let open = false;
    let rest = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      if (!open) {
        const end = rest.indexOf("\r\n\r\n");
        if (end < 0) return;
        if (!rest.subarray(0, 12).includes(" 101")) failed(new Error(rest.toString("latin1", 0, end)));
        open = true;
        socket.write(CONNECT);
        rest = rest.subarray(end + 4);
      }
      rest = walk(rest, take);
    });
  });
  socket.write(hello(at));
  return { socket, watching };
}

/** Lets that many watch, and answers a way to await the moment when the n-th change (from 1) had reached the last of them. */
export async function watch(many, at) {
  const reached = [];
  const moments = [];
  const waiting = new Map();
  const all = Array.from({ length: many }, () => {
    let n = 0;
    return watcher(at, () => {
      n += 1;
      reached[n] = (reached[n] ?? 0) + 1;
      if (reached[n] < many) return;
      moments[n] = performance.now();
      waiting.get(n)?.(moments[n]);
    });
  });
  await Promise.all(all.map(({ watching }) => watching));
  return {
    lastGot: async (n) => moments[n] ?? new Promise((done) => waiting.set(n, done)),
    close() {
      for (const { socket } of all) socket.removeAllListeners("close").destroy();
    },
  };
}
