import { deflateRawSync } from "node:zlib";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { aRawLine, BINARY, frame, TEXT } from "../support/raw-line.ts";
import { Served } from "../support/served.ts";
import { itemThat, todaysMeeting } from "../support/todays-meeting.ts";

let served: Served;
let cookie = "";
let topic = "";
let good: Socket;

beforeAll(async () => {
  served = await Served.start();
  topic = `item:${itemThat(todaysMeeting(served), { invites: ["ungeguide"] }).id}`;
  cookie = await served.signedIn("ungeguide");
  good = io(served.origin, {
    transports: ["websocket"],
    reconnection: false,
    extraHeaders: { cookie, origin: served.origin },
  });
  await new Promise((up) => good.once("hello", up));
});
afterAll(async () => {
  good?.disconnect();
  await served?.end();
});

const bytes = (n: number) => Buffer.alloc(n, 0xfe);
const watching = '["watch",{"_placeholder":true,"num":0}]';
const bomb = deflateRawSync(Buffer.alloc(10_000_000));

const forged: [string, Buffer[]][] = [
  ["a binary message that belongs to nothing", [frame(BINARY, bytes(20))]],
  ["an empty binary message", [frame(BINARY, "")]],
  ["an event whose topic is a binary attachment", [frame(TEXT, `451-0${watching}`), frame(BINARY, bytes(20))]],
  ["an attachment announced, and text in its place", [frame(TEXT, `451-0${watching}`), frame(TEXT, "42[]")]],
  [
    "an attachment that is not among those announced",
    [frame(TEXT, `451-0${watching.replace("0}", "7}")}`), frame(BINARY, bytes(4))],
  ],
  ["a million attachments announced", [frame(TEXT, `451000000-0${watching}`)]],
  ["more attachments announced than a number holds", [frame(TEXT, `45${"9".repeat(400)}-0${watching}`)]],
  [
    "attachments without end, a small one at a time",
    [frame(TEXT, `459-0${watching}`), ...Array.from({ length: 50 }, () => frame(BINARY, bytes(4000)))],
  ],
  ["a binary acknowledgement of what was never asked", [frame(TEXT, `461-7${watching}`), frame(BINARY, bytes(4))]],
  ["an answer to what was never asked", [frame(TEXT, "437[1]")]],
  ["a knock at another namespace", [frame(TEXT, "40/admin,")]],
  ["text that is no UTF-8", [frame(TEXT, Buffer.from([0x34, 0x32, 0xc3, 0x28]))]],
  ["text cut in the middle of a letter", [frame(TEXT, Buffer.from([0x34, 0x32, 0xe2, 0x82]))]],
  ["a text over 4 KB", [frame(TEXT, `42["here",{"touched":true},"${"x".repeat(5000)}"]`)]],
  ["a binary message over 4 KB", [frame(BINARY, bytes(5000))]],
  [
    "a message over 4 KB in many small pieces",
    [frame(TEXT, "42", { fin: false }), ...Array.from({ length: 60 }, () => frame(0, "x".repeat(100), { fin: false }))],
  ],
  [
    "a frame that says it is of eight exabytes",
    [Buffer.from([0x82, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 1, 2, 3, 4])],
  ],
  ["a compressed frame, though none was agreed on", [frame(TEXT, bomb.subarray(0, 60_000), { rsv1: true })]],
  ["a frame that is not masked", [frame(TEXT, "2", { masked: false })]],
  ["a frame of a kind that does not exist", [frame(7, "2")]],
  ["a piece that continues nothing", [frame(0, "2")]],
  ["a packet of a kind that does not exist", [frame(TEXT, "x")]],
];

test("no compression is agreed on, so that no small frame becomes a large one", async () => {
  const line = await aRawLine(served.port, cookie);
  onTestFinished(() => void line.socket.destroy());
  expect(line.heard().toLowerCase()).not.toContain("permessage-deflate");
});

test.each(forged)("closes the line it came on, and nobody else notices: %s", async (_name, frames) => {
  const line = await aRawLine(served.port, cookie);
  onTestFinished(() => void line.socket.destroy());
  for (const one of frames) line.socket.write(one);
  await line.closed;
  expect(served.alive()).toBe(true);
  expect(good.connected).toBe(true);
  expect(await good.emitWithAck("watch", topic)).toEqual({ seq: expect.any(Number) });
  expect(served.output()).not.toContain('"failed"');
});
