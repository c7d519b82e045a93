import type { OutreachEventKind } from "#domain/outreach/event-kinds.ts";

/** What happened about young people whom somebody is to look for. */
export const outreachEvents: Record<OutreachEventKind, string> = {
  "lead-added": "wrote down a young person to look for",
  "lead-checked": "checked whether a young person is to be looked for",
  "lead-changed": "corrected a young person to look for",
  "lead-given": "said who looks for a young person",
  "lead-tried": "tried to reach a young person",
  "lead-state-set": "wrote down what a young person who was looked for said",
  "lead-left-alone": "wrote down that a young person does not want to now",
  "lead-raised": "asked a meeting about a young person whom nobody has reached",
  "lead-became-case": "took in a young person who was looked for",
  "lead-file-read": "read a file of young people to look for",
  "leads-printed": "printed the day's list of young people to look for",
  "leads-expired": "erased who young people were that were looked for, after 12 months",
  "outreach-place-added": "wrote down a place where young people are",
  "outreach-place-closed": "closed a place where young people were",
  "encounter-added": "wrote down that young people were met somewhere",
  "encounter-joined": "wrote down who was met somewhere",
  "encounter-parted": "wrote down that it was somebody else who was met",
  "dropout-alert-written": "wrote down what a school told",
  "dropout-alert-taken": "took what a school told",
  "dropout-alert-answered": "reacted to what a school told",
  "outreach-figures-exported": "fetched the figures of young people to look for as a file",
};
