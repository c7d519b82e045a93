import { openDatabase, tables, transact } from "#db/index.server.ts";
import { migrate } from "#db/migrate.server.ts";
import type { Role } from "#db/vocabulary.ts";
import { asker } from "#domain/asker.server.ts";
import { newId } from "#domain/ids.server.ts";
import { openLogKey } from "#domain/log/signing.server.ts";
import { answer, type Query } from "#domain/query.server.ts";
import { danishSortKey } from "#domain/text.ts";
import { openVault } from "#domain/vault.server.ts";
import { readConfig, setConfig } from "#http/config.server.ts";

export const NOW = "2026-11-24T09:00:00.000Z";
const AT_ONCE = 500;
const FIRST = ["Alma", "Bo", "Cia", "Dan", "Eli", "Freja", "Gry", "Hassan", "Ida", "Åse"];
const LAST = ["Holm", "Nørregård", "Krogh", "Østergaard", "Lund", "Bak", "Ærø", "Dahl"];

export async function inParts<T>(rows: T[], put: (part: T[]) => Promise<unknown>) {
  for (let at = 0; at < rows.length; at += AT_ONCE) await put(rows.slice(at, at + AT_ONCE));
}

/** As a server opens it, but without a demo. */
export function open(file: string) {
  const config = readConfig(process.env);
  setConfig(config);
  openVault(config.secret);
  openLogKey(config.secret);
  migrate(openDatabase(file), () => undefined);
}

/** Somebody with that role. */
export async function aColleague(role: Role): Promise<string> {
  const id = newId();
  await transact(async (db) => {
    await db.insert(tables.staff).values({ id, name: role, sortKey: role, username: id });
    await db.insert(tables.roleGrant).values({ id: newId(), staffId: id, role, fromOn: "2020-01-01" });
  });
  return id;
}

/** So many young people. */
export async function youngPeople(count: number): Promise<string[]> {
  const born = Array.from({ length: count }, (_, n) => {
    const [firstName, lastName] = [FIRST[n % 10] as string, `${LAST[n % 8]} ${n}`];
    const sortKey = danishSortKey(`${lastName} ${firstName}`);
    return { id: newId(), firstName, lastName, sortKey, bornOn: `200${n % 10}-03-04` };
  });
  await transact((db) => inParts(born, (part) => db.insert(tables.youngPerson).values(part)));
  return born.map(({ id }) => id);
}

/** What is asked, by whom. */
export type Asked = { of: Query<never, unknown>; input: unknown; by: string };

/** In ms, how long each takes: the middle of so many. */
export async function timesOf(asked: Record<string, Asked>, times: number): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, { of, input, by }] of Object.entries(asked)) {
    const who = asker({ kind: "staff", id: by, sessionId: by }, NOW, "page");
    const took: number[] = [];
    for (let n = 0; n < times + 3; n += 1) {
      const began = performance.now();
      await answer(of as Query<unknown, unknown>, input, who);
      if (n >= 3) took.push(performance.now() - began);
    }
    found[name] = took.sort((a, b) => a - b)[took.length >> 1] as number;
  }
  return found;
}
