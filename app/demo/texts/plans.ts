import type { PlanLine } from "../script.ts";

/** What stands in the plans of the twelve who are written by hand, by their key; who is new has none yet. */
export const PLANS: Record<string, PlanLine> = {
  animals: {
    wish: [
      "Jeg vil ud til hestene.",
      "Jeg vil arbejde med dyr. Og jeg vil kende dem, der hjælper mig, når jeg bliver 18.",
    ],
    direction: "Et lille hold med dyr og natur, og en rådgiver fra Voksen, som Alma har mødt, før hun fylder 18.",
    goals: [
      {
        text: "Jeg vil gå på et hold, hvor der er dyr.",
        why: "Der får jeg ikke ondt i maven.",
        howSeen: "Alma er med to formiddage om ugen i en måned.",
        area: "education",
        due: 120,
        state: ["on_track", "young_person"],
      },
      {
        text: "Jeg vil møde min nye rådgiver, før jeg fylder 18.",
        why: "Jeg vil ikke begynde forfra med en fremmed.",
        howSeen: "De har mødt hinanden to gange sammen med Mikkel.",
        area: "economy",
        due: 90,
        state: ["at_risk", "professionals"],
      },
    ],
    areas: [
      {
        area: "education",
        ownWords: "Et lille hold er fint. Jeg vil vide aftenen før, hvad vi skal.",
        well: "Har været med på holdet syv gange ud af otte.",
        hard: "Store grupper og skift uden varsel.",
      },
      {
        area: "leisure",
        ownWords: "Onsdag er den bedste dag.",
        well: "Passer to heste på egen hånd og hjælper de nye.",
        hard: "Der går ingen bus efter kl. 17.",
      },
      { area: "economy", hard: "Ingen ved endnu, hvad Alma skal leve af, når hun er 18." },
    ],
    important: { young_person: ["leisure", "education"], professionals: ["economy", "education"] },
  },
  nights: {
    wish: [
      "Jeg vil have fred til at sove.",
      "Jeg vil leve af noget med hold og spil. Og jeg vil op om formiddagen, når der er en grund.",
    ],
    direction: "En grund til at stå op to formiddage om ugen, og én voksen i stedet for tre.",
    goals: [
      {
        text: "Jeg vil hjælpe på spilholdet i klubben to eftermiddage.",
        why: "Jeg er god til at lede et hold.",
        howSeen: "Noah er der seks gange på en måned.",
        area: "leisure",
        due: 60,
        state: ["on_track", "young_person"],
      },
    ],
    areas: [
      {
        area: "daily_life",
        ownWords: "Om natten er der nogen at snakke med.",
        well: "Kommer, når aftalen er efter kl. 12.",
        hard: "Døgnet er vendt om. Tre fagpersoner ringer samme dag.",
      },
      { area: "leisure", ownWords: "På holdet regner de med mig.", well: "Leder et hold på ti hver aften." },
    ],
    important: { young_person: ["leisure"], professionals: ["daily_life", "employment"] },
  },
  kitchen: {
    wish: ["Jeg vil have et rigtigt job i et køkken."],
    direction: "Fra seks lønnede timer i køkkenet til et job, når STU slutter.",
    goals: [
      {
        text: "Jeg vil kunne stå for frokosten alene.",
        why: "Så regner de med mig.",
        howSeen: "Oskar står for frokosten en dag om ugen.",
        area: "employment",
        due: 150,
        state: ["on_track", "young_person"],
      },
    ],
    areas: [
      { area: "employment", ownWords: "Når der er travlt, ved alle, hvad de skal.", hard: "Nye opskrifter tager tid." },
      { area: "education", well: "Møder hver dag og kender rutinerne." },
    ],
    important: { young_person: ["employment"], professionals: ["employment", "economy"] },
  },
  rest: {
    wish: ["Jeg vil selv bestemme, hvilke timer jeg bruger mine kræfter på."],
    direction: "Få fag med ro omkring, og en plan for støtten efter 18.",
    goals: [
      {
        text: "Jeg vil gøre engelsk og billedkunst færdigt.",
        why: "Det er dem, jeg bliver glad af.",
        howSeen: "Ida afleverer begge fag til sommer.",
        area: "education",
        due: 200,
        state: ["on_track", "professionals"],
      },
    ],
    areas: [
      {
        area: "health",
        ownWords: "Jeg har tre gode timer om dagen.",
        well: "Siger selv til, når der er brug for en pause.",
        hard: "Lange dage koster de næste to.",
      },
    ],
    important: { young_person: ["education"], professionals: ["health", "education"] },
  },
  "own-yes": {
    wish: ["Jeg vil læse det, før jeg siger ja."],
    direction: "Malik siger selv ja eller nej fra nu af, én ting ad gangen.",
    goals: [],
    areas: [{ area: "daily_life", ownWords: "Skriv til mig. Ring ikke.", well: "Svarer hurtigt på beskeder." }],
    important: { young_person: ["daily_life"], professionals: [] },
  },
  "two-homes": {
    wish: ["Jeg vil have en dør, jeg selv kan lukke."],
    direction: "Et sted at bo, hvor Sara kan være i fred.",
    goals: [
      {
        text: "Jeg vil bo for mig selv.",
        why: "Så kan jeg sove.",
        howSeen: "Sara har nøgle til sit eget sted.",
        area: "housing",
        due: 100,
        state: ["open", "young_person"],
      },
    ],
    areas: [{ area: "housing", ownWords: "Ring til mig, ikke til mine forældre.", hard: "Ventelisten er lang." }],
    important: { young_person: ["housing"], professionals: ["housing"] },
  },
  workshop: {
    wish: ["Jeg vil arbejde som snedker hos en mester, der ved, hvad jeg kan."],
    direction: "Det første job som snedker, mens ordningerne endnu gælder.",
    goals: [
      {
        text: "Jeg vil finde en mester inden sommer.",
        why: "Jeg har svendebrevet.",
        howSeen: "Clara har en aftale med et værksted.",
        area: "employment",
        due: 110,
        state: ["at_risk", "professionals"],
      },
    ],
    areas: [
      {
        area: "employment",
        ownWords: "Jeg kan alt andet end at løfte det tunge.",
        well: "Har tegnet og bygget en hel køkkenvæg.",
      },
    ],
    important: { young_person: ["employment"], professionals: ["employment"] },
  },
};
