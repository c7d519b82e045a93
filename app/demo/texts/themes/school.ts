import type { Theme } from "./theme.ts";

export const school = {
  ages: [14, 17],
  departments: ["ppr", "children", "guidance"],
  questions: [
    "Hvordan kommer {navn} tilbage til en skoledag, {han} kan være i?",
    "Hvad kan træde i stedet for klassen, indtil {navn} er klar?",
    "Hvem følger {navn} de første uger på den nye skole?",
    "Hvad har vi prøvet, og hvad skal vi holde op med, for at {navn} får ro til at lære?",
    "Hvordan får {navn} sin afgangsprøve, når {han} mangler et halvt år?",
  ],
  words: [
    "Jeg kan godt lide at lære. Jeg kan bare ikke, når der er 26 andre i rummet.",
    "Jeg vil gerne i skole, men ikke på den skole.",
    "Det hjælper, når jeg ved, hvem der er på arbejde, inden jeg kommer.",
    "Matematik er fint. Det er frikvarteret, der er svært.",
    "I må godt vække mig, men I må ikke råbe.",
    "Jeg troede, at alle havde glemt mig. Så ringede min dansklærer.",
    "Jeg vil helst begynde kl. 10 og blive længere.",
  ],
  options: [
    ["ppr", "Et mindre hold de første tre måneder", "Finder plads på et mindre hold de første tre måneder"],
    ["ppr", "En dag om ugen på værkstedet i stedet for timer", "Bytter en dag med timer til en dag på værkstedet"],
    ["guidance", "Besøge en efterskole for at se, om det er noget", "Besøger en efterskole sammen med {navn}"],
    ["children", "En voksen, der følges med om morgenen", "Finder en voksen, der kan følges med {navn} om morgenen"],
  ],
  discussions: [
    "{navn} kommer to dage ud af fem. De dage, {han} kommer, går det godt. Skolen vil gerne gøre dagen kortere, hvis det betyder, at {han} kommer alle dage.",
    "Der er tre planer for {navn}, og de siger ikke det samme. Vi bruger planen fra skolen og lægger de andre ind under den.",
    "{navn} har selv sagt, hvilke timer der går. De timer bliver stående. Resten kommer til én ad gangen.",
    "Familien er træt af at forklare det samme. Fremover ringer kun ungeguiden, og de andre læser med.",
  ],
} as const satisfies Theme;
