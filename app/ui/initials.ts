/** "Signe Holm Thomsen" → "S.T.": the first letter of the first and of the last name. */
export function initials(name: string): string {
  const names = name.trim().split(/\s+/u).filter(Boolean);
  const ends = names.length > 1 ? [names[0]!, names.at(-1)!] : names;
  return ends.map((each) => `${[...each][0]!.toLocaleUpperCase("da")}.`).join("");
}
