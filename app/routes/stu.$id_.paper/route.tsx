import { Link, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { resourcePaperParts } from "#db/vocabulary.ts";
import { isRowId } from "#domain/input.server.ts";
import {
  beginResourcePaper,
  changeResourcePaper,
  handResourcePaper,
  removeResourcePaper,
  reopenResourcePaper,
} from "#domain/resource-paper/commands.server.ts";
import { type ResourcePaperShown, resourcePaperFor } from "#domain/resource-paper/queries.server.ts";
import { finishResourcePaper, keepPaperVersion, writePaperText } from "#domain/resource-paper/text-commands.server.ts";
import { courseStanding } from "#domain/stu/standing.ts";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { PaperStanding } from "#frame/paper-standing.tsx";
import { usePeople } from "#frame/people.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { TellerProvider } from "#live/use-command.ts";
import { useReloadOn, useTopic } from "#live/use-topic.ts";
import { useWriting } from "#live/use-writing.ts";
import { useWords } from "#words/words.ts";
import { Begin } from "./begin.tsx";
import { ByPlace } from "./by-place.tsx";
import { PaperProvider, rowsIn } from "./model.ts";
import { WrittenHere } from "./written-here.tsx";

export const handle: Handle = { title: (words) => words.resourcePaper.title };
export const loader = page(resourcePaperFor, ({ params: { id }, search }) =>
  isRowId(id) ? { id, propose: resourcePaperParts.find((part) => part === search.get("propose")) ?? null } : null,
);
export const action = submit([
  ...[beginResourcePaper, changeResourcePaper, handResourcePaper, removeResourcePaper, reopenResourcePaper],
  ...[writePaperText, keepPaperVersion, finishResourcePaper],
]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Route() {
  const shown = useLoaderData<typeof loader>() as ResourcePaperShown;
  return <Paper shown={shown} key={shown.id} />;
}

/** The resource paper of one course, written together by the team, live for all who look at it. */
function Paper({ shown }: { shown: ResourcePaperShown }) {
  const { resourcePaper: t } = useWords();
  const { staffId } = useFrame();
  const { rows, gone, tell } = useTopic(shown.course);
  const { writers, write } = useWriting(shown.course.topic);
  useReloadOn([`staff:${staffId}`]);
  const people = usePeople(shown.peopleEdition);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (gone) revalidate();
  }, [gone, revalidate]);
  const { course, written } = rowsIn(rows);
  if (gone || !course) return null;
  const { id, person, rules, today } = shown;
  const { resourcePaper: paper, deadlines } = courseStanding(course, rowsIn(rows).rows, person, rules, today);
  return (
    <TellerProvider value={tell}>
      <PaperProvider value={{ ...shown, ...written, paper, people, writers, write }}>
        <PageFrame>
          <header>
            <p className="region-label">{t.title}</p>
            <h1>
              <Link to={`/stu/${id}`}>{person.name}</Link>
            </h1>
            <PaperStanding paper={paper} deadlines={deadlines} today={today} />
          </header>
          {!paper && shown.mayWrite && <Begin />}
          {paper?.way === "by_place" && <ByPlace paper={paper} key={paper.id} />}
          {paper?.way === "here" && <WrittenHere paper={paper} key={paper.id} />}
        </PageFrame>
      </PaperProvider>
    </TellerProvider>
  );
}
