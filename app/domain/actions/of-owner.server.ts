import { acceptAction, declineAction } from "./answers.server.ts";
import { blockAction, finishAction, moveDay, notDoneAction, startAction, unblockAction } from "./follow.server.ts";

/** What the owner's side does with an agreement wherever its lists stand: says yes or no, and what became of it. */
export const ownersCommands = [
  ...[acceptAction, declineAction, moveDay],
  ...[finishAction, notDoneAction, startAction, blockAction, unblockAction],
];
