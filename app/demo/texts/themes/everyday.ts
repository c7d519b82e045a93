import type { Theme } from "./theme.ts";

export const everyday = {
  ages: [16, 25],
  departments: ["adults", "health", "center"],
  questions: [
    "Hvad kan få hverdagen til at hænge sammen for {navn}?",
    "Hvordan vender {navn} døgnet, så {han} kan være med om dagen?",
    "Hvem er den ene, {navn} kan ringe til?",
    "Hvad er det mindste skridt, som {navn} selv tror på?",
    "Hvordan støtter vi {navn} uden at gøre det for {ham}?",
  ],
  words: [
    "Om morgenen er alt tungt. Efter klokken to går det.",
    "Jeg kan godt, når nogen gør det sammen med mig den første gang.",
    "I skal ikke tage min telefon. Det er dér, mine venner er.",
    "Jeg har en god dag om ugen. Jeg vil gerne have to.",
    "Jeg glemmer ikke tiderne. Jeg kan bare ikke gå ud ad døren.",
    "Det er rart, når I siger, hvad I tænker. Også når det er svært.",
    "Jeg vil gerne lave min egen mad. Bare tre retter.",
  ],
  options: [
    ["adults", "Støtte to gange om ugen i en periode", "Begynder støtte to gange om ugen i en periode"],
    ["health", "Samtaler om søvn, fire gange", "Holder fire samtaler med {navn} om søvn"],
    ["center", "Gå en tur sammen hver mandag", "Går en tur med {navn} hver mandag"],
    ["health", "Et hold, der bevæger sig uden at konkurrere", "Følger {navn} til første gang på bevægelsesholdet"],
  ],
  discussions: [
    "{navn} har mange gode vaner, men de ligger om natten. Vi flytter dem en halv time ad gangen, og {navn} bestemmer farten.",
    "Der har været fire forskellige voksne på et halvt år. {navn} vælger én. De andre går gennem den ene.",
    "{navn} kom ikke til tre aftaler. De lå alle før kl. 9. De næste ligger om eftermiddagen.",
    "Det, der virker, er at gøre det sammen den første gang. Det skriver vi ind i planen.",
  ],
} as const satisfies Theme;
