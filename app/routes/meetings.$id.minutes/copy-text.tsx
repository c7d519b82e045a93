import { useState } from "react";
import { minutesText } from "#domain/minutes/text.ts";
import { useAnnounce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Icon } from "#ui/icon.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";
import { useHead, useMinutes, useSentences } from "./use-minutes.ts";

/** `Kopiér tekst`: all that one may read, or one's own department's part. */
export function CopyText() {
  const { minutes: t, frame } = useWords();
  const { items, departments } = useMinutes();
  const sentences = useSentences();
  const { title, kind } = useHead();
  const announce = useAnnounce();
  const [said, setSaid] = useState("");
  const [byHand, setByHand] = useState<string | null>(null);
  const head = [title, `${kind} · ${t.confidential}`];

  async function copy(departmentId: string | null) {
    const hasPart = items.some(({ agreements }) => agreements.some((one) => one.departmentId === departmentId));
    if (departmentId !== null && !hasPart) {
      setSaid(t.copyNothing);
      announce(t.copyNothing);
      return;
    }
    const text = minutesText(head, items, sentences, { departmentId });
    try {
      // Not there where the page is not served securely.
      await navigator.clipboard.writeText(text);
      setSaid(t.copied);
      announce(t.copied);
    } catch {
      setByHand(text);
    }
  }

  return (
    <>
      <Button type="button" className="needs-script" onClick={() => copy(null)}>
        <Icon name="copy" />
        {t.copy}
      </Button>
      {departments.map(({ id, name }) => (
        <Button key={id} type="button" className="needs-script" onClick={() => copy(id)}>
          <Icon name="copy" />
          {t.copyPart(name)}
        </Button>
      ))}
      {said && <span className="meta">{said}</span>}
      <Sheet
        open={byHand !== null}
        onClose={() => setByHand(null)}
        title={t.copy}
        closeLabel={frame.close}
        place="middle"
      >
        <TextArea
          label={t.copyByHand}
          rows={16}
          readOnly
          value={byHand ?? ""}
          onFocus={(event) => event.currentTarget.select()}
        />
      </Sheet>
    </>
  );
}
