import { describe, expect, test } from "vitest";
import { singleKey } from "#ui/single-keys.ts";
import { nextStop, tabStop } from "#ui/stops.ts";

const keys = ["n", "d", "?"];
const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  ...more,
});
/** A focused element that lies within what `kind` selects. */
const within = (kind: string) => ({ closest: (selector: string) => (selector.includes(kind) ? {} : null) });
const onThePage = { closest: () => null };

describe("single keys", () => {
  test("are heard on the page, as a small or a capital letter", () => {
    expect(singleKey(press("n"), onThePage, keys)).toBe("n");
    expect(singleKey(press("N"), onThePage, keys)).toBe("n");
    expect(singleKey(press("?"), null, keys)).toBe("?");
  });

  test("rest while somebody writes in a field or has a dialog in front", () => {
    for (const kind of ["input", "textarea", "select", "contenteditable", "dialog", "popover"])
      expect(singleKey(press("n"), within(kind), keys)).toBeUndefined();
  });

  test("leave the browser's own keys alone", () => {
    for (const held of ["ctrlKey", "metaKey", "altKey", "isComposing"])
      expect(singleKey(press("n", { [held]: true }), onThePage, keys)).toBeUndefined();
  });

  test("do a thing once, however long the key is held", () => {
    expect(singleKey(press("n", { repeat: true }), onThePage, keys)).toBeUndefined();
  });

  test("that mean nothing here do nothing", () => {
    expect(singleKey(press("x"), onThePage, keys)).toBeUndefined();
  });
});

describe("a list that is one tab stop", () => {
  const rows = ["a", "b", "c"];

  test("is walked by arrows, Home and End, and its ends are ends", () => {
    expect(nextStop(rows, 0, "ArrowDown")).toBe("b");
    expect(nextStop(rows, 2, "ArrowDown")).toBe("c");
    expect(nextStop(rows, 0, "ArrowUp")).toBe("a");
    expect(nextStop(rows, 2, "Home")).toBe("a");
    expect(nextStop(rows, 0, "End")).toBe("c");
    expect(nextStop(rows, 0, "Tab")).toBeUndefined();
    expect(nextStop([], -1, "ArrowDown")).toBeUndefined();
  });

  test("begins at its first row", () => {
    expect(tabStop(rows, undefined)).toBe("a");
    expect(tabStop([], undefined)).toBeUndefined();
  });

  test("keeps its place on the same row when others reorder it", () => {
    expect(tabStop(["c", "a", "b"], { id: "b", index: 1 })).toBe("b");
  });

  test("goes on at the same height when its row is taken away", () => {
    expect(tabStop(["a", "c"], { id: "b", index: 1 })).toBe("c");
    expect(tabStop(["a", "b"], { id: "c", index: 2 })).toBe("b");
    expect(tabStop([], { id: "b", index: 1 })).toBeUndefined();
  });
});
