/** Whoever has gone on to a field meanwhile is left there; what only kept the focus from being lost gives it away. */
export const isElsewhere = () => document.activeElement?.matches("input, textarea, select") === true;
