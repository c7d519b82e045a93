import type { Theme } from "./theme.ts";

export const job = {
  ages: [18, 29],
  departments: ["work", "benefits", "guidance"],
  questions: [
    "Hvad er det første job, {navn} kan holde til?",
    "Hvordan kommer {navn} fra praktik til løn?",
    "Hvilken arbejdsplads passer til {navn}, og hvem følger med den første tid?",
    "Hvad skal være anderledes denne gang, for at praktikken holder?",
    "Hvordan kan {navn} arbejde {sted}, uden at det vælter resten af ugen?",
  ],
  words: [
    "Jeg vil arbejde {sted}. Det har jeg sagt siden niende klasse.",
    "Jeg kan godt møde. Jeg kan ikke møde, når jeg ikke ved, hvad jeg skal.",
    "Sidste praktik var bare at feje. Jeg vil lave noget rigtigt.",
    "Jeg vil gerne have løn, også selv om det kun er for få timer.",
    "Jeg bliver god til ting, når jeg må gøre dem i fred først.",
    "Chefen sagde, at jeg var god. Det er jeg ikke vant til.",
    "Fire timer er godt. Otte timer kan jeg ikke endnu.",
  ],
  options: [
    ["work", "En praktik {sted} tre formiddage om ugen", "Finder en praktik {sted} tre formiddage om ugen"],
    ["work", "Nogle få timer med løn fra begyndelsen", "Aftaler få timer med løn fra begyndelsen"],
    [
      "work",
      "En mentor på arbejdspladsen de første to måneder",
      "Finder en mentor på arbejdspladsen de første to måneder",
    ],
    ["guidance", "Et kort kursus, der kan bruges på arbejdspladsen", "Tilmelder {navn} et kort kursus"],
  ],
  discussions: [
    "{navn} har prøvet tre praktikker på et år. De to gik i stå, fordi ingen sagde, hvad der skulle ske efter. Denne gang er der en aftale om løn, hvis det går godt.",
    "{navn} er mødt hver gang i seks uger. Nu er det stedet, der skal finde timer med løn.",
    "Interessen for {om} er der stadig. Vi begynder dér, hvor lysten er, og med få timer.",
    "Arbejdsgiveren vil gerne have én at ringe til. Det bliver virksomhedskonsulenten, ikke tre forskellige.",
  ],
} as const satisfies Theme;
