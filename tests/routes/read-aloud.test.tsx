import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { YOUNG_PERSON } from "#domain/sharing/consent-rules.ts";
import type { ConsentToRead } from "#domain/sharing/shown.server.ts";
import { da } from "#words/da.ts";
import { TextsProvider } from "#words/words.ts";
import { ReadAloud } from "../../app/routes/people.$id_.consents.$consent/read-aloud.tsx";
import areas from "../../db/codes/life-areas.json" with { type: "json" };

const MOST = 30;
const LONG_WORD = 7;
const YOUNG = { giver: YOUNG_PERSON, name: "Malik Testholm" };
const PARENTS = [
  { giver: "a", name: "Hanne Testholm" },
  { giver: "b", name: "Torben Testholm" },
];

type Asked = {
  kind?: "exchange" | "health";
  recipients: string[];
  areas: number;
  purpose: string;
  asked?: { giver: string; name: string }[];
};

function read({ kind = "exchange", recipients, areas: count, purpose, asked = [YOUNG] }: Asked): string {
  const consent: ConsentToRead["consent"] = {
    ...{ id: "1", version: 1, kind, purpose, form: "oral", state: "waiting", atEighteen: false, withdrawn: null },
    ...{ givenOn: "2026-11-21", endsOn: "2027-11-21", said: [], missing: asked },
    areas: areas.slice(0, count).map(({ code, da, en }) => ({ code, label: { da, en } })),
    recipients: recipients.map((name) => ({ id: name, name, sector: "authority" })),
  };
  return renderToStaticMarkup(
    <TextsProvider value={da}>
      <ReadAloud consent={consent} firstName="Malik" today="2026-11-21" language="da" />
    </TextsProvider>,
  );
}

/** Words in a sentence, and of a hundred words those with more than six letters (Björnsson). A list is one sentence. */
function lix(markup: string): number {
  const lines = markup
    .replace(/<div class="paper-only">.*$/s, "")
    .replace(/<\/li><li>/g, ", ")
    .replace(/<[^>]+>/g, "\n")
    .split("\n");
  const sentences = lines.flatMap((line) => line.split(/[.!?:](?:\s|$)/)).filter((one) => /\p{L}/u.test(one));
  const words = sentences.flatMap((one) => one.match(/[\p{L}\d]+/gu) ?? []);
  const long = words.filter((word) => word.length >= LONG_WORD);
  return words.length / sentences.length + (long.length * 100) / words.length;
}

const PURPOSES = [
  "Psykiatrien og skolen skal kunne lægge en plan sammen.",
  "FGU og min vejleder skal kunne lægge en plan sammen.",
  "Jeg vil ikke selv forklare alt én gang til på den nye skole.",
];

describe("what is read aloud of a consent", () => {
  test.each<[string, Asked]>([
    ["to one school about one thing", { recipients: ["Skolen"], areas: 1, purpose: PURPOSES[2] as string }],
    [
      "to the psychiatry about health",
      { kind: "health", recipients: ["Regionens psykiatri"], areas: 7, purpose: PURPOSES[0] as string },
    ],
    [
      "of somebody under 18, whose parents are asked too",
      { recipients: ["FGU Demo Vest", "PPR"], areas: 3, purpose: PURPOSES[1] as string, asked: [YOUNG, ...PARENTS] },
    ],
    [
      "of a child, whose parents alone are asked",
      { recipients: ["Erhvervsskolen Prøven"], areas: 2, purpose: PURPOSES[0] as string, asked: PARENTS },
    ],
    [
      "to many about everything",
      {
        recipients: ["Uddannelsesvejledning", "Regionens psykiatri", "FGU Demo Vest", "Sundhed og rusmiddel", "Bolig"],
        areas: areas.length,
        purpose: PURPOSES[1] as string,
      },
    ],
  ])("%s is easy to understand", (_, asked) => {
    const text = read(asked);
    expect(lix(text)).toBeLessThan(MOST);
  });
});

test("a text is the harder the longer its sentences and its words are", () => {
  expect(lix("<p>Du kan sige nej.</p>")).toBe(4);
  expect(lix("<p>Kommunalbestyrelsens sagsbehandlingsfrister forlænges efterfølgende.</p>")).toBe(104);
  expect(lix("<ul><li>bolig</li><li>økonomi</li></ul>")).toBe(52);
});
