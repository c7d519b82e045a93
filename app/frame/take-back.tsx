import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { AskFor } from "./ask-for.tsx";
import { CommandForm } from "./command-form.tsx";

type Props = {
  intent: string;
  id: string;
  version: number;
  /** What it is about, said aloud: several on a page have the same word. */
  what: string;
  /** What happens then. */
  then: string;
};

/** It was written by mistake: what happens then is said before it is taken back. */
export function TakeBack({ intent, id, version, what, then }: Props) {
  const { back } = useWords().outreach;
  return (
    <AskFor intent={intent} fields={{ id }} label={back.label} name={back.whom(what)} variant="text" dense group="back">
      <CommandForm intent={intent} fields={{ id, version }} className="page-form">
        {({ busy }) => (
          <>
            <p>{then}</p>
            <Button dense disabled={busy}>
              {back.label}
            </Button>
          </>
        )}
      </CommandForm>
    </AskFor>
  );
}
