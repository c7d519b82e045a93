import { useLoaderData } from "@remix-run/react";
import { actionFiltersIn, actionSearchOf, shownIn } from "#domain/actions/filters.ts";
import { followActions } from "#domain/actions/follow-many.server.ts";
import { ownersCommands } from "#domain/actions/of-owner.server.ts";
import { myActions } from "#domain/actions/queries.server.ts";
import { searchActions } from "#domain/actions/search.server.ts";
import { removeView, saveView } from "#domain/saved/commands.server.ts";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { SavedViews } from "#frame/saved-views.tsx";
import { page, search, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { useWords } from "#words/words.ts";
import { Filter } from "./filter.tsx";
import { Find } from "./find.tsx";
import { Lists } from "./lists.tsx";

export const handle: Handle = { title: (words) => words.actions.title };

export const loader = page(myActions, ({ search }) => ({ filters: actionFiltersIn(search), shown: shownIn(search) }));
export const action = submit(
  [
    ...ownersCommands,
    ...[followActions, saveView, removeView],
    search(searchActions, ({ typed }) => ({ typed: String(typed.typed ?? "") })),
  ],
  {},
  ["follow-actions"],
);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Actions() {
  const page = useLoaderData<typeof loader>();
  const { staffId } = useFrame();
  const { actions: t } = useWords();
  useReloadOn([`staff:${staffId}`, ...page.departments.map((id) => `department:${id}`)]);
  return (
    <PageFrame>
      <h1>{t.title}</h1>
      <Find />
      <SavedViews page="actions" views={page.views} now={actionSearchOf(page.filters)} />
      <Filter page={page} />
      <Lists page={page} />
    </PageFrame>
  );
}
