import { type ActionFacts, isOverdue } from "#domain/actions/rules.ts";

type Ordered = ActionFacts & { createdAt: string; number: number };

/** What is over its day first, then by day; what has no day stands last. */
export function byUrgency<A extends Ordered>(actions: readonly A[], today: string): A[] {
  const key = (one: A) => [isOverdue(one, today) ? "0" : "1", one.dueOn ?? "~", one.createdAt].join(" ");
  return [...actions].sort((a, b) => (key(a) === key(b) ? a.number - b.number : key(a) < key(b) ? -1 : 1));
}
