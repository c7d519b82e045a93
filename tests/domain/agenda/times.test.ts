import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedTimes, lateness, type MeetingTimes, remedies, type Slot } from "#domain/agenda/rules.ts";
import { clockOf } from "#domain/moments.ts";
import { aMeetingOf, aSlot, at } from "#tests/domain/agenda/a-slot.ts";

const running = aMeetingOf({ state: "running", startedAt: at("9.00") });
const pause = aSlot("s3", { kind: "pause", minutes: 10 });
const planned = [aSlot("s1"), aSlot("s2"), pause, aSlot("s4"), aSlot("s5")];
const handled = (id: string, from: string, to: string) =>
  aSlot(id, { state: "handled", openedAt: at(from), handledAt: at(to) });
const open = (id: string, from: string) => aSlot(id, { state: "open", openedAt: at(from) });

function starts(slots: Slot[], meeting: MeetingTimes, now: string): Record<string, string> {
  return Object.fromEntries(
    [...expectedTimes(slots, meeting, at(now))].map(([id, time]) => [id, clockOf(time.startsAt)]),
  );
}

describe("expected times before the meeting", () => {
  test("follow each other from its beginning, with two minutes after each young person", () => {
    expect(starts(planned, aMeetingOf(), "7.00")).toEqual({
      s1: "9.00",
      s2: "9.22",
      s3: "9.44",
      s4: "9.54",
      s5: "10.16",
    });
  });

  test("are the same whatever the clock says, until the meeting runs", () => {
    expect(starts(planned, aMeetingOf(), "15.00")).toEqual(starts(planned, aMeetingOf(), "7.00"));
  });

  test("wait for a fixed time, and say when it cannot hold", () => {
    const fixedAt = (clock: string) => [aSlot("s1"), aSlot("s2", { fixedAt: at(clock) }), aSlot("s3")];
    expect(starts(fixedAt("10.00"), aMeetingOf(), "7.00")).toEqual({ s1: "9.00", s2: "10.00", s3: "10.22" });
    const tooEarly = expectedTimes(fixedAt("9.10"), aMeetingOf(), at("7.00")).get("s2");
    expect(tooEarly).toMatchObject({ startsAt: at("9.22"), fixedInDanger: true });
  });

  test("leave out what is postponed", () => {
    const slots = [aSlot("s1", { state: "postponed" }), aSlot("s2")];
    expect(starts(slots, aMeetingOf(), "7.00")).toEqual({ s2: "9.00" });
  });
});

describe("expected times while it runs", () => {
  test("keep what happened, and the rest follows", () => {
    const slots = [handled("s1", "9.04", "9.26"), open("s2", "9.28"), pause, aSlot("s4"), aSlot("s5")];
    const times = expectedTimes(slots, running, at("9.30"));
    expect(times.get("s1")).toEqual({ startsAt: at("9.04"), endsAt: at("9.26"), moved: true, fixedInDanger: false });
    expect(times.get("s2")).toMatchObject({ startsAt: at("9.28"), endsAt: at("9.48") });
    expect(starts(slots, running, "9.30")).toEqual({ s1: "9.04", s2: "9.28", s3: "9.50", s4: "10.00", s5: "10.22" });
  });

  test("an item over its time pushes the rest minute by minute", () => {
    const slots = [open("s1", "9.00"), aSlot("s2")];
    expect(starts(slots, running, "9.19")).toEqual({ s1: "9.00", s2: "9.22" });
    expect(starts(slots, running, "9.25")).toEqual({ s1: "9.00", s2: "9.27" });
  });

  test("a time has moved when it is a minute or more from the plan", () => {
    const moved = (now: string) => expectedTimes([open("s1", "9.00"), aSlot("s2")], running, at(now)).get("s2")?.moved;
    expect(moved("9.20.59")).toBe(false);
    expect(moved("9.21")).toBe(true);
  });

  test("an item opened again has what was left of its minutes", () => {
    const again = aSlot("s1", { state: "open", openedAt: at("9.40"), spentSeconds: 15 * 60 });
    expect(starts([again, aSlot("s2")], running, "9.41")).toEqual({ s1: "9.40", s2: "9.47" });
  });

  test("between items nothing is expected before now, nor before the room has changed", () => {
    const slots = [handled("s1", "9.00", "9.15"), aSlot("s2")];
    expect(starts(slots, running, "9.15")).toEqual({ s1: "9.00", s2: "9.17" });
    expect(starts(slots, running, "9.30")).toEqual({ s1: "9.00", s2: "9.30" });
  });

  test("nothing is expected before a pause is over", () => {
    const slots = [handled("s1", "9.00", "9.15"), aSlot("s2")];
    expect(starts(slots, { ...running, pauseUntil: at("9.40") }, "9.30")).toMatchObject({ s2: "9.40" });
    expect(starts(slots, { ...running, pauseUntil: at("9.40") }, "9.45")).toMatchObject({ s2: "9.45" });
  });

  test("an item taken out of turn leaves the skipped ones to come after it", () => {
    const slots = [handled("s1", "9.00", "9.20"), aSlot("s2"), pause, aSlot("s4"), open("s5", "9.22")];
    expect(starts(slots, running, "9.23")).toEqual({ s1: "9.00", s5: "9.22", s2: "9.44", s3: "10.06", s4: "10.16" });
  });

  test("a fixed time stands when the rest is early, and is in danger when it is late", () => {
    const slots = (first: Slot) => [first, aSlot("s2", { fixedAt: at("9.30") }), aSlot("s3")];
    expect(starts(slots(handled("s1", "9.00", "9.05")), running, "9.10")).toEqual({
      s1: "9.00",
      s2: "9.30",
      s3: "9.52",
    });
    const late = expectedTimes(slots(open("s1", "9.15")), running, at("9.16"));
    expect(late.get("s2")).toEqual({ startsAt: at("9.37"), endsAt: at("9.57"), moved: true, fixedInDanger: true });
    expect(late.get("s3")?.fixedInDanger).toBe(false);
  });

  test("a meeting held after its hours keeps its lengths from when it began, and no fixed time", () => {
    const evening = aMeetingOf({ state: "running", startedAt: at("19.00") });
    const slots = [aSlot("s1"), aSlot("s2", { fixedAt: at("10.00") })];
    expect(starts(slots, evening, "19.00")).toEqual({ s1: "19.00", s2: "19.22" });
    expect(lateness(slots, evening, at("19.05"))).toBe(5);
    expect(expectedTimes(slots, evening, at("19.00")).get("s2")?.fixedInDanger).toBe(false);
  });

  test("a closed meeting has only the times of what was held", () => {
    const closed = aMeetingOf({ state: "closed", startedAt: at("9.00") });
    const slots = [handled("s1", "9.00", "9.20"), aSlot("s2", { state: "not_reached" })];
    expect(starts(slots, closed, "15.00")).toEqual({ s1: "9.00" });
    expect(lateness(slots, closed, at("15.00"))).toBe(0);
  });

  test("no two coming slots overlap, none begins before now, and a fixed one holds or is in danger", () => {
    const row = fc.record({
      kind: fc.constantFrom("person", "common", "pause"),
      minutes: fc.integer({ min: 1, max: 60 }),
      fixed: fc.option(fc.integer({ min: 0, max: 200 })),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 9 }), fc.integer({ min: 0, max: 240 }), (rows, minute) => {
        const plus = (n: number) => new Date(Date.parse(at("9.00")) + n * 60_000).toISOString();
        const slots = rows.map(({ kind, minutes, fixed }, n) =>
          aSlot(`s${n}`, { kind: kind as Slot["kind"], minutes, fixedAt: fixed === null ? null : plus(fixed) }),
        );
        const times = expectedTimes(slots, running, plus(minute));
        let free = plus(minute);
        for (const slot of slots) {
          const time = times.get(slot.id)!;
          expect(time.startsAt >= free).toBe(true);
          if (slot.fixedAt) expect(time.fixedInDanger).toBe(time.startsAt > slot.fixedAt);
          if (slot.fixedAt) expect(time.startsAt >= slot.fixedAt).toBe(true);
          else expect(time.startsAt).toBe(free);
          free = new Date(Date.parse(time.endsAt) + (slot.kind === "person" ? 120_000 : 0)).toISOString();
        }
      }),
    );
  });
});

describe("a late meeting", () => {
  test("is on time until it begins, and while the open item is within its minutes", () => {
    expect(lateness(planned, aMeetingOf(), at("9.30"))).toBe(0);
    expect(lateness([open("s1", "9.00"), aSlot("s2")], running, at("9.19"))).toBe(0);
  });

  test("is late by what the last item will end too late, in whole minutes", () => {
    const slots = [handled("s1", "9.04", "9.24"), open("s2", "9.26"), pause, aSlot("s4"), aSlot("s5")];
    expect(lateness(slots, running, at("9.30"))).toBe(4);
    expect(lateness(slots, running, at("9.46.59"))).toBe(4);
    expect(lateness(slots, running, at("9.47"))).toBe(5);
  });

  test("is ahead when an item was short", () => {
    expect(lateness([handled("s1", "9.00", "9.10"), open("s2", "9.12")], running, at("9.13"))).toBe(-10);
  });

  test("stays late while its last item is open, and when all are handled", () => {
    expect(lateness([open("s1", "9.00")], running, at("9.26"))).toBe(6);
    expect(lateness([handled("s1", "9.00", "9.26")], running, at("10.00"))).toBe(6);
  });

  test("is offered minutes off each coming item, or to move the last", () => {
    const slots = [open("s1", "9.00"), aSlot("s2"), pause, aSlot("s4"), aSlot("s5")];
    expect(remedies(slots, running, at("9.27"))).toEqual({ minutesFromEach: 3, lastMovableId: "s5" });
    expect(remedies(slots, running, at("9.10"))).toEqual({ minutesFromEach: 0, lastMovableId: null });
  });

  test("takes no item below five minutes, and moves nobody who was given a time", () => {
    const slots = [open("s1", "9.00"), aSlot("s2", { minutes: 7 }), aSlot("s3", { minutes: 7, fixedAt: at("9.31") })];
    expect(remedies(slots, running, at("9.30"))).toEqual({ minutesFromEach: 0, lastMovableId: "s2" });
    expect(remedies([open("s1", "9.00")], running, at("9.30"))).toEqual({ minutesFromEach: 0, lastMovableId: null });
  });

  test("shortens an item to five minutes and no further", () => {
    const slots = (minutes: number) => [open("s1", "9.00"), aSlot("s2", { minutes })];
    expect(remedies(slots(11), running, at("9.26")).minutesFromEach).toBe(6);
    expect(remedies(slots(10), running, at("9.26")).minutesFromEach).toBe(0);
  });

  test("has no time to win from what was postponed before it began", () => {
    const postponedAt = (handledAt: string | null) => aSlot("s3", { state: "postponed", handledAt });
    for (const postponed of [postponedAt(at("8.30")), postponedAt(null)])
      expect(lateness([open("s1", "9.04"), aSlot("s2"), postponed], running, at("9.06"))).toBe(4);
  });

  test("is on time again when the last item was moved, and when minutes were taken off", () => {
    const first = open("s1", "9.04");
    const leaves = aSlot("s3", { state: "postponed", handledAt: at("9.05") });
    expect(lateness([first, aSlot("s2"), aSlot("s3")], running, at("9.06"))).toBe(4);
    expect(lateness([first, aSlot("s2"), leaves], running, at("9.06"))).toBe(-18);
    const shorter = (id: string) => aSlot(id, { minutes: 18, plannedMinutes: 20 });
    expect(lateness([first, shorter("s2"), shorter("s3")], running, at("9.06"))).toBe(0);
  });
});
