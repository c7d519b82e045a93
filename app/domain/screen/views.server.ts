import type { View } from "../touched.server.ts";

/** What stands on the big screen of a meeting: its id is the meeting's. */
export type ShownRow = { kind: "shown"; id: string };

export const shownView: View<ShownRow> = {
  kind: "shown",
  byIds: async (_db, ids) => ids.map((id) => ({ kind: "shown" as const, id })),
};
