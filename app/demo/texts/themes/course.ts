import type { Theme } from "./theme.ts";

export const course = {
  ages: [15, 24],
  departments: ["guidance", "fgu", "school"],
  questions: [
    "Hvilken uddannelse kan {navn} begynde på uden at love for meget?",
    "Hvad skal der til, for at {navn} bliver på FGU året ud?",
    "Hvordan kommer {navn} godt i gang på erhvervsskolen?",
    "Hvad gør vi nu, hvor {navn} er stoppet på grundforløbet?",
    "Er {navn} klar til at søge, og hvem hjælper med ansøgningen?",
  ],
  words: [
    "Jeg vil lære noget med hænderne. Helst noget med {om}.",
    "Jeg stoppede ikke, fordi det var svært. Jeg stoppede, fordi jeg var alene.",
    "FGU er det første sted, hvor jeg kommer til tiden.",
    "Jeg vil gerne have det i mindre bidder.",
    "Jeg kan godt læse. Jeg skal bare have det læst op også.",
    "Når værkstedet lukker, vil jeg gerne blive lidt.",
    "Jeg ved ikke, hvad jeg vil. Må jeg godt sige det?",
  ],
  options: [
    ["fgu", "Mere tid på værkstedet", "Lægger mere tid på værkstedet i skemaet"],
    ["school", "Begynde på halv tid de første uger", "Lader {navn} begynde på halv tid de første uger"],
    ["guidance", "Besøge to uddannelser i samme uge", "Besøger to uddannelser med {navn} i samme uge"],
    ["school", "En makker på holdet fra første dag", "Finder en makker til {navn} fra første dag"],
  ],
  discussions: [
    "{navn} er god på værkstedet og kommer til tiden. Dansk og matematik bliver lagt ind i det, {han} laver med hænderne.",
    "Stoppet skyldtes ikke faget. {navn} kendte ingen. Denne gang begynder {han} sammen med en fra FGU.",
    "Uddannelsesvejlederen og {navn} ser to steder sammen, før der søges. Ingen skynder på.",
    "Skolen kan se, at {navn} går hjem ved frokost. Der bliver en aftale om, hvem {han} spiser med.",
  ],
} as const satisfies Theme;
