import type { NetworkLine } from "../script.ts";

/** Who stands around those who are written by hand, beside those who hold custody, by their key. */
export const NETWORKS: Record<string, readonly NetworkLine[]> = {
  animals: [
    { kind: "relative", name: "Inger Demostrup", phone: "20 00 11 22", mayCall: -280 },
    { kind: "sibling", name: "Emil Demostrup" },
    { kind: "friend", name: "Freja Kladdebæk", phone: "20 00 11 33" },
    { kind: "companion", name: "Karen Prøvegaard", phone: "20 00 11 44", mayCall: -120 },
    { kind: "other", name: "Bo Fiktivsen", unwanted: { on: -90, voice: "young_person" } },
  ],
  kitchen: [
    { kind: "guardian", name: "Jytte Eksempelbo", phone: "20 00 22 11", mayCall: -200 },
    { kind: "friend", name: "Ali Testholm" },
  ],
  "two-homes": [
    { kind: "relative", name: "Aase Udkast", phone: "20 00 33 11", mayCall: -40 },
    { kind: "other", name: "Henrik Kladdebæk", unwanted: { on: -35, voice: "young_person" } },
  ],
  "own-yes": [{ kind: "companion", name: "Samira Prøvegaard", phone: "20 00 44 11", mayCall: -20 }],
};
