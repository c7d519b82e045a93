import { useEffect, useRef } from "react";
import type { ActionRow } from "#domain/actions/views.server.ts";
import { useConnection } from "#live/connection.ts";
import { isOwnChange } from "#live/own-changes.ts";
import { Button } from "#ui/button.tsx";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";

/** So long without a line is worth a word even if nothing changed meanwhile. */
const WORTH_TELLING_MS = 3000;

/** After a gap one line says what others changed meanwhile. */
export function useDigest(actions: ActionRow[] | undefined, behind: boolean, tell: (line: string) => void): void {
  const { board: t, frame } = useWords();
  const { state } = useConnection();
  const gap = useRef<{ at: number; rows: Map<string, number> } | null>(null);

  useEffect(() => {
    if (!actions) return;
    if (state !== "connected") {
      gap.current ??= { at: Date.now(), rows: new Map(actions.map(({ id, version }) => [id, version])) };
      return;
    }
    if (!gap.current || behind) return;
    // What happened while the line was down arrives with the next load; it is waited for.
    const timer = setTimeout(() => {
      if (!gap.current) return;
      const { at, rows } = gap.current;
      gap.current = null;
      const away = Date.now() - at;
      const others = actions.filter(({ id }) => !isOwnChange(id));
      const fresh = others.filter(({ id }) => !rows.has(id)).length;
      const edited = others.filter(({ id, version }) => rows.has(id) && rows.get(id) !== version).length;
      const parts = [fresh > 0 && t.said.newAgreements(fresh), edited > 0 && t.said.editedCount(edited)].filter(
        Boolean,
      );
      if (parts.length === 0 && away < WORTH_TELLING_MS) return;
      tell(frame.connection.backAgain(Math.round(away / 1000), parts.join(", ") || frame.connection.nothingNew));
    }, 1500);
    return () => clearTimeout(timer);
  }, [state, behind, actions, tell, t, frame]);
}

/** The line itself; `Vis` leads to the agreements and takes it away. */
export function Digest({ line, onSeen }: { line: string; onSeen: () => void }) {
  const { frame } = useWords();
  const show = () => {
    onSeen();
    document.getElementById("agreements")?.scrollIntoView();
  };
  return (
    <Strip
      text={line}
      action={
        <Button type="button" variant="text" dense onClick={show}>
          {frame.connection.show}
        </Button>
      }
    />
  );
}
