import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

export function PrintButton({ label }: { label: string }) {
  return (
    <Button type="button" className="needs-script" onClick={() => window.print()}>
      <Icon name="print" />
      {label}
    </Button>
  );
}
