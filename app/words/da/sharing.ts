import { fullStop } from "../full-stop.ts";

/** Why somebody from outside may share in an item, and what is done when there is no basis. */
export const sharing = {
  title: (who: string) => `${who}: grundlag`,
  own: (n: number) => (n === 1 ? "Samme kommune: 1 afdeling" : `Samme kommune: ${n} afdelinger`),
  nobody: "Ingen uden for kommunen er inviteret. Der er intet at vælge.",
  none: "Mangler et grundlag og får intet indhold.",
  lacks: (names: string, n: number) =>
    n === 1
      ? `${names} mangler et grundlag og får intet indhold.`
      : `${names} mangler et grundlag og får intet indhold.`,
  toBases: "Vælg grundlag",
  until: (when: string) => fullStop(`Gælder til ${when}`),
  untilTaken: "Gælder, til punktet er behandlet.",
  fromConsent: (areas: string) => `Samtykke til at tale om: ${areas}.`,
  threeFacts: "Kun de tre oplysninger til skolen. Intet andet fra punktet.",
  same: (label: string) => `Samme som sidst: ${label}`,
  choose: "Vælg et grundlag",
  change: "Skift grundlag",
  which: "Grundlag",
  draft: "udkast, ikke bekræftet af en jurist",
  necessity: "Hvorfor er det nødvendigt?",
  necessityQuestion: "Punktets spørgsmål står her i forvejen. Ret det, hvis grunden er en anden.",
  necessityOwn: "Loven kræver en vurdering i netop denne sag. Skriv den med egne ord.",
  necessityPlain: "Tomt felt: punktets spørgsmål gælder. Nogle grundlag kræver egne ord.",
  consent: "Samtykke",
  consentTo: (areas: string, until: string) => `${areas}, til ${until}`,
  extraReason: "Hvorfor bruges det en gang til?",
  submit: "Sæt i kraft",
  end: "Afslut grundlaget",
  endWhat: (name: string) => `Afslut grundlaget for ${name}`,
  endWarning: (name: string) => `${name} mister indholdet med det samme.`,
  cannot: (n: number) => (n === 1 ? "1 grundlag kan ikke vælges" : `${n} grundlag kan ikke vælges`),
  sign: {
    ready: "Grundlag: alle har et",
    ownOnly: "Grundlag: kun samme kommune",
    lacks: (n: number) => (n === 1 ? "Grundlag: 1 mangler" : `Grundlag: ${n} mangler`),
  },
  gap: {
    lacks: (name: string) => `${name} har intet grundlag.`,
    left: "Går ud",
    oral: "Mundtligt samtykke nu",
    unnamed: "Tag punktet uden navn",
    done: {
      left: "Uden grundlag: gik ud.",
      oral_consent: "Uden grundlag: mundtligt samtykke.",
      unnamed: "Uden grundlag: punktet tages uden navn.",
    },
    again: "Ret",
    againWhat: (name: string) => `Ret, hvad der skete med ${name}`,
    whoSaidYes: "Hvem har sagt ja?",
    youngPerson: "Den unge selv",
    noGiver:
      "Ingen kan sige ja her: den unge er for ung til at gøre det alene, og ingen med forældremyndighed er skrevet ned.",
    about: "Hvad må de høre om?",
    heard: (name: string, when: string) =>
      `Hørt af ${name} kl. ${when}. Samtykket gælder et år, og den unge kan tage det tilbage.`,
    submit: "Skriv samtykket ned",
  },
  said: {
    areas: (who: string, _count: number, areas: string) => `Mens ${who} er her: tal ikke om ${areas}.`,
    all: (who: string, _count: number) => `Mens ${who} er her: tal ikke om den unge.`,
    name: (who: string, _count: number) => `Mens ${who} er her: sig ikke, hvem det handler om.`,
    guest: "gæsten",
    parent: "forælderen",
  },
  cases: {
    title: "Sad med uden grundlag",
    line: (department: string, day: string) => `${department}, mødet ${day}`,
    open: "skriv, hvad der blev gjort",
    how: {
      left: "gik ud",
      oral_consent: "mundtligt samtykke i rummet",
      unnamed: "punktet blev taget uden navn",
    },
  },
  school: {
    title: "Til skolen uden samtykke",
    titleHint:
      "En skole uden samtykke får tre oplysninger: uddannelsespålæg, frafald og navnet på kontaktpersonen. Intet andet.",
    order: "Uddannelsespålæg",
    orderOn: "Uddannelsespålæg siden",
    since: (day: string) => `ja, siden ${day}`,
    no: "nej",
    interruption: "Frafald",
    interruptionOn: "Frafald siden",
    none: "intet skrevet",
    kinds: {
      at_risk: "risiko for frafald",
      interrupted: "har afbrudt uddannelsen",
    },
    interrupted: (what: string, day: string) => `${what}, siden ${day}`,
    contact: "Kontaktperson",
    noContact: "ingen endnu",
    why: "Det er alt, skolen får uden samtykke.",
  },
};
