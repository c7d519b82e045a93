import { mayAsStaff } from "../access/decide.server.ts";
import { command } from "../command.server.ts";
import { anyText, input, webAddressOrNone } from "../input.server.ts";
import { holdersOf } from "../people/find.server.ts";
import { staffTopic } from "../topics.ts";
import { keepNotifyAt } from "./notify.server.ts";

/** Where a guide who must notify the authorities does so: shown to guides who are worried about somebody under 18. */
export const setNotifyAt = command("set-notify-at", {
  input: input({ phone: anyText(40), link: webAddressOrNone }),
  allow: ({ db, actor, now, today }) => mayAsStaff(db, { actor, now, today }, "staff:manage"),
  async run({ db, input, today, record, reload }) {
    await keepNotifyAt(db, input);
    record({ kind: "notify-at-set" });
    const readers = [...(await holdersOf(db, "youth_guide", today)), ...(await holdersOf(db, "stu_team", today))];
    reload(...[...new Set(readers)].map(staffTopic));
  },
});
