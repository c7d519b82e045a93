/** Who asks: somebody signed in, a room's big screen, the system itself, or nobody. */
export type Actor =
  | { kind: "staff"; id: string; sessionId: string }
  | { kind: "screen"; id: string }
  | { kind: "system" }
  | { kind: "nobody" };

export const nobody: Actor = { kind: "nobody" };
export const system: Actor = { kind: "system" };

/** The staff member's id, or text that no row has. */
export const staffIdOf = (actor: Actor): string => (actor.kind === "staff" ? actor.id : "-");

export const idOf = (actor: Actor): string | null => ("id" in actor ? actor.id : null);
