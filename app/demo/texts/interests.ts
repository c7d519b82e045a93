/** What a young person likes, and where one could work with it. */
export const INTERESTS = [
  { of: "mad", at: "i et køkken", shop: "Bageriet Prøven" },
  { of: "dyr", at: "med dyr", shop: "Dyrepensionen Demo" },
  { of: "biler", at: "på et autoværksted", shop: "Autoværkstedet Prøven" },
  { of: "små børn", at: "i en børnehave", shop: "Børnehaven Kladden" },
  { of: "computere", at: "i en it-afdeling", shop: "It-værkstedet Demo" },
  { of: "tøj", at: "i en butik", shop: "Genbrugsbutikken Prøven" },
  { of: "musik", at: "på et spillested", shop: "Spillestedet Udkastet" },
  { of: "træ", at: "på et snedkeri", shop: "Snedkeriet Skitsen" },
  { of: "planter", at: "på et gartneri", shop: "Gartneriet Demo" },
  { of: "orden", at: "på et lager", shop: "Lageret Prøven" },
  { of: "fodbold", at: "i en idrætshal", shop: "Demohallen" },
  { of: "cykler", at: "på et cykelværksted", shop: "Cykelværkstedet Modellen" },
  { of: "at tegne", at: "på et trykkeri", shop: "Trykkeriet Aftrykket" },
  { of: "ældre mennesker", at: "på et plejecenter", shop: "Plejecentret Eksemplet" },
] as const;

export type Interest = (typeof INTERESTS)[number];
