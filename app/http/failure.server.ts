import { Busy } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import { complain } from "./complain.server.ts";

export type Failed = { ok: false; no: "failed"; why: "busy" | "full" | "broken"; id: string };

const STATUS = { busy: 503, full: 507, broken: 500 } as const;

const codeOf = (error: unknown) => (error as { code?: string } | null)?.code ?? "";

/** A bug or a broken disk: an id on the screen, the rest in the process's own log. */
export function failure(error: unknown): { status: number; data: Failed } {
  const id = newId().slice(-12);
  const why = error instanceof Busy ? "busy" : /^(SQLITE_FULL|ENOSPC)/.test(codeOf(error)) ? "full" : "broken";
  complain(id, error);
  return { status: STATUS[why], data: { ok: false, no: "failed", why, id } };
}
