import { Link, useActionData, useFetcher } from "@remix-run/react";
import { type FormEvent, type ReactNode, useState } from "react";
import { uuidv7 } from "uuidv7";
import type { Said } from "#domain/files/cells.ts";
import type { Shift } from "#domain/files/read.server.ts";
import type { Sent } from "#http/door.server.ts";
import { isUnsent, type Unsent } from "#live/net.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { useWords } from "#words/words.ts";
import { useFrame } from "./frame.ts";
import { type TurnedAway, useProblems } from "./problems.ts";

/** What a line of a file would do. */
type FileLine = {
  line: number;
  name: string;
  outcome: "new" | "changed" | "unchanged" | "wrong";
  changes: string[];
  shifts: { [column: string]: Shift | undefined };
  column: string | null;
  problem: string | null;
  words?: readonly Said[];
};
/** What was read; only the first of many lines are named, and all are counted. */
type FileRead<L extends FileLine> = {
  done: boolean;
  text: string;
  lines: L[];
  counts: Record<FileLine["outcome"], number>;
  tooMany?: boolean;
  /** The columns that are not read; "" for one without a name. */
  ignored?: string[];
  /** Of whom the file says nothing. */
  gone?: { id: string }[];
  goneCount?: number;
  newPlaces?: string[];
  newPlaceCount?: number;
};

type Props<L extends FileLine, R extends FileRead<L>> = {
  /** The command that reads it: first what would change, with `confirmed` the change. */
  intent: string;
  hint: string;
  /** A column beside the name. */
  beside?: { head: string; cell: (line: L) => string };
  /** What the page says over the lines. */
  above?: (read: R) => ReactNode;
  /** Where that stands which was read in. */
  list?: string;
};

/** A file that is read in: first what it would change, then one press. */
export function FileForm<L extends FileLine, R extends FileRead<L>>({
  intent,
  hint,
  beside,
  above,
  list,
}: Props<L, R>) {
  const { files: t } = useWords();
  const { problemIn, sentence } = useProblems();
  const [key] = useState(uuidv7);
  const { Form, state, data, formData } = useFetcher<Sent<R> | TurnedAway | Unsent>();
  const busy = state !== "idle";
  // The press is not lost from under the finger: the button stays, and says that it is at work.
  const once = (event: FormEvent) => busy && event.preventDefault();
  const isReading =
    state === "submitting" ? { preview: !formData?.has("confirmed"), all: formData?.has("confirmed") } : null;
  const plain = useActionData() as Sent<R> | undefined;
  const answer = data ?? (plain && "intent" in plain && plain.intent === intent ? plain : undefined);
  const sent = answer && !isUnsent(answer) ? answer : undefined;
  const read = sent && "answer" in sent ? sent.answer : null;
  const no = sent && !sent.ok ? sent : null;
  const isLost = !busy && isUnsent(data);
  const wrong = no && "intent" in no ? no : null;
  return (
    <>
      <Form method="post" encType="multipart/form-data" preventScrollReset onSubmit={once}>
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="key" value={key} suppressHydrationWarning />
        <Field label={t.choose} hint={hint} error={problemIn(wrong, "file") ?? problemIn(wrong, "text")}>
          {(control) => <input {...control} type="file" name="file" accept=".csv,text/csv,text/plain" required />}
        </Field>
        <Button aria-disabled={busy}>{isReading?.preview ? t.reading : t.read}</Button>
      </Form>
      <p role="status">{isReading ? t.reading : read && <Summary read={read} list={list} />}</p>
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
          {read.ignored && read.ignored.length > 0 && <p>{t.ignored(read.ignored)}</p>}
          <NewPlaces {...read} />
          {above?.(read)}
          <Lines read={read} beside={beside} />
          {isReady(read) && (
            <Form method="post" preventScrollReset onSubmit={once}>
              <input type="hidden" name="intent" value={intent} />
              <input type="hidden" name="confirmed" value="yes" />
              <textarea name="text" defaultValue={read.text} hidden readOnly />
              <Button variant="primary" aria-disabled={busy}>
                {isReading?.all ? t.reading : t.apply}
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

/** What the file changes, or changed, in one line. */
function Summary({ read, list }: { read: FileRead<FileLine>; list: string | undefined }) {
  const { files: t } = useWords();
  const { lines, counts } = read;
  const { new: added, changed, unchanged } = counts;
  if (read.done) {
    const left = read.goneCount ?? read.gone?.length ?? 0;
    return (
      <>
        {t.done(added, changed, unchanged)} {left > 0 && t.left(left)} {list && <Link to={list}>{t.toList}</Link>}
      </>
    );
  }
  const wrong = lines.flatMap(({ line, outcome }) => (outcome === "wrong" ? [line] : []));
  if (counts.wrong > 0) return t.wrongLines(counts.wrong, wrong);
  if (read.tooMany) return t.tooMany;
  return hasWork(read) ? t.counts(added, changed, unchanged) : t.nothing;
}

function NewPlaces({ newPlaces = [], newPlaceCount = 0 }: Pick<FileRead<FileLine>, "newPlaces" | "newPlaceCount">) {
  const { files: t } = useWords();
  const [only] = newPlaces;
  if (only === undefined) return null;
  if (newPlaceCount === 1) return <p>{t.newPlace(only)}</p>;
  return (
    <div>
      <p>{t.newPlaces(newPlaceCount)}</p>
      <ul>
        {newPlaces.map((name) => (
          <li key={name}>{t.newPlace(name)}</li>
        ))}
      </ul>
      <Cut shown={newPlaces.length} all={newPlaceCount} />
    </div>
  );
}

/** That a list is cut, where it is. */
export function Cut({ shown, all }: { shown: number; all: number }) {
  const { files: t } = useWords();
  return shown < all && <p className="meta">{t.first(shown, all)}</p>;
}

function Lines<L extends FileLine>({ read, beside }: { read: FileRead<L>; beside: Props<L, FileRead<L>>["beside"] }) {
  const { files: t, problems } = useWords();
  const { language } = useFrame();
  const { lines, counts } = read;
  const said = (what: Said) => (typeof what === "string" ? what : what[language]) || t.none;
  const what = ({ column, problem, words = [], changes, shifts }: L) => {
    if (!problem)
      return changes
        .map((one) => {
          const shift = shifts[one];
          if (!shift) return one;
          return shift.from === null ? `${one}: ${said(shift.to)}` : t.becomes(one, said(shift.from), said(shift.to));
        })
        .join(" · ");
    const sentence = problems[problem as keyof typeof problems] ?? problems.unreadable;
    return `${column}: ${sentence}${words.length > 0 ? ` ${t.oneOf(words.map(said))}` : ""}`;
  };
  if (lines.length === 0) return null;
  return (
    <>
      <Cut shown={lines.length} all={counts.wrong + counts.changed + counts.new} />
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
                <td>{what(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
