import type { ConsentLine } from "../script.ts";

/** What a yes is about: who may know, of what, and why, as the young person would say it. */
export type Asked = Pick<ConsentLine, "kind" | "recipients" | "areas" | "purpose">;

export const ASKED: readonly Asked[] = [
  {
    kind: "exchange",
    recipients: ["fgu", "guidance"],
    areas: ["education", "employment"],
    purpose: "FGU og min vejleder skal kunne lægge en plan sammen.",
  },
  {
    kind: "exchange",
    recipients: ["school"],
    areas: ["education", "daily_life"],
    purpose: "Skolen skal vide, hvad jeg har brug for i timerne.",
  },
  {
    kind: "exchange",
    recipients: ["school", "ppr"],
    areas: ["education"],
    purpose: "Jeg vil ikke selv forklare alt én gang til på den nye skole.",
  },
  {
    kind: "exchange",
    recipients: ["ppr", "guidance"],
    areas: ["education", "leisure"],
    purpose: "PPR skal fortælle min vejleder, hvad der virkede sidst.",
  },
  {
    kind: "exchange",
    recipients: ["region", "work"],
    areas: ["employment", "daily_life"],
    purpose: "Mine timer på jobbet skal passe med mine samtaler.",
  },
  {
    kind: "exchange",
    recipients: ["housing", "benefits"],
    areas: ["housing", "economy"],
    purpose: "Bolig og Ydelse skal kunne regne ud, hvad jeg har råd til.",
  },
  {
    kind: "health",
    recipients: ["region"],
    areas: ["health"],
    purpose: "Psykiatrien skal kunne fortælle, hvad der hjælper mig.",
  },
  {
    kind: "health",
    recipients: ["health", "region"],
    areas: ["health", "daily_life"],
    purpose: "De, der hjælper mig, skal vide, hvad de andre gør.",
  },
];

/** First names of parents. */
export const PARENTS = [
  "Birgit",
  "Gitte",
  "Hanne",
  "Kirsten",
  "Lone",
  "Pia",
  "Bo",
  "Erik",
  "Henrik",
  "Jens",
  "Lars",
  "Torben",
];
