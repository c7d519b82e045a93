import type { ClientActionFunctionArgs } from "@remix-run/react";
import { serverNow } from "../connection.ts";
import { orUnsent, type Unsent } from "../net.ts";
import { settle } from "../outbox.ts";
import { keepNote } from "./notes.ts";
import { sendNote } from "./send.ts";

/**
 * As `orUnsent`, but a contact or a concern lies on the device before it is sent, and goes behind those that wait: neither a lost answer nor a
 * telephone that dies takes it, and it has one effect.
 */
export function orKept() {
  const plain = orUnsent();
  return async (at: ClientActionFunctionArgs): Promise<unknown> => {
    const note = await keepNote(await at.request.clone().formData(), "waiting", serverNow());
    if (!note) return plain(at);
    const answer = await sendNote(note);
    if (!answer) return { unsent: true } satisfies Unsent;
    settle(answer);
    return answer;
  };
}
