const SIGNS = {
  person: /^(?=.*\p{L})[\p{L}\p{M} '\u2019.-]*$/u,
  place: /^(?=.*\p{L})[\p{L}\p{M}\d '\u2019.,&/()-]*$/u,
};
export type Named = keyof typeof SIGNS;

/** What somebody, or a place, is called: letters and the signs of names, for a place figures too. Nothing more is said of them with it. */
export const isNameOf = (of: Named, text: string): boolean => SIGNS[of].test(text);
