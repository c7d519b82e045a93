import { useNavigate, useSearchParams } from "@remix-run/react";
import { CommandForm } from "#frame/command-form.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { AddPerson } from "./add-person.tsx";
import { FindPerson } from "./find-person.tsx";
import { useAgenda } from "./model.ts";

const KINDS = { pause: 10, common: 15 } as const;

/** A young person, a pause, a common item: one form at a time, at the foot of the list where the new row will stand. */
export function AddToAgenda() {
  const { agenda: t } = useWords();
  const { adding } = useAgenda();
  const [search] = useSearchParams();
  const add = search.get("add");
  return (
    <section className="agenda-add" aria-label={t.add.submit}>
      {add === "person" &&
        (adding.chosen ? <AddPerson key={adding.chosen.id} young={adding.chosen} /> : <FindPerson />)}
      {(add === "pause" || add === "common") && <AddPlain key={add} kind={add} />}
      <div className="button-line">
        {add !== "person" && (
          <LinkButton to="?add=person" preventScrollReset>
            {t.add.person}
          </LinkButton>
        )}
        {add !== "pause" && (
          <LinkButton to="?add=pause" variant="text" preventScrollReset>
            {t.add.pause}
          </LinkButton>
        )}
        {add !== "common" && (
          <LinkButton to="?add=common" variant="text" preventScrollReset>
            {t.add.common}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

/** A common item or a pause: a title and minutes. */
function AddPlain({ kind }: { kind: keyof typeof KINDS }) {
  const { agenda: t, frame } = useWords();
  const { meetingId } = useAgenda();
  const navigate = useNavigate();
  const back = `/meetings/${meetingId}`;
  return (
    <CommandForm
      intent="add-item"
      fields={{ meetingId, kind }}
      label={t.add[kind]}
      onDone={() => navigate(back, { preventScrollReset: true })}
    >
      {({ problem, typed, busy }) => (
        <div className="field-line">
          <input type="hidden" name="back" value={back} />
          <TextField
            label={t.add.title}
            name="question"
            maxLength={200}
            defaultValue={typed("question") ?? (kind === "pause" ? t.pause : "")}
            error={problem("question")}
            required
            autoFocus
          />
          <TextField
            label={t.add.minutes}
            name="minutes"
            type="number"
            min={1}
            max={240}
            defaultValue={typed("minutes") ?? KINDS[kind]}
            error={problem("minutes")}
            short
          />
          <Button disabled={busy}>{t.add.submit}</Button>
          <LinkButton to={back} variant="text" preventScrollReset>
            {frame.cancel}
          </LinkButton>
        </div>
      )}
    </CommandForm>
  );
}
