import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

const iconOf = {
  done: "check",
  waiting: "hourglass",
  near: "time",
  late: "warning",
  quiet: undefined,
} satisfies Record<string, IconName | undefined>;

type Props = { state: keyof typeof iconOf; icon?: IconName; children: ReactNode };

/** The word first, then the icon, then the colour. `late` is for a day that is gone, never for a person or the clock. */
export function StatusWord({ state, icon = iconOf[state], children }: Props) {
  return (
    <span className={`status-word status-${state}`}>
      {children}
      {icon && <Icon name={icon} />}
    </span>
  );
}
