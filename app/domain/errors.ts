/** The four kinds of "no" that a person can get. Anything else is a bug. */
export type No =
  /** `found`: the row that stands already, for whoever may open it; `foundCase`: the young person who has the case. */
  | { no: "invalid"; problems: Record<string, string>; found?: string; foundCase?: string }
  | { no: "refused"; proof?: "stale"; because?: string }
  | { no: "missing" }
  | { no: "conflict"; now: Record<string, unknown> };

/** A "no" on its way out of a transaction; nothing of the work before it stands. */
export class Declined extends Error {
  readonly answer: No;
  constructor(answer: No) {
    super(answer.no);
    this.answer = answer;
  }
}

/** A field that cannot be as it is; `problem` is a code of words/…/problems. */
export const invalid = (field: string, problem: string, found?: string) =>
  new Declined({ no: "invalid", problems: { [field]: problem }, ...(found && { found }) });
/** Who has a case already, for whoever may see it. */
export const invalidCase = (field: string, problem: string, foundCase: string) =>
  new Declined({ no: "invalid", problems: { [field]: problem }, foundCase });
/** Several fields at once. */
export const allInvalid = (problems: Record<string, string>) => new Declined({ no: "invalid", problems });
export const missing = () => new Declined({ no: "missing" });
/** May, but has to prove anew who it is: a "refused" that a fresh proof turns into a yes. */
export const unproven = () => new Declined({ no: "refused", proof: "stale" });
export const isUnproven = (answer: object): boolean => "proof" in answer && answer.proof === "stale";
/** Not as things stand; `because` is a code of words/…/problems, for whoever may know it. */
export const refusedBecause = (because: string) => new Declined({ no: "refused", because });
export const refused = () => new Declined({ no: "refused" });

export const statusOf = { invalid: 422, refused: 403, missing: 404, conflict: 409 } as const;
