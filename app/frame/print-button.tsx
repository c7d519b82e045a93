import { useEffect, useRef } from "react";
import { uuidv7 } from "uuidv7";
import { useCommand } from "#live/use-command.ts";
import { Button } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";

/** Prints the page. However it is printed, by the button or by the browser's own keys, the log is told. */
export function PrintButton({ label, meetingId, paper }: { label: string; meetingId: string; paper: string }) {
  const { send } = useCommand("note-print");
  const tell = useRef(send);
  tell.current = send;
  useEffect(() => {
    const told = () => {
      const form = new FormData();
      const fields = { intent: "note-print", key: uuidv7(), meetingId, paper };
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      tell.current(form);
    };
    window.addEventListener("beforeprint", told);
    return () => window.removeEventListener("beforeprint", told);
  }, [meetingId, paper]);
  return (
    <Button type="button" className="needs-script" onClick={() => window.print()}>
      <Icon name="print" />
      {label}
    </Button>
  );
}
