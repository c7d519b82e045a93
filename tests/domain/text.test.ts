import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { cleanText, danishSortKey, graphemes, hasCpr, isWithin, looksEmpty, soundsLikeDecision } from "#domain/text.ts";

describe("typed text", () => {
  test("is trimmed, line by line, and keeps its lines", () => {
    expect(cleanText("  Finder et praktiksted \t\r\n\r\n  med dyr  \r")).toBe("Finder et praktiksted\n\n  med dyr");
    expect(cleanText("a\u2028b\tc")).toBe("a\nb c");
  });

  test("loses what turns or hides it", () => {
    expect(cleanText("\u202Eung 1\u202C\u200B\uFEFF\u0000\u001B[2J\u00AD\u2066!\u2069")).toBe("ung 1[2J!");
    expect(cleanText("a\u{E0041}\u{E0042}b\uD800c\u200D")).toBe("abc");
  });

  test("is one text however it was typed", () => {
    expect(cleanText("A\u030Ase")).toBe("Åse");
    expect(cleanText("A\u200B\u030Ase")).toBe("Åse");
  });

  test("keeps every emoji whole", () => {
    for (const emoji of ["👩‍🚒", "👩🏽‍🚒", "❤️‍🔥", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "🇩🇰", "☎️"])
      expect(cleanText(`a ${emoji} b`)).toBe(`a ${emoji} b`);
  });

  test("is the same after a second cleaning, and nothing unseen is left", () => {
    const pieces = fc.constantFrom(
      "👩",
      "\u200D",
      "\uFE0F",
      "★",
      "1",
      "\u20E3",
      "🏽",
      "\u{1F3F4}",
      "\u{E0067}",
      "\u{E007F}",
      "\u200B",
      "\u0338",
      "\r",
      "\n",
      " ",
      "a",
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: pieces })), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(/\p{Cc}(?<!\n)|[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/u);
      }),
      { numRuns: 3000 },
    );
  });

  test("of many blanks costs no more than its length", () => {
    expect(cleanText(`${" ".repeat(250_000)}x${"\u200D".repeat(250_000)}`)).toBe("x");
  });

  test("is as long as a reader counts", () => {
    expect(graphemes("Åse")).toBe(3);
    expect(graphemes("👨‍👩‍👧‍👦🇩🇰e\u0301")).toBe(3);
    expect(graphemes("")).toBe(0);
    for (const one of ["👨‍👩‍👧‍👦", "e\u0301", "x"]) expect(graphemes(one.repeat(1500))).toBe(1500);
  });

  test("is counted no further than it may be long, and never by many letters at once", () => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, "segment");
    expect(isWithin("x".repeat(200_000), 200)).toBe(false);
    expect(segment.mock.calls.map(([text]) => text.length)).toEqual([512]);
    expect(isWithin("👍".repeat(4000), 4000)).toBe(true);
    for (const [text] of segment.mock.calls) expect(text.length).toBeLessThanOrEqual(512);
    segment.mockRestore();
  });

  test("that shows nothing is empty", () => {
    for (const text of ["", " \n\t", "\u200B\u200D", "\u3164", "\u2800", "\u0301", "\u202E"])
      expect(looksEmpty(text)).toBe(true);
    for (const text of ["a", "?", "👍", "1", "مرحبا"]) expect(looksEmpty(text)).toBe(false);
  });
});

describe("Danish order", () => {
  const sorted = (names: string[]) =>
    [...names].sort((a, b) => (danishSortKey(a) < danishSortKey(b) ? -1 : danishSortKey(a) > danishSortKey(b) ? 1 : 0));

  test("æ, ø and å come last, aa as å, in any case", () => {
    const inOrder = ["Anne", "bo", "Zeynep", "Ærø", "ØRSTED", "Özlem", "aage", "Aamand", "Åse"];
    expect(sorted(inOrder.toReversed())).toEqual(inOrder);
    expect(danishSortKey("AASE")).toBe(danishSortKey("Åse"));
  });

  test("a shorter first name comes before a longer one", () => {
    expect(sorted(["Annette Bo", "Anne-Marie Bo", "Anne Åby", "Anne Bo"])).toEqual([
      "Anne Bo",
      "Anne-Marie Bo",
      "Anne Åby",
      "Annette Bo",
    ]);
  });

  test("it is the order of the Danish dictionary", () => {
    const collator = new Intl.Collator("da", { sensitivity: "base" });
    const word = fc.string({ unit: fc.constantFrom(..."aabcdezæøåöüéÆØÅAZ") });
    fc.assert(
      fc.property(word, word, (a, b) => {
        // ICU reads the a of "aå" as half of an "aa", and "aA" as two letters; no Danish word has them.
        fc.pre(!/[aA][åÅ]|aA/.test(`${a} ${b}`));
        const [keyA, keyB] = [danishSortKey(a), danishSortKey(b)];
        expect(keyA < keyB ? -1 : keyA > keyB ? 1 : 0).toBe(Math.sign(collator.compare(a, b)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what does not belong in a text", () => {
  test("a civil registration number is found, however it is written", () => {
    for (const text of [
      "070308-5013",
      "cpr 0703085013.",
      "Ring til 670308 5013",
      "(070308–5013)",
      "０７０３０８-5013",
      "07\u200B0308-5013",
    ])
      expect(hasCpr(text), text).toBe(true);
  });

  test("a telephone number, a date or a longer number is none", () => {
    for (const text of [
      "00 12 34 56",
      "07-03-2008",
      "320308-5013",
      "070308-••••",
      "10703085013",
      "sag 0713085013",
      "0703-08",
    ])
      expect(hasCpr(text), text).toBe(false);
  });

  test("the words of a decision are heard in their forms", () => {
    const decisions = [
      "Bevilger mentor",
      "bevilget",
      "Bevilling af STU",
      "BEVILLIGES",
      "afgør det",
      "Træffer afgørelse om bolig",
      "afgjort",
      "visiterer til STU",
      "Visitation",
      "genbevilge",
    ];
    for (const text of decisions) expect(soundsLikeDecision(text), text).toBe(true);
  });

  test("what only sounds alike is left alone", () => {
    for (const text of [
      "Det er afgørende, at han er med",
      "Ringer til visitator",
      "Besøger stedet",
      "Alkoholbevilling",
      "bevilde",
    ])
      expect(soundsLikeDecision(text), text).toBe(false);
  });
});
