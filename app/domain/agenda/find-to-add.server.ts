import { may, mayAsStaff } from "../access/decide.server.ts";
import { query } from "../query.server.ts";
import { type Found, youngPeopleToAdd } from "./young-people.server.ts";

export type ToAdd = {
  found: Found[];
  /** Somebody who is not found may be written down. */
  mayAddNew: boolean;
};

/** The young people who can be put on a meeting's agenda, by a part of the name; for whoever runs the meeting. */
export const findToAdd = query<{ meetingId: string; name: string }, ToAdd>("find-to-add", {
  allow: ({ db, actor, now, today, input: { meetingId } }) => may(db, { actor, now, today }, "meeting:run", meetingId),
  async run({ db, input: { meetingId, name }, actor, now, today, saw, record }) {
    const asking = { actor, now, today };
    const found = await youngPeopleToAdd(db, asking, meetingId, name);
    // That somebody searched and how many were found; the name that was typed stands nowhere.
    if (name.trim()) record({ kind: "searched", meetingId, facts: { found: found.length } });
    for (const { id } of found) saw({ youngPersonId: id, meetingId });
    return { found, mayAddNew: "by" in (await mayAsStaff(db, asking, "person:add")) };
  },
});
