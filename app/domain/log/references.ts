/** The short name of a young person for those who may not know who it is: the end of the row's id, which is drawn at random. */
export const referenceOf = (id: string): string => `${id.slice(-8, -4)}-${id.slice(-4)}`.toUpperCase();

/** What an id ends with, from a reference as it is typed; null when it is none. */
export function endOfId(typed: string): string | null {
  const plain = typed.trim().toLowerCase().replaceAll(/[\s-]/g, "");
  return /^[0-9a-f]{8}$/.test(plain) ? plain : null;
}
