import { once } from "#db/once.server.ts";

const kept = once("outgoing-mail", () => ({ sends: false }));

/** Whether this installation has a mail server. */
export const setSendsMail = (sends: boolean): void => {
  kept.sends = sends;
};
export const sendsMail = (): boolean => kept.sends;
