import { read } from "#db/index.server.ts";
import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { type Command, carryOut } from "#domain/command.server.ts";
import { newId } from "#domain/ids.server.ts";
import { dayOf } from "#domain/moments.ts";
import { addStaff } from "#domain/staff/commands.server.ts";
import { makeSignInLink } from "#domain/staff/link-commands.server.ts";
import { administrators } from "#domain/staff/queries.server.ts";
import { asUsername, LINK_DAYS } from "#domain/staff/rules.ts";
import { da } from "#words/da.ts";
import { prepare } from "./prepare.server.ts";

const USAGE = 'Write: npm run admin -- "Full name" username\n';

/** Makes the first administrator and a one-time link; for one who is there already, a new link. */
export async function run(args: string[]): Promise<number> {
  const [name, typed, ...more] = args;
  if (!name || !typed || more.length > 0) {
    process.stderr.write(USAGE);
    return 64;
  }
  const { origin, port } = await prepare(process.env);
  const username = asUsername(typed);
  const known = await read((db) => administrators(db, dayOf(now())));
  const own = known.find((each) => each.username === username);
  if (known.length > 0 && !own) {
    process.stderr.write(
      `There is an administrator already: ${known.map((each) => each.username).join(", ")}. They add others at /staff; with their user name this makes them a new link.\n`,
    );
    return 1;
  }
  const staffId = own?.id ?? (await does(addStaff, { name, username, roles: ["admin"] }))?.id;
  const link = staffId && (await does(makeSignInLink, { staffId }));
  if (!link) return 1;
  process.stdout.write(
    `${own ? "A new link" : "The first administrator"}: ${link.name} (${username}).\nOpens once, within ${LINK_DAYS} days: ${origin ?? `http://localhost:${port}`}${link.path}\n`,
  );
  return 0;
}

async function does<I, A>(command: Command<I, A>, input: unknown): Promise<A | null> {
  const done = await carryOut(command, input, asker(system, now(), "command_line"), newId());
  if (done.ok) return done.answer;
  const said = done.no === "invalid" ? Object.entries(done.problems) : [["", done.no]];
  for (const [field, code] of said)
    process.stderr.write(`${field}: ${da.problems[code as keyof typeof da.problems] ?? code}\n`);
  return null;
}
