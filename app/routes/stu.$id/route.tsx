import { useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { addItem } from "#domain/agenda/commands.server.ts";
import { askLeave } from "#domain/graduates/commands.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { setPlacementOutcome } from "#domain/placements/commands.server.ts";
import {
  assessCourse,
  decideCourse,
  endCourse,
  noteCourse,
  planCourse,
  takeBackCourseEnd,
} from "#domain/stu/course-commands.server.ts";
import { type CourseShown, courseFor } from "#domain/stu/course-queries.server.ts";
import { gradeCourse, setDeadline } from "#domain/stu/deadline-commands.server.ts";
import { proposeHandover, withdrawHandover } from "#domain/stu/handover-commands.server.ts";
import { changeInterruption, interruptCourse, removeInterruption } from "#domain/stu/interruption-commands.server.ts";
import {
  addCourseGoal,
  addMeetingPoint,
  addPaper,
  changeCourseGoal,
  changeMeetingPoint,
  changePaper,
  removeCourseGoal,
  removeMeetingPoint,
  removePaper,
} from "#domain/stu/paper-commands.server.ts";
import { choosePlace, offerPlace, removePlaceOffer } from "#domain/stu/place-commands.server.ts";
import { courseStanding } from "#domain/stu/standing.ts";
import type { CourseRow } from "#domain/stu/views.server.ts";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { usePeople } from "#frame/people.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { TellerProvider } from "#live/use-command.ts";
import { useReloadOn, useTopic } from "#live/use-topic.ts";
import { useWriting } from "#live/use-writing.ts";
import { Benefit } from "./benefit.tsx";
import { Deadlines } from "./deadlines.tsx";
import { CourseGoals } from "./goals.tsx";
import { Handovers } from "./handovers.tsx";
import { CourseHead } from "./head.tsx";
import { Internships } from "./internships.tsx";
import { Interruptions } from "./interruptions.tsx";
import { LeaveToCall } from "./leave.tsx";
import { CourseProvider } from "./model.ts";
import { PageParts } from "./page-parts.tsx";
import { Papers } from "./papers.tsx";
import { Places } from "./places.tsx";
import { ResourcePaper } from "./resource-paper.tsx";
import { Rubric } from "./rubric.tsx";
import { StatusMeetings } from "./status-meetings.tsx";

export const handle: Handle = { title: (words) => words.stuCourse.title };
export const loader = page(courseFor, ({ params: { id } }) => (isRowId(id) ? { id } : null));
export const action = submit([
  ...[assessCourse, decideCourse, planCourse, endCourse, takeBackCourseEnd, noteCourse],
  ...[offerPlace, removePlaceOffer, choosePlace, interruptCourse, changeInterruption, removeInterruption],
  ...[setDeadline, gradeCourse, addPaper, changePaper, removePaper],
  ...[addCourseGoal, changeCourseGoal, removeCourseGoal, addMeetingPoint, changeMeetingPoint, removeMeetingPoint],
  ...[setPlacementOutcome, addItem, askLeave, proposeHandover, withdrawHandover],
]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Route() {
  const shown = useLoaderData<typeof loader>() as CourseShown;
  return <Course shown={shown} key={shown.id} />;
}

/** One course as the team sees it, live for all who look at it. */
function Course({ shown }: { shown: CourseShown }) {
  const { staffId } = useFrame();
  const { rows, gone, tell } = useTopic(shown.course);
  const { writers, write } = useWriting(shown.course.topic);
  useReloadOn([`staff:${staffId}`]);
  const people = usePeople(shown.peopleEdition);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (gone) revalidate();
  }, [gone, revalidate]);
  const row = rows.find((one): one is CourseRow => one.kind === "course");
  if (gone || !row) return null;
  const standing = courseStanding(row, rows, shown.person, shown.rules, shown.today);
  return (
    <TellerProvider value={tell}>
      <CourseProvider value={{ ...shown, row, rows, standing, people, writers, write }}>
        <PageFrame>
          <CourseHead />
          <div className="person-page">
            <PageParts />
            <div>
              <Deadlines />
              <StatusMeetings />
              <CourseGoals />
              <Places />
              <Interruptions />
              <ResourcePaper />
              <Papers />
              <Internships />
              <Benefit />
              <Rubric />
              <Handovers />
              <LeaveToCall />
            </div>
          </div>
        </PageFrame>
      </CourseProvider>
    </TellerProvider>
  );
}
