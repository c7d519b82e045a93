import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { type SavedPage, savedPages } from "#db/vocabulary.ts";
import type { Verdict } from "../access/decide.server.ts";
import { actionFiltersIn, actionSearchOf } from "../actions/filters.ts";
import { staffIdOf } from "../actor.ts";
import { type At, command } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { youngFiltersIn, youngSearchOf } from "../guides/list-filters.ts";
import { anyText, input, optionalId, rowId, seenVersion, someText, withoutCpr, word } from "../input.server.ts";
import { filtersIn, searchOf } from "../people/filters.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { courseFiltersIn, courseSearchOf } from "../stu/list-filters.ts";
import { staffTopic } from "../topics.ts";
import { savedViewsOf } from "./views.server.ts";

const { savedView } = tables;

/** Only what a page's address can ask for: nothing else that was sent comes to stand in an address. */
const spelled: Record<SavedPage, (search: URLSearchParams) => string> = {
  people: (search) => searchOf(filtersIn(search)),
  actions: (search) => actionSearchOf(actionFiltersIn(search)),
  stu: (search) => courseSearchOf(courseFiltersIn(search)),
  guides: (search) => youngSearchOf(youngFiltersIn(search)),
};

/** More than that is no help to find one's way. */
export const MOST_VIEWS = 20;

const own = async ({ actor }: At<unknown>): Promise<Verdict> =>
  actor.kind === "staff" ? { by: "oneself" } : { no: "missing" };

async function isOwn(at: At<{ id: string }>): Promise<Verdict> {
  const [row] = await at.db.select({ staffId: savedView.staffId }).from(savedView).where(eq(savedView.id, at.input.id));
  return row?.staffId === staffIdOf(at.actor) ? own(at) : { no: "missing" };
}

/** Keeps how somebody looks at a list, for themselves alone. */
export const saveView = command("save-view", {
  input: input({ id: optionalId, page: word(savedPages), name: withoutCpr(someText(60)), search: anyText(500) }),
  allow: own,
  async run({ db, input: { id: given, page, name, search }, actor, newId, record, reload }) {
    const staffId = staffIdOf(actor);
    if ((await savedViewsOf(db, staffId, page)).length >= MOST_VIEWS) throw invalid("name", "too-many");
    const id = given ?? newId();
    const values = { id, staffId, page, name, search: spelled[page](new URLSearchParams(search)) };
    await insertOnce(db, savedView, values);
    record({ kind: "view-saved", facts: { view: id, page } });
    reload(staffTopic(staffId));
    return { id };
  },
});

export const removeView = command("remove-view", {
  input: input({ id: rowId, version: seenVersion }),
  allow: isOwn,
  async run({ db, input, by, record, reload }) {
    const { id, staffId, page } = await revise(db, savedView, input, { removedAt: by.now }, by);
    record({ kind: "view-removed", facts: { view: id, page } });
    reload(staffTopic(staffId));
  },
});
