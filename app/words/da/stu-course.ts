import type { DeadlineAnchor } from "#db/vocabulary.ts";
import { fullStop } from "../full-stop.ts";

const months = (n: number) => (n === 1 ? "1 måned" : `${n} måneder`);
const days = (n: number) => (n === 1 ? "1 dag" : `${n} dage`);

/** How a deadline was counted: from which day, and how far. */
type Counted = { anchor: DeadlineAnchor | "last_time"; day: string | null; months: number; days: number };

const anchors = {
  born: "Født",
  start: "Start",
  planned_end: "Planlagt slut",
  ended: "Slut",
  last_time: "Holdt sidst",
};

/** One STU course: how it stands, what it must keep, and what comes after. */
export const stuCourse = {
  title: "Et STU-forløb",
  parts: {
    deadlines: "Frister",
    places: "STU-steder",
    interruptions: "Pauser",
    resourcePaper: "Ressourcepapir",
    papers: "Papirer",
    goals: "Mål i forløbsplanen",
    meetings: "Statusmøder",
    internships: "Løn og praktik",
    benefit: "Forsørgelse fra 18",
    rubric: "Afklaret",
  },
  partsLabel: "På siden",
  states: {
    referred: "indstillet",
    in_assessment: "i visitation",
    granted: "bevilget",
    refused: "afslået",
    place_chosen: "sted valgt",
    running: "i gang",
    interrupted: "holder pause",
    phase_out: "i udslusning",
    completed: "gennemført",
    dropped_out_positive: "stoppet til noget andet",
    dropped_out_negative: "stoppet uden noget andet",
    transferred_municipality: "overgået til en anden kommune",
  },
  steps: {
    referred: "Indstillet",
    in_assessment: "Visitation",
    granted: "Bevilget",
    refused: "Afslået",
    place_chosen: "Sted valgt",
    running: "I gang",
    phase_out: "Udslusning",
    ended: "Slut",
  },
  stepsLabel: "Forløbets trin",
  stepDone: "nået",
  stepHere: "her er vi",
  year: (n: number) => `${n}. år`,
  ended: (day: string) => `slut ${day}`,
  starts: (day: string) => `starter ${day}`,
  runsTo: (day: string) => `planlagt slut ${day}`,
  member: (name: string) => `fra teamet: ${name}`,
  noMember: "ingen fra teamet endnu",
  noDeadline: "Ingen frister nu.",
  /** Of the deadlines the one that comes first. */
  next: (name: string, day: string) => `${name} senest ${day}`,
  left: (n: number) =>
    n === 0
      ? "i dag"
      : n === 1
        ? "om 1 dag"
        : n > 1
          ? `om ${n} dage`
          : n === -1
            ? "over fristen i 1 dag"
            : `over fristen i ${-n} dage`,
  because: ({ anchor, day, months: m, days: d }: Counted) => {
    const years = anchor === "born" && m % 12 === 0;
    const parts = [
      m !== 0 && `${m > 0 ? "plus" : "minus"} ${years ? `${Math.abs(m) / 12} år` : months(Math.abs(m))}`,
      d !== 0 && `${d > 0 ? "plus" : "minus"} ${days(Math.abs(d))}`,
    ];
    return fullStop([anchors[anchor], day, ...parts].filter(Boolean).join(" "));
  },
  origins: { law: (source: string) => `Regel: ${source}.`, policy: (_: string) => "Regel: kommunens egen." },
  deadlines: {
    start_limit: "Start før 25 år",
    course_plan: "Forløbsplan",
    status_meeting: "Statusmøde",
    plan_adjustment: "Årlig justering af forløbsplanen",
    first_internship: "Første praktik",
    support_basis_18: "Forsørgelse fra 18",
    resource_paper_started: "Ressourcepapir begyndt",
    phase_out_meeting: "Udslusningsmøde",
    future_talk: "Samtale om fremtiden",
    resource_paper_final: "Ressourcepapir færdigt",
    course_end: "Slut senest 5 år efter start",
  },
  nth: (name: string, n: number) => `${name} nr. ${n}`,
  stands: {
    missing: "mangler",
    planned: (day: string) => `planlagt ${day}`,
    held: (day: string) => `holdt ${day}`,
    /** What is no meeting and no talk. */
    met: (day: string) => `opfyldt ${day}`,
  },
  noDeadlines: "Fristerne kommer, når starten er planlagt.",
  noDeadlinesAfter: "Forløbet er slut. Der er ingen frister mere.",
  dueBy: (day: string) => `senest ${day}`,
  setDay: "Sæt dag",
  setDayOf: (name: string) => `Sæt dag: ${name}`,
  plannedOn: "Planlagt til",
  heldOn: "Holdt den",
  heldHint: "Kun en dag, der er holdt, opfylder fristen.",
  saveDay: "Gem",
  metBy: {
    course_plan: "Opfyldt af forløbsplanen under Papirer.",
    first_internship: "Opfyldt af det første sted under Løn og praktik.",
    support_basis_18: "Opfyldt af beslutningen under På vej til 18.",
    resource_paper_started: "Opfyldes af dagen i ressourcepapiret.",
    resource_paper_final: "Opfyldes, når ressourcepapiret er færdigt.",
  },
  former: (n: number) => `Tidligere (${n})`,

  assess: "Send i visitation",
  assessedOn: "Sendt den",
  assessYes: "Sendt i visitation",
  decide: "Skriv afgørelsen",
  decideHint: "Her står kun, at der er afgjort, og hvor afgørelsen findes.",
  decision: "Afgørelse",
  decisions: { granted: "bevilget", refused: "afslået" },
  choose: "Vælg",
  decidedOn: "Afgjort den",
  decisionSystem: "System",
  decisionNumber: "Nummer i systemet",
  decideYes: "Gem afgørelsen",
  plan: "Planlæg start",
  replan: "Ret start og slut",
  startOn: "Start",
  baseEndOn: "Planlagt slut",
  baseEndHint: "Tomt: tre år efter start. Senest fem år efter start.",
  yearHours: "Timer om året",
  yearHoursHint: "Mindst 840.",
  line: "Linje",
  planYes: "Gem start og slut",
  end: "Afslut forløbet",
  endHint: "Fristerne forsvinder, og opfølgningen begynder. Det kan fortrydes i 10 minutter.",
  ending: "Hvordan sluttede det?",
  endedOn: "Sidste dag",
  toMunicipality: "Ny kommune",
  toMunicipalityHint: "Kun når en anden kommune overtager. Så kan teamet se forløbet dagen ud.",
  endYes: "Ja, afslut",
  takeBack: "Fortryd afslutningen",
  takeBackHint: (until: string) => `Forløbet er afsluttet. Det kan fortrydes til kl. ${until}.`,
  fromMunicipality: (name: string) => `overtaget fra ${name}`,
  toOther: (name: string) => `overgået til ${name}`,

  refer: "Indstil til STU",
  referredOn: "Indstillet den",
  referYes: "Indstil",
  takeOver: "Overtag STU fra en anden kommune",
  fromWhere: "Kommer fra kommunen",
  takeOverYes: "Overtag forløbet",
  newPlace: "Eller et sted, der ikke er på listen",
  offer: "Tilbyd et STU-sted",
  place: "STU-sted",
  offeredOn: "Tilbudt den",
  ownProposal: "Den unges eget forslag",
  offerYes: "Gem tilbuddet",
  choosePlace: "Skriv valget",
  chosenPlace: "Den unge har valgt",
  placeChosenOn: "Valgt den",
  onlyPlaceReason: "Hvorfor kun ét sted?",
  onlyPlaceHint: "Loven giver ret til at vælge mellem flere. Skriv, hvorfor kun ét passer.",
  choosePlaceYes: "Gem valget",

  noOffers: "Der er ikke skrevet, hvilke steder der blev tilbudt.",
  offerTwo: "Den unge skal kunne vælge mellem mindst to steder.",
  offered: (day: string) => `tilbudt ${day}`,
  ownWord: "den unges eget forslag",
  chosen: (day: string) => `valgt ${day}`,
  onlyBecause: (reason: string) => `Kun ét sted: ${reason}`,
  removeOffer: "Skal tilbuddet fjernes? Gør det kun, hvis det er skrevet ved en fejl.",

  endStays: (end: string, _: string) => `Planlagt slut ${fullStop(end)}`,
  endMoved: (end: string, before: string) => `Planlagt slut ${end}, flyttet fra ${fullStop(before)}`,
  hardEnd: (day: string) => `Senest ${day}, fem år efter start.`,
  cut: (n: number) => `De fem år tager ${days(n)} af pauserne: dem får den unge ikke tilbage.`,
  noRests: "Forløbet har ikke holdt pause.",
  interrupt: "Skriv en pause",
  goesOn: "Går i gang igen",
  resumedOn: "Første dag igen",
  resumedHint: "Tomt, mens pausen varer.",
  restFrom: "Fra",
  reason: "Grund",
  saveRest: "Gem pausen",
  restedTo: (from: string, to: string) => `fra ${from}, i gang igen ${to}`,
  restsFrom: (from: string) => `fra ${from}`,
  removeRest: "Skal pausen fjernes? Er den slut, så skriv første dag igen i stedet.",

  /** The line in the overview of a plan. */
  inOverview: (state: string, next: string) => (next ? `${state}, næste frist: ${next}` : state),
};
