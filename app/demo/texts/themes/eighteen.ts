import type { Theme } from "./theme.ts";

export const eighteen = {
  ages: [16, 18],
  departments: ["children", "adults", "benefits"],
  questions: [
    "Hvem tager over, når støtten stopper ved 18 år?",
    "Hvad skal {navn} selv tage stilling til, når {han} fylder 18?",
    "Hvilken støtte har {navn} brug for dagen efter sin fødselsdag?",
    "Hvordan kan {navn} beholde sin kontaktperson efter 18?",
    "Hvad lever {navn} af fra den dag, {han} er 18?",
  ],
  words: [
    "Alle taler om, at jeg bliver 18. Ingen siger, hvad der sker dagen efter.",
    "Jeg vil gerne selv have brevene, men nogen må godt læse dem med mig.",
    "Jeg vil beholde den samme, jeg taler med. Det tog lang tid at få en, der var god.",
    "Jeg tror, jeg kan meget selv. Det er mest post og tider.",
    "Min mor gør det hele nu. Det skal hun ikke, når jeg er voksen.",
    "Jeg er ikke bange for at bo selv. Jeg er bange for, at ingen kigger ind.",
    "Kan jeg ikke bare blive 18 lidt langsommere?",
  ],
  options: [
    [
      "adults",
      "Et møde med den kommende rådgiver tre måneder før",
      "Inviterer {navn} til møde med den kommende rådgiver",
    ],
    [
      "children",
      "Forlænge støtten, til den nye er i gang",
      "Undersøger, om støtten kan fortsætte, til den nye er i gang",
    ],
    ["adults", "En støtteperson et par timer om ugen", "Undersøger en støtteperson et par timer om ugen"],
    ["benefits", "Gennemgå et budget sammen før fødselsdagen", "Gennemgår et budget med {navn} før fødselsdagen"],
  ],
  discussions: [
    "{navn} fylder snart 18, og tre ordninger stopper samme dag. Voksen møder {ham}, mens Børn og unge stadig er med.",
    "Det vigtigste for {navn} er, at der ikke kommer et hul. Overgangen bliver derfor i to trin.",
    "Forældrene vil gerne hjælpe, men ikke bestemme. {navn} siger selv til, hvornår de skal med.",
    "Vi ved ikke, hvad {navn} skal leve af. Det skal være på plads to måneder før, ikke dagen før.",
  ],
} as const satisfies Theme;
