import { useState } from "react";
import { isHere } from "#domain/participants/rules.ts";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useItem } from "./item-context.ts";
import { useBoard, useNames } from "./model.ts";

/** Which department promises: those around the item first. */
export function DepartmentChoice({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (id: string) => void;
  error?: string;
}) {
  const { board: t } = useWords();
  const { people } = useBoard();
  const { seats } = useItem();
  const inItem = new Set(seats.map(({ departmentId }) => departmentId));
  const active = people.departments.filter(({ active }) => active);
  const sorted = [...active.filter(({ id }) => inItem.has(id)), ...active.filter(({ id }) => !inItem.has(id))];
  return (
    <SelectField
      name="departmentId"
      label={t.agreements.department}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t.agreements.chooseDepartment}</option>
      {sorted.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** The department's representative in the room. */
function useOwner(departmentId: string) {
  const { seats } = useItem();
  const { staff, department } = useNames();
  const here = seats.filter((one) => one.departmentId === departmentId && one.staffId !== null && isHere(one));
  const representativeId = department(departmentId)?.representativeId;
  const seat = here.find(({ staffId }) => staffId === representativeId) ?? here[0];
  return seat ? staff(seat.staffId) : undefined;
}

/** Who it will be, as text; `Skift` opens the choice. */
export function Owner({
  departmentId,
  ownerId,
  onOwner,
  error,
  inLine = false,
}: {
  departmentId: string;
  ownerId: string;
  onOwner: (id: string) => void;
  error?: string;
  /** In a line that is one stop of Tab: the label is spoken. */
  inLine?: boolean;
}) {
  const { board: t } = useWords();
  const { people } = useBoard();
  const [choosing, setChoosing] = useState(false);
  const here = useOwner(departmentId);
  const known = people.staff.find(({ id }) => id === ownerId);
  if (!choosing && !error)
    return (
      <p className="meta agreement-owner">
        {known || here ? `${t.agreements.person}: ${(known ?? here)?.name}` : t.agreements.personNobody}{" "}
        <input type="hidden" name="ownerId" value={ownerId} />
        <Button type="button" variant="text" dense tabIndex={inLine ? -1 : undefined} onClick={() => setChoosing(true)}>
          {t.agreements.change}
        </Button>
      </p>
    );
  return (
    <SelectField
      label={t.agreements.person}
      labelHidden={inLine}
      name="ownerId"
      value={ownerId}
      error={error}
      autoFocus
      onChange={(event) => onOwner(event.target.value)}
    >
      <option value="">{here?.name ?? t.agreements.chooseDepartment}</option>
      {people.staff
        .filter((one) => one.departmentId === departmentId && one.active)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </SelectField>
  );
}
