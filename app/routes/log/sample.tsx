import { useNavigate } from "@remix-run/react";
import type { LogPage } from "#domain/log/queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { Lines } from "./lines.tsx";

export function Sample({ shown }: { shown: LogPage }) {
  const { log: t } = useWords();
  const navigate = useNavigate();
  const { seed, upTo } = shown.input;
  return (
    <>
      <p className="meta">{t.drawHint}</p>
      <CommandForm<{ seed: string; upTo: number }>
        intent="draw-sample"
        onDone={(drawn) => navigate(`/log?view=sample&seed=${drawn.seed}&upTo=${drawn.upTo}`)}
      >
        <Button variant="primary">{t.draw}</Button>
      </CommandForm>
      {seed && <p>{t.drawn(seed, upTo)}</p>}
      {seed && <Lines shown={shown} />}
    </>
  );
}
