import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { OwnYoung } from "#domain/guides/mine.server.ts";
import { claim, keepList, readList } from "#live/device/holder.ts";
import { keepNote, knownNotes, type Note, nextOf, ownerNow, readNotesAs, waitsHere } from "#live/device/notes.ts";
import { newKey, seal, unseal } from "#live/device/sealed.ts";
import { sendNote, sendNotes, whenSent } from "#live/device/send.ts";
import { takenUp } from "#live/device/taken-up.ts";
import { isReadable, listedOf, readableFrom } from "#live/device/today.ts";
import { dayWords } from "#words/days.ts";

/** The telephone's own database; `full`: it takes and deletes nothing any more. */
const disk = vi.hoisted(() => ({
  keys: new Map<string, { id: string }>(),
  rows: new Map<string, { id: string }>(),
  full: false,
}));
vi.mock("#live/device/store.ts", () => {
  type Store = "keys" | "rows";
  const write = async (work: () => void) => {
    if (disk.full) throw new Error("QuotaExceededError");
    work();
  };
  return {
    get: async (store: Store, id: string) => disk[store].get(id),
    all: async (store: Store) => [...disk[store].values()],
    put: (store: Store, row: { id: string }) => write(() => disk[store].set(row.id, row)),
    putSealed: (key: { id: string }, row: { id: string }) =>
      write(() => {
        disk.keys.set(key.id, key);
        disk.rows.set(row.id, row);
      }),
    drop: (store: Store, id: string) => write(() => disk[store].delete(id)),
    dropAll: () =>
      write(() => {
        disk.keys.clear();
        disk.rows.clear();
      }),
  };
});
vi.mock("#live/connection.ts", () => ({ lock: vi.fn(), notThrough: vi.fn() }));

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
  expect(listedOf([young], "2026-11-24", "43 59 10 00")).toEqual([
    {
      ...{ id: "y1", name: "Asta Demostrup", firstName: "Asta", phone: "12 34 56 78" },
      next: { on: "2026-11-24", time: "13.00", place: "biblioteket" },
      notify: "",
    },
  ]);
  const [child] = listedOf([{ ...young, bornOn: "2009-02-01" }], "2026-11-24", "43 59 10 00");
  expect(child?.notify).toBe("43 59 10 00");
});

test("of somebody whose address is protected neither the number nor a place", () => {
  const [listed] = listedOf([{ ...young, onPhone: false }], "2026-11-24", "");
  expect(listed).toMatchObject({ phone: "", next: { time: "13.00", place: "" } });
});

const note = (id: string, state: Note["state"], moment: string): Note => ({
  ...{ id, state, at: moment, youngPersonId: "y1", firstName: "Asta", fields: {}, intent: "write-contact" },
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

describe("a note that is written on", () => {
  const { short } = dayWords("da", "2026-11-24");
  const day = (fields: Record<string, string>, begun = "2026-11-22T17:00:00.000Z") =>
    takenUp({ at: begun, fields }, "2026-11-24", short).on;

  test("on a later day is of the day on which it was begun, or of the one that was meant then", () => {
    expect(day({ on: "" })).toBe("22. nov.");
    expect(day({})).toBe("22. nov.");
    expect(day({ on: "i går" })).toBe("21. nov.");
    expect(day({ on: "mandag" })).toBe("16. nov.");
  });

  test("on the same day, by Danish clocks, stands as it was typed; so does what is no day", () => {
    expect(day({ on: "i går" }, "2026-11-23T23:30:00.000Z")).toBe("i går");
    expect(day({ on: "" }, "2026-11-24T08:00:00.000Z")).toBe("");
    expect(day({ on: "forleden" })).toBe("forleden");
  });

  test("an own reminder has no day", () => {
    expect(day({ kind: "reminder", on: "" })).toBe("");
  });
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

describe("what lies on the telephone", () => {
  const NOW = at("2026-11-23T09:00:00Z");
  const list = { language: "da" as const, ahead: 0, people: listedOf([young], "2026-11-24", "") };
  /** What the server says to the next posts, one after another; then the net is gone. */
  let says: object[] = [];
  const posted = vi.fn();

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOW });
    const queues = new Map<string, Promise<unknown>>();
    const request = (name: string, work: () => Promise<unknown>) => {
      const done = (queues.get(name) ?? Promise.resolve()).then(work);
      queues.set(
        name,
        done.catch(() => undefined),
      );
      return done;
    };
    vi.stubGlobal("navigator", { locks: { request } });
    vi.stubGlobal("indexedDB", {});
    vi.stubGlobal("fetch", async (_to: string, { body }: { body: FormData }) => {
      posted(body.get("text"));
      const said = says.shift();
      if (!said) throw new TypeError("Failed to fetch");
      return new Response(JSON.stringify(said), { headers: { "X-Remix-Response": "yes" } });
    });
    posted.mockClear();
    says = [];
    disk.full = false;
    disk.keys.clear();
    disk.rows.clear();
    await claim("anna", NOW);
    await readNotesAs("anna");
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const formOf = (key: string, text: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: "write-contact", key, youngPersonId: "y1", text }))
      form.set(name, value);
    return form;
  };
  const save = async (key: string, text: string) => {
    const kept = await keepNote(formOf(key, text), "waiting", NOW);
    if (!kept) throw new Error("Not kept");
    return kept;
  };

  test("a list goes at the midnight of the day it was made on, though it is shown again the day after", async () => {
    await keepList("anna", list, NOW, NOW);
    expect((await readList(NOW))?.staffId).toBe("anna");
    const tomorrow = NOW + 24 * 3_600_000;
    await claim("anna", tomorrow);
    await keepList("anna", list, NOW, tomorrow);
    expect(await readList(tomorrow)).toBeNull();
    expect(disk.keys.has("day")).toBe(false);
  });

  test("a window of the former user writes nothing any more when another has signed in", async () => {
    await claim("birk", NOW);
    await keepList("birk", list, NOW, NOW);
    expect(ownerNow()).toBe("anna");
    expect(await keepNote(formOf("n1", "Annas tekst"), "draft", NOW)).toBeNull();
    await keepList("anna", list, NOW, NOW);
    expect((await readList(NOW))?.staffId).toBe("birk");
    expect([...disk.rows.keys()]).toEqual(["list"]);
  });

  test("a form's text waits here when it was written, and not where the telephone took nothing", async () => {
    const form = formOf("n1", "Vi gik en tur.");
    disk.full = true;
    expect(await keepNote(form, "waiting", NOW)).toBeNull();
    expect(waitsHere(form)).toBe(false);
    disk.full = false;
    await keepNote(form, "draft", NOW);
    expect(waitsHere(form)).toBe(false);
    await keepNote(form, "waiting", NOW);
    expect(waitsHere(form)).toBe(true);
  });

  test("a form hears what was said to its own text, not what was said before it was mended", async () => {
    await save("n1", "For tidligt.");
    says = [{ ok: false, no: "refused" }];
    await sendNotes();
    expect(knownNotes()[0]?.state).toBe("refused");
    expect(await sendNote(await save("n1", "Rettet."))).toBeNull();
    expect(knownNotes()[0]).toMatchObject({ state: "waiting", fields: { text: "Rettet." } });
  });

  test("what cannot be taken away is sent once in a run, and what lies behind it too", async () => {
    await save("n1", "Den første.");
    await save("n2", "Den næste.");
    disk.full = true;
    says = Array(9).fill({ ok: true, changes: [] });
    await sendNotes();
    expect(posted.mock.calls.flat()).toEqual(["Den første.", "Den næste."]);
  });

  test("what was sent from another window is not shown as waiting any more", async () => {
    await save("n1", "Sendt derfra.");
    disk.rows.clear();
    await sendNotes();
    expect(knownNotes()).toEqual([]);
  });

  test("a note that goes while no form waits for it is told of, one that a form waits for is not", async () => {
    const told: string[] = [];
    const end = whenSent((note) => told.push(note.id));
    says = Array(2).fill({ ok: true, changes: [] });
    await save("n1", "Af sig selv.");
    await sendNotes();
    await sendNote(await save("n2", "Fra formularen."));
    end();
    expect(told).toEqual(["n1"]);
  });

  test("windows tell each other what they have written and taken away", async () => {
    const windows = new Set<Channel>();
    class Channel {
      hear = () => {};
      constructor(readonly name: string) {
        windows.add(this);
      }
      addEventListener(_name: string, hear: () => void) {
        this.hear = hear;
      }
      postMessage() {
        for (const one of windows) if (one !== this && one.name === this.name) one.hear();
      }
    }
    vi.stubGlobal("document", {});
    vi.stubGlobal("BroadcastChannel", Channel);
    const aWindow = async () => {
      vi.resetModules();
      const opened = await import("#live/device/notes.ts");
      await opened.readNotesAs("anna");
      return opened;
    };
    const [one, other] = [await aWindow(), await aWindow()];
    await one.keepNote(formOf("n1", "Kladde."), "draft", NOW);
    await vi.waitFor(() => expect(other.knownNotes().map(({ id }) => id)).toEqual(["n1"]));
    await one.dropNote("n1");
    await vi.waitFor(() => expect(other.knownNotes()).toEqual([]));
  });
});
