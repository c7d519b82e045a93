import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canMove, canOpen, itemClock, moveTo, nextToOpen, order, type Slot, timeBudget } from "#domain/agenda/rules.ts";
import { aMeetingOf, aSlot, at } from "#tests/domain/agenda/a-slot.ts";

const six = [1, 2, 3, 4, 5, 6].map((n) => aSlot(`s${n}`));

describe("the time of an agenda", () => {
  test("six young people, a pause and the room changes are 142 of 150 minutes", () => {
    const slots = [...six, aSlot("s7", { kind: "pause", minutes: 10 })];
    expect(timeBudget(slots, aMeetingOf())).toEqual({
      persons: 6,
      personMinutes: 120,
      commonMinutes: 0,
      pauseMinutes: 10,
      changeMinutes: 12,
      used: 142,
      available: 150,
      air: 8,
    });
  });

  test("a common item takes its minutes and no room change", () => {
    const budget = timeBudget([aSlot("s1"), aSlot("s2", { kind: "common", minutes: 15 })], aMeetingOf());
    expect(budget).toMatchObject({ persons: 1, commonMinutes: 15, changeMinutes: 2, used: 37 });
  });

  test("too much is negative air", () => {
    expect(timeBudget([...six, aSlot("s7", { minutes: 30 })], aMeetingOf()).air).toBe(-14);
  });

  test("what is postponed takes no time", () => {
    const slots = six.map((slot) => (slot.id === "s2" ? { ...slot, state: "postponed" as const } : slot));
    expect(timeBudget(slots, aMeetingOf())).toMatchObject({ persons: 5, used: 110 });
    expect(timeBudget([], aMeetingOf())).toMatchObject({ used: 0, air: 150 });
  });
});

describe("the clock of an item", () => {
  const open = aSlot("s1", { state: "open", openedAt: at("9.00") });

  test("counts from the moment it was opened", () => {
    expect(itemClock(open, at("9.08.30"))).toEqual({ spentSeconds: 510, leftSeconds: 690 });
  });

  test("goes below zero when the time is over", () => {
    expect(itemClock(open, at("9.23")).leftSeconds).toBe(-180);
  });

  test("goes on from where it stood when the item is opened again", () => {
    const again = aSlot("s1", { state: "open", openedAt: at("10.00"), spentSeconds: 900 });
    expect(itemClock(again, at("10.02"))).toEqual({ spentSeconds: 1020, leftSeconds: 180 });
  });

  test("stands still when the item is not open", () => {
    const handled = aSlot("s1", { state: "handled", openedAt: at("9.00"), handledAt: at("9.15") });
    expect(itemClock(handled, at("11.00"))).toEqual({ spentSeconds: 900, leftSeconds: 300 });
    expect(itemClock({ ...handled, spentSeconds: 60 }, at("11.00"))).toEqual({ spentSeconds: 960, leftSeconds: 240 });
    expect(itemClock(aSlot("s1"), at("11.00"))).toEqual({ spentSeconds: 0, leftSeconds: 1200 });
  });

  test("never counts backwards for a screen whose clock is behind", () => {
    expect(itemClock(open, at("8.59")).spentSeconds).toBe(0);
  });
});

describe("what comes next", () => {
  test("is the first planned row of the agenda, a pause too", () => {
    const slots = [aSlot("s3"), aSlot("s2", { kind: "pause" }), aSlot("s1", { state: "handled" })];
    expect(nextToOpen(slots)?.id).toBe("s2");
    expect(nextToOpen([aSlot("s1", { state: "postponed" })])).toBeNull();
  });

  test("rows of the same place keep one order on every screen", () => {
    const same = [aSlot("b", { position: 1 }), aSlot("a", { position: 1 }), aSlot("c", { position: 0 })];
    expect(order(same).map(({ id }) => id)).toEqual(["c", "a", "b"]);
    expect(order(same.toReversed())).toEqual(order(same));
  });

  test("any planned item may be taken now, and a handled one again, while the meeting lasts", () => {
    const running = aMeetingOf({ state: "running" });
    const states = ["planned", "handled", "open", "postponed", "not_reached"] as const;
    expect(states.filter((state) => canOpen({ state }, running))).toEqual(["planned", "handled"]);
    for (const state of ["draft", "published", "locked", "closed"] as const)
      expect(canOpen({ state: "planned" }, { state })).toBe(false);
  });
});

describe("moving a row", () => {
  test("puts it where it was dropped, and the others close up", () => {
    expect(moveTo(six, "s5", 1)).toEqual(["s1", "s5", "s2", "s3", "s4", "s6"]);
    expect(moveTo(six, "s2", 4)).toEqual(["s1", "s3", "s4", "s5", "s2", "s6"]);
    expect(moveTo(six, "s2", 99)).toEqual(["s1", "s3", "s4", "s5", "s6", "s2"]);
    expect(moveTo(six, "s2", -1)).toEqual(["s2", "s1", "s3", "s4", "s5", "s6"]);
  });

  test("nothing moves for a row that is open, past or unknown", () => {
    const slots = [aSlot("s1", { state: "handled" }), aSlot("s2", { state: "open" }), aSlot("s3")];
    for (const id of ["s1", "s2", "s9"]) expect(moveTo(slots, id, 2)).toEqual(["s1", "s2", "s3"]);
    expect(slots.map(canMove)).toEqual([false, false, true]);
  });

  test("nothing is put before what has happened", () => {
    const slots = [aSlot("s1", { state: "handled" }), aSlot("s2", { state: "open" }), aSlot("s3"), aSlot("s4")];
    expect(moveTo(slots, "s4", 0)).toEqual(["s1", "s2", "s4", "s3"]);
  });

  test("a fixed time keeps its place while the others pass it, and moves when it is dragged itself", () => {
    const slots = [aSlot("s1"), aSlot("s2"), aSlot("s3", { fixedAt: at("10.00") }), aSlot("s4")];
    expect(moveTo(slots, "s4", 0)).toEqual(["s4", "s1", "s3", "s2"]);
    expect(moveTo(slots, "s2", 2)).toEqual(["s1", "s4", "s3", "s2"]);
    expect(moveTo(slots, "s4", 2)).toEqual(["s1", "s4", "s3", "s2"]);
    expect(moveTo(slots, "s3", 0)).toEqual(["s3", "s1", "s2", "s4"]);
  });

  test("none is lost, none doubled, and all but the moved one keep their order", () => {
    const slot = fc.record({ state: fc.constantFrom("planned", "handled", "open", "postponed"), fixed: fc.boolean() });
    const agenda = fc
      .array(slot, { minLength: 1, maxLength: 10 })
      .map((rows) =>
        rows.map(({ state, fixed }, n) =>
          aSlot(`s${n}`, { state: state as Slot["state"], fixedAt: fixed ? at("10.00") : null }),
        ),
      );
    fc.assert(
      fc.property(agenda, fc.nat(10), fc.integer({ min: -3, max: 13 }), (slots, pick, index) => {
        const moved = slots[pick % slots.length]!;
        const ids = slots.map(({ id }) => id);
        const after = moveTo(slots, moved.id, index);
        expect(after.toSorted()).toEqual(ids.toSorted());
        const stays = (id: string) => slots.some((s) => s.id === id && s !== moved && (s.fixedAt || !canMove(s)));
        for (const [place, id] of ids.entries()) if (stays(id)) expect(after[place]).toBe(id);
        const others = (list: string[]) => list.filter((id) => id !== moved.id && !stays(id));
        expect(others(after)).toEqual(others(ids));
        const target = ids[index];
        if (canMove(moved) && target && !stays(target)) expect(after[index]).toBe(moved.id);
      }),
    );
  });
});
