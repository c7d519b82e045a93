/** What is wrong with a field, and what to do: by the codes of the inputs. */
export const problems = {
  required: "Skriv noget her.",
  "too-long": "Teksten er for lang. Gør den kortere.",
  "no-such-day": "Den dag findes ikke. Skriv en anden dag, fx 28-02.",
  "no-such-time": "Det tidspunkt findes ikke. Skriv fx 9.00.",
  unreadable: "Det kan ikke læses. Skriv det på en anden måde.",
  number: "Skriv et helt tal.",
  choose: "Vælg en fra listen.",
  "not-in-department": "Personen er ikke i afdelingen. Vælg en fra afdelingen, eller skift afdeling.",
  taken: "Det er brugt i forvejen. Vælg et andet.",
  "too-short": "Skriv mindst 12 tegn.",
  "not-same": "De to er ikke ens. Skriv det samme to gange.",
  "wrong-code": "Koden passer ikke til en storskærm. Se koden på skærmen, og skriv den igen.",
  "ends-before-start": "Mødet slutter, før det begynder. Ret tiden.",
  "already-on-agenda": "Den unge står allerede på dagsordenen.",
  cpr: "Nummeret kan ikke læses. Skriv ddmmåå-xxxx, eller lad feltet stå tomt.",
  "other-birth-date": "Nummeret og fødselsdagen passer ikke sammen. Ret en af dem.",
  "has-cpr": "Der står et CPR-nummer i teksten. Skriv det ikke her.",
} as const;

export type ProblemCode = keyof typeof problems;
