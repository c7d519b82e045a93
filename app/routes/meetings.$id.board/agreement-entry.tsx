import { useRevalidator } from "@remix-run/react";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { soundsLikeDecision } from "#domain/text.ts";
import { CommandForm, useTypedBefore } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { TextField } from "#ui/fields.tsx";
import { useRovingFocus } from "#ui/roving.tsx";
import { useWords } from "#words/words.ts";
import { DayInput } from "./day-input.tsx";
import { useDraft, useDrafts } from "./drafts.tsx";
import { GoalField } from "./goal-field.tsx";
import { useItem } from "./item-context.ts";
import { useBoard, useNames } from "./model.ts";
import { outgoing } from "./outgoing.tsx";
import { DepartmentChoice, Owner } from "./owner.tsx";

const UNDER = "under";
const fields = ["text", "departmentId", "dueOn", "ownerId", "howSeen"] as const;

/** What fills the entry from elsewhere: an option, or a text that was not taken. */
export type Made = { id?: string; text: string; departmentId: string | null };

/** What an agreement costs: a sentence, a department and a day. The person follows from who is in the room. It never moves. */
export function AgreementEntry() {
  const { board: t } = useWords();
  const { item, write } = useItem();
  const { me } = useBoard();
  const { departmentName } = useNames();
  const draft = useDraft(item.id, "agreement");
  const { keep } = useDrafts();
  const before = useTypedBefore("agree");
  const typedIn = (field: string) => (before?.itemId === item.id ? String(before[field] ?? "") : "");
  const [text, setText] = useState(typedIn("text") || draft.kept);
  const [departmentId, setDepartmentId] = useState(typedIn("departmentId"));
  const [ownerId, setOwnerId] = useState("");
  const [optionId, setOptionId] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const [id, setId] = useState(() => typedIn("id") || uuidv7());
  const [asked, setAsked] = useState<string | null>(null);
  const [goalTouched, setGoalTouched] = useState(false);
  const { revalidate } = useRevalidator();
  const form = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const onMake = (event: Event) => {
      const { detail } = event as CustomEvent<Made>;
      setOptionId(detail.id ?? null);
      setText(detail.text);
      setDepartmentId(detail.departmentId ?? "");
      form.current?.querySelector<HTMLElement>(detail.departmentId ? "[id=new-agreement-due]" : "select")?.focus();
    };
    document.addEventListener("make-agreement", onMake);
    return () => document.removeEventListener("make-agreement", onMake);
  }, []);

  // Who and more: one stop of Tab, whose Enter does the first of what stands there.
  const { listProps, rowProps } = useRovingFocus([UNDER], {
    onEnter: () => form.current?.querySelector<HTMLElement>(".agreement-under :is(button, summary)")?.click(),
  });

  function type(typed: string) {
    setText(typed);
    draft.typed(typed);
    write("agreement");
  }

  function onDone({ number, state }: { number: number; state: string }) {
    // Which goal it serves travels in no topic of the item.
    if (goalTouched) revalidate();
    setGoalTouched(false);
    setAsked(state === "proposed" ? t.agreements.waitsFor(number, departmentName(departmentId)) : null);
    empty();
  }

  function onUnsent(form: FormData) {
    keep(outgoing(item.id, form));
    empty();
    return true;
  }

  function empty() {
    setText("");
    draft.done();
    setOptionId(null);
    setDepartmentId("");
    setOwnerId("");
    setDay(null);
    setId(uuidv7());
    write("");
  }

  /** Enter adds when the three are there, else it goes to the first that is missing. */
  function onEnter(event: KeyboardEvent<HTMLFormElement | HTMLDivElement>) {
    if (event.key !== "Enter") return;
    if (event.ctrlKey) {
      form.current?.querySelector("form")?.requestSubmit();
      return;
    }
    if (!(event.target instanceof HTMLInputElement)) return;
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

  /** The second press of a double one meets the fresh form: nothing is sent, and nothing is called wrong. */
  function onSubmit(event: FormEvent) {
    if (text.trim()) return;
    event.preventDefault();
    event.stopPropagation();
    form.current?.querySelector<HTMLElement>("#new-agreement")?.focus();
  }

  const hint = soundsLikeDecision(text) ? t.agreements.soundsLikeDecision : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in its fields goes to the first that is missing
    <div className="agreement-entry" ref={form} onKeyDown={onEnter} onSubmitCapture={onSubmit} data-lands-alone>
      <CommandForm
        key={id}
        intent="agree"
        fields={{ id, itemId: item.id, optionId }}
        onDone={onDone}
        onUnsent={onUnsent}
        label={t.agreements.newAgreement}
      >
        {({ problem: problemOf, busy }) => {
          // One at a time: what is said stands above the entry, so that nothing of it moves.
          const first = fields.find(problemOf);
          const problem = (field: (typeof fields)[number]) => (field === first ? problemOf(field) : undefined);
          return (
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
                // What is on its way is not written over: it would be gone with the answer.
                readOnly={busy}
                // The next one begins where this one did, for whoever has not gone somewhere else.
                data-lands
                autoFocus={me.minuteTaker && !me.chair}
                onChange={(event) => type(event.target.value)}
              />
              <div className="agreement-terms">
                <DepartmentChoice value={departmentId} error={problem("departmentId")} onChange={setDepartmentId} />
                <DayInput
                  id="new-agreement-due"
                  name="dueOn"
                  label={t.agreements.due}
                  typedBefore={typedIn("dueOn")}
                  error={problem("dueOn")}
                  onDay={setDay}
                />
                <Button disabled={busy}>{t.agreements.add}</Button>
              </div>
              {/* biome-ignore lint/a11y/useSemanticElements: a stop of Tab, not a frame around fields */}
              <div
                className="agreement-under"
                role="group"
                aria-label={t.agreements.more}
                {...listProps}
                {...rowProps(UNDER)}
              >
                {departmentId ? (
                  <Owner
                    departmentId={departmentId}
                    ownerId={ownerId}
                    onOwner={setOwnerId}
                    error={problem("ownerId")}
                    inLine
                  />
                ) : (
                  <p className="meta" role="status">
                    {asked}
                  </p>
                )}
                <details className="agreement-more">
                  <summary tabIndex={-1}>{t.agreements.more}</summary>
                  <div className="agreement-more-fields">
                    <TextField label={t.agreements.howSeen} name="howSeen" error={problem("howSeen")} />
                    <GoalField onChange={() => setGoalTouched(true)} />
                    {item.youngPersonId && (
                      <Choice type="checkbox" name="byYoungPerson" value="yes" label={t.agreements.youngPersonOwn} />
                    )}
                  </div>
                </details>
              </div>
            </>
          );
        }}
      </CommandForm>
    </div>
  );
}
