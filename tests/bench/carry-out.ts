import { eq } from "drizzle-orm";
import { read, tables } from "#db/index.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { changeAction } from "#domain/actions/commands.server.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { type Command, carryOut } from "#domain/command.server.ts";
import { newId } from "#domain/ids.server.ts";
import { prepare } from "../../app/tasks/prepare.server.ts";

type Places = { itemId: string; departmentId: string };

/** The command alone, without HTTP and without anybody watching: a function that changes one agreement once. */
export async function changes({ itemId, departmentId }: Places): Promise<(n: number) => Promise<void>> {
  await prepare(process.env);
  const [staff] = await read((db) => db.select().from(tables.staff).where(eq(tables.staff.username, "koordinator")));
  const actor = { kind: "staff", id: staff?.id ?? "", sessionId: newId() } as const;
  const terms = { departmentId, dueOn: "14d", howSeen: "Der er en aftale om en fast tid hver uge" };
  const does = async <I, A>(command: Command<I, A>, input: unknown) => {
    const done = await carryOut(command, input, asker(actor, now(), "page"), newId());
    if (!done.ok) throw new Error(`${command.name}: ${done.no}`);
    return done.answer;
  };
  const { id } = await does(agree, { itemId, text: "Aftale til måling", ...terms });
  let version = 1;
  return async (n) => {
    await does(changeAction, { id, version, text: `Sætningen er skrevet om, gang ${n}`, ...terms });
    version += 1;
  };
}
