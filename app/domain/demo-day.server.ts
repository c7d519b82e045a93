import { eq, inArray } from "drizzle-orm";
import { prepared, read, tables } from "#db/index.server.ts";
import { onlySystem } from "./access/decide.server.ts";
import { command } from "./command.server.ts";
import { day, input } from "./input.server.ts";

const { setting } = tables;

/** The setting that holds the day the demo municipality was made for. */
export const DEMO_DAY = "demo-day";
/** Stands only when the demo was made to its end. */
const DEMO_COMPLETE = "demo-complete";

const madeFor = prepared((db) =>
  db.select({ value: setting.value }).from(setting).where(eq(setting.key, DEMO_DAY)).prepare(),
);

export async function demoDay(): Promise<string | null> {
  const [made] = await read((db) => madeFor(db).execute());
  return made?.value ?? null;
}

/** Whether all that stands in the database is a demo, made to its end. */
export async function isWholeDemo(): Promise<boolean> {
  const marks = await read((db) =>
    db
      .select({ key: setting.key })
      .from(setting)
      .where(inArray(setting.key, [DEMO_DAY, DEMO_COMPLETE])),
  );
  return marks.length === 2;
}

const bySystem = onlySystem("the system itself");

/** The last thing that is done in a demo: it is whole, and for that day. */
export const completeDemo = command("complete-demo", {
  input: input({ day }),
  allow: bySystem,
  async run({ db, input: { day }, record }) {
    await db.insert(setting).values([
      { key: DEMO_DAY, value: day },
      { key: DEMO_COMPLETE, value: "yes" },
    ]);
    record({ kind: "demo-made", facts: { day } });
  },
});
