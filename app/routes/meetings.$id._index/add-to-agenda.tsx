import { useNavigate, useSearchParams } from "@remix-run/react";
import { CommandForm } from "#frame/command-form.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { AddPerson } from "./add-person.tsx";
import { AddUnnamed } from "./add-unnamed.tsx";
import { FindPerson } from "./find-person.tsx";
import { MinutesField } from "./item-fields.tsx";
import { LinkPerson } from "./link-person.tsx";
import { useAgenda } from "./model.ts";
import { useFocusBack } from "./use-focus-back.ts";

const KINDS = { pause: 10, common: 15 } as const;

/** A young person, a pause, a common item, a question without a name: one form at a time, at the foot of the list where the new row will stand. */
export function AddToAgenda() {
  const { agenda: t } = useWords();
  const { chosen, places } = useAgenda();
  const [search] = useSearchParams();
  const add = search.get("add");
  const linked = places.find(({ id, itemKind }) => id === search.get("link") && itemKind === "unnamed");
  useFocusBack(add, (was) => document.getElementById(`add-${was}`));
  return (
    <section className="agenda-add" aria-label={t.add.submit}>
      {add === "person" &&
        (!chosen ? (
          <FindPerson linked={linked} />
        ) : linked ? (
          <LinkPerson place={linked} young={chosen} />
        ) : (
          <AddPerson key={chosen.id} young={chosen} />
        ))}
      {(add === "pause" || add === "common") && <AddPlain key={add} kind={add} />}
      {add === "unnamed" && <AddUnnamed />}
      <div className="button-line">
        {add !== "person" && (
          <LinkButton id="add-person" to="?add=person" preventScrollReset>
            {t.add.person}
          </LinkButton>
        )}
        {add !== "pause" && (
          <LinkButton id="add-pause" to="?add=pause" variant="text" preventScrollReset>
            {t.add.pause}
          </LinkButton>
        )}
        {add !== "common" && (
          <LinkButton id="add-common" to="?add=common" variant="text" preventScrollReset>
            {t.add.common}
          </LinkButton>
        )}
        {add !== "unnamed" && (
          <LinkButton id="add-unnamed" to="?add=unnamed" variant="text" preventScrollReset>
            {t.add.unnamed}
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
      {(form) => (
        <div className="field-line">
          <input type="hidden" name="back" value={back} />
          <TextField
            label={t.add.title}
            name="question"
            defaultValue={form.typed("question") ?? (kind === "pause" ? t.pause : "")}
            error={form.problem("question")}
            required
            autoFocus
          />
          <MinutesField usual={KINDS[kind]} form={form} />
          <Button disabled={form.busy}>{t.add.submit}</Button>
          <LinkButton to={back} variant="text" preventScrollReset>
            {frame.cancel}
          </LinkButton>
        </div>
      )}
    </CommandForm>
  );
}
