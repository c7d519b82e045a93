import { Link } from "@remix-run/react";
import { clockOf, dayOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays, useStart } from "./use-start.ts";

/** `Bekymringer`: who is worried about whom since when, until somebody takes it. What it is about stands elsewhere. */
export function Concerns() {
  const { guides: t } = useWords();
  const { concerns, forum } = useStart();
  const { near } = useDays();
  if (concerns.length === 0) return null;
  return (
    <Block title={t.concerns}>
      <p className="meta">{t.concernHint}</p>
      <ul className="rows rows-first-line">
        {concerns.map(({ id, version, youngPersonId, name, by, raisedAt }) => (
          <li key={id}>
            <span className="row-main">
              {forum ? <Link to={`/people/${youngPersonId}`}>{t.concernOf(by, name)}</Link> : t.concernOf(by, name)}{" "}
              <span className="meta">{t.concernAt(near(dayOf(raisedAt)), clockOf(raisedAt))}</span>
            </span>
            <CommandForm intent="take-concern" fields={{ id, version }}>
              {({ busy }) => (
                <Button dense disabled={busy} aria-label={t.takeOf(name)}>
                  {t.take}
                </Button>
              )}
            </CommandForm>
          </li>
        ))}
      </ul>
    </Block>
  );
}
