import { clockOf } from "#domain/moments.ts";
import type { Saving } from "#live/use-command.ts";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { useProblems } from "./problems.ts";

/** The truth about saving, at the field: on its way, saved when, waiting for the net, or not saved and why. */
export function SavingWord({ saving }: { saving: Saving }) {
  const { frame } = useWords();
  const { sentence } = useProblems();
  switch (saving.state) {
    case "untouched":
      return null;
    case "sending":
      return <span className="meta">{frame.saving.saving}</span>;
    case "waiting":
      return <StatusWord state="near">{frame.saving.waits}</StatusWord>;
    case "saved":
      return <span className="meta">{frame.saving.saved(clockOf(new Date(saving.at).toISOString()))}</span>;
    case "refused":
      return saving.no.no === "conflict" ? null : (
        <StatusWord state="late">
          {frame.saving.notSaved}. {sentence(saving.no)}
        </StatusWord>
      );
  }
}
