import { forwardRef, type InputHTMLAttributes, type SelectHTMLAttributes, type TextareaHTMLAttributes } from "react";
import { Field, type FieldProps } from "./field.tsx";

type InputProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className"> & {
    type?: "text" | "password" | "number" | "search" | "tel" | "email" | "date" | "time";
    short?: boolean;
  };

export const TextField = forwardRef<HTMLInputElement, InputProps>(function TextField(props, ref) {
  const { label, labelHidden, hint, error, id, short, type = "text", ...rest } = props;
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} id={id}>
      {(control) => (
        <input {...rest} {...control} ref={ref} type={type} className={short ? "form-input short" : "form-input"} />
      )}
    </Field>
  );
});

/** A day as people write it (`5/12`, `14d`); the browser's own date field would refuse those. */
export const DayField = forwardRef<HTMLInputElement, Omit<InputProps, "type">>(function DayField(props, ref) {
  return <TextField autoComplete="off" {...props} ref={ref} />;
});

/** What is too long is refused when it is saved, and nothing of it lost: a browser that is given a length cuts what is pasted, unseen. */
type TextAreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "className" | "maxLength">;

export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(props, ref) {
  const { label, labelHidden, hint, error, id, ...rest } = props;
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} id={id}>
      {(control) => <textarea {...rest} {...control} ref={ref} className="form-input" />}
    </Field>
  );
});

type SelectProps = FieldProps & Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "className">;

export const SelectField = forwardRef<HTMLSelectElement, SelectProps>(function SelectField(props, ref) {
  const { label, labelHidden, hint, error, id, ...rest } = props;
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} id={id}>
      {(control) => <select {...rest} {...control} ref={ref} className="form-select" />}
    </Field>
  );
});
