import type { DepartmentKey } from "./departments.ts";

/** What runs for young people: title, provider ({sted} stands for a workplace), how long (days), kind, life area, a contact person of its own. */
export const EFFORTS: Partial<
  Record<DepartmentKey, readonly (readonly [string, string, number, string, string, boolean?])[]>
> = {
  guidance: [
    ["Samtaler med uddannelsesvejleder", "", 300, "guidance", "education"],
    ["Forberedende forløb", "FGU Demo Vest", 300, "education", "education"],
    ["Brobygning", "Erhvervsskolen Prøven", 90, "education", "education"],
  ],
  stu: [
    ["STU, første år", "STU Solbakken (demo)", 365, "education", "education"],
    ["STU, andet år", "STU Åbrinken (demo)", 365, "education", "education"],
    ["STU, tredje år", "STU Solbakken (demo)", 365, "education", "education"],
  ],
  children: [
    ["Kontaktperson", "Familiehuset Demo", 330, "contact_person", "daily_life", true],
    ["Familierådgivning", "Familiehuset Demo", 200, "family_support", "family"],
    ["Aflastning hver anden weekend", "", 360, "respite", "family"],
    ["Fritidspas", "Klub Demo", 180, "leisure", "leisure"],
  ],
  adults: [
    ["Støtte i hjemmet", "", 300, "home_support", "daily_life"],
    ["Støttekontaktperson", "", 300, "contact_person", "daily_life", true],
    ["Bostøtte, to timer om ugen", "", 360, "home_support", "housing"],
  ],
  work: [
    ["Virksomhedspraktik", "{shop}", 91, "work_placement", "employment"],
    ["Mentor", "Mentorhuset Demo", 180, "mentor", "employment", true],
    ["Småjob", "{shop}", 240, "paid_work", "employment"],
    ["Afklarende forløb", "Værkstedet Prøven", 120, "clarification", "employment"],
    ["Hjælp til jobsøgning", "", 180, "guidance", "employment"],
  ],
  benefits: [["Rådgivning om økonomi", "", 120, "guidance", "economy"]],
  ppr: [
    ["Lille hold", "Prøveskolen", 250, "education", "education"],
    ["Undervisning hjemme", "Prøveskolen", 150, "education", "education"],
    ["Samtaler med psykolog i PPR", "", 90, "treatment", "health"],
  ],
  health: [
    ["Samtaler om søvn", "", 60, "treatment", "health"],
    ["Bevægelseshold", "Demohallen", 150, "leisure", "health"],
  ],
  housing: [
    ["Hjælp til at søge bolig", "", 200, "guidance", "housing"],
    ["Midlertidigt værelse", "Ungeboligen Demo", 180, "housing", "housing"],
  ],
  fgu: [["FGU, produktion", "FGU Demo Vest", 365, "education", "education"]],
  school: [["Grundforløb på halv tid", "Erhvervsskolen Prøven", 180, "education", "education"]],
};
