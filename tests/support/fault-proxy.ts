import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * What the net does between a browser and the server: lets everything through, loses what the server says on sockets,
 * goes silent with every line still open, lets through what is asked and loses every answer, answers in the server's place, or
 * refuses.
 */
export type Fault = "none" | "loses-messages" | "loses-answers" | "half-open" | "bad-gateway" | "cut";

type Line = { browser: Socket; server: Socket; socket: boolean; harmed: boolean; frames: FrameSieve };

const BAD_GATEWAY =
  "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 20\r\nConnection: close\r\n\r\n<h1>Bad Gateway</h1>";

/** A TCP proxy in front of the server on `to`, which can be told to fail. */
export async function aFaultProxy(to: number) {
  const lines = new Set<Line>();
  let fault: Fault = "none";
  /** How many messages it has lost on purpose. */
  let lost = 0;

  const proxy = createServer((browser) => {
    if (fault === "cut") {
      browser.destroy();
      return;
    }
    const server = connect(to, "127.0.0.1");
    const line: Line = { browser, server, socket: false, harmed: false, frames: new FrameSieve() };
    lines.add(line);
    const over = () => {
      lines.delete(line);
      browser.destroy();
      server.destroy();
    };
    for (const end of [browser, server]) end.on("error", over).on("close", over);
    browser.on("data", (piece) => {
      if (!line.socket && /^upgrade: websocket/im.test(piece.toString("latin1"))) line.socket = true;
      if (fault === "half-open") line.harmed = true;
      else if (fault === "bad-gateway") {
        line.harmed = true;
        browser.end(BAD_GATEWAY);
      } else server.write(piece);
    });
    server.on("data", (piece) => {
      if (fault === "half-open") line.harmed = true;
      else if (fault === "loses-answers") browser.destroy();
      else if (line.socket) {
        const kept = line.frames.sift(piece, fault === "loses-messages");
        lost += kept.lost;
        if (kept.bytes.length > 0) browser.write(kept.bytes);
      } else browser.write(piece);
    });
  });
  await new Promise<void>((up) => proxy.listen(0, "127.0.0.1", up));

  const killAll = () => {
    for (const { browser, server } of lines) {
      browser.destroy();
      server.destroy();
    }
  };
  return {
    origin: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    lost: () => lost,
    /** From now on; lines that have lost bytes end when the net is well again. */
    set(next: Fault) {
      fault = next;
      if (next === "cut" || next === "bad-gateway") killAll();
      if (next === "none") for (const { harmed, browser } of lines) if (harmed) browser.destroy();
    },
    killAll,
    async end() {
      killAll();
      await new Promise((ended) => proxy.close(ended));
    },
  };
}

export type FaultProxy = Awaited<ReturnType<typeof aFaultProxy>>;

/** Cuts the server's stream at whole websocket frames and loses those that carry an event of Socket.IO. */
class FrameSieve {
  #rest = Buffer.alloc(0);
  #headed = false;

  sift(piece: Buffer, losing: boolean): { bytes: Buffer; lost: number } {
    this.#rest = Buffer.concat([this.#rest, piece]);
    const kept: Buffer[] = [];
    let lost = 0;
    if (!this.#headed) {
      const end = this.#rest.indexOf("\r\n\r\n");
      if (end < 0) return { bytes: Buffer.alloc(0), lost };
      kept.push(this.#take(end + 4));
      this.#headed = true;
    }
    for (
      let size = frameSize(this.#rest);
      size !== null && this.#rest.length >= size.whole;
      size = frameSize(this.#rest)
    ) {
      const frame = this.#take(size.whole);
      if (losing && frame.toString("latin1", size.head, size.head + 2) === "42") lost += 1;
      else kept.push(frame);
    }
    return { bytes: Buffer.concat(kept), lost };
  }

  #take(size: number): Buffer {
    const taken = this.#rest.subarray(0, size);
    this.#rest = this.#rest.subarray(size);
    return taken;
  }
}

/** RFC 6455, 5.2: what a server sends is not masked. */
function frameSize(bytes: Buffer): { head: number; whole: number } | null {
  if (bytes.length < 2) return null;
  const short = (bytes[1] as number) & 0x7f;
  if (short < 126) return { head: 2, whole: 2 + short };
  if (short === 126) return bytes.length < 4 ? null : { head: 4, whole: 4 + bytes.readUInt16BE(2) };
  return bytes.length < 10 ? null : { head: 10, whole: 10 + Number(bytes.readBigUInt64BE(2)) };
}
