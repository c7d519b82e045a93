import { command } from "../command.server.ts";
import { input, whole } from "../input.server.ts";
import { looksForThem } from "./find.server.ts";

/** Somebody prints the day's list: how many young people go onto paper stands in the log. */
export const noteLeadsPrint = command("note-leads-print", {
  input: input({ leads: whole(0, 1000) }),
  allow: looksForThem,
  async run({ input: { leads }, record }) {
    record({ kind: "leads-printed", facts: { leads } });
  },
});
