import { useId } from "react";
import { BothTexts } from "#ui/both-texts.tsx";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { SavingWord } from "./saving-word.tsx";
import { type SavedTextOf, useSavedText } from "./use-saved-text.ts";

type Props = SavedTextOf & {
  label: string;
  labelHidden?: boolean;
  hint?: string;
  placeholder?: string;
  /** What stands above the two texts when somebody else has edited the same. */
  conflictHeading?: string;
  /** It stands in a `noscript` of its own, where none fits inside. */
  plain?: boolean;
  autoFocus?: boolean;
  id?: string;
  rows?: number;
};

/** One writes on from where the text ends. */
const goToEnd = (field: HTMLTextAreaElement | null) => field?.setSelectionRange(field.value.length, field.value.length);

/**
 * A text that saves itself at pauses and says so. What others write arrives only while nobody writes here; when both have,
 * both texts stand beside each other and one chooses.
 */
export function SavedText(props: Props) {
  const { intent, name, fields, label, labelHidden, hint, placeholder, conflictHeading, autoFocus, rows = 3 } = props;
  const { plain = false, onClose } = props;
  const { frame } = useWords();
  const own = useId();
  const id = props.id ?? own;
  const saved = useSavedText(props);
  return (
    <div className="saved-text">
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          const { submitter } = event.nativeEvent as SubmitEvent;
          const chosen = new FormData(event.currentTarget, submitter).getAll(name).at(-1);
          if (saved.theirs) saved.choose(String(chosen ?? ""));
          else saved.save();
        }}
      >
        <input type="hidden" name="intent" value={intent} />
        {Object.entries({ ...fields, version: saved.base.version }).map(([field, known]) =>
          known === null || known === undefined ? null : (
            <input key={field} type="hidden" name={field} value={String(known)} />
          ),
        )}
        <label className={labelHidden ? "sr-only" : "form-label"} htmlFor={id}>
          {label}
        </label>
        {hint && (
          <p className="form-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <textarea
          className="form-input growing"
          id={id}
          name={name}
          rows={rows}
          value={saved.text}
          placeholder={placeholder}
          // biome-ignore lint/a11y/noAutofocus: opened by a press on the text itself
          autoFocus={autoFocus}
          ref={autoFocus ? goToEnd : undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => saved.onChange(event.target.value)}
          onBlur={saved.onBlur}
          onKeyDown={saved.onKeyDown}
        />
        {saved.theirs && (
          <BothTexts
            name={name}
            mine={saved.text}
            theirs={saved.theirs.value}
            words={{
              heading: conflictHeading ?? frame.both.title,
              mine: frame.both.mine,
              theirs: frame.both.theirs,
              keepMine: frame.both.keepMine,
              takeTheirs: frame.both.takeTheirs,
              combine: frame.both.combine,
              combined: frame.both.combine,
              save: frame.both.saveCombined,
            }}
          />
        )}
        {plain ? (
          <Button>{frame.save}</Button>
        ) : (
          <noscript>
            <Button>{frame.save}</Button>
          </noscript>
        )}
      </form>
      {/* The button stands first: what is said of the saving, from the moment the field is left, does not move it under a press. */}
      <div className={onClose && "button-line"}>
        {onClose && (
          <Button type="button" variant="text" dense onClick={saved.close}>
            {frame.close}
          </Button>
        )}
        <p className="saving-line" aria-live="off">
          <SavingWord saving={saved.saving} />
        </p>
      </div>
    </div>
  );
}
