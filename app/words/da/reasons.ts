import type { RuleName } from "#domain/access/rules.server.ts";

/** Why somebody may, by the names of the rule table: `adgang: …`. A rule without words does not compile. */
const byRule: Record<RuleName, string> = {
  coordinator: "koordinator",
  "leads the meeting": "leder mødet eller skriver referatet",
  chair: "mødeleder",
  member: "er med til mødet",
  invited: "er med i punktet",
  "basis covers the class": "afdelingen har et grundlag for den slags oplysninger",
  "was invited": "var med i punktet",
  "tells the young person": "skal give den unge besked",
  assigned: "følger den unge",
  "lead worker": "tovholder",
  proposed: "er foreslået som ungeguide",
  "common item": "er med til mødet, og punktet er fælles",
  school: "skolen må kende tre ting om punktet",
  "is sent out": "dagsordenen er sendt ud",
  paired: "storskærmen er koblet til mødet",
  owner: "har aftalen",
  "the owner's department": "afdelingen har aftalen",
  "was to come": "fik at vide, om den unge er hos dem",
  "asked to take over": "er bedt om at overtage",
  "gave on": "har givet den unge videre",
  "has taken over": "har overtaget",
  "name only": "er med til mødet og må vide, hvem punktet handler om",
  "sees the item": "kan se punktet",
  "leads a later item": "leder et senere punkt om den unge",
  "works with young people": "arbejder med unge",
  "looks for young people": "opsøger unge",
  "works there": "arbejder i afdelingen",
  "works with the register": "arbejder med listen over grundlag",
  admin: "administrator",
  leader: "leder",
  "the STU team": "STU-teamet",
  "break-glass": "nødadgang",
  "works in the municipality": "arbejder i kommunen",
  guide: "ungeguide",
  "named reader": "er nævnt i notatet",
  author: "har skrevet notatet",
  dpo: "databeskyttelsesrådgiver",
};

/** What lets somebody without a row of the rule table. */
const otherwise = {
  oneself: "sit eget",
  "their own meetings": "egne møder",
  "those they may see": "det, de må se",
  "told of an emergency": "fik besked om en nødadgang",
  "sees the person": "kan se den unge",
  proven: "har vist, hvem det er",
  "a provider": "kommunens login",
  "a room's computer asked": "en computer i et mødelokale spurgte",
  system: "systemet selv",
  "the system itself": "systemet selv",
  "the server had stopped": "systemet var stoppet",
};

export const reasons = { ...byRule, ...otherwise };
