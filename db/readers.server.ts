import { type Connection, connect, type Db } from "./connection.server.ts";

/** A small pool of read-only connections: each read is one snapshot, so that rights, rows and seq are of the same moment. */
export function readers(file: string, size: number) {
  const all: Connection[] = [];
  const free: Connection[] = [];
  const waiting: ((connection: Connection) => void)[] = [];

  async function take(): Promise<Connection> {
    const idle = free.pop();
    if (idle) return idle;
    if (all.length < size) {
      const fresh = connect(file, { readonly: true });
      all.push(fresh);
      return fresh;
    }
    return new Promise((given) => waiting.push(given));
  }

  function give(connection: Connection) {
    const first = waiting.shift();
    if (first) first(connection);
    else free.push(connection);
  }

  async function read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const connection = await take();
    try {
      connection.raw.exec("begin");
      return await work(connection.db);
    } finally {
      if (connection.raw.inTransaction) connection.raw.exec("commit");
      give(connection);
    }
  }

  function close() {
    for (const { raw } of all) raw.close();
  }
  return { read, close };
}
