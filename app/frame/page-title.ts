import { useMatches } from "@remix-run/react";
import { useWords, type Words } from "#words/words.ts";

/** What a page tells the frame of the document. */
export type Handle = {
  /** What the window, the tab and the history are called. Others see those: never a name, nor what somebody looks at. */
  title: (words: Words) => string;
  /** The page hangs on the wall of a room. */
  screen?: boolean;
};

export function usePageTitle(): string {
  const words = useWords();
  const handle = useMatches().at(-1)?.handle as Handle | undefined;
  return handle ? `${handle.title(words)} · ${words.frame.product}` : words.frame.product;
}
