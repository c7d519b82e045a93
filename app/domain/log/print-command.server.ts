import { may } from "../access/decide.server.ts";
import { cardsFor, seenIn } from "../agenda/cards.server.ts";
import { command } from "../command.server.ts";
import { input, rowId, word } from "../input.server.ts";

export const papers = ["agenda", "minutes"] as const;

/** Somebody prints a meeting's agenda or minutes: what goes onto paper about whom stands in the log. */
export const notePrint = command("note-print", {
  input: input({ meetingId: rowId, paper: word(papers) }),
  allow: ({ db, actor, now, today, input: { meetingId } }) => may(db, { actor, now, today }, "meeting:see", meetingId),
  async run({ db, input: { meetingId, paper }, actor, now, today, record }) {
    const shown = seenIn(await cardsFor(db, { actor, now, today }, meetingId), meetingId);
    for (const { youngPersonId, itemId } of shown)
      record({ kind: "printed", youngPersonId, itemId, meetingId, facts: { paper } });
    if (shown.length === 0) record({ kind: "printed", meetingId, facts: { paper } });
  },
});
