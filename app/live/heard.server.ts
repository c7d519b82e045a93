import { read, transact } from "#db/index.server.ts";
import { mayWatch } from "#domain/access/watchable.server.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { appendLog, rowOf } from "#domain/log/append.server.ts";
import { coverWatch } from "#domain/log/covered.server.ts";
import { watchRow } from "#domain/log/watch.server.ts";
import type { Topic } from "#domain/topics.ts";
import { seqOf } from "#domain/touched.server.ts";
import { connectedAround, mayAskWhoIsConnected } from "./connected.server.ts";
import { epoch } from "./epoch.server.ts";
import type { FromBrowser } from "./protocol.ts";
import { countsAsHere, hear, isSignOfLife } from "./sign-of-life.server.ts";
import { type LiveSocket, leave } from "./sockets.server.ts";

const MOST_WATCHED = 20;
const BURST = 40;
const PER_SECOND = 20;
const LONGEST = 100;

type By = string | null;
/** Something that a browser may say; with one that does not say who may the server does not start. */
type Heard<A extends unknown[]> = {
  isWellFormed: (args: unknown[]) => boolean;
  /** By which rule this socket may say it, or null. */
  allow: (socket: LiveSocket, ...args: A) => By | Promise<By>;
  /** What is written before it has its effect. When somebody's rights change meanwhile, the rule is asked again. */
  before?: (socket: LiveSocket, by: string, ...args: A) => Promise<void>;
  hear: (socket: LiveSocket, ...args: A) => unknown;
  refuse?: (socket: LiveSocket, ...args: A) => unknown;
};

const isShort = (text: unknown) => typeof text === "string" && text.length <= LONGEST;
const watches = ({ data }: LiveSocket, topic: string): By =>
  data.watching.has(topic as Topic) ? "watches the topic" : null;
const asking = ({ data }: LiveSocket) => asker(data.actor, now(), "live");

/** Everything that a browser may say: in which shape, by which rule, and what comes of it. */
export const events: { [E in keyof FromBrowser]: Heard<Parameters<FromBrowser[E]>> } = {
  watch: {
    isWellFormed: ([topic, answer]) => isShort(topic) && typeof answer === "function",
    allow: (socket, topic) => {
      const { watching } = socket.data;
      if (watching.size >= MOST_WATCHED && !watching.has(topic as Topic)) return null;
      return watches(socket, topic) ?? read((db) => mayWatch(db, asking(socket), topic));
    },
    async before(socket, by, topic) {
      if (watches(socket, topic)) return;
      await transact(async (db) =>
        appendLog(db, [await watchRow(db, "watch-began", topic as Topic, asking(socket), by)]),
      );
    },
    async hear(socket, name, answer) {
      const topic = name as Topic;
      // Asked for twice at once it is one watch, and ends as one.
      if (socket.connected && !watches(socket, topic)) {
        socket.data.watching.add(topic);
        void socket.join(topic);
        coverWatch(socket.data.actor, topic, 1);
      }
      answer({ seq: await read((db) => seqOf(db, topic)) });
    },
    async refuse(socket, _topic, answer) {
      await transact((db) => appendLog(db, [rowOf(asking(socket), "refused", "watch")]));
      answer({ no: true });
    },
  },
  unwatch: {
    isWellFormed: ([topic]) => isShort(topic),
    allow: watches,
    hear: (socket, topic) => leave(socket, topic as Topic, { tell: false }),
  },
  writing: {
    isWellFormed: ([at]) => {
      const { topic, field } = (at ?? {}) as { topic?: unknown; field?: unknown };
      return typeof topic === "string" && isShort(field);
    },
    allow: (socket, { topic }) => (socket.data.actor.kind === "staff" ? watches(socket, topic) : null),
    hear: (socket, { topic, field }) => {
      const { actor } = socket.data;
      if (actor.kind === "staff") socket.to(topic).emit("writing", { topic: topic as Topic, staffId: actor.id, field });
    },
  },
  here: {
    isWellFormed: ([sign, answer]) => isSignOfLife(sign) && typeof answer === "function",
    allow: countsAsHere,
    hear,
  },
  connected: {
    isWellFormed: ([meetingId, answer]) =>
      typeof meetingId === "string" && isRowId(meetingId) && typeof answer === "function",
    allow: mayAskWhoIsConnected,
    hear: async (socket, meetingId, answer) => answer(await connectedAround(socket, meetingId)),
    refuse: (_socket, _meetingId, answer) => answer([]),
  },
};

/** Asks the rule, writes what comes before, and lets it have its effect; where rights changed meanwhile, from the start. */
async function take<A extends unknown[]>(of: Heard<A>, socket: LiveSocket, args: A): Promise<void> {
  for (;;) {
    const asked = epoch.now;
    const said = of.allow(socket, ...args);
    const by = said instanceof Promise ? await said : said;
    if (by === null) return void (await of.refuse?.(socket, ...args));
    if (of.before) await of.before(socket, by, ...args);
    if (asked === epoch.now) return void (await of.hear(socket, ...args));
  }
}

function withinLimits({ data }: LiveSocket): boolean {
  const at = performance.now();
  data.allowance = Math.min(BURST, data.allowance + ((at - data.refilledAt) / 1000) * PER_SECOND) - 1;
  data.refilledAt = at;
  return data.allowance >= 0;
}

/** What a browser says is one of the events above. Anything unknown, malformed or too much closes the socket; others notice nothing. */
export function listen(socket: LiveSocket): void {
  socket.on("error", () => socket.disconnect(true));
  // Once in, a browser of ours sends events and its goodbye, in text: no attachment, no answer, no other namespace.
  socket.conn.on("data", (data: unknown) => {
    if (typeof data !== "string" || !/^[12]/.test(data)) socket.disconnect(true);
  });
  const known = new Map<string, Heard<never[]>>(Object.entries(events));
  socket.use(([name, ...args], next) => {
    if (!known.get(name)?.isWellFormed(args) || !withinLimits(socket)) socket.disconnect(true);
    else next();
  });
  for (const [name, of] of known)
    socket.on(name as keyof FromBrowser, (...args: unknown[]) => {
      take(of, socket, args as never[]).catch(() => socket.disconnect(true));
    });
  socket.on("disconnecting", () => {
    for (const topic of [...socket.data.watching]) leave(socket, topic, { tell: false });
  });
}
