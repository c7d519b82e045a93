import { createHash } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";

/** What a command cannot do without, on bare better-sqlite3: 2 reads, 1 update, 1 key, 2 chained log rows, 1 version; on disk. */
export function floorTransaction(folder) {
  const db = new Database(join(folder, "transaction.db"));
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec(`
    create table if not exists line (id text primary key, text text not null, version integer not null) strict;
    create table if not exists command_key (key text primary key, answer text not null) strict;
    create table if not exists version (seq integer primary key, row text not null) strict;
    create table if not exists log (seq integer primary key, row text not null, hash text not null) strict;
    insert or ignore into line values ('line', '', 1);
    insert or ignore into log values (1, '{}', '${"0".repeat(64)}')`);
  const one = db.prepare("select * from line where id = ?");
  const last = db.prepare("select seq, hash from log order by seq desc limit 1");
  const update = db.prepare("update line set text = ?, version = version + 1 where id = ? and version = ?");
  const keep = db.prepare("insert into command_key values (?, ?)");
  const version = db.prepare("insert into version (row) values (?)");
  const log = db.prepare("insert into log values (?, ?, ?)");

  return db.transaction((key, text) => {
    const line = one.get("line");
    let { seq, hash } = last.get();
    update.run(text, line.id, line.version);
    version.run(JSON.stringify(line));
    for (const kind of ["read", "changed"]) {
      seq += 1;
      const row = JSON.stringify({ seq, kind, at: new Date().toISOString(), lineId: line.id });
      hash = createHash("sha256").update(row).update(hash).digest("hex");
      log.run(seq, row, hash);
    }
    keep.run(key, JSON.stringify({ ok: true, id: line.id, version: line.version + 1, text }));
  });
}
