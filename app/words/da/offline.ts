/** What lies on the telephone: today's names without a net, and notes that are not sent yet. */
export const offline = {
  title: "På telefonen",
  noNet: (n: number) =>
    ["Ingen net.", n > 0 && (n === 1 ? "1 notat venter." : `${n} notater venter.`)].filter(Boolean).join(" "),
  rest: "Her er navne, aftalte tider og numre. Resten kan læses, når nettet er tilbage.",
  until: "Det kan læses her til midnat, eller til du logger ud.",
  nothing:
    "Der er intet at læse uden net. Navne, tider og numre ligger her kun til midnat, og kun mens du er logget ind.",
  back: "Nettet er tilbage.",
  open: "Åbn Mine unge",
  noteOf: (name: string) => (name ? `Kontakt med ${name}` : "Kontakt"),
  waits: (clock: string) => `Gemt på telefonen kl. ${clock} – sendes når der er net`,
  keptNow: (name: string) => `Kontakten med ${name} er gemt på telefonen. Den sendes, når der er net.`,
  sentNow: (name: string) => (name ? `Kontakten med ${name} er sendt.` : "Kontakten er sendt."),
  concernOf: (name: string) => (name ? `Du er bekymret for ${name}` : "Du er bekymret"),
  nobodyKnows: "Ingen ved det endnu.",
  ringYourself: "Det er ikke sendt. Ring selv til den, der skal vide det i dag.",
  concernSent: (name: string) => (name ? `Bekymringen for ${name} er sendt.` : "Bekymringen er sendt."),
  draft: (clock: string) => `Ikke færdig. Skrevet kl. ${clock}`,
  goOn: "Skriv videre",
  goOnOf: (name: string) => `Skriv videre om ${name}`,
  refused: (why: string) => `Ikke sendt. ${why}`,
  textOf: (name: string) => `Din tekst om ${name}`,
  copy: "Kopiér teksten",
  copied: "Kopieret",
  again: "Send igen",
  remove: "Slet",
  removeOf: (name: string) => `Slet notatet om ${name}`,
  removeAsk: "Slet notatet? Det er ikke sendt til nogen.",
  leaveTitle: "Log ud?",
  leaving: (n: number) =>
    n === 1
      ? "1 notat er ikke sendt. Det bliver slettet fra telefonen, når du logger ud."
      : `${n} notater er ikke sendt. De bliver slettet fra telefonen, når du logger ud.`,
  leave: "Slet og log ud",
  stay: "Bliv",
  leftHere: (n: number) =>
    n === 1
      ? "På telefonen ligger 1 notat, der ikke er sendt. Logger en anden ind end den, der skrev det, bliver det slettet."
      : `På telefonen ligger ${n} notater, der ikke er sendt. Logger en anden ind end den, der skrev dem, bliver de slettet.`,
};
