import { Form, useActionData, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { uuidv7 } from "uuidv7";
import type { ImportLine } from "#domain/staff/import-commands.server.ts";
import { useProblems } from "#frame/problems.ts";
import type { Sent } from "#http/door.server.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { useWords } from "#words/words.ts";

type Read = { done: boolean; text: string; lines: ImportLine[] };

/** Staff from a file: first what it would change, then one press. */
export function StaffFile() {
  const { staff: t } = useWords();
  const { problemIn, sentence } = useProblems();
  const [key] = useState(uuidv7);
  const busy = useNavigation().state !== "idle";
  const answer = useActionData() as Sent<Read> | undefined;
  const sent = answer && "intent" in answer && answer.intent === "import-staff" ? answer : undefined;
  const no = sent && !sent.ok ? sent : null;
  return (
    <section className="page-part" aria-labelledby="file">
      <h2 id="file">{t.file}</h2>
      <Form method="post" encType="multipart/form-data" preventScrollReset>
        <input type="hidden" name="intent" value="import-staff" />
        <input type="hidden" name="key" value={key} suppressHydrationWarning />
        <Field label={t.chooseFile} hint={t.fileHint} error={problemIn(no, "file") ?? problemIn(no, "text")}>
          {(control) => <input {...control} type="file" name="file" accept=".csv,text/csv,text/plain" required />}
        </Field>
        <Button disabled={busy}>{t.readFile}</Button>
      </Form>
      {no && no.no !== "invalid" && (
        <p role="alert" className="form-error-message">
          {sentence(no)}
        </p>
      )}
      {sent?.ok && <FileRead {...sent.answer} busy={busy} />}
    </section>
  );
}

function FileRead({ done, text, lines, busy }: Read & { busy: boolean }) {
  const { staff: t, problems } = useWords();
  const count = (outcome: ImportLine["outcome"]) => lines.filter((line) => line.outcome === outcome).length;
  const wrong = lines.filter((line) => line.outcome === "wrong").map(({ line }) => line);
  const nothing = count("new") + count("changed") === 0;
  return (
    <div className="edit-part">
      <p role="status">
        {done
          ? t.fileDone
          : wrong.length > 0
            ? t.wrongLines(wrong)
            : nothing
              ? t.nothingToDo
              : t.counts(count("new"), count("changed"), count("unchanged"))}
      </p>
      <div className="compare-frame">
        <table className="compare">
          <thead>
            <tr>
              <th scope="col" className="figures">
                {t.line}
              </th>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.username}</th>
              <th scope="col">{t.outcome}</th>
              <th scope="col">{t.what}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.line}>
                <td className="figures">{line.line}</td>
                <td>{line.name}</td>
                <td>{line.username}</td>
                <td>{t.outcomes[line.outcome]}</td>
                <td>
                  {line.problem
                    ? `${line.column}: ${problems[line.problem as keyof typeof problems] ?? problems.unreadable}`
                    : line.changes.join(", ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!done && wrong.length === 0 && !nothing && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="import-staff" />
          <input type="hidden" name="confirmed" value="yes" />
          <textarea name="text" defaultValue={text} hidden readOnly />
          <Button variant="primary" disabled={busy}>
            {t.applyFile}
          </Button>
        </Form>
      )}
    </div>
  );
}
