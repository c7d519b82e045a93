import { and, eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { comingOf } from "../agenda/coming.server.ts";
import { command } from "../command.server.ts";
import { missing } from "../errors.ts";
import { input, rowId } from "../input.server.ts";
import { contactThere } from "../people/contact.server.ts";
import { type Look, query } from "../query.server.ts";
import { agreed } from "./agreed.server.ts";
import { mayWritePlan } from "./allow.server.ts";
import { sheetOf } from "./sheet.ts";

const { planText, youngPerson } = tables;

type Input = { id: string };

/** `Aftalerne på én side`: for the young person to take along, and for those who go with them to give. */
export const onePage = query("one-page", {
  allow: (at: Parameters<typeof mayWritePlan>[0] & { input: Input }) => mayWritePlan(at, at.input.id),
  async run(look: Look<Input>) {
    const { db, input, today, saw } = look;
    const [person] = await db.select().from(youngPerson).where(eq(youngPerson.id, input.id));
    if (!person) throw missing();
    saw({ youngPersonId: input.id });
    const contact = await contactThere(db, input.id, today);
    const ofWish = and(eq(planText.youngPersonId, input.id), eq(planText.part, "wish"));
    const [wish] = await db.select().from(planText).where(ofWish);
    const rows = await agreed(look, input.id);
    const [next] = (await comingOf(look, [input.id])).get(input.id) ?? [];
    return {
      id: input.id,
      name: `${person.firstName} ${person.lastName}`,
      firstName: person.firstName,
      contact: contact && { name: contact.name, phone: contact.phone },
      ...sheetOf(
        wish?.text ?? "",
        rows.filter(({ state }) => state !== "proposed"),
      ),
      /** How many nobody has said yes to yet: they stand on the page of the plan alone. */
      waiting: rows.filter(({ state }) => state === "proposed").length,
      nextAt: next?.startsAt ?? null,
      today,
    };
  },
});

export type OnePage = Awaited<ReturnType<(typeof onePage)["run"]>>;

/** It goes onto paper: that stands in the log. */
export const noteOnePagePrint = command("note-one-page-print", {
  input: input({ id: rowId }),
  allow: (at) => mayWritePlan(at, at.input.id),
  async run({ input: { id }, record }) {
    record({ kind: "printed", youngPersonId: id, facts: { paper: "one-page" } });
  },
});
