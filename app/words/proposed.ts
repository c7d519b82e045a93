/** What a proposed line of a resource paper is made of, each part in words already. */
export type Shown = {
  placement: { employer: string; kind: string; period: string; hours: string; outcome: string };
  effort: { title: string; provider: string; period: string };
  rating: { about: string; level: string; own: string; note: string };
  agreement: { text: string; who: string; day: string };
  contact: { role: string; name: string; phone: string };
};
