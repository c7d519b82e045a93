import { useLoaderData } from "@remix-run/react";
import { isRowId } from "#domain/input.server.ts";
import { filtersIn, searchOf } from "#domain/people/filters.ts";
import { peopleList } from "#domain/people/list.server.ts";
import { searchPeople } from "#domain/people/search.server.ts";
import { removeView, saveView } from "#domain/saved/commands.server.ts";
import { staffTopic } from "#domain/topics.ts";
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
import { People } from "./people.tsx";

export const handle: Handle = { title: (words) => words.peopleList.title };
export const loader = page(peopleList, ({ search }) => {
  const after = search.get("after") ?? undefined;
  return { filters: filtersIn(search), after: isRowId(after) ? after : null };
});
export const action = submit([
  search(searchPeople, ({ typed }) => ({ typed: String(typed.typed ?? "") })),
  saveView,
  removeView,
]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Route() {
  const list = useLoaderData<typeof loader>();
  const { peopleList: t } = useWords();
  const { staffId } = useFrame();
  useReloadOn(staffId ? [staffTopic(staffId)] : []);
  return (
    <PageFrame>
      <h1>{t.title}</h1>
      <Find today={list.today} />
      <SavedViews page="people" views={list.views} now={searchOf(list.filters)} />
      <Filter list={list} />
      <People list={list} />
    </PageFrame>
  );
}
