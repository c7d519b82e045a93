import { describe, expect, test } from "vitest";
import type { Agreed, ItemMinutes } from "#domain/minutes/draft.ts";
import { minutesText, type TextWords } from "#domain/minutes/text.ts";

const words: TextWords = {
  commonItem: "Fælles punkt",
  time: (from, to) => `kl. ${from}–${to}`,
  present: "Til stede",
  away: "Mangler",
  out: "Gået ud som inhabil",
  question: "Spørgsmål",
  voice: "Den unges egne ord",
  told: ({ heardBy }) => `fortalt til ${heardBy}`,
  options: "Muligheder",
  discussion: "Kort om drøftelsen",
  dissent: "Uenighed",
  remark: "Bemærkning",
  agreements: "Aftaler",
  noAgreement: "Ingen aftale, fordi",
  informs: "Får besked",
  next: "Næste gang",
  seat: ({ name, organisation }) => `${name} (${organisation})`,
  agreement: ({ text, department }) => `${text} – ${department}`,
  informsBy: ({ name }) => `af ${name}`,
  nextStep: ({ on }) => `mødet ${on}`,
  left: () => "Udsat",
  clock: (at) => at.slice(11, 16),
};

const agreed = (set: Partial<Agreed>): Agreed => ({
  id: "a",
  number: 1,
  text: "Finder et praktiksted",
  departmentId: "voksen",
  department: "Voksen",
  owner: "Rådgiver 1",
  dueOn: "2026-12-01",
  state: "agreed",
  declined: false,
  byYoungPerson: false,
  youthAnswer: "not_asked",
  youthWords: "",
  ...set,
});

const anItem = (set: Partial<ItemMinutes> = {}): ItemMinutes => ({
  id: "item",
  about: "person",
  state: "handled",
  postponeReason: null,
  youngPerson: { name: "Signe Holm", initials: "S.H." },
  question: "Hvem tager over?",
  openedAt: "2026-11-21T08:00:00.000Z",
  handledAt: "2026-11-21T08:20:00.000Z",
  here: [
    {
      id: "s",
      participantKind: "staff",
      name: "Guide 1",
      title: "",
      organisation: "UU",
      video: false,
      standsInFor: null,
    },
  ],
  away: [],
  out: [],
  voice: { how: "contact_person", words: "Jeg vil bo selv", tries: "", heardBy: "Guide 1", heardOn: "2026-11-18" },
  options: [{ id: "o", text: "En bolig", agreed: false }],
  discussion: { id: "d", version: 1, text: "Morgenen er svær" },
  dissents: [{ id: "u", version: 1, text: "PPR mener noget andet" }],
  remarks: [],
  upper: [],
  agreements: [
    agreed({}),
    agreed({ id: "b", number: 2, text: "Skriver til skolen", departmentId: "ppr", department: "PPR" }),
  ],
  noAgreementReason: null,
  informs: { name: "Guide 1", on: "2026-11-23" },
  next: { kind: "meeting", on: "2026-12-05" },
  edits: true,
  lacks: [],
  handedIn: [{ id: "h", version: 1, text: "Afleveret tekst", by: "Rådgiver 1" }],
  ...set,
});

describe("the text of the minutes", () => {
  test("says under an agreement what the young person said to it", () => {
    const one = agreed({ youthAnswer: "no", youthWords: "Ikke det sted" });
    expect(minutesText([], [anItem({ agreements: [one] })], words)).toMatch(
      /1\. Finder et praktiksted – Voksen\nDen unges egne ord: Ikke det sted\n/,
    );
  });

  test("says every part of an item in the order it is read aloud", () => {
    expect(minutesText(["Mødet", "Udkast"], [anItem()], words)).toBe(
      [
        "Mødet",
        "Udkast",
        "",
        "Signe Holm (kl. 08:00–08:20)",
        "Til stede: Guide 1 (UU)",
        "Spørgsmål: Hvem tager over?",
        "Den unges egne ord (fortalt til Guide 1):",
        "Jeg vil bo selv",
        "Muligheder:",
        "- En bolig",
        "Kort om drøftelsen: Morgenen er svær",
        "Uenighed: PPR mener noget andet",
        "Aftaler:",
        "1. Finder et praktiksted – Voksen",
        "2. Skriver til skolen – PPR",
        "Får besked: af Guide 1",
        "Næste gang: mødet 2026-12-05",
      ].join("\n"),
    );
  });

  test("of a department holds the question and its own agreements, and nothing of the rest", () => {
    const other = anItem({
      id: "other",
      youngPerson: { name: "Bo Lund", initials: "B.L." },
      agreements: [agreed({ departmentId: "ppr", department: "PPR" })],
    });
    expect(minutesText(["Mødet"], [anItem(), other], words, { departmentId: "voksen" })).toBe(
      ["Mødet", "", "Signe Holm", "Spørgsmål: Hvem tager over?", "Aftaler:", "1. Finder et praktiksted – Voksen"].join(
        "\n",
      ),
    );
  });

  test("never holds what was handed in and not taken, and a young person's own agreement is no department's", () => {
    const own = anItem({ agreements: [agreed({ byYoungPerson: true })] });
    expect(minutesText([], [own], words)).not.toContain("Afleveret tekst");
    expect(minutesText([], [own], words, { departmentId: "voksen" })).toBe("");
  });

  test("says that the young person did not want to take part, or what was tried", () => {
    const voice = (how: "declined" | "not_reached", tries: string) =>
      minutesText([], [anItem({ voice: { how, words: "", tries, heardBy: "Guide 1", heardOn: null } })], words);
    expect(voice("declined", "")).toContain("Den unges egne ord: fortalt til Guide 1\n");
    expect(voice("not_reached", "Ringet to gange")).toContain("egne ord: fortalt til Guide 1: Ringet to gange\n");
  });

  test("says why there is no agreement, and where an item went that was not taken", () => {
    const none = anItem({ agreements: [], noAgreementReason: "Vil tænke" });
    expect(minutesText([], [none], words)).toContain("Ingen aftale, fordi: Vil tænke");
    expect(minutesText([], [anItem({ state: "postponed" })], words)).toBe("Signe Holm\nUdsat");
  });
});
