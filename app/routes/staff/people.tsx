import { useActionData } from "@remix-run/react";
import { useState } from "react";
import { roles } from "#db/vocabulary.ts";
import type { StaffList } from "#domain/staff/queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import type { Sent } from "#http/door.server.ts";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { EditLink, useEdited } from "./edit-link.tsx";
import { EditPerson } from "./edit-person.tsx";
import { PersonFields } from "./person-fields.tsx";
import { SignInLink } from "./sign-in-link.tsx";

export function People({ people, departments, held }: Pick<StaffList, "departments" | "people" | "held">) {
  const { staff: t } = useWords();
  const edited = useEdited();
  const [added, setAdded] = useState<string | null>(null);
  const posted = usePosted();
  const newcomer = added ?? posted;
  const nameOf = new Map(departments.map(({ id, name }) => [id, name]));
  return (
    <section className="page-part" aria-labelledby="people">
      <h2 id="people">{t.people}</h2>
      <ul className="rows rows-first-line">
        {people.map((each) => (
          <li key={each.id}>
            <div className="row-main">
              <strong>{each.name}</strong>{" "}
              <span className="meta">
                {[
                  each.title,
                  each.username,
                  each.memberships.map((seat) => nameOf.get(seat.departmentId)).join(", "),
                  each.roles.map(({ role }) => t.role[role]).join(", ") || t.noRoles,
                  each.hasFactors && t.hasFactors,
                  !each.hasPassword && (each.linkUntil ? t.linkWaits : t.noPassword),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              {edited === each.id && <EditPerson person={each} departments={departments} held={held} />}
            </div>
            <EditLink id={each.id} name={each.name} />
          </li>
        ))}
      </ul>
      <details className="add-part" open={posted !== null || undefined}>
        <summary>{t.addPerson}</summary>
        <CommandForm<{ id: string }> intent="add-staff" reset onDone={({ id }) => setAdded(id)}>
          {(form) => (
            <>
              <PersonFields problem={form.problem} typed={form.typed} />
              <SelectField label={t.department} name="departmentId" error={form.problem("departmentId")}>
                <option value="">{t.noDepartment}</option>
                {departments.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </SelectField>
              <Choice name="representative" value="yes" label={t.representative} />
              <fieldset className="choice-line" aria-describedby="roles-problem">
                <legend>{t.roles}</legend>
                {roles.map((role) => (
                  <Choice key={role} name="roles[]" value={role} label={t.role[role]} />
                ))}
                <p className="form-error-message" id="roles-problem">
                  {form.problem("roles")}
                </p>
              </fieldset>
              <Button>{t.addPerson}</Button>
            </>
          )}
        </CommandForm>
        {newcomer && <SignInLink key={newcomer} staffId={newcomer} atOnce={newcomer === added} />}
      </details>
    </section>
  );
}

/** Without JavaScript: who was just added, and then whose link was just made, unless it shows at the row that is open. */
function usePosted(): string | null {
  const answer = useActionData() as Sent<{ id: string } & { staffId: string }> | undefined;
  const edited = useEdited();
  if (!answer?.ok) return null;
  if (answer.intent === "add-staff") return answer.answer.id;
  const made = ["make-sign-in-link", "reset-second-factors"].includes(answer.intent) ? answer.answer.staffId : null;
  return made === edited ? null : made;
}
