import { existenceLevels } from "#db/vocabulary.ts";
import type { Existence } from "#domain/existence/queries.server.ts";
import type { PeopleAround } from "#domain/people/around.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

/** What those at a meeting who have no right to the young person's item learn of it, role by role. */
export function ExistenceForm({ person: { id, existence } }: { person: PeopleAround }) {
  const { people: t } = useWords();
  if (!existence) return null;
  return (
    <section className="page-part screen-only" aria-labelledby="existence">
      <h2 id="existence">{t.existence.title}</h2>
      <p className="meta measure">{t.existence.hint}</p>
      <ul className="rows">
        {existence.map((of) => (
          <li key={of.role}>
            <RoleForm youngPersonId={id} of={of} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RoleForm({ youngPersonId, of: { role, level, version } }: { youngPersonId: string; of: Existence }) {
  const { people: t, staff, frame } = useWords();
  const name = staff.role[role];
  // Nobody from outside learns a name this way.
  const levels = existenceLevels.filter((one) => role !== "external" || one !== "name");
  return (
    <CommandForm
      key={version}
      intent="set-existence"
      fields={{ youngPersonId, role, version }}
      className="field-line existence-line"
    >
      {({ problem, typed, busy }) => (
        <>
          <SelectField
            label={t.existence.role(name)}
            name="level"
            defaultValue={typed("level") ?? level}
            error={problem("level")}
          >
            {levels.map((one) => (
              <option key={one} value={one}>
                {t.existence.levels[one]}
              </option>
            ))}
          </SelectField>
          <Button disabled={busy} aria-label={t.existence.saveFor(name)}>
            {frame.save}
          </Button>
        </>
      )}
    </CommandForm>
  );
}
