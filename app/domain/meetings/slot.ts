import type { Slot } from "../agenda/slots.ts";
import type { SlotRow } from "./views.server.ts";

/** A slot's row as the agenda's rules take it. */
export const slotOf = ({ itemKind, ...row }: SlotRow): Slot => ({ ...row, kind: itemKind });
