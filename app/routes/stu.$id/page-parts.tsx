import { useWords } from "#words/words.ts";
import { hasResourcePaper, useCourse } from "./model.ts";

/** What the page holds, at its left from 1200 px. */
export function PageParts() {
  const { stuCourse: t } = useWords();
  const { row, standing, mayOpenPerson } = useCourse();
  const shown = [
    "deadlines" as const,
    ...(standing.deadlines.some(({ code }) => code === "status_meeting") ? (["meetings"] as const) : []),
    ...(row.startOn ? (["goals"] as const) : []),
    ...(row.granted ? (["places"] as const) : []),
    ...(row.startOn ? (["interruptions"] as const) : []),
    ...(hasResourcePaper(standing) ? (["resourcePaper"] as const) : []),
    "papers" as const,
    ...(row.startOn && mayOpenPerson ? (["internships"] as const) : []),
    "rubric" as const,
  ];
  return (
    <nav className="page-parts screen-only" aria-label={t.partsLabel}>
      <ul>
        {shown.map((part) => (
          <li key={part}>
            <a href={`#${part}`}>{t.parts[part]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
