import type { OutreachEventKind } from "#domain/outreach/event-kinds.ts";

/** What happened about young people whom somebody is to look for. */
export const outreachEvents: Record<OutreachEventKind, string> = {
  "lead-added": "har skrevet en ung at opsøge op",
  "lead-checked": "har set efter, om en ung skal opsøges",
  "lead-changed": "har rettet en ung at opsøge",
  "lead-given": "har sagt, hvem der opsøger en ung",
  "lead-tried": "har prøvet at få fat i en ung",
  "lead-state-set": "har skrevet, hvad en opsøgt ung sagde",
  "lead-left-alone": "har skrevet, at en ung ikke vil nu",
  "lead-raised": "har spurgt et møde om en ung, ingen har fået fat i",
  "lead-became-case": "har taget en opsøgt ung ind",
  "lead-file-read": "har læst en fil med unge at opsøge ind",
  "leads-printed": "har skrevet dagens liste over unge at opsøge ud på papir",
  "leads-expired": "har slettet, hvem opsøgte unge er, efter 12 måneder",
  "outreach-place-added": "har skrevet et sted op, hvor unge er",
  "outreach-place-closed": "har lukket et sted, hvor unge var",
  "encounter-added": "har skrevet op, at unge blev mødt et sted",
  "encounter-joined": "har skrevet, hvem der blev mødt et sted",
  "encounter-parted": "har skrevet, at det var en anden, der blev mødt",
  "dropout-alert-written": "har skrevet en besked fra en skole op",
  "dropout-alert-taken": "har taget en besked fra en skole",
  "dropout-alert-answered": "har reageret på en besked fra en skole",
  "outreach-figures-exported": "har hentet tallene for unge at opsøge som fil",
};
