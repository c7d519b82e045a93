import { useWords } from "#words/words.ts";

/** What somebody else has written meanwhile, under one's own. */
export function Stands({ now }: { now: string | undefined }) {
  const { telling } = useWords();
  // Where nothing stands, nothing is lost by one's own.
  if (!now) return null;
  return <p className="hear-stands">{telling.hear.stands(now)}</p>;
}
