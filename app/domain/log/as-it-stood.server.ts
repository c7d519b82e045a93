import { and, asc, eq, getTableName, gt } from "drizzle-orm";
import { classes, type Db, type SensitivityClass, tables } from "#db/index.server.ts";
import type { TextClass } from "#db/vocabulary.ts";

const { action, agendaItem, itemClosing, optionPresented, paragraph, participant, revision, youthVoice } = tables;

/** A row of an item as it stood at a moment. `text` only for whoever was shown whom it is about. */
export type StoodRow = {
  table: string;
  id: string;
  version: number;
  textClass: TextClass | null;
  /** The highest class among the columns that something stood in. */
  sensitivity: SensitivityClass;
  text: string | null;
};

/** `card`: what a list shows of an item, its question. Else what stands in its topic of that class. */
export type Part = TextClass | "card";

/** The moment that a row's id was made at: the first 48 bits of a uuid v7. */
const madeAt = (id: string): string => new Date(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toISOString();

const TEXTS = [
  ...["question", "text", "words", "tries", "notToDiscuss", "howSeen"],
  ...["declineReason", "blockedNote", "cancelReason", "resultNote", "youthWords", "noAgreementReason"],
];

type Stored = Record<string, unknown>;

const textOf = (row: Stored): string =>
  TEXTS.map((column) => row[column])
    .filter((text) => typeof text === "string" && text !== "")
    .join("\n");

const KINDS = [
  ["agendaItem", agendaItem.id],
  ["youthVoice", youthVoice.itemId],
  ["paragraph", paragraph.itemId],
  ["optionPresented", optionPresented.itemId],
  ["action", action.itemId],
  ["participant", participant.itemId],
  ["itemClosing", itemClosing.id],
] as const;

function sensitivityOf(name: (typeof KINDS)[number][0], row: Stored): SensitivityClass {
  const filled = [...classes[name]].filter(([column]) => row[column] !== null && row[column] !== "");
  return filled.map(([, group]) => group).reduce((most, group) => (group > most ? group : most), "K0");
}

/** Whether a row stood in that part at that moment; what was handed in stands with those who lead the meeting alone. */
function stoodIn(part: Part, row: Stored, moment: string): boolean {
  if (typeof row.removedAt === "string" && row.removedAt <= moment) return false;
  if (part === "card") return true;
  return row.kind !== "handed_in" && (row.textClass ?? "open_in_forum") === part;
}

/** The rows of an item at a moment: each row made by then, in the oldest of the versions that were replaced after it. */
export async function itemAsItStood(
  db: Db,
  itemId: string,
  { moment, part, texts }: { moment: string; part: Part; texts: boolean },
): Promise<StoodRow[]> {
  const stood: StoodRow[] = [];
  for (const [name, owner] of part === "card" ? KINDS.slice(0, 1) : KINDS) {
    const table = tables[name];
    const rows = (await db.select().from(table).where(eq(owner, itemId))) as Stored[];
    for (const now of rows) {
      const id = String(now.id);
      if (madeAt(id) > moment) continue;
      const [former] = await db
        .select({ row: revision.row })
        .from(revision)
        .where(and(eq(revision.tableName, getTableName(table)), eq(revision.rowId, id), gt(revision.at, moment)))
        .orderBy(asc(revision.seq))
        .limit(1);
      const row = former?.row ?? now;
      if (!stoodIn(part, row, moment)) continue;
      stood.push({
        table: getTableName(table),
        id,
        version: Number(row.version),
        textClass: (row.textClass as TextClass | undefined) ?? null,
        sensitivity: sensitivityOf(name, row),
        text: texts ? textOf(row) : null,
      });
    }
  }
  return stood;
}
