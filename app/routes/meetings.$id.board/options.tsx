import type { OptionRow } from "#domain/options/views.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { DepartmentMark } from "#ui/department-mark.tsx";
import { TextField } from "#ui/fields.tsx";
import { useRovingFocus } from "#ui/roving.tsx";
import { useWords } from "#words/words.ts";
import { useDraft } from "./drafts.tsx";
import { useItem } from "./item-context.ts";
import { markOf, useBoard, useNames } from "./model.ts";

/** Fills the entry of agreements with what the young person can choose. */
function make(option: OptionRow | undefined) {
  if (option && !option.actionId) document.dispatchEvent(new CustomEvent("make-agreement", { detail: option }));
}

/** The solutions the young person can choose between, one stop of Tab; one press makes one of them an agreement. */
export function Options() {
  const { board: t } = useWords();
  const { options, item, write } = useItem();
  const { me, people } = useBoard();
  const { department } = useNames();
  const draft = useDraft(item.id, "option");
  const { listProps, rowProps } = useRovingFocus(
    options.map(({ id }) => id),
    { onEnter: (id) => make(options.find((option) => option.id === id)) },
  );
  const mine = people.staff.find(({ id }) => id === me.staffId)?.departmentId;
  return (
    <section className="item-part" aria-labelledby="options">
      <h3 className="region-label" id="options">
        {t.options.title}
      </h3>
      {options.length === 0 && <p className="meta">{t.options.none}</p>}
      <ul className="rows rows-first-line" {...listProps}>
        {options.map((option) => {
          const of = department(option.departmentId);
          return (
            <li key={option.id} className="option-row" {...rowProps(option.id)}>
              {of && <DepartmentMark {...markOf(of)} name={of.name} />}
              <span>{option.text}</span>
              {option.actionId ? (
                <span className="meta">{t.options.made}</span>
              ) : (
                me.writes && (
                  <span className="button-line">
                    <Button type="button" dense variant="text" tabIndex={-1} onClick={() => make(option)}>
                      {t.options.makeAgreement}
                    </Button>
                    <CommandForm intent="remove-option" fields={{ id: option.id, version: option.version }}>
                      <Button dense variant="text" tabIndex={-1}>
                        {t.options.remove}
                      </Button>
                    </CommandForm>
                  </span>
                )
              )}
            </li>
          );
        })}
      </ul>
      {me.writes && (
        <CommandForm
          intent="add-option"
          fields={{ itemId: item.id, departmentId: mine }}
          reset
          onDone={draft.done}
          className="field-line"
        >
          {({ problem }) => (
            <>
              <TextField
                id="new-option"
                label={t.options.add}
                labelHidden
                placeholder={t.options.add}
                name="text"
                defaultValue={draft.kept}
                error={problem("text")}
                onChange={(event) => {
                  draft.typed(event.target.value);
                  write("option");
                }}
              />
              {/* Enter does the same: one stop of Tab. */}
              <Button tabIndex={-1}>{t.options.addPress}</Button>
            </>
          )}
        </CommandForm>
      )}
    </section>
  );
}
