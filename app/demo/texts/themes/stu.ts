import type { Theme } from "./theme.ts";

export const stu = {
  ages: [16, 25],
  departments: ["stu", "work", "adults"],
  questions: [
    "Hvad skal {navn} efter STU, og hvem begynder samtalen?",
    "Passer STU-stedet stadig til det, {navn} gerne vil?",
    "Hvordan får {navn} mere praktik {sted} ind i sin STU?",
    "Hvilket STU-sted skal {navn} se, før {han} vælger?",
    "Hvem holder fast i planen, når {navn} skifter STU-sted?",
  ],
  words: [
    "Jeg vil gerne være færdig og have et arbejde ligesom min bror.",
    "Vi laver meget om følelser. Jeg vil lave mere om {om}.",
    "Jeg kan lide mine lærere. Jeg kan ikke lide bussen.",
    "Jeg vil se tre steder og så vælge selv.",
    "Når jeg er {sted}, glemmer jeg at være træt.",
    "Jeg vil ikke skifte. Jeg er lige faldet til.",
    "Efter STU vil jeg bo med en ven og have hund.",
  ],
  options: [
    ["stu", "To besøgsdage på et andet STU-sted", "Aftaler to besøgsdage på et andet STU-sted"],
    ["stu", "Mere praktik og færre timer i gruppe", "Retter planen til mere praktik og færre timer i gruppe"],
    ["work", "Et småjob ved siden af STU", "Finder et småjob ved siden af STU"],
    ["adults", "Træne at tage bussen selv", "Træner busturen med {navn}, til den går alene"],
  ],
  discussions: [
    "{navn} er glad for STU og har flyttet sig meget. Nu skal tiden efter i gang, så der ikke kommer et hul bagefter.",
    "STU-stedet og {navn} ser forskelligt på planen. {navn} vil mere ud. Planen bliver rettet.",
    "Praktikken gav mere end et helt halvår i lokalet. Den skal gentages og være længere.",
    "{navn} har brug for at øve hverdagen samtidig med uddannelsen. Voksen og STU-teamet deler opgaven.",
  ],
} as const satisfies Theme;
