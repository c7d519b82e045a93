import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { dayOf } from "#domain/moments.ts";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { useFrame } from "./frame.ts";

type Choice = {
  versions: readonly { number: number; at: string }[];
  from: number;
  /** Null is what stands now. */
  to: number | null;
  today: string;
  /** What is called empty, and what stands now. */
  nothing: string;
  now: string;
};

/** Which two versions stand side by side. */
export function VersionChoice({ versions, from, to, today, nothing, now }: Choice) {
  const { plan: t } = useWords();
  const { language } = useFrame();
  const days = dayWords(language, today);
  const known = versions.map(({ number, at }) => (
    <option key={number} value={number}>
      {t.versions.version(number)} · {days.short(dayOf(at))}
    </option>
  ));
  return (
    <Form method="get" className="field-line">
      <SelectField label={t.versions.from} name="from" defaultValue={from} key={`from ${from}`}>
        {known}
        <option value="0">{nothing}</option>
      </SelectField>
      <SelectField label={t.versions.to} name="to" defaultValue={to ?? "now"} key={`to ${to}`}>
        <option value="now">{now}</option>
        {known}
      </SelectField>
      <Button>{t.versions.compare}</Button>
    </Form>
  );
}

/** A place that reads otherwise: what it is called, how it read before and after, and who wrote it. */
export type Compared = { key: string; name: ReactNode; before: string; after: string; who: string };

/** What reads otherwise, side by side. */
export function ComparedRows({ rows }: { rows: readonly Compared[] }) {
  const { plan: t } = useWords();
  return (
    <table className="compare-table">
      <thead>
        <tr>
          {[t.versions.field, t.versions.before, t.versions.after, t.versions.who].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, before, after, who }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td data-label={t.versions.before}>{before || <span className="meta">{t.versions.nothing}</span>}</td>
            <td data-label={t.versions.after}>{after || <span className="meta">{t.versions.nothing}</span>}</td>
            <td className="meta" data-label={t.versions.who}>
              {who}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A version's number in the address; "now" and nothing are what stands now. */
export const versionIn = (text: string | null) => (text && /^\d{1,6}$/.test(text) ? Number(text) : null);
