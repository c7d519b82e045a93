import { useState } from "react";
import { colours, sectors, takeovers } from "#db/vocabulary.ts";
import type { StaffList } from "#domain/staff/queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { DepartmentMark } from "#ui/department-mark.tsx";
import { Empty } from "#ui/empty.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { EditLink, useEdited } from "./edit-link.tsx";

type Department = StaffList["departments"][number];

export const shapeOf = (sector: Department["sector"]) => (sector === "municipality" ? "square" : "circle");

export function Departments({ departments, people }: Pick<StaffList, "departments" | "people">) {
  const { staff: t, guideHandover } = useWords();
  const edited = useEdited();
  const [openAtFirst] = useState(departments.length === 0);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <section className="page-part" aria-labelledby="departments">
      <h2 id="departments">{t.departments}</h2>
      {departments.length === 0 && <Empty text={t.noDepartments} />}
      <ul className="rows rows-first-line">
        {departments.map((each) => (
          <li key={each.id}>
            <DepartmentMark
              shape={shapeOf(each.sector)}
              letters={each.mark}
              pair={colours.indexOf(each.colour)}
              name={each.name}
              nameBeside
            />
            <div className="row-main">
              <strong>{each.name}</strong>{" "}
              <span className="meta">
                {[
                  t.sectors[each.sector],
                  t.members(each.members),
                  (each.representativeId && nameOf.get(each.representativeId)) ?? t.noRepresentative,
                  each.takesOver && t.takesOverHere(guideHandover.kinds[each.takesOver]),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              {edited === each.id && <EditDepartment key={each.version} department={each} />}
            </div>
            <EditLink id={each.id} name={each.name} />
          </li>
        ))}
      </ul>
      <details className="add-part" open={openAtFirst}>
        <summary>{t.addDepartment}</summary>
        <CommandForm intent="add-department" reset>
          {(form) => (
            <>
              <Fields problem={form.problem} typed={form.typed} />
              <Button variant={departments.length === 0 ? "primary" : "outlined"}>{t.addDepartment}</Button>
            </>
          )}
        </CommandForm>
      </details>
    </section>
  );
}

function EditDepartment({ department }: { department: Department }) {
  const { staff: t, frame } = useWords();
  const { id, version, members } = department;
  return (
    <div className="edit-part">
      <CommandForm intent="change-department" fields={{ id, version }}>
        {(form) => (
          <>
            <Fields department={department} problem={form.problem} typed={form.typed} />
            <Button variant="primary">{frame.save}</Button>
          </>
        )}
      </CommandForm>
      {members === 0 && (
        <CommandForm intent="end-department" fields={{ id, version }}>
          <Button variant="danger">{t.endDepartment}</Button>
        </CommandForm>
      )}
    </div>
  );
}

type FieldsProps = {
  department?: Department;
  problem: (field: string) => string | undefined;
  typed: (field: string) => string | undefined;
};

function Fields({ department, problem, typed }: FieldsProps) {
  const { staff: t, guideHandover } = useWords();
  return (
    <div className="field-line field-line-level">
      <TextField
        label={t.name}
        name="name"
        defaultValue={typed("name") ?? department?.name}
        error={problem("name")}
        required
      />
      <TextField
        label={t.mark}
        name="mark"
        hint={t.markHint}
        defaultValue={typed("mark") ?? department?.mark}
        error={problem("mark")}
        required
        short
      />
      <SelectField
        label={t.colour}
        name="colour"
        defaultValue={typed("colour") ?? department?.colour}
        error={problem("colour")}
      >
        {colours.map((colour) => (
          <option key={colour} value={colour}>
            {t.colours[colour]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t.sector}
        name="sector"
        defaultValue={typed("sector") ?? department?.sector}
        error={problem("sector")}
      >
        {sectors.map((sector) => (
          <option key={sector} value={sector}>
            {t.sectors[sector]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t.takesOver}
        name="takesOver"
        defaultValue={typed("takesOver") ?? department?.takesOver ?? ""}
        error={problem("takesOver")}
      >
        <option value="">{t.takesNobody}</option>
        {takeovers.map((kind) => (
          <option key={kind} value={kind}>
            {guideHandover.kinds[kind]}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
