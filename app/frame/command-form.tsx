import { useActionData, useLocation } from "@remix-run/react";
import { type FormEvent, Fragment, type ReactNode, useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import type { Sent } from "#http/door.server.ts";
import { type Fields, postTo, type Saving, useCommand } from "#live/use-command.ts";
import { useGoneRows, useSaidOfGone } from "./gone-rows.tsx";
import { useProblems } from "./problems.ts";
import { SavingWord } from "./saving-word.tsx";

/** What stands in a form knows of it. */
export type FormState = {
  saving: Saving;
  busy: boolean;
  /** What is wrong with a field, in words; undefined when nothing is. */
  problem: (field: string) => string | undefined;
  /** What was typed in it before a "no"; `at`: of several fields with one name, which. */
  typed: (field: string, at?: number) => string | undefined;
  /** What stands in a field meanwhile, when somebody else changed it. */
  stands: (field: string) => string | undefined;
  /** The row that stands already, where that is why not. */
  found?: string;
  /** The young person who has a case already, where that is why not. */
  foundCase?: string;
  /** Whether a box stands ticked: as it was sent before a "no", else as it is now. */
  ticked: (field: string, value: string, now?: boolean) => boolean;
};

type Props<A> = {
  intent: string;
  /** The fields that are not typed. */
  fields?: Fields;
  children: ReactNode | ((form: FormState) => ReactNode);
  onDone?: (answer: A) => void;
  /** Takes over what did not come through, so that the next can be written; false where it cannot. */
  onUnsent?: (form: FormData) => boolean;
  /** Empties the form after a success, for the next one. */
  reset?: boolean;
  /**
   * What stands otherwise since one began to type is not overwritten unseen: the versions go along that the typing began with.
   * A form in which nobody types shows what stands.
   */
  holdsVersion?: boolean;
  /** Says under the form how the saving goes; where the fields say it themselves, nothing. */
  quiet?: boolean;
  className?: string;
  label?: string;
  id?: string;
  /** Somebody types in it, and leaves it again. */
  onWriting?: (writing: boolean) => void;
  /** What stands in it, at every letter. */
  onTyped?: (form: FormData) => void;
  /** The key of what was written before and goes on here. */
  startKey?: string;
  /** Whom its row is about, where the row goes once somebody else has pressed: what was refused is said of them then (`GoneRows`). */
  about?: string;
};

type Typing = { drawn: string; versions: Fields | undefined } | null;
const withNewest = (now: Typing): Typing => now && { ...now, versions: undefined };
/** A form about several rows has a version of each. */
const isVersion = (name: string) => /^(v|.+V)ersion$/.test(name);
const versionsIn = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => isVersion(name)));

/** The form of one command: a plain post without JavaScript, sent in place and never twice with it. */
export function CommandForm<A>({
  intent,
  fields = {},
  children,
  onDone,
  onUnsent,
  reset,
  quiet,
  holdsVersion = false,
  className,
  label,
  id,
  onWriting,
  onTyped,
  startKey,
  about,
}: Props<A>) {
  const [key, setKey] = useState(() => startKey ?? uuidv7());
  const form = useRef<HTMLFormElement>(null);
  /** While somebody types: at which versions the fields were drawn, and which go along. */
  const [typing, setTyping] = useState<Typing>(null);
  const { pathname } = useLocation();
  const gone = useGoneRows();
  const saidOfGone = useSaidOfGone();
  /** What was pressed and is not answered: what it said, what stood in the fields, and its key. */
  const sent = useRef<{ said: string; stood: string; key: string }[]>([]);
  const command = useCommand<A>(
    intent,
    (answer) => {
      setKey(uuidv7());
      // What was typed while it was on its way is the next one's, and stays.
      const stands = form.current && saidIn(new FormData(form.current));
      const isSaid = sent.current.some(({ stood }) => stood === stands);
      if (isSaid) setTyping(null);
      else setTyping(withNewest);
      if (reset && isSaid) form.current?.reset();
      gone.clear();
      onDone?.(answer);
    },
    onUnsent,
    (no) => about !== undefined && gone.tell(saidOfGone(no, about)),
  );
  // Told that somebody else has written, one saves over what stands with open eyes.
  const told = command.saving.state === "refused" && command.saving.no.no === "conflict";
  useEffect(() => {
    if (told) setTyping(withNewest);
  }, [told]);
  const drawn = Object.values(versionsIn(fields)).join();
  const { problemIn, sentence } = useProblems();
  const plain = usePlainAnswer(intent, fields);
  const refused = command.saving.state === "refused" ? command.saving.no : plain && !plain.ok ? plain : null;
  // Sent again, it stands until the answer: nothing moves under the second press of two.
  const before = useRef(refused);
  useEffect(() => {
    if (command.saving.state !== "sending") before.current = refused;
  });
  const no = command.saving.state === "sending" ? before.current : refused;
  const isRefused = command.saving.state === "refused";
  useEffect(() => {
    if (isRefused) gone.clear();
  }, [isRefused, gone]);
  // The row goes, and with it what stood in it.
  const last = useRef("");
  last.current = about !== undefined && no && no.no !== "invalid" ? saidOfGone(no, about) : "";
  useEffect(() => () => void (last.current && gone.tell(last.current)), [gone]);
  const context: FormState = {
    saving: command.saving,
    busy: command.busy,
    problem: (field) => problemIn(no, field),
    typed: (field, at) => {
      const value = plain && !plain.ok ? plain.typed?.[field] : undefined;
      if (Array.isArray(value)) return at === undefined ? undefined : value[at];
      return value;
    },
    stands: (field) => (no?.no === "conflict" ? String(no.now?.[field] ?? "") : undefined),
    found: no?.no === "invalid" ? no.found : undefined,
    foundCase: no?.no === "invalid" ? no.foundCase : undefined,
    ticked: (field, value, now = false) => {
      if (!plain) return now;
      const sent = plain.ok ? undefined : plain.typed?.[field];
      return Array.isArray(sent) ? sent.includes(value) : sent === value;
    },
  };

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    const said = saidIn(data);
    const before = command.busy ? sent.current : [];
    // The same pressed twice is one; something else behind it is another.
    const own = before.find((one) => one.said === said)?.key ?? (before.length > 0 ? uuidv7() : key);
    data.set("key", own);
    sent.current = [...before, { said, stood: saidIn(new FormData(event.currentTarget)), key: own }];
    command.send(data);
  }

  return (
    <form
      ref={form}
      method="post"
      action={pathname === "/" ? postTo(pathname) : undefined}
      onSubmit={onSubmit}
      onInput={(event) => {
        if (holdsVersion)
          setTyping((now) => ({ drawn: now ? now.drawn : drawn, versions: now?.versions ?? versionsIn(fields) }));
        onWriting?.(true);
        onTyped?.(new FormData(event.currentTarget));
      }}
      onBlur={onWriting && (() => onWriting(false))}
      className={className}
      aria-label={label}
      id={id}
    >
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="key" value={key} suppressHydrationWarning />
      {Object.entries({ ...fields, ...typing?.versions }).map(([name, value]) =>
        value === null || value === undefined ? null : (
          <input key={name} type="hidden" name={name} value={String(value)} suppressHydrationWarning />
        ),
      )}
      <Fragment key={holdsVersion ? (typing ? typing.drawn : drawn) : "same"}>
        {typeof children === "function" ? children(context) : children}
      </Fragment>
      {no && no.no !== "invalid" && (
        <p role="alert" className="form-error">
          {sentence(no)}
        </p>
      )}
      {!quiet && command.saving.state === "waiting" && <SavingWord saving={command.saving} />}
    </form>
  );
}

/** What a form says, its key and its version apart. */
const saidIn = (data: FormData) =>
  [...data]
    .filter(([name]) => name !== "key" && !isVersion(name))
    .map(([name, value]) => `${name}=${value}`)
    .join("\n");

/** What was typed in a form of this command before a "no", posted without JavaScript: a form that makes a new row is known by it. */
export function useTypedBefore(intent: string): Record<string, string | string[]> | undefined {
  const answer = useAnswerToPost();
  return answer && answer.intent === intent && !answer.ok ? answer.typed : undefined;
}

/** By which key the history knows the page as it came from the server. */
const cameWith: string | undefined = globalThis.history?.state?.key;

/** The answer to a form that the browser posted by itself. It outlives the first moment, in which the page's loaders are asked. */
export function useAnswerToPost(): Sent | undefined {
  const { key } = useLocation();
  const answer = useActionData() as Sent | undefined;
  if (answer || key !== cameWith) return answer;
  return Object.values(window.__remixContext?.state.actionData ?? {})[0];
}

/** Whether this very form was posted without JavaScript and refused: what it stands in is open then. */
export const useRefused = (intent: string, fields: Fields): boolean => usePlainAnswer(intent, fields) !== undefined;

/** Whether a form posted without JavaScript and refused was about one of these rows: what they are folded in is open then. */
export function useRefusedAmong(rows: readonly Fields[]): boolean {
  const answer = useAnswerToPost();
  return rows.some((row) => isAbout(answer, row));
}

const isAbout = (answer: Sent | undefined, fields: Fields): boolean =>
  answer !== undefined &&
  !answer.ok &&
  Object.entries(fields).every(
    ([name, value]) =>
      value === null || value === undefined || isVersion(name) || answer.typed?.[name] === String(value),
  );

/** The answer to this very form when it was posted without JavaScript. */
export function usePlainAnswer(intent: string, fields: Fields): Sent | undefined {
  const answer = useAnswerToPost();
  return answer?.intent === intent && isAbout(answer, fields) ? answer : undefined;
}
