import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { now } from "#domain/clock.server.ts";
import { dayOf } from "#domain/moments.ts";
import { addOption } from "#domain/options/commands.server.ts";
import { chooseBasis, endBasis } from "#domain/sharing/commands.server.ts";
import { basesOn } from "#domain/sharing/register.server.ts";
import { itemTopic } from "#domain/topics.ts";
import { quantile } from "../bench/numbers.js";
import { aDepartment, aMeeting, anItem, aStaffMember, aYoungPerson, does } from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";
import { aLineUp, aLiveServer, aSession, caughtUp, type Line, watch } from "../support/live-server.ts";

aDatabase();

const TRIALS = 200;
const ROUNDS = 10;
const SECRET = "Kun for dem der må";
let chair = "";
let region = "";
let psychiatrist = "";
let itemId = "";

beforeEach(async () => {
  chair = await aStaffMember("coordinator", { departmentId: await aDepartment() });
  region = await aDepartment({ sector: "authority" });
  psychiatrist = await aStaffMember("external", { departmentId: region });
  const meetingId = await aMeeting({ chairId: chair, state: "running" });
  const youngPersonId = await aYoungPerson();
  itemId = await anItem({ meetingId, youngPersonId, state: "open", invited: [{ staffId: psychiatrist }] });
});

const choiceFor = (departmentId: string, legalBasisId: string) => ({
  itemId,
  departmentId,
  legalBasisId,
  consentId: null,
  necessity: "?",
  extraReason: "",
});
async function basisId() {
  const bases = await transact((db) => basesOn(db, dayOf(now())));
  return bases.find(({ code }) => code === "fvl28_necessity")?.id ?? "";
}

/** The region comes in; answers the row of its basis. */
async function choose() {
  await does(chooseBasis, choiceFor(region, await basisId()), chair);
  const { itemId: of, departmentId, endedAt } = tables.sharingBasis;
  const [row] = await transact((db) =>
    db
      .select()
      .from(tables.sharingBasis)
      .where(and(eq(of, itemId), eq(departmentId, region), isNull(endedAt))),
  );
  if (!row) throw new Error("no basis");
  return row;
}

/** Somebody else's rights change in the room, as they do all the time: the next ending is looked up anew. */
const anotherComesIn = async () =>
  does(chooseBasis, choiceFor(await aDepartment({ sector: "authority" }), await basisId()), chair);

const endsIn = (id: string, ms: number) => {
  const endsAt = new Date(Date.parse(now()) + ms).toISOString();
  return transact(async (db) => {
    await db.update(tables.sharingBasis).set({ endsAt }).where(eq(tables.sharingBasis.id, id));
    return endsAt;
  });
};

const leftAt = (line: Line) => new Promise<string>((left) => line.once("left", () => left(now())));
const says = (text: string) => does(addOption, { itemId, text, departmentId: region }, chair);

describe("a right that ends by itself", () => {
  it("ends on the open screen at its moment, and nothing said after it gets there", async () => {
    const { port } = await aLiveServer();
    const { line, frames } = await aLineUp(port, (await aSession(psychiatrist)).cookie);
    const { id } = await choose();
    expect(await watch(line, itemTopic(itemId))).toHaveProperty("seq");
    const left = leftAt(line);
    const endsAt = await endsIn(id, 700);
    await says("Noget alle må se");
    await anotherComesIn();
    expect((await left) >= endsAt).toBe(true);
    await says(SECRET);
    await caughtUp(line);
    expect(frames.join("")).toContain("Noget alle må se");
    expect(frames.join("")).not.toContain(SECRET);
    expect(await watch(line, itemTopic(itemId))).toEqual({ no: true });
  });

  it("ends at its moment though the machine's clock is set back an hour", async () => {
    const { port } = await aLiveServer();
    const { line } = await aLineUp(port, (await aSession(psychiatrist)).cookie);
    const { id } = await choose();
    await watch(line, itemTopic(itemId));
    const left = leftAt(line);
    const endsAt = await endsIn(id, 1000);
    const real = Date.now.bind(Date);
    const back = vi.spyOn(Date, "now").mockImplementation(() => real() - 3_600_000);
    onTestFinished(() => back.mockRestore());
    await anotherComesIn();
    expect((await left) >= endsAt).toBe(true);
  });
});

describe("a right that is taken back", () => {
  it("is gone from the open screen before anything else is sent, two hundred times out of two hundred", async () => {
    const { port } = await aLiveServer();
    const { cookie } = await aSession(psychiatrist);
    let standing = await choose();
    const took: number[] = [];
    // A line may not ask too often: each has its share of the trials.
    for (let round = 0; round < ROUNDS; round++) {
      const { line, frames } = await aLineUp(port, cookie);
      for (let trial = 0; trial < TRIALS / ROUNDS; trial++) {
        expect(await watch(line, itemTopic(itemId))).toHaveProperty("seq");
        const left = new Promise<number>((done) => line.once("left", () => done(performance.now())));
        const from = performance.now();
        await does(endBasis, { id: standing.id, version: standing.version }, chair);
        await says(SECRET);
        took.push((await left) - from);
        standing = await choose();
      }
      await caughtUp(line);
      expect(frames.filter((frame) => frame.includes(SECRET))).toEqual([]);
      line.disconnect();
    }
    expect(took).toHaveLength(TRIALS);
    expect(Math.max(...took)).toBeLessThan(1000);
    const [p50, p99] = [0.5, 0.99].map((share) => `${quantile(took, share).toFixed(1)} ms`);
    process.stdout.write(`A right withdrawn to the screen emptied, ${TRIALS} trials: p50 ${p50}, p99 ${p99}\n`);
  }, 120_000);

  it("is gone for whoever was away meanwhile: nothing reaches them when they come back", async () => {
    const { port } = await aLiveServer();
    const { cookie } = await aSession(psychiatrist);
    const first = await aLineUp(port, cookie);
    const { id, version } = await choose();
    await watch(first.line, itemTopic(itemId));
    first.line.disconnect();
    await does(endBasis, { id, version }, chair);
    await says(SECRET);
    const again = await aLineUp(port, cookie);
    expect(await watch(again.line, itemTopic(itemId))).toEqual({ no: true });
    await says(`${SECRET} igen`);
    await caughtUp(again.line);
    expect(again.frames.join("")).not.toContain(SECRET);
  });
});
