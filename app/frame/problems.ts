import { isUnproven, type No } from "#domain/errors.ts";
import type { Failed } from "#http/failure.server.ts";
import { useWords } from "#words/words.ts";

/** What the gate says before anything is looked at. */
export type TurnedAway = { ok: false; no: "too-large" | "file-too-large" | "signed-out" };

/** The words for a "no": by field, or as one sentence that says what to do now. */
export function useProblems() {
  const { frame, problems } = useWords();
  /** A code, and after it, where the problem stands in a line of a file, the line. */
  const wordsOf = (problem: string) => {
    const [code, line = ""] = problem.split(" ");
    return (problems[code as keyof typeof problems] ?? problems.unreadable).replace("#", line);
  };
  return {
    problemIn(no: No | Failed | null, field: string): string | undefined {
      if (no?.no !== "invalid") return undefined;
      const code = no.problems[field];
      return code === undefined ? undefined : wordsOf(code);
    },
    sentence(no: No | Failed | TurnedAway): string {
      if (no.no === "too-large") return frame.errors.tooLarge;
      if (no.no === "file-too-large") return problems["file-too-large"];
      if (no.no === "signed-out") return frame.errors.signedOut;
      if (no.no === "failed")
        return no.why === "broken" ? `${frame.errors.broken} ${frame.errors.id(no.id)}` : frame.errors[no.why];
      if (no.no === "invalid") return wordsOf(Object.values(no.problems)[0] ?? "unreadable");
      if (no.no === "refused" && no.because !== undefined) return wordsOf(no.because);
      if (isUnproven(no)) return frame.errors.unproven;
      return frame.errors[no.no];
    },
  };
}
