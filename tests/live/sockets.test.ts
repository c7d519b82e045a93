import { and, desc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut, command } from "#domain/command.server.ts";
import { newId } from "#domain/ids.server.ts";
import { input, rowId, someText } from "#domain/input.server.ts";
import { notYetCovered } from "#domain/log/covered.server.ts";
import { declareConflict, removeParticipant, setPresence } from "#domain/participants/commands.server.ts";
import { endSession, signOut } from "#domain/signin/commands.server.ts";
import { itemTopic, meetingTopic, staffTopic, type Topic } from "#domain/topics.ts";
import type { View } from "#domain/touched.server.ts";
import { liveOptions } from "#live/options.server.ts";
import type { SignOfLife } from "#live/protocol.ts";
import { aMeeting, anItem, aStaffMember, aYoungPerson, does } from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";
import {
  aLine,
  aLineUp,
  aLiveServer,
  aSession,
  caughtUp,
  closed,
  type Line,
  ownOrigin,
  watch,
} from "../support/live-server.ts";

aDatabase();

type Said = { kind: "said"; id: string; text: string };
let text = "";
const said: View<Said> = { kind: "said", byIds: async (_db, ids) => ids.map((id) => ({ kind: "said", id, text })) };

/** Says something to everybody who watches the item. */
const say = command("test-say", {
  input: input({ itemId: rowId, text: someText(100) }),
  allow: async () => ({ by: "the test" }),
  async run(work) {
    text = work.input.text;
    work.record({ kind: "item-changed", itemId: work.input.itemId });
    work.touch(itemTopic(work.input.itemId), said, work.input.itemId);
  },
});
const clear = command("test-clear", {
  input: input({ itemId: rowId }),
  allow: async () => ({ by: "the test" }),
  async run(work) {
    work.record({ kind: "item-handled", itemId: work.input.itemId });
    work.evict(itemTopic(work.input.itemId));
  },
});

let chair = "";
let guide = "";
let outsider = "";
let meetingId = "";
let itemId = "";
let otherItemId = "";
beforeAll(async () => {
  chair = await aStaffMember("coordinator");
  guide = await aStaffMember("youth_guide");
  outsider = await aStaffMember("external");
});
beforeEach(async () => {
  meetingId = await aMeeting({ chairId: chair, state: "running" });
  itemId = await anItem({
    meetingId,
    youngPersonId: await aYoungPerson(),
    state: "open",
    invited: [{ staffId: guide }],
  });
  otherItemId = await anItem({ meetingId, youngPersonId: await aYoungPerson() });
});

const says = (text: string) => does(say, { itemId, text }, chair);
const participantOf = async (staffId: string) => {
  const own = and(eq(tables.participant.itemId, itemId), eq(tables.participant.staffId, staffId));
  return (await read((db) => db.select().from(tables.participant).where(own)))[0]?.id;
};
const refusedAs = (port: number, headers: Record<string, string>, options?: object) =>
  new Promise<string>((told) => {
    const { line } = aLine(port, headers, options);
    line.once("connect_error", (error) => told(error.message)).once("connect", () => told("connected"));
  });

test("a handshake from another origin, or from none, is refused before anything else", async () => {
  const { port } = await aLiveServer();
  const { cookie } = await aSession(chair);
  const ours = ownOrigin(port);
  const wrong: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: `${ours}.evil.example` },
    { origin: ours.replace("127.0.0.1", "localhost") },
    { origin: `http://127.0.0.1:${port + 1}` },
    { origin: `https://127.0.0.1:${port}/` },
    { "sec-fetch-site": "same-origin" },
  ];
  for (const headers of wrong)
    expect(await refusedAs(port, { cookie, ...headers }), JSON.stringify(headers)).not.toBe("connected");
  expect(await refusedAs(port, { cookie, origin: ours })).toBe("connected");
  expect(await refusedAs(port, { cookie, origin: ours }, { transports: ["polling"] })).not.toBe("connected");
});

test("nobody comes in without a session that stands", async () => {
  const { port } = await aLiveServer();
  const { actor, cookie } = await aSession(guide);
  const origin = ownOrigin(port);
  for (const given of [
    "",
    "samspor-session=",
    "samspor-session=%00",
    `${cookie}x`,
    `__Host-${cookie}`,
    `samspor-session=${"a".repeat(3000)}`,
  ])
    expect(await refusedAs(port, { cookie: given, origin }), given).toBe("signed-out");
  const idle = new Date(Date.parse(now()) - 21 * 60_000).toISOString();
  await transact((db) => db.update(tables.session).set({ seenAt: idle }).where(eq(tables.session.id, actor.sessionId)));
  expect(await refusedAs(port, { cookie, origin })).toBe("locked");
  await carryOut(endSession, { sessionId: actor.sessionId }, asker(actor, now(), "page"), newId());
  expect(await refusedAs(port, { cookie, origin })).toBe("signed-out");
});

test("a topic one may not know of is answered like one that does not exist, and the refusal stands in the log", async () => {
  const { port } = await aLiveServer();
  const { line, frames } = await aLineUp(port, (await aSession(outsider)).cookie);
  frames.length = 0;
  const topics = [
    itemTopic(itemId),
    meetingTopic(meetingId),
    staffTopic(chair),
    itemTopic(newId()),
    `person:${newId()}`,
    "item:7",
    "item",
    "",
    "__proto__",
    "item:../..",
  ];
  for (const topic of topics) expect(await watch(line, topic), topic).toEqual({ no: true });
  const answers = frames.map((frame) => frame.replace(/^3\d+/, "3"));
  expect(new Set(answers).size).toBe(1);
  const [last] = await read((db) => db.select().from(tables.log).orderBy(desc(tables.log.seq)).limit(1));
  expect(last).toMatchObject({ kind: "refused", door: "watch", actorId: outsider, itemId: null });
});

test("whoever may watches, and it stands in the log from when to when", async () => {
  const { port } = await aLiveServer();
  const { line } = await aLineUp(port, (await aSession(guide)).cookie);
  const { changes } = await says("før");
  expect(await watch(line, itemTopic(itemId))).toEqual({ seq: changes[0]?.seq });
  line.emit("unwatch", itemTopic(itemId));
  await caughtUp(line);
  const rows = await read((db) => db.select().from(tables.log).where(eq(tables.log.itemId, itemId)));
  const watched = rows.filter(({ door }) => door === "watch");
  expect(watched.map(({ kind }) => kind)).toEqual(["watch-began", "watch-ended"]);
  expect(watched[0]).toMatchObject({ actorId: guide, reason: "invited", meetingId, youngPersonId: expect.any(String) });
});

test("a topic asked for several times at once is one watch: when it ends, reads are logged again", async () => {
  const { port } = await aLiveServer();
  const { actor, cookie } = await aSession(guide);
  const { line } = await aLineUp(port, cookie);
  const topic = itemTopic(itemId);
  await Promise.all([watch(line, topic), watch(line, topic), watch(line, topic)]);
  const open = () => notYetCovered(asker(actor, now(), "page"), "board", [{ topic, itemId, seq: 1 }]).rows.length;
  expect(open()).toBe(0);
  line.emit("unwatch", topic);
  await caughtUp(line);
  expect(open()).toBe(1);
});

test("changes arrive in the order they were made, each written once however many watch", async () => {
  const { port, io } = await aLiveServer();
  const lines = await Promise.all(
    [chair, guide, guide, guide].map(async (who) => aLineUp(port, (await aSession(who)).cookie)),
  );
  for (const { line } of lines) await watch(line, itemTopic(itemId));
  const { encoder } = io.of("/").adapter as unknown as {
    encoder: { encode: (packet: { data?: unknown[] }) => unknown };
  };
  const encode = encoder.encode.bind(encoder);
  let written = 0;
  encoder.encode = (packet) => {
    if (packet.data?.[0] === "change") written += 1;
    return encode(packet);
  };
  const heard = lines.map(({ line }) => {
    const seqs: number[] = [];
    line.on("change", ({ seq }) => seqs.push(seq));
    return seqs;
  });
  const made = await Promise.all(Array.from({ length: 30 }, (_, n) => says(`nr. ${n}`)));
  for (const { line } of lines) await caughtUp(line);
  const seqs = made.map(({ changes }) => changes[0]?.seq).sort((a = 0, b = 0) => a - b);
  for (const own of heard) expect(own).toEqual(seqs);
  expect(written).toBe(30);
});

test("a change of one item reaches nobody who watches another", async () => {
  const { port } = await aLiveServer();
  const { line, frames } = await aLineUp(port, (await aSession(chair)).cookie);
  await watch(line, itemTopic(otherItemId));
  await says("kun for dem, der er i punktet");
  await caughtUp(line);
  expect(frames.join()).not.toContain("kun for dem");
});

type Revoke = (session: Awaited<ReturnType<typeof aSession>>, participantId: string | undefined) => Promise<unknown>;
const revocations: [string, Revoke][] = [
  [
    "who is taken off the item's list",
    async (_session, participantId) => does(removeParticipant, { participantId }, chair),
  ],
  [
    "who declares a conflict of interest",
    ({ actor }) => carryOut(declareConflict, { itemId }, asker(actor, now(), "page"), newId()),
  ],
  ["who signs out", ({ actor }) => carryOut(signOut, {}, asker(actor, now(), "page"), newId())],
  [
    "whose session is ended",
    ({ actor }) => carryOut(endSession, { sessionId: actor.sessionId }, asker(actor, now(), "page"), newId()),
  ],
];
test.each(revocations)("whoever loses the right gets not one frame more: %s", async (_name, revoke) => {
  const { port } = await aLiveServer();
  const session = await aSession(guide);
  const { line, frames } = await aLineUp(port, session.cookie);
  const staying = await aLineUp(port, (await aSession(chair)).cookie);
  expect(await watch(line, itemTopic(itemId))).toHaveProperty("seq");
  await watch(staying.line, itemTopic(itemId));
  const participantId = await participantOf(guide);
  const gone = new Promise((told) => line.once("left", told).once("disconnect", told));
  const [revoked] = await Promise.all([revoke(session, participantId), says("EFTER AT RETTEN ER VÆK")]);
  expect(revoked).toMatchObject({ ok: true });
  await gone;
  await says("OG SENERE");
  await caughtUp(staying.line);
  if (line.connected) expect(await watch(line, itemTopic(itemId))).toEqual({ no: true });
  expect(staying.frames.join()).toContain("OG SENERE");
  expect(frames.join()).not.toMatch(/EFTER AT|OG SENERE/);
});

test("a room that is cleared is left by everybody at once; who still may can come back", async () => {
  const { port } = await aLiveServer();
  const lines = await Promise.all([chair, guide].map(async (who) => aLineUp(port, (await aSession(who)).cookie)));
  for (const { line } of lines) await watch(line, itemTopic(itemId));
  const left = Promise.all(lines.map(({ line }) => new Promise((told) => line.once("left", told))));
  await does(clear, { itemId }, chair);
  expect(await left).toEqual([itemTopic(itemId), itemTopic(itemId)]);
  await says("IMENS");
  const [first, second] = lines;
  const back = await watch(first!.line, itemTopic(itemId));
  await says("IGEN");
  for (const { line } of lines) await caughtUp(line);
  expect(back).toHaveProperty("seq");
  expect(first!.frames.join()).toContain("IGEN");
  expect(second!.frames.join()).not.toMatch(/IMENS|IGEN/);
});

const forged: [string, (line: ReturnType<typeof aLine>["line"]) => void][] = [
  [
    "an event that does not exist",
    (line) =>
      (line as unknown as { emit: (name: string, ...rest: unknown[]) => void }).emit("change", { topic: "item:1" }),
  ],
  ["a topic that is no text", (line) => line.emit("watch", { $ne: 1 } as unknown as string, () => undefined)],
  [
    "a watch that wants no answer",
    (line) => (line as unknown as { emit: (name: string, ...rest: unknown[]) => void }).emit("watch", "item:1"),
  ],
  ...[
    undefined,
    null,
    "touched",
    {},
    { touched: "yes" },
    { touched: true, board: newId() },
    { board: "7" },
    { board: [newId()] },
    { touched: true, forHours: 3 },
  ].map((sign): (typeof forged)[number] => [
    `a sign of life that says neither of the two: ${JSON.stringify(sign)?.replace(/[0-9a-f-]{36}/, "id")}`,
    (line) => line.emit("here", sign as never, () => undefined),
  ]),
  ["a meeting that is no id", (line) => line.emit("connected", "7", () => undefined)],
  ["a topic of 200 characters", (line) => line.emit("watch", "x".repeat(200), () => undefined)],
  ["a message over 4 KB", (line) => line.emit("writing", { topic: "item:1", field: "x".repeat(5000) })],
  ["a frame that is no packet", (line) => void line.io.engine.write("what is this")],
  ["a packet with attachments", (line) => void line.io.engine.write('451-["watch",{"_placeholder":true,"num":0}]')],
  [
    "more than a hand can do",
    (line) => Array.from({ length: 200 }, () => line.emit("here", { touched: true }, () => undefined)),
  ],
];
test("who of those around a meeting has a screen open is told to whoever runs it, and to nobody else", async () => {
  const { port } = await aLiveServer();
  const [runs, sits, out] = await Promise.all(
    [chair, guide, outsider].map(async (each) => (await aLineUp(port, (await aSession(each)).cookie)).line),
  );
  const asked = (line: typeof runs, id = meetingId) =>
    new Promise<string[]>((told) => line?.emit("connected", id, told));
  expect((await asked(runs)).sort()).toEqual([chair, guide].sort());
  for (const line of [sits, out]) expect(await asked(line)).toEqual([]);
  expect(await asked(runs, newId())).toEqual([]);
});

test.each(forged)("closes the socket that sent it and nobody else's: %s", async (_name, forge) => {
  const { port } = await aLiveServer();
  const bad = await aLineUp(port, (await aSession(guide)).cookie);
  const good = await aLineUp(port, (await aSession(chair)).cookie);
  await watch(good.line, itemTopic(itemId));
  const down = closed(bad.line);
  forge(bad.line);
  await down;
  await says("UFORSTYRRET");
  await caughtUp(good.line);
  expect(good.frames.join()).toContain("UFORSTYRRET");
});

const idleFor = async (sessionId: string, minutes: number) => {
  const seenAt = new Date(Date.parse(now()) - minutes * 60_000).toISOString();
  await transact((db) => db.update(tables.session).set({ seenAt }).where(eq(tables.session.id, sessionId)));
  return seenAt;
};
const seenAtOf = (sessionId: string) =>
  read(async (db) => {
    const [row] = await db.select().from(tables.session).where(eq(tables.session.id, sessionId));
    return row?.seenAt;
  });
const here = (line: Line, sign: SignOfLife) => new Promise<boolean>((answered) => line.emit("here", sign, answered));
const calledAs = async (staffId: string, presence: "room" | "video" | "missing") =>
  does(setPresence, { participantId: await participantOf(staffId), presence }, chair);

test("a machine's clock that is set back by an hour closes nobody's line", async () => {
  const { port } = await aLiveServer();
  const { line } = await aLineUp(port, (await aSession(chair)).cookie);
  await watch(line, itemTopic(itemId));
  const before = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => before() - 3_600_000);
  onTestFinished(() => void vi.restoreAllMocks());
  for (let n = 0; n < 3; n++) expect(await watch(line, itemTopic(itemId))).toEqual({ seq: 0 });
});

test("a touch keeps a session awake that is not idle yet", async () => {
  const { port } = await aLiveServer();
  const { actor, cookie } = await aSession(guide);
  const { line } = await aLineUp(port, cookie);
  const before = await idleFor(actor.sessionId, 19);
  expect(await here(line, { touched: true })).toBe(true);
  expect((await seenAtOf(actor.sessionId)) ?? "").not.toBe(before);
});

test.each([
  ["locked", async ({ sessionId }: { sessionId: string }) => idleFor(sessionId, 21)],
  [
    "over",
    async ({ sessionId }: { sessionId: string }) =>
      transact((db) => db.update(tables.session).set({ endedAt: now() }).where(eq(tables.session.id, sessionId))),
  ],
] as const)(
  "no sign of life wakes a session that is %s: the screen is told so and the socket closed",
  async (why, end) => {
    const { port } = await aLiveServer();
    const { actor, cookie } = await aSession(guide);
    const { line } = await aLineUp(port, cookie);
    await end(actor);
    const before = await seenAtOf(actor.sessionId);
    const told = new Promise((said) => line.once("signedOut", said));
    const down = closed(line);
    line.emit("here", { touched: true }, () => undefined);
    expect(await told).toBe(why);
    await down;
    expect(await seenAtOf(actor.sessionId)).toBe(before);
  },
);

test("a board that stands open is a sign of life of whoever is present in the item that the running meeting is at", async () => {
  const { port } = await aLiveServer();
  await transact((db) =>
    db.update(tables.meeting).set({ room: "item", pointerItemId: itemId }).where(eq(tables.meeting.id, meetingId)),
  );
  const counts = async (staffId: string, topic: Topic = itemTopic(itemId)) => {
    const { actor, cookie } = await aSession(staffId);
    const { line } = await aLineUp(port, cookie);
    await watch(line, topic);
    const before = await idleFor(actor.sessionId, 15);
    const answer = await here(line, { board: meetingId });
    expect((await seenAtOf(actor.sessionId)) !== before).toBe(answer);
    return answer;
  };
  expect(await counts(guide)).toBe(false);
  await calledAs(guide, "missing");
  expect(await counts(guide)).toBe(false);
  await calledAs(guide, "video");
  expect(await counts(guide)).toBe(true);
  expect(await counts(chair, meetingTopic(meetingId))).toBe(true);
  expect(await counts(await aStaffMember("coordinator"), meetingTopic(meetingId))).toBe(false);
  await transact((db) => db.update(tables.meeting).set({ state: "closed" }).where(eq(tables.meeting.id, meetingId)));
  expect(await counts(chair, meetingTopic(meetingId))).toBe(false);
});

test("a board that is not watched on this line is no sign of life, and what was answered before stands", async () => {
  const { port } = await aLiveServer();
  const { actor, cookie } = await aSession(chair);
  const { line } = await aLineUp(port, cookie);
  await watch(line, staffTopic(chair));
  const before = await idleFor(actor.sessionId, 15);
  let answers = 0;
  line.emit("here", { board: meetingId }, () => {
    answers += 1;
  });
  await caughtUp(line);
  expect(await seenAtOf(actor.sessionId)).toBe(before);
  await watch(line, meetingTopic(meetingId));
  expect(await here(line, { board: meetingId })).toBe(true);
  expect(answers).toBe(0);
});

test("who is writing is told to the item alone, and only by who watches it", async () => {
  const { port } = await aLiveServer();
  const writer = await aLineUp(port, (await aSession(guide)).cookie);
  const other = await aLineUp(port, (await aSession(chair)).cookie);
  const stranger = await aLineUp(port, (await aSession(outsider)).cookie);
  await watch(writer.line, itemTopic(itemId));
  await watch(other.line, itemTopic(itemId));
  const heard = new Promise((told) => other.line.once("writing", told));
  stranger.line.emit("writing", { topic: itemTopic(itemId), field: "action" });
  await caughtUp(stranger.line);
  writer.line.emit("writing", { topic: itemTopic(itemId), field: "action" });
  expect(await heard).toEqual({ topic: itemTopic(itemId), staffId: guide, field: "action" });
});

test("nothing missed is ever replayed: connection-state recovery is not set, and no token for it is given", async () => {
  expect(liveOptions).not.toHaveProperty("connectionStateRecovery");
  const { port, io } = await aLiveServer();
  expect((io as unknown as { opts: object }).opts).not.toHaveProperty("connectionStateRecovery");
  const { frames, line } = await aLineUp(port, (await aSession(chair)).cookie);
  await caughtUp(line);
  expect(frames.join()).not.toContain('"pid"');
});

test("when the server stops and starts again the line comes back by itself, and the topic's seq tells what was missed", async () => {
  const first = await aLiveServer();
  const { cookie } = await aSession(guide);
  const { line, frames } = await aLineUp(first.port, cookie, {
    reconnection: true,
    reconnectionDelay: 5,
    reconnectionDelayMax: 20,
  });
  const before = (await watch(line, itemTopic(itemId))) as { seq: number };
  const down = closed(line);
  await first.stop();
  await down;
  await says("MENS LINJEN VAR NEDE");
  const back = new Promise((up) => line.once("hello", up));
  const again = await aLiveServer(first.port);
  await back;
  expect(again.port).toBe(first.port);
  expect(await watch(line, itemTopic(itemId))).toEqual({ seq: before.seq + 1 });
  expect(frames.join()).not.toContain("MENS LINJEN VAR NEDE");
});
