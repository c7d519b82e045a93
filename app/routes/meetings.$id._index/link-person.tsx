import { useNavigate } from "@remix-run/react";
import type { Chosen } from "#domain/agenda/young-people.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { type Place, useAgenda } from "./model.ts";

/** A question without a name gets the young person it is about; what that means is said before the press. */
export function LinkPerson({ place, young }: { place: Place; young: Chosen }) {
  const { agenda: t, frame } = useWords();
  const { meetingId } = useAgenda();
  const navigate = useNavigate();
  const back = `/meetings/${meetingId}`;
  return (
    <CommandForm
      intent="link-item"
      fields={{ itemId: place.id, version: place.version, youngPersonId: young.id }}
      label={t.add.link}
      onDone={() => navigate(back, { preventScrollReset: true })}
    >
      {({ busy, problem }) => (
        <>
          <input type="hidden" name="back" value={back} />
          <p>{t.add.linkHint}</p>
          {problem("youngPersonId") && <p className="form-error-message">{problem("youngPersonId")}</p>}
          <div className="button-line">
            <Button disabled={busy}>{t.add.linkTo(young.name)}</Button>
            <LinkButton to={back} variant="text" preventScrollReset>
              {frame.cancel}
            </LinkButton>
          </div>
        </>
      )}
    </CommandForm>
  );
}
