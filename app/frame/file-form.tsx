import { useActionData, useFetcher } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { uuidv7 } from "uuidv7";
import type { Sent } from "#http/door.server.ts";
import { isUnsent, type Unsent } from "#live/net.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { useWords } from "#words/words.ts";
import { type TurnedAway, useProblems } from "./problems.ts";

/** What a line of a file would do. */
type FileLine = {
  line: number;
  name: string;
  outcome: "new" | "changed" | "unchanged" | "wrong";
  changes: string[];
  column: string | null;
  problem: string | null;
};
/** What was read; only the first of many lines are named, and all are counted. */
type FileRead<L extends FileLine> = {
  done: boolean;
  text: string;
  lines: L[];
  counts: Record<FileLine["outcome"], number>;
  tooMany?: boolean;
};

type Props<L extends FileLine, R extends FileRead<L>> = {
  /** The command that reads it: first what would change, with `confirmed` the change. */
  intent: string;
  hint: string;
  /** A column beside the name. */
  beside?: { head: string; cell: (line: L) => string };
  /** What the page says under the lines. */
  below?: (read: R) => ReactNode;
};

/** A file that is read in: first what it would change, then one press. */
export function FileForm<L extends FileLine, R extends FileRead<L>>({ intent, hint, beside, below }: Props<L, R>) {
  const { files: t } = useWords();
  const { problemIn, sentence } = useProblems();
  const [key] = useState(uuidv7);
  const { Form, state, data } = useFetcher<Sent<R> | TurnedAway | Unsent>();
  const busy = state !== "idle";
  const plain = useActionData() as Sent<R> | undefined;
  const answer = data ?? (plain && "intent" in plain && plain.intent === intent ? plain : undefined);
  const sent = answer && !isUnsent(answer) ? answer : undefined;
  const read = sent && "answer" in sent ? sent.answer : null;
  const no = sent && !sent.ok ? sent : null;
  const isLost = !busy && isUnsent(data);
  const wrong = no && "intent" in no ? no : null;
  return (
    <>
      <Form method="post" encType="multipart/form-data" preventScrollReset>
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="key" value={key} suppressHydrationWarning />
        <Field label={t.choose} hint={hint} error={problemIn(wrong, "file") ?? problemIn(wrong, "text")}>
          {(control) => <input {...control} type="file" name="file" accept=".csv,text/csv,text/plain" required />}
        </Field>
        <Button disabled={busy}>{t.read}</Button>
      </Form>
      {no && no.no !== "invalid" && (
        <p role="alert" className="form-error-message">
          {sentence(no)}
        </p>
      )}
      {isLost && (
        <p role="alert" className="form-error-message">
          {t.unsent}
        </p>
      )}
      {read && (
        <div className="edit-part">
          <Lines read={read} beside={beside} />
          {below?.(read)}
          {isReady(read) && (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value={intent} />
              <input type="hidden" name="confirmed" value="yes" />
              <textarea name="text" defaultValue={read.text} hidden readOnly />
              <Button variant="primary" disabled={busy}>
                {t.apply}
              </Button>
            </Form>
          )}
        </div>
      )}
    </>
  );
}

const isReady = (read: FileRead<FileLine>) => !read.done && !read.tooMany && read.counts.wrong === 0 && hasWork(read);
const hasWork = ({ counts }: Pick<FileRead<FileLine>, "counts">) => counts.new + counts.changed > 0;

function Lines<L extends FileLine>({ read, beside }: { read: FileRead<L>; beside: Props<L, FileRead<L>>["beside"] }) {
  const { files: t, problems } = useWords();
  const { done, lines, counts } = read;
  const said = () => {
    if (done) return t.done;
    const wrong = lines.flatMap(({ line, outcome }) => (outcome === "wrong" ? [line] : []));
    if (counts.wrong > 0) return t.wrongLines(counts.wrong, wrong);
    if (read.tooMany) return t.tooMany;
    return hasWork(read) ? t.counts(counts.new, counts.changed, counts.unchanged) : t.nothing;
  };
  return (
    <>
      <p role="status">{said()}</p>
      <div className="compare-frame">
        <table className="compare">
          <thead>
            <tr>
              <th scope="col" className="figures">
                {t.line}
              </th>
              <th scope="col">{t.name}</th>
              {beside && <th scope="col">{beside.head}</th>}
              <th scope="col">{t.outcome}</th>
              <th scope="col">{t.what}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.line}>
                <td className="figures">{line.line}</td>
                <td>{line.name}</td>
                {beside && <td>{beside.cell(line)}</td>}
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
    </>
  );
}
