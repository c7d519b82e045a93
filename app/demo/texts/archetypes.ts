import type { EffortLine, Visit } from "../script.ts";
import type { DepartmentKey } from "./departments.ts";

export type Archetype = {
  key: string;
  firstName: string;
  lastName: string;
  girl: boolean;
  /** Age in whole months on the demo's own day. */
  months: number;
  /** And so many days. */
  days?: number;
  departments: DepartmentKey[];
  guide: string | null;
  stu?: string;
  lead: string | null;
  added: number;
  ended?: number;
  efforts: EffortLine[];
  visits: Visit[];
};

/** Twelve young people whose stories between them meet everything the forum has to be able to do (domain.md 9.3). */
export const ARCHETYPES: readonly Archetype[] = [
  {
    key: "animals",
    firstName: "Alma",
    lastName: "Demostrup",
    girl: true,
    months: 18 * 12 - 5,
    departments: ["children", "ppr", "adults", "guidance"],
    guide: "ungeguide",
    lead: "boerneunge",
    added: -310,
    efforts: [
      { department: "center", title: "Ungeguide", provider: "", from: -300, to: null, contactRole: true },
      { department: "ppr", title: "Lille hold to formiddage om ugen", provider: "Prøveskolen", from: -190, to: 45 },
      {
        department: "children",
        title: "Fast kontaktperson",
        provider: "Familiehuset Demo",
        from: -260,
        to: 150,
        contactRole: true,
      },
      { department: "children", title: "Hestepasning om onsdagen", provider: "Rideskolen Prøven", from: -60, to: null },
    ],
    visits: [
      {
        ago: 9,
        script: {
          question: "Hvordan får Alma en hverdag, hun kan være i, når skolen er for meget?",
          minutes: 20,
          heard: {
            how: "contact_person",
            words: "Når jeg står op til skole, får jeg ondt i maven. Det gør jeg ikke, når jeg skal ud til hestene.",
          },
          options: [
            { department: "ppr", text: "Et lille hold med ro, to formiddage om ugen" },
            { department: "children", text: "En fast voksen, der henter og følger de første gange" },
          ],
          discussion:
            "Alma har ikke været i klassen i flere måneder. Hun vil gerne lære, men ikke i en stor gruppe. Det virker bedst, når den samme voksen kommer igen, og når dagen er kendt aftenen før.",
          promises: [
            { department: "ppr", text: "Finder plads på det lille hold", dueDays: 21, outcome: "on time" },
            {
              department: "children",
              text: "Taler med Alma og hendes mor om en fast kontaktperson",
              dueDays: 14,
              outcome: "on time",
            },
            { department: "center", text: "Besøger rideskolen sammen med Alma", dueDays: 20, outcome: "late" },
            {
              department: "children",
              text: "Møder op på besøgsdagen på holdet",
              dueDays: 28,
              outcome: "on time",
              byYoungPerson: true,
            },
          ],
        },
      },
      {
        ago: 2,
        script: {
          question: "Hvad skal være på plads, før Alma fylder 18?",
          minutes: 20,
          heard: {
            how: "video",
            words:
              "Jeg er med på det lille hold nu. Onsdag er den bedste dag. Jeg bliver bange for, at alle skifter, når jeg fylder 18.",
            notToDiscuss: "Det, der skete i den gamle klasse.",
          },
          options: [
            { department: "adults", text: "Møde en rådgiver fra Voksen et halvt år før" },
            { department: "guidance", text: "Besøg på FGU’s hold for dyr og natur" },
          ],
          discussion:
            "Holdet fungerer to formiddage om ugen, og onsdagen ved hestene giver overskud til resten af ugen. Forsørgelsen efter 18 er ikke afklaret. Børn og unge og Voksen aftaler, hvem der gør hvad.",
          promises: [
            {
              department: "children",
              text: "Samler et kort overblik til Voksen sammen med Alma",
              dueDays: 14,
              outcome: "on time",
            },
            {
              department: "guidance",
              text: "Inviterer Alma med på besøg på FGU’s hold for dyr og natur",
              dueDays: 20,
              outcome: "on time",
            },
            { department: "center", text: "Øver turen til FGU sammen med Alma", dueDays: 40, outcome: "open" },
            { department: "adults", text: "Giver Alma navnet på sin kommende rådgiver", dueDays: 22, outcome: "open" },
            {
              department: "ppr",
              text: "Undersøger, om holdet kan fortsætte, når skoleåret slutter",
              dueDays: 44,
              outcome: "open",
            },
          ],
        },
      },
    ],
  },
  {
    key: "nights",
    firstName: "Noah",
    lastName: "Kladdebæk",
    girl: false,
    months: 22 * 12 + 3,
    departments: ["work", "adults", "benefits"],
    guide: "ungeguide",
    lead: "beskaeftigelse",
    added: -420,
    efforts: [
      { department: "center", title: "Ungeguide", provider: "", from: -400, to: null, contactRole: true },
      { department: "work", title: "Mentor", provider: "Mentorhuset Demo", from: -150, to: 60, contactRole: true },
      { department: "adults", title: "Støttekontaktperson", provider: "", from: -85, to: null, contactRole: true },
      { department: "work", title: "Afklarende forløb", provider: "Værkstedet Prøven", from: -230, to: -110 },
    ],
    visits: [
      {
        ago: 12,
        script: {
          question: "Hvad kan få Noah ud ad døren om formiddagen?",
          minutes: 20,
          heard: {
            how: "contact_person",
            words:
              "Jeg sover, når I er på arbejde. Om natten er der nogen at snakke med. Jeg er faktisk ret god til at lede et hold.",
          },
          options: [
            { department: "work", text: "Begynde med to eftermiddage på et værksted" },
            { department: "work", text: "En mentor, der også kan skrive sammen med ham om aftenen" },
          ],
          discussion:
            "Noah har sine venner på nettet, og dér er han den, der samler de andre. Døgnet er vendt om. Planen begynder om eftermiddagen og flyttes en halv time ad gangen.",
          promises: [
            {
              department: "work",
              text: "Finder en mentor, der kan mødes sidst på dagen",
              dueDays: 28,
              outcome: "late",
            },
            {
              department: "center",
              text: "Aftaler en fast tur med Noah hver torsdag kl. 15",
              dueDays: 10,
              outcome: "on time",
            },
            {
              department: "benefits",
              text: "Forklarer Noah, hvad to eftermiddage betyder for hans penge",
              dueDays: 14,
              outcome: "on time",
            },
          ],
        },
      },
      {
        ago: 5,
        script: {
          question: "Hvem gør hvad, når tre voksne er i gang samtidig?",
          minutes: 20,
          heard: {
            how: "written",
            words: "Der er for mange, der skriver. Jeg ved ikke, hvem jeg skal svare. Så svarer jeg ingen.",
          },
          options: [
            { department: "center", text: "Én voksen skriver, de andre går gennem den ene" },
            { department: "work", text: "Et kort hold om spil og it, som begynder kl. 13" },
          ],
          discussion:
            "Noah får beskeder fra tre voksne på tre måder. Han har selv peget på ungeguiden som den ene. De andre to skriver ikke direkte, før det er aftalt med Noah.",
          promises: [
            {
              department: "center",
              text: "Laver en fælles ugeplan med Noah på ét ark",
              dueDays: 14,
              outcome: "on time",
            },
            {
              department: "work",
              text: "Undersøger et kort hold om spil og it, der begynder kl. 13",
              dueDays: 35,
              outcome: "stuck",
              blocked: "waiting_list",
            },
            {
              department: "adults",
              text: "Vurderer, om støtten kan samles hos én kontaktperson",
              dueDays: 60,
              outcome: "open",
            },
            {
              department: "center",
              text: "Svarer ungeguiden en gang om ugen",
              dueDays: 40,
              outcome: "open",
              byYoungPerson: true,
            },
          ],
        },
      },
    ],
  },
  {
    key: "rest",
    firstName: "Ida",
    lastName: "Prøvegaard",
    girl: true,
    months: 16 * 12 + 7,
    departments: ["children", "ppr", "health"],
    guide: "ungeguide4",
    lead: "boerneunge2",
    added: -250,
    efforts: [
      { department: "ppr", title: "Undervisning hjemme og på skærm", provider: "Prøveskolen", from: -200, to: 120 },
      { department: "children", title: "Støtte til forældrene", provider: "", from: -330, to: null },
      { department: "health", title: "Sundhedsplejerske en gang om måneden", provider: "", from: -140, to: null },
    ],
    visits: [
      {
        ago: 4,
        script: {
          question: "Hvordan kan Ida følge med, når hun kun har kræfter til få timer om dagen?",
          minutes: 20,
          heard: {
            how: "contact_person",
            words:
              "Jeg vil helst selv bestemme, hvilke timer jeg bruger mine kræfter på. Engelsk og billedkunst er gode.",
          },
          options: [{ department: "ppr", text: "Selv vælge to fag og få resten i korte bidder" }],
          discussion:
            "Ida har lange perioder hjemme. Hun holder bedst, når hun selv vælger tidspunktet. Forældrene bruger mange timer om ugen og har spurgt, hvad der sker, når Ida bliver 18.",
          promises: [
            {
              department: "ppr",
              text: "Laver en plan med to fag, som Ida selv vælger",
              dueDays: 21,
              outcome: "on time",
            },
            {
              department: "children",
              text: "Gennemgår støtten til forældrene og siger til i god tid, hvis den ændres",
              dueDays: 30,
              outcome: "on time",
            },
            {
              department: "health",
              text: "Taler med Ida om, hvordan hun deler dagen op",
              dueDays: 28,
              outcome: "late",
            },
          ],
        },
      },
    ],
  },
  {
    key: "own-yes",
    firstName: "Malik",
    lastName: "Testholm",
    girl: false,
    months: 18 * 12,
    days: 1,
    departments: ["children", "guidance", "benefits"],
    guide: "ungeguide",
    lead: "boerneunge",
    added: -200,
    efforts: [
      {
        department: "children",
        title: "Kontaktperson",
        provider: "Familiehuset Demo",
        from: -180,
        to: 30,
        contactRole: true,
      },
      { department: "guidance", title: "Forberedende forløb", provider: "FGU Demo Vest", from: -75, to: null },
    ],
    visits: [
      {
        ago: 6,
        script: {
          question: "Hvad skal Malik selv tage stilling til, når han fylder 18?",
          minutes: 20,
          heard: {
            how: "in_room",
            words:
              "Det er mærkeligt, at mine forældre har skrevet under på alt. Jeg vil gerne selv læse det, før jeg siger ja.",
          },
          options: [{ department: "guidance", text: "Fortsætte på FGU med mere værksted" }],
          discussion:
            "Malik er glad for værkstedet på FGU. Han vil selv være med, når der tales om ham. Forældrene er enige og vil gerne have at vide, hvad der ændrer sig.",
          promises: [
            {
              department: "children",
              text: "Gennemgår med Malik, hvad han selv siger ja til fra 18 år",
              dueDays: 60,
              outcome: "on time",
            },
            { department: "guidance", text: "Aftaler mere tid i værkstedet med FGU", dueDays: 28, outcome: "on time" },
            { department: "benefits", text: "Vurderer Maliks forsørgelse efter 18 år", dueDays: 98, outcome: "open" },
            { department: "center", text: "Læser brevene igennem sammen med Malik", dueDays: 90, outcome: "open" },
          ],
        },
      },
      {
        ago: 1,
        script: {
          question: "Hvem spørger Malik selv, når forældrenes ja ikke gælder længere?",
          minutes: 15,
          heard: { how: "contact_person", words: "" },
          options: [],
          discussion: "",
          promises: [],
          left: "basis",
        },
      },
    ],
  },
  {
    key: "kitchen",
    firstName: "Oskar",
    lastName: "Eksempelgaard",
    girl: false,
    months: 19 * 12 + 8,
    departments: ["stu", "work"],
    guide: null,
    stu: "stu",
    lead: "stu",
    added: -640,
    efforts: [
      { department: "stu", title: "STU, tredje år", provider: "STU Solbakken (demo)", from: -820, to: 245 },
      { department: "work", title: "Småjob 6 timer om ugen", provider: "Bageriet Prøven", from: -70, to: null },
    ],
    visits: [
      {
        ago: 7,
        script: {
          question: "Hvordan kommer Oskar tættere på et job i et køkken?",
          minutes: 20,
          heard: {
            how: "in_room",
            words:
              "Jeg kan godt lide, når der er travlt, og alle ved, hvad de skal. Jeg vil have min egen forklædekrog.",
          },
          options: [
            { department: "work", text: "Småjob nogle timer om ugen ved siden af STU" },
            { department: "stu", text: "Praktik i et større køkken" },
          ],
          discussion:
            "Oskar har prøvet to køkkener og er mødt hver gang. Han har brug for, at opgaverne står skrevet. En fast kollega i de første uger gør forskellen.",
          promises: [
            {
              department: "work",
              text: "Finder et småjob på et bageri eller i et køkken",
              dueDays: 60,
              outcome: "late",
            },
            {
              department: "stu",
              text: "Laver et ark med opgaver i billeder sammen med Oskar",
              dueDays: 21,
              outcome: "on time",
            },
            { department: "stu", text: "Begynder på ressourcepapiret sammen med Oskar", dueDays: 70, outcome: "open" },
          ],
        },
      },
    ],
  },
  {
    key: "home-again",
    firstName: "Viggo",
    lastName: "Forsøgsen",
    girl: false,
    months: 18 * 12 + 9,
    departments: ["region", "work", "housing", "adults"],
    guide: "ungeguide2",
    lead: "voksen2",
    added: -95,
    efforts: [
      {
        department: "region",
        title: "Samtaler efter hjemkomst",
        provider: "Regionens psykiatri",
        from: -40,
        to: 40,
        contactRole: true,
      },
      { department: "adults", title: "Støtte i hjemmet to gange om ugen", provider: "", from: -32, to: 90 },
    ],
    visits: [],
  },
  {
    key: "twenty-five",
    firstName: "Jonas",
    lastName: "Udkast",
    girl: false,
    months: 24 * 12 + 6,
    departments: ["work", "guidance", "stu"],
    guide: "ungeguide7",
    lead: "beskaeftigelse2",
    added: -170,
    efforts: [
      { department: "work", title: "Virksomhedspraktik", provider: "Lageret Prøven", from: -50, to: 25 },
      { department: "guidance", title: "Samtaler med uddannelsesvejleder", provider: "", from: -120, to: null },
    ],
    visits: [
      {
        ago: 3,
        script: {
          question: "Skal Jonas søge STU nu, eller findes der en anden vej?",
          minutes: 20,
          heard: {
            how: "contact_person",
            words: "Alle siger, at jeg skal skynde mig. Jeg vil gerne se stedet, før jeg siger noget.",
          },
          options: [
            { department: "stu", text: "Besøge to STU-steder uden at love noget" },
            { department: "work", text: "Fortsætte på lageret med løn for nogle af timerne" },
          ],
          discussion:
            "STU skal være begyndt, før Jonas fylder 25. Han er glad for lageret, men bliver træt efter tre timer. Han skal have set begge veje, før han vælger.",
          promises: [
            { department: "stu", text: "Viser Jonas to STU-steder", dueDays: 30, outcome: "open" },
            {
              department: "guidance",
              text: "Skriver de to veje op på én side til Jonas",
              dueDays: 20,
              outcome: "on time",
            },
            {
              department: "work",
              text: "Taler med lageret om, hvor mange timer der kan lønnes",
              dueDays: 34,
              outcome: "open",
            },
          ],
        },
      },
    ],
  },
  {
    key: "two-homes",
    firstName: "Sara",
    lastName: "Modelborg",
    girl: true,
    months: 20 * 12 + 2,
    departments: ["housing", "work"],
    guide: "ungeguide6",
    lead: "bolig",
    added: -380,
    efforts: [{ department: "housing", title: "Hjælp til at søge bolig", provider: "", from: -160, to: null }],
    visits: [
      {
        ago: 8,
        script: {
          question: "Hvem kan hjælpe Sara med at finde et sted, hvor hun kan være i fred?",
          minutes: 20,
          heard: {
            how: "contact_person",
            words: "Jeg vil have en dør, jeg selv kan lukke. Ring til mig, ikke til mine forældre.",
            notToDiscuss: "Hvor jeg bor nu.",
          },
          options: [{ department: "housing", text: "Et værelse med en vejleder i huset" }],
          discussion:
            "Sara sover hos en veninde. Al kontakt går gennem hende selv og ungeguiden. Hun er i gang med hf og vil ikke give slip på det.",
          promises: [
            {
              department: "housing",
              text: "Undersøger, hvor der er et værelse med en vejleder i huset",
              dueDays: 45,
              outcome: "stuck",
              blocked: "waiting_list",
            },
            { department: "center", text: "Følger Sara til første samtale om bolig", dueDays: 14, outcome: "on time" },
            {
              department: "work",
              text: "Forklarer Sara, hvad et fritidsjob betyder for hendes SU",
              dueDays: 21,
              outcome: "on time",
            },
          ],
        },
      },
    ],
  },
  {
    key: "workshop",
    firstName: "Clara",
    lastName: "Mønsterby",
    girl: true,
    months: 23 * 12 + 1,
    departments: ["work", "guidance"],
    guide: "ungeguide5",
    lead: "beskaeftigelse",
    added: -520,
    efforts: [
      {
        department: "guidance",
        title: "Snedkeruddannelse, afsluttet",
        provider: "Erhvervsskolen Prøven",
        from: -900,
        to: -245,
      },
      { department: "work", title: "Hjælp til jobsøgning", provider: "", from: -90, to: null },
    ],
    visits: [
      {
        ago: 4,
        script: {
          question: "Hvordan får Clara det første job som snedker, mens ordningerne stadig gælder?",
          minutes: 20,
          heard: {
            how: "in_room",
            words:
              "Jeg har svendebrevet. Jeg skal bare have en mester, der ved, at jeg ikke kan løfte det tunge alene.",
          },
          options: [{ department: "work", text: "Kontakt til tre værksteder med hjælpemidler fra første dag" }],
          discussion:
            "Clara er færdig som snedker og søger selv. Hun kan alt på værkstedet, når hun har det rette hjælpemiddel. Muligheden for støtte i det første job gælder kun et par år efter svendeprøven.",
          promises: [
            { department: "work", text: "Ringer til tre værksteder sammen med Clara", dueDays: 21, outcome: "on time" },
            { department: "work", text: "Undersøger hjælpemidler til det første job", dueDays: 40, outcome: "late" },
            {
              department: "guidance",
              text: "Samler Claras billeder af sit arbejde i en mappe",
              dueDays: 28,
              outcome: "on time",
            },
          ],
        },
      },
    ],
  },
  {
    key: "street",
    firstName: "Kevin",
    lastName: "Skabelund",
    girl: false,
    months: 17 * 12 + 4,
    departments: ["children"],
    guide: "ungeguide8",
    lead: "boerneunge",
    added: -140,
    efforts: [{ department: "children", title: "Fritidspas", provider: "Klub Demo", from: -120, to: 90 }],
    visits: [],
  },
  {
    key: "no-thanks",
    firstName: "Liam",
    lastName: "Fiktivsen",
    girl: false,
    months: 21 * 12 + 5,
    departments: [],
    guide: null,
    lead: null,
    added: -25,
    efforts: [],
    visits: [],
  },
  {
    key: "own-way",
    firstName: "Yasmin",
    lastName: "Øvelund",
    girl: true,
    months: 25 * 12 + 2,
    departments: ["stu", "guidance"],
    guide: null,
    stu: "stu3",
    lead: "stu3",
    added: -730,
    ended: -150,
    efforts: [
      { department: "stu", title: "STU, afsluttet", provider: "STU Solbakken (demo)", from: -1460, to: -365 },
      { department: "guidance", title: "Hf på almindelige vilkår", provider: "Kursuscentret Demo", from: -95, to: 620 },
    ],
    visits: [
      {
        ago: 26,
        script: {
          question: "Hvad skal der til, for at Yasmin kan begynde på hf efter STU?",
          minutes: 20,
          heard: {
            how: "in_room",
            words: "Jeg læser langsomt, men jeg husker alt. Jeg vil gå på et almindeligt hold.",
          },
          options: [{ department: "guidance", text: "Ét fag om aftenen, før hun søger hele uddannelsen" }],
          discussion:
            "Yasmin har afsluttet STU med gode erfaringer. Hun vil prøve ét fag først. Oplæsning på computeren er nok hjælp.",
          promises: [
            { department: "guidance", text: "Søger ét fag sammen med Yasmin", dueDays: 30, outcome: "on time" },
            {
              department: "stu",
              text: "Ringer til Yasmin tre måneder efter afslutningen",
              dueDays: 90,
              outcome: "on time",
            },
          ],
        },
      },
    ],
  },
];
