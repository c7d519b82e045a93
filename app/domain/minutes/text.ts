import { type Agreed, type ItemMinutes, type Seated, wasTaken } from "#domain/minutes/draft.ts";

/** How the parts are said in a language; days and clocks among them. */
export type TextWords = {
  commonItem: string;
  time: (from: string, to: string) => string;
  present: string;
  away: string;
  out: string;
  question: string;
  voice: string;
  told: (voice: NonNullable<ItemMinutes["voice"]>) => string;
  options: string;
  discussion: string;
  dissent: string;
  remark: string;
  agreements: string;
  noAgreement: string;
  informs: string;
  next: string;
  seat: (seat: Seated) => string;
  agreement: (agreed: Agreed) => string;
  informsBy: (informs: NonNullable<ItemMinutes["informs"]>) => string;
  nextStep: (next: NonNullable<ItemMinutes["next"]>) => string;
  left: (item: ItemMinutes) => string;
  clock: (at: string) => string;
};

const block = (label: string, lines: string[]) => (lines.length > 0 ? [`${label}:`, ...lines] : []);
const line = (label: string, text: string | null | undefined) => (text ? [`${label}: ${text}`] : []);

const titleOf = ({ youngPerson, question }: ItemMinutes) => youngPerson?.name ?? question;

function timeOf({ openedAt, handledAt }: ItemMinutes, t: TextWords): string {
  return openedAt && handledAt ? ` (${t.time(t.clock(openedAt), t.clock(handledAt))})` : "";
}

const agreementLines = (agreements: Agreed[], t: TextWords) =>
  agreements.flatMap((agreed) => [`${agreed.number}. ${t.agreement(agreed)}`, ...line(t.voice, agreed.youthWords)]);

function whole(item: ItemMinutes, t: TextWords): string[] {
  const { voice, informs, next } = item;
  return [
    `${titleOf(item)}${timeOf(item, t)}`,
    ...line(t.present, item.here.map(t.seat).join("; ")),
    ...line(t.away, item.away.map(t.seat).join("; ")),
    ...line(t.out, item.out.join("; ")),
    ...(item.youngPerson ? line(t.question, item.question) : []),
    ...(voice?.words ? block(`${t.voice} (${t.told(voice)})`, [voice.words]) : []),
    ...(voice && !voice.words ? line(t.voice, [t.told(voice), voice.tries].filter(Boolean).join(": ")) : []),
    ...block(
      t.options,
      item.options.map(({ text }) => `- ${text}`),
    ),
    ...line(t.discussion, item.discussion?.text),
    ...item.dissents.flatMap(({ text }) => line(t.dissent, text)),
    ...item.remarks.flatMap(({ text }) => line(t.remark, text)),
    ...block(t.agreements, agreementLines(item.agreements, t)),
    ...(item.agreements.length === 0 ? line(t.noAgreement, item.noAgreementReason) : []),
    ...(informs ? line(t.informs, t.informsBy(informs)) : []),
    ...(next ? line(t.next, t.nextStep(next)) : []),
  ];
}

/** One department's part: the question and its own agreements; nothing of an item in which it has none. */
function part(item: ItemMinutes, departmentId: string, t: TextWords): string[] {
  const own = item.agreements.filter((agreed) => agreed.departmentId === departmentId && !agreed.byYoungPerson);
  if (own.length === 0) return [];
  return [
    titleOf(item),
    ...(item.youngPerson ? line(t.question, item.question) : []),
    ...block(t.agreements, agreementLines(own, t)),
  ];
}

/**
 * The minutes as plain text, to be pasted into the department's own records: all that was read, or one department's part.
 * @param head the lines that stand above: which meeting, and that it is confidential.
 */
export function minutesText(
  head: string[],
  items: readonly ItemMinutes[],
  t: TextWords,
  { departmentId = null }: { departmentId?: string | null } = {},
): string {
  const parts = items.map((item) => {
    if (departmentId !== null) return part(item, departmentId, t);
    return wasTaken(item) ? whole(item, t) : [titleOf(item), t.left(item)];
  });
  return [head, ...parts]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}
