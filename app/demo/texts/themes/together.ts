import type { Theme } from "./theme.ts";

export const together = {
  ages: [15, 23],
  departments: ["center", "children", "health"],
  questions: [
    "Hvordan får {navn} nogen at være sammen med igen?",
    "Hvad kan {navn} være en del af, der ikke handler om problemer?",
    "Hvem kan tage {navn} med de første gange?",
    "Hvor kan {navn} bruge det, {han} er god til, sammen med andre?",
  ],
  words: [
    "Jeg har mange, jeg skriver med. Jeg har ingen, jeg drikker kakao med.",
    "Jeg vil gerne spille igen. Men alle de andre er blevet bedre.",
    "Jeg er god til {om}. Det er der ingen, der ved.",
    "Det er nemmest, når der er noget at lave med hænderne imens.",
    "Hvis nogen spørger, så siger jeg ja. Der er bare ingen, der spørger.",
    "Fredag er den værste dag. Der skal alle noget.",
    "Jeg vil ikke på et hold for dem, der har det svært.",
  ],
  options: [
    ["center", "Begynde i klubben om torsdagen sammen med ungeguiden", "Følges med {navn} i klubben om torsdagen"],
    ["center", "Hjælpe i caféen til arrangementer", "Taler med caféen om at lade {navn} hjælpe til"],
    ["children", "Et fritidspas til et hold, {navn} selv vælger", "Søger fritidspas til et hold, {navn} selv vælger"],
    ["health", "En gruppe på fem, der laver mad", "Inviterer {navn} med i madgruppen"],
  ],
  discussions: [
    "{navn} mangler ikke tilbud, men nogen at følges med. Det begynder med én ven, ikke en gruppe.",
    "{navn} er god til {om}. Klubben har brug for netop det. Det er en vej ind, hvor {han} giver noget.",
    "Vi har talt meget om skole. {navn} vil tale om fredag aften. Det gør vi først.",
    "Første gang er sværest. Derfor går ungeguiden med til døren og venter, til {navn} siger til.",
  ],
} as const satisfies Theme;
