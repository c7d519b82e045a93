/** Why another authority takes part, as a coordinator writes it. */
export const NECESSITY = {
  authority: "Behandlingen og kommunens støtte skal passe sammen, ellers falder den unge mellem to stole.",
  school: "Skolen skal vide, hvilken støtte der følger med, for at den unge kan blive der.",
} as const;
