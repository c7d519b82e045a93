import type { DepartmentKey } from "./departments.ts";

/** What brings young people to the forum. Texts have slots: {navn}, {han}, {ham}, {hans}, {sted} and {om}. */
export type Theme = {
  ages: readonly [least: number, most: number];
  departments: readonly DepartmentKey[];
  questions: readonly string[];
  /** The young person's own words, as they were said or written. */
  words: readonly string[];
  /** A solution, and the sentence it becomes when it is agreed. */
  options: readonly (readonly [DepartmentKey, option: string, agreement: string])[];
  discussions: readonly string[];
};

export const THEMES = {
  school: {
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
  },
  eighteen: {
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
  },
  job: {
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
  },
  home: {
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
  },
  stu: {
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
  },
  money: {
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
  },
  everyday: {
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
  },
  course: {
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
  },
  together: {
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
  },
} as const satisfies Record<string, Theme>;

export type ThemeKey = keyof typeof THEMES;
