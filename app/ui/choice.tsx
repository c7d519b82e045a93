import { type InputHTMLAttributes, type ReactNode, useId } from "react";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "type" | "className"> & {
  type?: "checkbox" | "radio";
  label: ReactNode;
  hint?: ReactNode;
};

/** One box or one round choice; several of them stand in a `fieldset` with its `legend`. */
export function Choice({ type = "checkbox", label, hint, ...rest }: Props) {
  const id = useId();
  return (
    <div className={`form-group-${type}`}>
      <input
        {...rest}
        id={id}
        type={type}
        className={`form-${type}`}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
