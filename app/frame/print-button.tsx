import { useEffect, useRef } from "react";
import { uuidv7 } from "uuidv7";
import { useCommand } from "#live/use-command.ts";
import { Button } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";

type Props = {
  label: string;
  /** The command that tells the log what goes onto paper, and of what. */
  intent?: string;
  of: Record<string, string>;
};

/** Prints the page. However it is printed, by the button or by the browser's own keys, the log is told. */
export function PrintButton({ label, intent = "note-print", of }: Props) {
  const { send } = useCommand(intent);
  const tell = useRef<() => void>(() => undefined);
  tell.current = () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent, key: uuidv7(), ...of })) form.set(name, value);
    send(form);
  };
  useEffect(() => {
    const told = () => tell.current();
    window.addEventListener("beforeprint", told);
    return () => window.removeEventListener("beforeprint", told);
  }, []);
  return (
    <Button type="button" className="needs-script" onClick={() => window.print()}>
      <Icon name="print" />
      {label}
    </Button>
  );
}
