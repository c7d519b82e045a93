import { Link, useLoaderData, useLocation, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { isRowId } from "#domain/input.server.ts";
import { addYoungPerson } from "#domain/people/commands.server.ts";
import { newPersonForm } from "#domain/people/queries.server.ts";
import { namesIn } from "#domain/people/rules.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { WhoFields } from "#frame/who-fields.tsx";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField } from "#ui/fields.tsx";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.people.newTitle };

export const loader = page(newPersonForm, ({ search }) => {
  const made = search.get("made");
  if (made === null) return { made };
  return isRowId(made) ? { made } : null;
});
export const action = submit([addYoungPerson], {
  "add-young-person": ({ id }: { id: string }) => `/people/new?made=${id}`,
});
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function NewYoungPerson() {
  const { staff, departments, made, wasMade, mayAssign, ofStuTeam, duplicates } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { people: t } = useWords();
  const sentence = useRef<HTMLDivElement>(null);
  const last = search.get("made");
  // Typed in a search that found nobody; it came with the press, and stands in no address.
  const { state } = useLocation();
  const [firstName, lastName] = namesIn(typeof state?.name === "string" ? state.name : "");
  // The form begins anew; one who does not see it hears first what became of the last.
  useEffect(() => {
    if (last) sentence.current?.focus();
  }, [last]);
  const choices = staff.map(({ id, name, mark }) => (
    <option key={id} value={id}>
      {mark ? `${name} · ${mark}` : name}
    </option>
  ));
  return (
    <PageFrame
      strip={
        duplicates ? (
          <Strip text={t.duplicatesWait(duplicates)} action={<Link to="/people/duplicates">{t.look}</Link>} />
        ) : undefined
      }
    >
      <h1>{t.newTitle}</h1>
      {wasMade && (
        <div className="edit-part" role="status" ref={sentence} tabIndex={-1}>
          <p className="lead">{made ? t.made(`${made.firstName} ${made.lastName}`) : t.madeUnnamed}</p>
          <p className="button-line">
            <LinkButton to="/meetings">{t.toAgenda}</LinkButton>
            {mayAssign && <LinkButton to={`/people/${last}`}>{t.toAround}</LinkButton>}
          </p>
          <p className="meta">{t.another}</p>
        </div>
      )}
      <CommandForm key={last ?? ""} intent="add-young-person" className="page-form">
        {(form) => (
          <>
            <WhoFields
              form={form}
              t={t}
              named={{ firstName, lastName }}
              bornHint={t.bornOnHint}
              bornRequired
              cprHint={t.cprHint}
            />
            <fieldset className="choice-line">
              <legend>{t.departments}</legend>
              {departments.map(({ id, name }) => (
                <Choice key={id} name="departments[]" value={id} label={name} />
              ))}
            </fieldset>
            <div className="field-line">
              <SelectField
                label={t.contactPerson}
                name="guideId"
                defaultValue={form.typed("guideId")}
                error={form.problem("guideId")}
              >
                <option value="">{t.notYet}</option>
                {choices}
              </SelectField>
              <SelectField
                label={t.leadWorker}
                name="leadWorkerId"
                defaultValue={form.typed("leadWorkerId")}
                error={form.problem("leadWorkerId")}
              >
                <option value="">{t.notYet}</option>
                {choices}
              </SelectField>
            </div>
            {ofStuTeam && (
              <Choice
                name="stuAlone"
                value="yes"
                label={t.stuAlone}
                hint={t.stuAloneHint}
                defaultChecked={form.ticked("stuAlone", "yes")}
              />
            )}
            <p className="form-hint">{t.duplicateHint}</p>
            <Button variant="primary" disabled={form.busy}>
              {t.add}
            </Button>
          </>
        )}
      </CommandForm>
    </PageFrame>
  );
}
