import type { ImportLine } from "#domain/staff/import-commands.server.ts";
import { FileForm } from "#frame/file-form.tsx";
import { useWords } from "#words/words.ts";

type Read = { done: boolean; text: string; lines: ImportLine[]; counts: Record<ImportLine["outcome"], number> };

/** Staff from a file. */
export function StaffFile() {
  const { staff: t } = useWords();
  return (
    <section className="page-part" aria-labelledby="file">
      <h2 id="file">{t.file}</h2>
      <FileForm<ImportLine, Read>
        intent="import-staff"
        hint={t.fileHint}
        beside={{ head: t.username, cell: ({ username }) => username }}
      />
    </section>
  );
}
