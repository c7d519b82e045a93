import { and, eq, ne } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { colours, sectors, takeovers } from "#db/vocabulary.ts";
import { command } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { input, optionalId, optionalWord, rowId, seenVersion, someText, word } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { staffTopic } from "../topics.ts";
import { currentOn, mayManage, membersOf } from "./find.server.ts";
import { mark } from "./input.server.ts";

const { department } = tables;

const shape = {
  ...{ name: someText(80), mark, colour: word(colours), sector: word(sectors) },
  takesOver: optionalWord(takeovers),
};

/** Two departments of one name, or one mark, cannot be told apart on the board. */
async function mustDiffer(db: Db, own: string, { name, mark }: { name: string; mark: string }, today: string) {
  const others = await db
    .select()
    .from(department)
    .where(and(ne(department.id, own), currentOn(department, today)));
  if (others.some((other) => other.name.toLocaleLowerCase("da") === name.toLocaleLowerCase("da")))
    throw invalid("name", "taken");
  if (others.some((other) => other.mark === mark)) throw invalid("mark", "taken");
}

export const addDepartment = command("add-department", {
  input: input({ id: optionalId, ...shape }),
  allow: mayManage,
  async run({ db, input: { id: given, ...set }, today, newId, record, rights }) {
    const id = given ?? newId();
    await mustDiffer(db, id, set, today);
    const [known] = await db.select({ id: department.id }).from(department).where(eq(department.id, id));
    if (known) throw invalid("id", "taken");
    await db.insert(department).values({ id, ...set, fromOn: today });
    record({ kind: "department-made", facts: { department: id } });
    rights();
    return { id };
  },
});

/** Name, mark, colour, sector; what it was before is kept with its day. */
export const changeDepartment = command("change-department", {
  input: input({ id: rowId, version: seenVersion, ...shape }),
  allow: mayManage,
  async run({ db, input: { id, version, ...set }, today, by, record, rights, reload }) {
    await mustDiffer(db, id, set, today);
    await revise(db, department, { id, version }, set, by);
    record({ kind: "department-changed", facts: { department: id } });
    // Whether a department is the municipality's own decides what those of it may know.
    rights();
    reload(...(await membersOf(db, id, today)).map(({ staffId }) => staffTopic(staffId)));
    return { id };
  },
});

/** Closes a department in which nobody works any more; what it has promised keeps its name. */
export const endDepartment = command("end-department", {
  input: input({ id: rowId, version: seenVersion }),
  allow: mayManage,
  async run({ db, input: seen, today, by, record, rights }) {
    if ((await membersOf(db, seen.id, today)).length > 0) throw invalid("id", "has-members");
    await revise(db, department, seen, { toOn: today }, by);
    record({ kind: "department-changed", facts: { department: seen.id, ended: true } });
    rights();
  },
});
