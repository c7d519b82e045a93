// From a press to the last of those who watch: how long it takes, and how many a second the server bears.
import { post, signIn } from "./desk.js";
import { medianOf, quantile } from "./numbers.js";
import { alternating } from "./servers.js";
import { watch } from "./watchers.js";

const WATCHERS = 200;
const MOST_AT_ONCE = 64;
const BEARABLE_MS = 100;
const AT_ONCE = [2, 4, 8, 12, 16, 24, 32, 48, MOST_AT_ONCE];

/** A press of one of many agreements, each pressed by one hand at a time; answers the seq of its change. */
async function pressesOf(server, places) {
  let n = 0;
  if (server.which === "floor")
    return async () => {
      n += 1;
      const { body } = await post(server, "/press?_data=routes%2Fpress", {
        text: `Sætningen er skrevet om, gang ${n}`,
      });
      return JSON.parse(body).seq;
    };
  const desk = await signIn(server, places);
  const rows = [];
  for (let i = 0; i < MOST_AT_ONCE; i += 1) rows.push((await desk.agree(`Aftale til måling ${i}`)).changes[0].put[0]);
  return async (hand = 0) => {
    n += 1;
    const { changes } = await desk.change(rows[hand], `Sætningen er skrevet om, gang ${n}`);
    rows[hand] = changes[0].put[0];
    return changes[0].seq;
  };
}

/** Watchers in place, and a press that answers the milliseconds until the last of them had it. */
async function room(server, places) {
  const press = await pressesOf(server, places);
  const topic = server.which === "ours" ? `item:${places.itemId}` : undefined;
  const cookie = server.which === "ours" ? (await signIn(server, places)).cookie : undefined;
  const crowd = await watch(WATCHERS, { port: server.port, cookie, topic });
  const before = (await press()) - 1;
  await crowd.lastGot(1);
  return {
    close: crowd.close,
    async press(hand) {
      const began = performance.now();
      const seq = await press(hand);
      return (await crowd.lastGot(seq - before)) - began;
    },
  };
}

/** One press after the other, with the server warm. */
async function oneByOne({ press }, times) {
  for (let n = 0; n < 50; n += 1) await press();
  const took = [];
  for (let n = 0; n < times; n += 1) took.push(await press());
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
}

/** More and more hands at once, each pressing as soon as its last press was seen by all; the best rate that was borne. */
async function asManyAsBorne({ press }, seconds) {
  let best = 0;
  let missed = 0;
  for (const hands of AT_ONCE) {
    const took = [];
    const until = performance.now() + seconds * 1000;
    const began = performance.now();
    const hand = async (own) => {
      while (performance.now() < until) took.push(await press(own));
    };
    await Promise.all(Array.from({ length: hands }, (_, own) => hand(own)));
    const rate = (took.length * 1000) / (performance.now() - began);
    // One hiccup of the machine ends nothing: two steps in a row that are not borne do.
    missed = quantile(took, 0.99) < BEARABLE_MS ? 0 : missed + 1;
    if (missed === 0) best = Math.max(best, rate);
    if (missed === 2) break;
  }
  return { best };
}

export async function pressToLast({ data, places }, { repeats, quick }) {
  const { floor, ours } = await alternating(repeats, data, async (server) => {
    const there = await room(server, places);
    const found = { ...(await oneByOne(there, quick ? 60 : 400)), ...(await asManyAsBorne(there, quick ? 1 : 3)) };
    there.close();
    return found;
  });
  const both = (name) => ({ floor: medianOf(floor, name), ours: medianOf(ours, name) });
  return { p50: both("p50"), p99: both("p99"), best: both("best") };
}

/** Four hands press for a while, for a profile; answers how often. */
export async function pressFor(server, places, seconds) {
  const there = await room(server, places);
  const until = performance.now() + seconds * 1000;
  let times = 0;
  const hand = async (own) => {
    for (; performance.now() < until; times += 1) await there.press(own);
  };
  await Promise.all([0, 1, 2, 3].map(hand));
  there.close();
  return times;
}
