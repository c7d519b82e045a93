import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import type { OptionRow } from "#domain/options/views.server.ts";
import { isHere } from "#domain/participants/rules.ts";
import { soundsLikeDecision } from "#domain/text.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { DayInput } from "./day-input.tsx";
import { useDraft } from "./drafts.tsx";
import { useItem } from "./item-context.ts";
import { useBoard, useNames } from "./model.ts";

const YOUNG_PERSON = "young-person";

/** What an agreement costs: a sentence, a department and a day. The person follows from who is in the room. It never moves. */
export function AgreementEntry() {
  const { board: t } = useWords();
  const { item, write } = useItem();
  const { me } = useBoard();
  const { departmentName } = useNames();
  const draft = useDraft(item.id, "agreement");
  const [text, setText] = useState(draft.kept);
  const [departmentId, setDepartmentId] = useState("");
  const [ownerId, setOwnerId] = useState("");
  const [option, setOption] = useState<OptionRow | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const [id, setId] = useState(uuidv7);
  const [more, setMore] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const byYoungPerson = departmentId === YOUNG_PERSON;

  useEffect(() => {
    const onMake = (event: Event) => {
      const { detail } = event as CustomEvent<OptionRow>;
      setOption(detail);
      setText(detail.text);
      setDepartmentId(detail.departmentId ?? "");
      form.current?.querySelector<HTMLElement>(detail.departmentId ? "[id=new-agreement-due]" : "select")?.focus();
    };
    document.addEventListener("make-agreement", onMake);
    return () => document.removeEventListener("make-agreement", onMake);
  }, []);

  function type(typed: string) {
    setText(typed);
    draft.typed(typed);
    write("agreement");
  }

  function onDone({ number, state }: { number: number; state: string }) {
    setAsked(state === "proposed" ? t.agreements.waitsFor(number, departmentName(departmentId)) : null);
    setText("");
    draft.done();
    setOption(null);
    setDepartmentId("");
    setOwnerId("");
    setDay(null);
    setId(uuidv7());
    write("");
    form.current?.querySelector<HTMLElement>("#new-agreement")?.focus();
  }

  /** Enter adds when the three are there, else it goes to the first that is missing. */
  function onEnter(event: KeyboardEvent<HTMLFormElement | HTMLDivElement>) {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    const firstMissing = !text.trim()
      ? "#new-agreement"
      : !departmentId
        ? "select"
        : !day
          ? "#new-agreement-due"
          : null;
    if (!firstMissing) return;
    event.preventDefault();
    form.current?.querySelector<HTMLElement>(firstMissing)?.focus();
  }

  const hint = soundsLikeDecision(text) ? t.agreements.soundsLikeDecision : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in its fields goes to the first that is missing
    <div className="agreement-entry" ref={form} onKeyDown={onEnter}>
      <CommandForm
        key={id}
        intent="agree"
        fields={{ id, itemId: item.id, optionId: option?.id, byYoungPerson: byYoungPerson ? "yes" : undefined }}
        onDone={onDone}
        label={t.agreements.newAgreement}
      >
        {({ problem, busy }) => (
          <>
            <TextField
              id="new-agreement"
              label={t.agreements.what}
              name="text"
              value={text}
              placeholder={t.agreements.whatPlaceholder}
              error={problem("text")}
              hint={hint}
              autoComplete="off"
              autoFocus={me.minuteTaker && !me.chair}
              onChange={(event) => type(event.target.value)}
            />
            <div className="agreement-terms">
              <DepartmentChoice
                value={departmentId}
                error={problem("departmentId")}
                onChange={setDepartmentId}
                youngPerson={Boolean(item.youngPersonId)}
              />
              <input type="hidden" name="departmentId" value={byYoungPerson ? "" : departmentId} />
              <DayInput
                id="new-agreement-due"
                name="dueOn"
                label={t.agreements.due}
                error={problem("dueOn")}
                onDay={setDay}
              />
              <Button disabled={busy}>{t.agreements.add}</Button>
            </div>
            {departmentId && !byYoungPerson && (
              <Owner departmentId={departmentId} ownerId={ownerId} onOwner={setOwnerId} error={problem("ownerId")} />
            )}
            {more ? (
              <TextField label={t.agreements.howSeen} name="howSeen" error={problem("howSeen")} />
            ) : (
              <Button type="button" variant="text" dense onClick={() => setMore(true)}>
                {t.agreements.more}
              </Button>
            )}
          </>
        )}
      </CommandForm>
      {asked && (
        <p className="meta" role="status">
          {asked}
        </p>
      )}
    </div>
  );
}

function DepartmentChoice({
  value,
  onChange,
  error,
  youngPerson,
}: {
  value: string;
  onChange: (id: string) => void;
  error?: string;
  youngPerson: boolean;
}) {
  const { board: t } = useWords();
  const { people } = useBoard();
  const { seats } = useItem();
  const inItem = new Set(seats.map(({ departmentId }) => departmentId));
  const active = people.departments.filter(({ active }) => active);
  const sorted = [...active.filter(({ id }) => inItem.has(id)), ...active.filter(({ id }) => !inItem.has(id))];
  return (
    <SelectField
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
      {youngPerson && <option value={YOUNG_PERSON}>{t.agreements.youngPersonOwn}</option>}
    </SelectField>
  );
}

/** The department's representative in the room. */
export function useOwner(departmentId: string) {
  const { seats } = useItem();
  const { staff } = useNames();
  const seat = seats.find((one) => one.departmentId === departmentId && one.staffId !== null && isHere(one));
  return seat ? staff(seat.staffId) : undefined;
}

/** Who it will be, as text; `Skift` opens the choice. */
export function Owner({
  departmentId,
  ownerId,
  onOwner,
  error,
}: {
  departmentId: string;
  ownerId: string;
  onOwner: (id: string) => void;
  error?: string;
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
        <Button type="button" variant="text" dense onClick={() => setChoosing(true)}>
          {t.agreements.change}
        </Button>
      </p>
    );
  return (
    <SelectField
      label={t.agreements.person}
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
