import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { removeView, saveView } from "#domain/saved/commands.server.ts";
import { noteCourse } from "#domain/stu/course-commands.server.ts";
import { planDeadlines, setDeadline } from "#domain/stu/deadline-commands.server.ts";
import { type CourseList, coursesFollowed } from "#domain/stu/list.server.ts";
import { countsOf, fitting } from "#domain/stu/list.ts";
import { courseFiltersIn, courseSearchOf } from "#domain/stu/list-filters.ts";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { SavedViews } from "#frame/saved-views.tsx";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { Courses } from "./courses.tsx";
import { Filter } from "./filter.tsx";
import { type ListPage, ListProvider, type Open } from "./model.ts";

export const handle: Handle = { title: (words) => words.stu.title };
export const loader = page(coursesFollowed, ({ search }) => ({ filters: courseFiltersIn(search) }));
export const action = submit([planDeadlines, setDeadline, noteCourse, saveView, removeView]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** Every course of STU: what must be kept next, by deadline or by young person. */
export default function Stu() {
  const list = useLoaderData<typeof loader>() as CourseList;
  const { graduates, stu: t, stuFile, stuRules, stuTeam } = useWords();
  const { staffId } = useFrame();
  const [params] = useSearchParams();
  const [name, setName] = useState("");
  const [open, setOpen] = useState<Open>(() => openIn(params));
  const [typedNote, setTypedNote] = useState<ListPage["typedNote"]>(null);
  useReloadOn([`staff:${staffId}`]);
  const search = courseSearchOf(list.filters);
  const to = (more: Record<string, string>) => {
    const asked = new URLSearchParams([...new URLSearchParams(search), ...Object.entries(more)]);
    return asked.size > 0 ? `/stu?${asked}` : "/stu";
  };
  const shown = fitting(list.courses, list.filters, staffId, name);
  const alone = list.courses.filter(({ memberId }) => memberId === null).length;
  return (
    <PageFrame>
      <div className="stu-head">
        <h1>{t.title}</h1>
        <p className="figures">
          <Counts courses={list.courses} />
        </p>
        {list.courses.length > 0 && (
          // A form and no link: the name that is looked for stands in no address.
          <form method="post" className="button-line screen-only">
            <input type="hidden" name="name" value={name} />
            {(["excel", "csv"] as const).map((as) => (
              <Button key={as} variant="text" formAction={`/stu/${as}${search === "" ? "" : `?${search}`}`}>
                {as === "excel" ? t.toExcel : t.toCsv}
              </Button>
            ))}
            <a className="button button-text" href={`/stu/calendar${search === "" ? "" : `?${search}`}`} download>
              {t.toCalendar}
            </a>
          </form>
        )}
      </div>
      <p className="button-line screen-only">
        <Link to="/stu/graduates">{graduates.title}</Link>
        {list.seesLoad && <Link to="/stu/team">{stuTeam.title}</Link>}
        {list.mayManage && (
          <>
            <Link to="/stu/file">{stuFile.title}</Link>
            <Link to="/stu/rules">{stuRules.title}</Link>
          </>
        )}
      </p>
      {list.mayManage && alone > 0 && (
        <p className="near">
          <Link to="/stu/team?from=none#move">{stuTeam.without(alone)}</Link>
        </p>
      )}
      <Filter list={list} name={name} setName={setName} />
      <SavedViews page="stu" views={list.views} now={search} />
      <ListProvider value={{ ...list, open, setOpen, typedNote, setTypedNote, to }}>
        <Courses courses={shown} narrowed={name !== "" || search !== ""} />
      </ListProvider>
    </PageFrame>
  );
}

/** Which row is open for writing on the page without JavaScript. */
function openIn(params: URLSearchParams): Open {
  const row = params.get("row");
  const what = params.get("write");
  return row && (what === "day" || what === "note") ? { row, what } : null;
}

function Counts({ courses }: { courses: CourseList["courses"] }) {
  const { stu: t } = useWords();
  const { running, years, later, ahead } = countsOf(courses);
  const parts = [t.courses(running), ...years.map((n, at) => t.years[at]?.(n) ?? "")];
  if (later > 0) parts.push(t.later(later));
  if (ahead > 0) parts.push(t.ahead(ahead));
  return <>{parts.join(" · ")}</>;
}
