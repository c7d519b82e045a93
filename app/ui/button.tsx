import { Link, type LinkProps } from "@remix-run/react";
import { type ButtonHTMLAttributes, forwardRef } from "react";

type Look = {
  /** One primary button a screen. */
  variant?: "primary" | "outlined" | "text" | "danger";
  /** Fills the width. */
  wide?: boolean;
  /** For dense rows: smaller to see, as large to press. */
  dense?: boolean;
};

const classOf = {
  primary: "button-primary",
  outlined: "button-secondary",
  text: "button-text",
  danger: "button-danger",
};

function classes({ variant = "outlined", wide, dense }: Look, own: string | undefined) {
  return ["button", classOf[variant], wide && "button-wide", dense && "button-dense", own].filter(Boolean).join(" ");
}

export type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement>;

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, wide, dense, className, type = "submit", ...rest },
  ref,
) {
  return <button {...rest} ref={ref} type={type} className={classes({ variant, wide, dense }, className)} />;
});

export function LinkButton({ variant, wide, dense, className, ...rest }: Look & LinkProps) {
  return <Link {...rest} className={classes({ variant, wide, dense }, className)} />;
}
