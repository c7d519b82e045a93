/** All that those who may not know the name are shown of it: "Signe Holm Thomsen" → "S.T." */
export function initialsOf({ firstName, lastName }: { firstName: string; lastName: string }): string {
  const letters = [firstName, lastName.trim().split(/\s+/u).at(-1) ?? ""].map((name) => [...name.trim()][0]);
  return letters.map((letter) => (letter ? `${letter.toLocaleUpperCase("da")}.` : "")).join("");
}
