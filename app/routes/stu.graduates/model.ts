import type { CallTime } from "#domain/graduates/call-list.ts";

export type ListAt = { view: CallTime; mine: boolean };

/** The address of a list, and of a call in it. */
export function addressOf({ view, mine }: ListAt, call?: string): string {
  const search = new URLSearchParams();
  if (view !== "due") search.set("view", view);
  if (mine) search.set("whose", "mine");
  if (call) search.set("call", call);
  return search.size > 0 ? `/stu/graduates?${search}` : "/stu/graduates";
}
