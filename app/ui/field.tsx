import { type ReactNode, useId } from "react";
import { Icon } from "./icon.tsx";

export type FieldProps = {
  label: ReactNode;
  /** The label is spoken, not shown: where the column's head or the placeholder says it. */
  labelHidden?: boolean;
  hint?: ReactNode;
  /** In words: what is wrong, and the step. */
  error?: string;
  /** Fixed when something else must point at the field. */
  id?: string;
};

/** What every control in a field must carry. */
export type Control = {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
  /** A page that comes back with a "no" begins at the first field that is wrong, without JavaScript too. */
  autoFocus?: true;
};

export function Field({
  label,
  labelHidden = false,
  hint,
  error,
  id: given,
  children,
}: FieldProps & { children: (control: Control) => ReactNode }) {
  const made = useId();
  const id = given ?? made;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={error ? "form-group form-error" : "form-group"}>
      <label className={labelHidden ? "sr-only" : "form-label"} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span className="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": describedBy || undefined,
        ...(error && { autoFocus: true as const }),
      })}
      {error && (
        <span className="form-error-message" id={`${id}-error`}>
          <Icon name="error" />
          <span>{error}</span>
        </span>
      )}
    </div>
  );
}
