import { useFrame } from "#frame/frame.ts";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { useCourse, useNames } from "./model.ts";

/** Tells the others on the page that one writes in that field, and that one has left it. */
export function useWritesIn(field: string) {
  const { write } = useCourse();
  return (writing: boolean) => write(writing ? field : "");
}

/** Who else writes here now. */
export function WritesHere({ field }: { field: string }) {
  const { plan } = useWords();
  const { language } = useFrame();
  const { writers } = useCourse();
  const { nameOf } = useNames();
  const names = Object.entries(writers)
    .filter(([, where]) => where === field)
    .map(([staffId]) => nameOf(staffId));
  if (names.length === 0) return null;
  return <p className="meta">{plan.writesHere(listed(names, language))}</p>;
}
