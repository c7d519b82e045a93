import { expect, test } from "vitest";
import type { OwnYoung } from "#domain/guides/mine.server.ts";
import { type Note, nextOf } from "#live/device/notes.ts";
import { newKey, seal, unseal } from "#live/device/sealed.ts";
import { isReadable, listedOf, readableFrom } from "#live/device/today.ts";

const at = (moment: string) => Date.parse(moment);

test.each([
  ["2026-11-24T08:00:00Z", "2026-11-24T23:00:00.000Z", "in winter"],
  ["2026-07-24T21:59:59Z", "2026-07-24T22:00:00.000Z", "in summer, a second before it"],
  ["2026-07-24T22:00:00Z", "2026-07-25T22:00:00.000Z", "at midnight itself: until the next"],
  ["2026-10-24T23:30:00Z", "2026-10-25T23:00:00.000Z", "on the day of 25 hours"],
  ["2026-03-29T00:30:00Z", "2026-03-29T22:00:00.000Z", "on the day of 23 hours"],
])("what lies on a phone from %s can be read until %s: %s", (from, until) => {
  expect(new Date(readableFrom(at(from), 0).until).toISOString()).toBe(until);
});

test("a phone whose clock goes wrong has its midnight when Denmark has it", () => {
  const ahead = 3 * 3_600_000;
  const { until } = readableFrom(at("2026-11-24T08:00:00Z"), ahead);
  expect(new Date(until + ahead).toISOString()).toBe("2026-11-24T23:00:00.000Z");
});

test("it can be read from then to midnight, and a clock that is set back opens nothing", () => {
  const day = readableFrom(at("2026-11-24T08:00:00Z"), 0);
  expect(isReadable(day, at("2026-11-24T08:00:00Z"))).toBe(true);
  expect(isReadable(day, at("2026-11-24T22:59:59Z"))).toBe(true);
  expect(isReadable(day, at("2026-11-24T23:00:00Z"))).toBe(false);
  expect(isReadable(day, at("2026-11-24T07:00:00Z"))).toBe(false);
});

const young = {
  ...{ id: "y1", version: 3, name: "Asta Demostrup", firstName: "Asta", bornOn: "2008-02-01", phone: "12 34 56 78" },
  ...{ onPhone: true, promises: 2, reasons: [], nextOn: "2026-11-30", covered: null },
  place: { id: "p1", version: 1, primary: true, intensity: "A", sinceOn: "2026-01-01" },
  standing: {
    metOn: "2026-11-01",
    tries: 1,
    untried: "phone",
    lastChannel: "sms",
    next: { on: "2026-11-24", time: "13.00", place: "biblioteket" },
  },
  meeting: { startsAt: "2026-11-24T08:00:00Z", meetingId: "m1" },
} satisfies OwnYoung;

test("names, agreed hours and numbers lie on the phone, and nothing else", () => {
  expect(listedOf([young])).toEqual([
    {
      ...{ id: "y1", name: "Asta Demostrup", firstName: "Asta", phone: "12 34 56 78" },
      next: { on: "2026-11-24", time: "13.00", place: "biblioteket" },
    },
  ]);
});

test("of somebody whose address is protected neither the number nor a place", () => {
  const [listed] = listedOf([{ ...young, onPhone: false }]);
  expect(listed).toMatchObject({ phone: "", next: { time: "13.00", place: "" } });
});

const note = (id: string, state: Note["state"], moment: string): Note => ({
  ...{ id, state, at: moment, youngPersonId: "y1", firstName: "Asta", fields: {} },
});

test("what was saved first is sent first; a draft and what was refused are not sent", () => {
  const notes = [
    note("a", "draft", "2026-11-24T08:00:00.000Z"),
    note("b", "waiting", "2026-11-24T08:02:00.000Z"),
    note("c", "refused", "2026-11-24T08:00:30.000Z"),
    note("d", "waiting", "2026-11-24T08:01:00.000Z"),
  ];
  expect(nextOf(notes)?.id).toBe("d");
  expect(nextOf(notes.slice(0, 1))).toBeUndefined();
});

test("what is sealed opens for the same user and row alone, and its key is read out by nobody", async () => {
  const key = await newKey();
  const sealed = await seal(key, "anna n1", { text: "Vi gik en tur." });
  expect(new TextDecoder().decode(sealed.data)).not.toContain("tur");
  expect(await unseal(key, "anna n1", sealed)).toEqual({ text: "Vi gik en tur." });
  await expect(unseal(key, "birk n1", sealed)).rejects.toThrow();
  await expect(unseal(await newKey(), "anna n1", sealed)).rejects.toThrow();
  await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
});
