import { type Connection, connect, type Db } from "./connection.server.ts";

const reader = (connection: Connection) => ({
  ...connection,
  begin: connection.raw.prepare("begin"),
  commit: connection.raw.prepare("commit"),
});
type Reader = ReturnType<typeof reader>;

/** A small pool of read-only connections: each read is one snapshot, so that rights, rows and seq are of the same moment. */
export function readers(file: string, size: number) {
  const all: Reader[] = [];
  const free: Reader[] = [];
  const waiting: ((reader: Reader) => void)[] = [];

  async function take(): Promise<Reader> {
    const idle = free.pop();
    if (idle) return idle;
    if (all.length < size) {
      const fresh = reader(connect(file, { readonly: true }));
      all.push(fresh);
      return fresh;
    }
    return new Promise((given) => waiting.push(given));
  }

  function give(reader: Reader) {
    const first = waiting.shift();
    if (first) first(reader);
    else free.push(reader);
  }

  async function read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const reader = await take();
    try {
      reader.begin.run();
      return await work(reader.db);
    } finally {
      if (reader.raw.inTransaction) reader.commit.run();
      give(reader);
    }
  }

  function close() {
    for (const { raw } of all) raw.close();
  }
  return { read, close };
}
