import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Change, keyOf, type Row, type Snapshot, type Topic } from "#domain/topics.ts";
import { hold, receive, stands } from "#live/topic.ts";

type Numbered = Row & { n: number };
const topic: Topic = "item:1";

/** What happened to a topic, step by step: rows put and dropped, several in one step; two kinds share their ids. */
const steps = fc.array(
  fc.uniqueArray(
    fc.record({ kind: fc.constantFrom("action", "option"), id: fc.constantFrom("1", "2", "3"), drop: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 3,
      selector: keyOf,
    },
  ),
  { minLength: 1, maxLength: 12 },
);

/** The true states of the topic, and the changes that led from each to the next. */
function historyOf(happened: (Row & { drop: boolean })[][]) {
  const states: Map<string, Numbered>[] = [new Map()];
  const changes: Change<Numbered>[] = happened.map((step, at) => {
    const seq = at + 1;
    const next = new Map(states[at]);
    const put = step.filter(({ drop }) => !drop).map(({ kind, id }) => ({ kind, id, n: seq }));
    const drop = step.filter((row) => row.drop).map(keyOf);
    for (const key of drop) next.delete(key);
    for (const row of put) next.set(keyOf(row), row);
    states.push(next);
    return { topic, seq, put, drop };
  });
  const snapshot = (seq: number): Snapshot<Numbered> => ({ topic, seq, rows: [...(states[seq]?.values() ?? [])] });
  return { states, changes, snapshot };
}

const sorted = (rows: Numbered[]) => [...rows].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));

test("whatever the order, loss or repetition, the screen shows a true moment and never goes back", () => {
  fc.assert(
    fc.property(
      steps,
      fc.array(fc.record({ snapshot: fc.boolean(), at: fc.nat({ max: 12 }) }), { maxLength: 40 }),
      (happened, arrivals) => {
        const { states, changes, snapshot } = historyOf(happened);
        let held = hold(snapshot(0));
        let last = 0;
        for (const arrival of arrivals) {
          const at = arrival.at % (changes.length + 1);
          const change = changes[at];
          held = receive(held, arrival.snapshot || !change ? snapshot(at) : change);
          const now = stands(held);
          expect(now.seq).toBeGreaterThanOrEqual(last);
          last = now.seq;
          expect(sorted(now.rows)).toEqual(sorted([...(states[now.seq]?.values() ?? [])]));
        }
        // One reload mends whatever was lost.
        const mended = stands(receive(held, snapshot(changes.length)));
        expect(mended).toMatchObject({ seq: changes.length, hole: false });
      },
    ),
    { numRuns: 2000 },
  );
});

test("when every change has come, in whatever order and however often, the screen stands where the server stands", () => {
  fc.assert(
    fc.property(
      steps.chain((happened) =>
        fc.record({
          happened: fc.constant(happened),
          order: fc.shuffledSubarray([...happened.keys(), ...happened.keys()], { minLength: happened.length * 2 }),
        }),
      ),
      ({ happened, order }) => {
        const { states, changes, snapshot } = historyOf(happened);
        const held = order.reduce((known, at) => receive(known, changes[at] as Change<Numbered>), hold(snapshot(0)));
        const now = stands(held);
        expect(now).toMatchObject({ seq: changes.length, hole: false });
        expect(sorted(now.rows)).toEqual(sorted([...(states[changes.length]?.values() ?? [])]));
      },
    ),
    { numRuns: 1000 },
  );
});

test("a change beyond a hole waits, and the screen says that something is missing until it comes", () => {
  const { changes, snapshot } = historyOf([1, 2, 3].map((n) => [{ kind: "action", id: String(n), drop: false }]));
  const [first, second, third] = changes as [Change<Numbered>, Change<Numbered>, Change<Numbered>];
  const early = receive(receive(hold(snapshot(0)), first), third);
  expect(stands(early)).toMatchObject({ seq: 1, hole: true });
  expect(stands(receive(early, second))).toMatchObject({ seq: 3, hole: false });
});

test("news of another topic change nothing", () => {
  const { changes, snapshot } = historyOf([[{ kind: "action", id: "1", drop: false }]]);
  const held = hold(snapshot(0));
  expect(receive(held, { ...(changes[0] as Change<Numbered>), topic: "item:2" })).toBe(held);
});

test("an agreement and an option of the same id are two rows", () => {
  const { changes, snapshot } = historyOf([
    [
      { kind: "action", id: "1", drop: false },
      { kind: "option", id: "1", drop: false },
    ],
    [{ kind: "option", id: "1", drop: true }],
  ]);
  const held = changes.reduce((known, change) => receive(known, change), hold(snapshot(0)));
  expect(stands(held).rows).toEqual([{ kind: "action", id: "1", n: 1 }]);
});
