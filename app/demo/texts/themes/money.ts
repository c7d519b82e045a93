import type { Theme } from "./theme.ts";

export const money = {
  ages: [18, 27],
  departments: ["benefits", "work", "center"],
  questions: [
    "Hvordan får {navn} styr på sin økonomi inden for tre måneder?",
    "Hvad betyder flere timer med løn for {navn} og {hans} forsørgelse?",
    "Hvem kan hjælpe {navn} med at åbne sin post?",
    "Hvilken hjælp kan {navn} få, mens {han} venter på svar?",
  ],
  words: [
    "Jeg ved ikke, hvad jeg har tilbage om måneden. Det er altid nul.",
    "Jeg tør ikke sige ja til et job, hvis jeg så mister det andet.",
    "Brevene er skrevet til en, der er klogere end mig.",
    "Jeg vil gerne betale det selv. Bare lidt ad gangen.",
    "Når jeg har penge den første, så køber jeg ind til alle. Så er de væk.",
    "Det er pinligt at spørge. Derfor gør jeg det ikke.",
  ],
  options: [
    ["benefits", "Et budget på én side, som {navn} selv har lavet", "Hjælper {navn} med et budget på én side"],
    ["center", "En fast dag om måneden til post", "Holder en fast dag om måneden til post"],
    ["work", "Regne ud, hvad ti timer med løn giver", "Regner ud, hvad ti timer med løn giver"],
  ],
  discussions: [
    "{navn} siger nej til timer, fordi {han} er bange for at miste sin ydelse. Et regnestykke på papir hjælper mere end en forklaring.",
    "Posten ligger uåbnet i tre måneder. Ungeguiden og {navn} åbner den sammen, ti breve ad gangen.",
    "Det er ikke viljen, der mangler. Det er overblikket. Budgettet bliver på én side.",
    "Tre steder har bedt {navn} om de samme papirer. Ydelse samler dem én gang for alle.",
  ],
} as const satisfies Theme;
