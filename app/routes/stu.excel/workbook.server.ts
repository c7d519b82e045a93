import type { Cell, SheetData } from "write-excel-file/node";
import { type Language, rubricDimensions } from "#db/vocabulary.ts";
import type { CourseExport } from "#domain/stu/list.server.ts";
import { type ListGroup, type ListRow, OVER } from "#domain/stu/list.ts";
import { deadlineName, groupTitle } from "#frame/deadline-words.ts";
import type { FileSent } from "#http/door.server.ts";
import { day, excelFile, heading, number, text } from "#http/sheet.server.ts";
import { dayWords } from "#words/days.ts";
import { wordsIn } from "#words/words.ts";

const WIDTHS = [26, 30, 24, 6, 34, 12, 12, 12, 10, 12, 8, 8, 12, 22, 44];

/** The rows of the list in their order, a column each for what the page writes together. */
export async function workbook({ list, groups, names }: CourseExport, language: Language): Promise<FileSent> {
  const words = await wordsIn(language);
  const { columns: t, levels, fileName, title } = words.stu;
  const head = [
    ...[t.group, t.name, t.place, t.year, t.deadline, t.due, t.planned, t.held],
    ...rubricDimensions.map((about) => levels[about]),
    ...[t.member, t.note],
  ].map(heading);
  const days = dayWords(language, list.today);
  const isRepeated = (code: string) => list.rules.find((rule) => rule.code === code)?.repeats;
  const groupName = (group: ListGroup) =>
    group.code === null
      ? group.key === OVER
        ? words.stu.overInFile
        : ""
      : groupTitle(words, language, group, days.full);
  const placeOf = (id: string | null) => list.providers.find((one) => one.id === id)?.name ?? "";
  const rowOf = (group: ListGroup, { course, deadline }: ListRow): Cell[] => [
    text(groupName(group)),
    text(course.name),
    text(placeOf(course.providerId)),
    number(course.year),
    text(deadline ? deadlineName(words, deadline, isRepeated(deadline.code)) : ""),
    ...[day(deadline?.dueOn), day(deadline?.plannedOn), day(deadline?.heldOn)],
    ...rubricDimensions.map((about) => number(course.levels.find((one) => one.about === about)?.level ?? null)),
    text(names[course.memberId ?? ""] ?? ""),
    text(course.note),
  ];
  const data: SheetData = [head, ...groups.flatMap((group) => group.rows.map((row) => rowOf(group, row)))];
  return excelFile(`${fileName}-${list.today}`, title, data, WIDTHS);
}
