import { roles } from "#db/vocabulary.ts";
import type { StaffList } from "#domain/staff/queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { EndPerson } from "./end-person.tsx";
import { PersonFields } from "./person-fields.tsx";
import { SignInLink } from "./sign-in-link.tsx";

type Props = { person: StaffList["people"][number]; departments: StaffList["departments"] };
type Held = Pick<StaffList, "held">;

export function EditPerson({ person, departments, held }: Props & Held) {
  const { staff: t, frame } = useWords();
  const self = useFrame().staffId === person.id;
  const { id, version } = person;
  return (
    <div className="edit-part">
      <CommandForm key={version} intent="change-staff" fields={{ id, version }}>
        {(form) => (
          <>
            <PersonFields person={person} problem={form.problem} typed={form.typed} />
            <Button variant="primary">{frame.save}</Button>
          </>
        )}
      </CommandForm>
      <Roles person={person} self={self} />
      <Memberships person={person} departments={departments} />
      <SignInLink staffId={id} resets={person.hasFactors && !self} />
      {person.subject !== null && !self && (
        <CommandForm
          key={`subject ${person.subject}`}
          intent="link-identity"
          fields={{ staffId: id }}
          className="field-line field-line-level"
        >
          {(form) => (
            <>
              <TextField
                label={t.subject}
                hint={t.subjectHint}
                name="subject"
                error={form.problem("subject")}
                defaultValue={form.typed("subject") ?? person.subject ?? ""}
              />
              <Button>{frame.save}</Button>
            </>
          )}
        </CommandForm>
      )}
      {!self && held && (
        <div>
          <EndPerson {...{ id, version, held }} name={person.name} />
        </div>
      )}
    </div>
  );
}

function Roles({ person, self }: { person: Props["person"]; self: boolean }) {
  const { staff: t } = useWords();
  const held = person.roles.map(({ role }) => role);
  return (
    <div>
      <h3>{t.roles}</h3>
      <ul className="rows rows-compare">
        {person.roles.map(({ id, version, role }) => (
          <li key={id}>
            <span className="row-main">{t.role[role]}</span>
            {!self && (
              <CommandForm intent="end-role" fields={{ id, version }}>
                <Button variant="text" dense>
                  {t.takeRole(t.role[role])}
                </Button>
              </CommandForm>
            )}
          </li>
        ))}
      </ul>
      <CommandForm intent="grant-role" fields={{ staffId: person.id }} className="field-line">
        {(form) => (
          <>
            <SelectField label={t.newRole} name="role" error={form.problem("role")}>
              {roles
                .filter((role) => !held.includes(role))
                .map((role) => (
                  <option key={role} value={role}>
                    {t.role[role]}
                  </option>
                ))}
            </SelectField>
            <Button>{t.giveRole}</Button>
          </>
        )}
      </CommandForm>
    </div>
  );
}

function Memberships({ person, departments }: Props) {
  const { staff: t } = useWords();
  const nameOf = new Map(departments.map(({ id, name }) => [id, name]));
  const others = departments.filter(({ id }) => !person.memberships.some(({ departmentId }) => departmentId === id));
  return (
    <div>
      <h3>{t.departments}</h3>
      <ul className="rows rows-compare">
        {person.memberships.map(({ id, version, departmentId, representative }) => {
          const name = nameOf.get(departmentId) ?? "";
          return (
            <li key={id}>
              <span className="row-main">
                {name} {representative && <span className="meta">{t.standsFor}</span>}
              </span>
              <CommandForm
                intent="set-membership"
                fields={{ staffId: person.id, departmentId, representative: representative ? "" : "yes" }}
              >
                <Button variant="text" dense>
                  {representative ? t.endRepresentative(name) : t.makeRepresentative(name)}
                </Button>
              </CommandForm>
              <CommandForm intent="end-membership" fields={{ id, version }}>
                <Button variant="text" dense>
                  {t.leaveDepartment(name)}
                </Button>
              </CommandForm>
            </li>
          );
        })}
      </ul>
      {others.length > 0 && (
        <CommandForm intent="set-membership" fields={{ staffId: person.id }} className="field-line">
          <SelectField label={t.newDepartment} name="departmentId">
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <Button>{t.joinDepartment}</Button>
        </CommandForm>
      )}
    </div>
  );
}
