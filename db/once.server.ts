const kept = globalThis as unknown as Record<symbol, Map<string, unknown> | undefined>;
const KEY = Symbol.for("samspor.once");

/** What is process-wide is made once, also when the module itself is loaded anew (an edit in development). */
export function once<T>(name: string, make: () => T): T {
  kept[KEY] ??= new Map();
  const all = kept[KEY];
  if (!all.has(name)) all.set(name, make());
  return all.get(name) as T;
}
