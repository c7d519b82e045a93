import { acceptAction, declineAction } from "./answers.server.ts";
import { setActionDecision } from "./decision.server.ts";
import { blockAction, finishAction, moveDay, notDoneAction, startAction, unblockAction } from "./follow.server.ts";
import { acceptHandover, declineHandover, handOver } from "./handover.server.ts";

/** What the owner's side does with an agreement wherever its lists stand: says yes or no, and what became of it. */
export const ownersCommands = [
  ...[acceptAction, declineAction, moveDay],
  ...[handOver, acceptHandover, declineHandover],
  ...[finishAction, notDoneAction, startAction, blockAction, unblockAction],
  setActionDecision,
];
