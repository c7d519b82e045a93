import type { Theme } from "./theme.ts";

export const home = {
  ages: [18, 25],
  departments: ["housing", "benefits", "adults"],
  questions: [
    "Hvor kan {navn} bo, så resten kan lykkes?",
    "Hvad skal der til, for at {navn} kan beholde sin lejlighed?",
    "Hvem hjælper {navn} med at flytte hjemmefra på en god måde?",
    "Hvordan får {navn} ro om natten, mens {han} venter på en bolig?",
    "Hvilken støtte skal følge med nøglen?",
  ],
  words: [
    "Jeg sover tre forskellige steder. Jeg vil bare have ét.",
    "Jeg kan godt bo selv, hvis nogen viser mig det med regningerne.",
    "Jeg vil gerne bo tæt på toget, så jeg kan komme hjem til min lillesøster.",
    "Det er ikke huset, der er galt. Det er, at det er så stille.",
    "Jeg har aldrig haft mit eget køkken. Det glæder jeg mig til.",
    "Jeg åbner ikke brevene. Jeg ved godt, at det er dumt.",
    "En altan og en lås. Så er jeg glad.",
  ],
  options: [
    ["housing", "Et værelse med en vejleder i huset", "Undersøger, hvor der er et værelse med en vejleder i huset"],
    ["housing", "En lille ungdomsbolig tæt på stationen", "Skriver {navn} op til en lille bolig tæt på stationen"],
    ["adults", "Besøg en gang om ugen det første halve år", "Besøger {navn} en gang om ugen det første halve år"],
    ["benefits", "En fast aften om måneden til regninger", "Sætter en fast aften af om måneden til regninger"],
  ],
  discussions: [
    "{navn} bor på skift hos venner. Det går ud over søvnen og dermed arbejdet. Bolig kommer først, resten følger efter.",
    "Der er to måneders husleje bagud. {navn} vil gerne betale af. Vi laver en plan, {han} kan holde.",
    "{navn} er klar til at bo selv, når der er én, der kigger ind. Det skal være den samme person.",
    "Ventelisten er lang. Imens finder vi noget midlertidigt, som ikke koster {ham} pladsen.",
  ],
} as const satisfies Theme;
