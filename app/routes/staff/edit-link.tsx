import { useSearchParams } from "@remix-run/react";
import { LinkButton } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";

/** The row that is open for editing stands in the address, so that it opens without JavaScript, too. */
export const useEdited = (): string | null => useSearchParams()[0].get("edit");

export function EditLink({ id, name }: { id: string; name: string }) {
  const { staff: t } = useWords();
  const open = useEdited() === id;
  return (
    <LinkButton
      variant="text"
      dense
      to={open ? "/staff" : `/staff?edit=${id}`}
      preventScrollReset
      replace
      aria-expanded={open}
      aria-label={open ? t.closeOf(name) : t.editOf(name)}
    >
      {open ? t.close : t.edit}
    </LinkButton>
  );
}
