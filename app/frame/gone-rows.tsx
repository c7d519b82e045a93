import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { No } from "#domain/errors.ts";
import type { Failed } from "#http/failure.server.ts";
import { useWords } from "#words/words.ts";
import { useAnswerToPost } from "./command-form.tsx";
import { useProblems } from "./problems.ts";

type Teller = { tell: (said: string) => void; clear: () => void };

const Context = createContext<Teller>({ tell: () => undefined, clear: () => undefined });
export const useGoneRows = (): Teller => useContext(Context);

/** Why not, where the row is there no more: mostly somebody was faster. */
export function useSaidOfGone() {
  const { frame } = useWords();
  const { sentence } = useProblems();
  return (no: No | Failed, about: string): string => {
    if (no.no === "missing" || no.no === "conflict") return frame.errors.faster(about);
    return about ? `${about}: ${sentence(no)}` : sentence(no);
  };
}

type Props = {
  /** The rows that are there now, and what can be pressed in them. */
  ids: readonly string[];
  intents: readonly string[];
  children: ReactNode;
};

/** A list whose rows go when others press in them: what was refused of a row that has gone stands over it until the next answer. */
export function GoneRows({ ids, intents, children }: Props) {
  const [said, setSaid] = useState("");
  const saidOf = useSaidOfGone();
  const posted = useAnswerToPost();
  const isGone =
    posted &&
    !posted.ok &&
    posted.no !== "invalid" &&
    intents.includes(posted.intent) &&
    !ids.includes(String(posted.typed?.id));
  const teller = useMemo(() => ({ tell: setSaid, clear: () => setSaid("") }), []);
  const stands = said || (isGone ? saidOf(posted, "") : "");
  return (
    <Context.Provider value={teller}>
      {stands && (
        <p role="alert" className="form-error">
          {stands}
        </p>
      )}
      {children}
    </Context.Provider>
  );
}
