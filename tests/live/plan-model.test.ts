import * as fc from "fast-check";
import { expect, test } from "vitest";
import { agree } from "#domain/actions/agree.server.ts";
import { setActionGoal } from "#domain/actions/goal.server.ts";
import type { Answer } from "#domain/command.server.ts";
import { newId } from "#domain/ids.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { writePlanText } from "#domain/plan/commands.server.ts";
import { addGoal, removeGoal, setGoalState } from "#domain/plan/goal-commands.server.ts";
import { type Change, personTopic, type Row } from "#domain/topics.ts";
import { hold, receive, stands } from "#live/topic.ts";
import { aRoom } from "#tests/support/a-room.ts";
import { anAssignment, asks, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLineUp, aLiveServer, aSession, type Line, watch } from "#tests/support/live-server.ts";

aDatabase();

const PARTS = ["wish", "direction"] as const;
const STATES = ["on_track", "at_risk", "met"] as const;
const LONG = Boolean(process.env.SAMSPOR_LONG);

/** What somebody does, or what the net does to them; `place` chooses among what stands on their own screen. */
const steps = fc.array(
  fc.record({
    who: fc.nat(2),
    what: fc.constantFrom(
      ...(["write", "write", "goal", "state", "remove", "agree", "link"] as const),
      ...(["loses", "hears", "cut", "back", "look"] as const),
    ),
    place: fc.nat(5),
    answerLost: fc.boolean(),
  }),
  { minLength: 10, maxLength: 40 },
);
type Step = { who: number; what: string; place: number; answerLost: boolean };

/** The plan and the agreements, as they must be: what each command does to them, in a few lines. */
function aModel() {
  const texts = new Map<string, { text: string; version: number }>();
  const goals = new Map<string, { text: string; state: string; version: number }>();
  const agreements = new Map<string, { goalId: string | null; version: number }>();
  const plan = () =>
    JSON.stringify([
      [...texts].map(([part, { text, version }]) => [part, text, version]).sort(),
      [...goals].map(([id, { text, state, version }]) => [id, text, state, version]).sort(),
    ]);
  const moments = [plan()];
  return { texts, goals, agreements, moments, stepped: () => void moments.push(plan()) };
}
type Model = ReturnType<typeof aModel>;

type PlanRow = Row & { part?: string; text?: string; state?: string; version: number };
const ofTexts = (rows: PlanRow[]) => rows.filter(({ kind }) => kind === "plan-text");
const ofGoals = (rows: PlanRow[]) => rows.filter(({ kind }) => kind === "goal");
const shown = (rows: PlanRow[]) =>
  JSON.stringify([
    ofTexts(rows)
      .map(({ part, text, version }) => [part, text, version])
      .sort(),
    ofGoals(rows)
      .map(({ id, text, state, version }) => [id, text, state, version])
      .sort(),
  ]);

/** Somebody with the plan open, behind a net that can lose what the server says or break. */
async function aScreen(port: number, staffId: string, person: string) {
  const { cookie } = await aSession(staffId);
  const topic = personTopic(person);
  const load = () => asks(peopleAround, { id: person }, staffId);
  let page = await load();
  let held = hold<PlanRow>(page.plan as never);
  let line: Line | null = null;
  let loses = false;
  let toLoad = false;
  let missed = false;

  const reload = async () => {
    page = await load();
    held = receive(held, page.plan as never);
    toLoad = false;
    missed = false;
  };
  const screen = {
    staffId,
    rows: () => stands(held).rows,
    agreements: () => page.agreements.rows.map(({ id, goalId, version }) => ({ id, goalId, version })),
    seq: () => stands(held).seq,
    tell: (changes: Change[]) => {
      for (const change of changes) held = receive(held, change as Change<PlanRow>);
    },
    reload,
    missed: () => missed,
    loses: (yes: boolean) => {
      loses = yes;
    },
    async back() {
      if (line) return;
      line = (await aLineUp(port, cookie)).line;
      line.on("change", (change) => loses || screen.tell([change]));
      line.on("reload", (one) => {
        if (one === topic && loses) missed = true;
        else if (one === topic) toLoad = true;
      });
      await watch(line, topic);
      await reload();
    },
    cut() {
      line?.disconnect();
      line = null;
    },
    /** What a page does by itself when the net is well: hears what was said, and loads anew what it lacks. */
    async settle() {
      if (!line || loses) return;
      const answer = await watch(line, topic);
      const { seq, hole } = stands(held);
      if (toLoad || hole || ("seq" in answer && answer.seq > seq)) await reload();
    },
  };
  await screen.back();
  return screen;
}
type Screen = Awaited<ReturnType<typeof aScreen>>;
type Room = Awaited<ReturnType<typeof aRoom>>;

const refused = (no: string) => ({ ok: false, no });
const pick = <T>(all: T[], place: number): T | undefined => all[place % Math.max(1, all.length)];

/** The command that the step stands for, as that screen would send it, with what the model says must come of it. */
function commandOf(step: Step, n: number, screen: Screen, model: Model, room: Room) {
  const rows = screen.rows();
  const send = (
    of: never,
    input: Record<string, unknown>,
    done: (() => void) | null,
    no = "conflict",
    steps = true,
  ) => ({
    of,
    input,
    done,
    no,
    steps,
  });
  const { place } = step;
  if (step.what === "write") {
    const part = PARTS[place % PARTS.length] as string;
    const seen = ofTexts(rows).find((row) => row.part === part)?.version ?? 0;
    const stood = model.texts.get(part)?.version ?? 0;
    const text = `${part} skrevet ${n}`;
    const input = { youngPersonId: room.youngPerson, part, area: "", text, version: String(seen) };
    const done = () => void model.texts.set(part, { text, version: stood + 1 });
    return send(writePlanText as never, input, seen === stood ? done : null);
  }
  if (step.what === "goal") {
    const id = newId();
    const text = `Mål ${n}`;
    const input = { id, youngPersonId: room.youngPerson, text, why: "", howSeen: "", targetOn: "", area: "" };
    return send(addGoal as never, input, () => void model.goals.set(id, { text, state: "open", version: 1 }));
  }
  if (step.what === "agree") {
    const id = newId();
    const input = { id, itemId: room.item, text: `Aftale ${n}`, departmentId: room.adults, dueOn: "14d", howSeen: "" };
    const done = () => void model.agreements.set(id, { goalId: null, version: 1 });
    return send(agree as never, input, done, "conflict", false);
  }
  const goal = pick(ofGoals(rows), place);
  if (!goal) return null;
  const stood = model.goals.get(goal.id);
  const isSeen = stood?.version === goal.version;
  const version = String(goal.version);
  if (step.what === "state") {
    const state = STATES[place % STATES.length] as string;
    const input = { id: goal.id, version, state, stateVoice: "young_person" };
    const done = () => void model.goals.set(goal.id, { text: goal.text ?? "", state, version: goal.version + 1 });
    return send(setGoalState as never, input, isSeen ? done : null);
  }
  if (step.what === "remove") {
    const serves = [...model.agreements.values()].some(({ goalId }) => goalId === goal.id);
    const done = () => void model.goals.delete(goal.id);
    const no = serves ? "invalid" : "conflict";
    return send(removeGoal as never, { id: goal.id, version }, isSeen && !serves ? done : null, no);
  }
  const agreement = pick(screen.agreements(), place);
  if (!agreement) return null;
  const known = model.agreements.get(agreement.id);
  const done = () => void model.agreements.set(agreement.id, { goalId: goal.id, version: agreement.version + 1 });
  const input = { id: agreement.id, version: String(agreement.version), goalId: goal.id };
  const may = stood && known?.version === agreement.version;
  return send(setActionGoal as never, input, may ? done : null, stood ? "conflict" : "missing", false);
}

async function carry(step: Step, n: number, screen: Screen, model: Model, room: Room) {
  const sent = commandOf(step, n, screen, model, room);
  if (!sent) return;
  const key = newId();
  const send = () => tryTo(sent.of, sent.input, screen.staffId, { key }) as Promise<Answer<unknown>>;
  const answer = await send();
  if (!sent.done) {
    expect([step.what, answer]).toMatchObject([step.what, refused(sent.no)]);
    return;
  }
  expect([step.what, answer]).toMatchObject([step.what, { ok: true }]);
  sent.done();
  if (sent.steps) model.stepped();
  // The answer was lost on its way: the page sends the same again, and it is done once.
  const heard = step.answerLost ? await send() : answer;
  expect(heard).toMatchObject({ ok: true });
  if (heard.ok && !step.answerLost) screen.tell(heard.changes);
}

test("whatever three people do with a plan and its agreements, and the net to them, nothing is lost and all screens end alike", async () => {
  const { port } = await aLiveServer();
  let commands = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const room = await aRoom();
      await anAssignment(room.youngPerson, room.adviser, "caseworker", false);
      const model = aModel();
      const screens = await Promise.all(
        [room.guide, room.adviser, room.chair].map((staffId) => aScreen(port, staffId, room.youngPerson)),
      );
      for (const [n, step] of all.entries()) {
        const screen = screens[step.who] as Screen;
        if (step.what === "loses" || step.what === "hears") screen.loses(step.what === "loses");
        else if (step.what === "cut") screen.cut();
        else if (step.what === "back") await screen.back();
        else if (step.what === "look") await screen.settle();
        else {
          await carry(step, n, screen, model, room);
          commands += 1;
        }
        // No screen ever shows what never was.
        for (const one of screens) expect(shown(one.rows())).toBe(model.moments[one.seq()]);
      }
      for (const screen of screens) {
        screen.loses(false);
        await screen.back();
        await screen.settle();
        expect(shown(screen.rows())).toBe(model.moments.at(-1));
        // That an agreement changed is told without a step: only a line that lost that very word has to load anew.
        if (screen.missed()) await screen.reload();
        expect(screen.agreements().sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          [...model.agreements].map(([id, rest]) => ({ id, ...rest })).sort((a, b) => (a.id < b.id ? -1 : 1)),
        );
        screen.cut();
      }
    }),
    // What was found is said, however long a smaller case is looked for.
    { numRuns: LONG ? 300 : 15, interruptAfterTimeLimit: LONG ? 1_100_000 : 200_000, markInterruptAsFailure: true },
  );
  expect(commands).toBeGreaterThan(50);
}, 1_200_000);
