import type * as z from "zod";
import { blockedReasons } from "#db/vocabulary.ts";
import { command } from "../command.server.ts";
import { anyText, dayAsTyped, input, rowId, seenVersion, someText, withoutCpr, word } from "../input.server.ts";
import { typedDay } from "../typed-day.server.ts";
import { mayAction } from "./allow.server.ts";
import { actionSeen } from "./find.server.ts";
import { isOpen } from "./rules.ts";
import { end, followed, moveTo, noLongerStuck, start } from "./steps.server.ts";

const shape = <T extends z.ZodRawShape>(more: T) => input({ id: rowId, version: seenVersion, ...more });
const note = withoutCpr(anyText(1000));
const neededNote = withoutCpr(someText(1000));

export const startAction = command("start-action", {
  input: shape({}),
  allow: mayAction("action:follow"),
  run: (work) => start(work, work.input),
});

export const finishAction = command("finish-action", {
  input: shape({ resultNote: note }),
  allow: mayAction("action:follow"),
  run: (work) => end(work, work.input, "done", work.input.resultNote),
});

/** Not done, and then what. */
export const notDoneAction = command("not-done-action", {
  input: shape({ resultNote: neededNote }),
  allow: mayAction("action:follow"),
  run: (work) => end(work, work.input, "not_done", work.input.resultNote),
});

/** `Sidder fast`: a flag with its reason; the agreement stands. */
export const blockAction = command("block-action", {
  input: shape({ blockedReason: word(blockedReasons), blockedNote: note }),
  allow: mayAction("action:follow"),
  async run(work) {
    const former = await actionSeen(work.db, work.input, isOpen);
    const { blockedReason, blockedNote } = work.input;
    return followed(work, work.input, "action-blocked", former, { blockedReason, blockedNote }, { blockedReason });
  },
});

export const unblockAction = command("unblock-action", {
  input: shape({}),
  allow: mayAction("action:follow"),
  async run(work) {
    const former = await actionSeen(work.db, work.input, ({ blockedReason }) => blockedReason !== null);
    return followed(work, work.input, "action-unblocked", former, noLongerStuck);
  },
});

/** `Ny dag`, and why. */
export const moveDay = command("move-day", {
  input: shape({ dueOn: dayAsTyped, resultNote: note }),
  allow: mayAction("action:follow"),
  run: (work) => moveTo(work, work.input, typedDay("dueOn", work.input.dueOn, work.today), work.input.resultNote),
});
