import { expect, test } from "vitest";
import { base32, codeAt, fromBase32, newSecret, stepAt, stepOf } from "#domain/signin/totp.server.ts";

const SECRET = Buffer.from("12345678901234567890");

test("codes are those of RFC 6238, appendix B", () => {
  const vectors = [59, 1111111109, 1111111111, 1234567890, 2000000000, 20000000000].map((seconds) =>
    codeAt(SECRET, stepAt(new Date(seconds * 1000).toISOString()), 8),
  );
  expect(vectors).toEqual(["94287082", "07081804", "14050471", "89005924", "69279037", "65353130"]);
});

test("codes are those of RFC 4226, appendix D", () => {
  expect(Array.from({ length: 10 }, (_, counter) => codeAt(SECRET, counter))).toEqual([
    ...["755224", "287082", "359152", "969429", "338314"],
    ...["254676", "287922", "162583", "399871", "520489"],
  ]);
});

const NOW = "2026-11-21T12:00:10.000Z";
const codeIn = (steps: number) => codeAt(SECRET, stepAt(NOW) + steps);

test("a clock may be one step off either way, and no more", () => {
  const accepted = [-2, -1, 0, 1, 2].map((drift) => stepOf(SECRET, codeIn(drift), NOW, 0) !== null);
  expect(accepted).toEqual([false, true, true, true, false]);
});

test("no code is accepted up to the last one that was", () => {
  expect(stepOf(SECRET, codeIn(0), NOW, stepAt(NOW))).toBeNull();
  expect(stepOf(SECRET, codeIn(-1), NOW, stepAt(NOW))).toBeNull();
  expect(stepOf(SECRET, codeIn(1), NOW, stepAt(NOW))).toBe(stepAt(NOW) + 1);
});

test("a code may be typed with a space, and is nothing but its six figures", () => {
  const code = codeIn(0);
  expect(stepOf(SECRET, `${code.slice(0, 3)} ${code.slice(3)}`, NOW, 0)).toBe(stepAt(NOW));
  for (const typed of ["", code.slice(1), `${code}0`, "abcdef"]) expect(stepOf(SECRET, typed, NOW, 0)).toBeNull();
});

test("a secret is 160 random bits, written as RFC 4648 writes them", () => {
  expect(base32(SECRET)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect(Buffer.from(fromBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ") ?? [])).toEqual(SECRET);
  expect(fromBase32(newSecret())).toHaveLength(20);
  expect(newSecret()).not.toBe(newSecret());
  for (const none of ["", "GEZD", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq", "1".repeat(32)])
    expect(fromBase32(none)).toBeNull();
});
