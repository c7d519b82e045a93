import type { DepartmentKey } from "./departments.ts";

/** What runs for young people: title, provider ({sted} stands for a workplace), how long (days), a contact person of its own. */
export const EFFORTS: Partial<Record<DepartmentKey, readonly (readonly [string, string, number, boolean?])[]>> = {
  guidance: [
    ["Samtaler med uddannelsesvejleder", "", 300],
    ["Forberedende forløb", "FGU Demo Vest", 300],
    ["Brobygning", "Erhvervsskolen Prøven", 90],
  ],
  stu: [
    ["STU, første år", "STU Solbakken (demo)", 365],
    ["STU, andet år", "STU Åbrinken (demo)", 365],
    ["STU, tredje år", "STU Solbakken (demo)", 365],
  ],
  children: [
    ["Kontaktperson", "Familiehuset Demo", 330, true],
    ["Familierådgivning", "Familiehuset Demo", 200],
    ["Aflastning hver anden weekend", "", 360],
    ["Fritidspas", "Klub Demo", 180],
  ],
  adults: [
    ["Støtte i hjemmet", "", 300],
    ["Støttekontaktperson", "", 300, true],
    ["Bostøtte, to timer om ugen", "", 360],
  ],
  work: [
    ["Virksomhedspraktik", "{shop}", 91],
    ["Mentor", "Mentorhuset Demo", 180, true],
    ["Småjob", "{shop}", 240],
    ["Afklarende forløb", "Værkstedet Prøven", 120],
    ["Hjælp til jobsøgning", "", 180],
  ],
  benefits: [["Rådgivning om økonomi", "", 120]],
  ppr: [
    ["Lille hold", "Prøveskolen", 250],
    ["Undervisning hjemme", "Prøveskolen", 150],
    ["Samtaler med psykolog i PPR", "", 90],
  ],
  health: [
    ["Samtaler om søvn", "", 60],
    ["Bevægelseshold", "Demohallen", 150],
  ],
  housing: [
    ["Hjælp til at søge bolig", "", 200],
    ["Midlertidigt værelse", "Ungeboligen Demo", 180],
  ],
  fgu: [["FGU, produktion", "FGU Demo Vest", 365]],
  school: [["Grundforløb på halv tid", "Erhvervsskolen Prøven", 180]],
};
