import type { ComponentProps } from "react";
import type { Fields } from "#live/use-command.ts";
import { Ask } from "#ui/ask.tsx";
import { useRefused } from "./command-form.tsx";

type Props = ComponentProps<typeof Ask> & {
  intent: string;
  /** Those of its form that are not typed. */
  fields: Fields;
};

/** What asks before one command: refused without JavaScript it comes back open, with what is wrong and what was typed. */
export function AskFor({ intent, fields, ...ask }: Props) {
  return <Ask {...ask} open={useRefused(intent, fields)} />;
}
