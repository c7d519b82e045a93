/**
 * What lies on this device: a database of the browser's own. `keys` holds keys that no script can read out, `rows` what they
 * have sealed. Nothing stands in it in the clear but ids, states and days.
 */
const NAME = "samspor";
export type Store = "keys" | "rows";

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((done, failed) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      for (const store of ["keys", "rows"]) asked.result.createObjectStore(store, { keyPath: "id" });
    };
    asked.onsuccess = () => {
      const forget = () => {
        opened = null;
      };
      // The browser itself takes it away at sign-out.
      asked.result.onclose = forget;
      asked.result.onversionchange = () => {
        asked.result.close();
        forget();
      };
      done(asked.result);
    };
    asked.onerror = () => failed(asked.error);
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/** One transaction; what it wrote lies on the disk when it is done. */
async function within<T>(
  stores: Store[],
  mode: IDBTransactionMode,
  work: (at: IDBTransaction) => IDBRequest<T>,
): Promise<T> {
  const db = await open();
  return new Promise<T>((done, failed) => {
    const at = db.transaction(stores, mode, { durability: "strict" });
    const asked = work(at);
    at.oncomplete = () => done(asked.result);
    at.onabort = () => failed(at.error);
  });
}

export const get = <R>(store: Store, id: string): Promise<R | undefined> =>
  within([store], "readonly", (at) => at.objectStore(store).get(id) as IDBRequest<R | undefined>);

/** Every row of a store, by id. */
export const all = <R>(store: Store): Promise<R[]> =>
  within([store], "readonly", (at) => at.objectStore(store).getAll() as IDBRequest<R[]>);

export const put = <R extends { id: string }>(store: Store, row: R): Promise<unknown> =>
  within([store], "readwrite", (at) => at.objectStore(store).put(row));

/** A key and what it has sealed: both, or neither. */
export const putSealed = <K extends { id: string }, R extends { id: string }>(key: K, row: R): Promise<unknown> =>
  within(["keys", "rows"], "readwrite", (at) => {
    at.objectStore("keys").put(key);
    return at.objectStore("rows").put(row);
  });

export const drop = (store: Store, id: string): Promise<unknown> =>
  within([store], "readwrite", (at) => at.objectStore(store).delete(id));

export const dropAll = (): Promise<unknown> =>
  within(["keys", "rows"], "readwrite", (at) => {
    at.objectStore("keys").clear();
    return at.objectStore("rows").clear();
  });
