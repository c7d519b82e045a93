import { Link } from "@remix-run/react";
import type { FileLine } from "#domain/files/read.server.ts";
import { importOutcomes, type OutcomeFileRead } from "#domain/graduates/import-commands.server.ts";
import { type CourseFileRead, importCourses } from "#domain/stu/import-commands.server.ts";
import { courseFile } from "#domain/stu/queries.server.ts";
import { FileForm } from "#frame/file-form.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.stuFile.title };
export const loader = page(courseFile, () => ({}));
export const action = submit([importCourses, importOutcomes], {}, ["import-courses", "import-outcomes"]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** Pupils, courses and what became of them, from a file. */
export default function CourseFile() {
  const { files, stuFile: t } = useWords();
  return (
    <PageFrame>
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      <section className="page-part" aria-labelledby="courses">
        <h2 id="courses">{t.courses}</h2>
        <FileForm<FileLine, CourseFileRead>
          intent="import-courses"
          hint={t.coursesHint}
          list="/stu"
          above={({ gone }) => <Gone gone={gone} summary={files.gone(gone.length)} hint={files.goneHint} />}
        />
      </section>
      <section className="page-part" aria-labelledby="outcomes">
        <h2 id="outcomes">{t.outcomes}</h2>
        <FileForm<FileLine, OutcomeFileRead>
          intent="import-outcomes"
          hint={t.outcomesHint}
          list="/stu/graduates"
          above={({ gone }) => <Gone gone={gone} summary={t.waiting(gone.length)} hint={t.waitingHint} />}
        />
      </section>
    </PageFrame>
  );
}

/** Of whom the file says nothing. */
function Gone({ gone, summary, hint }: Pick<CourseFileRead, "gone"> & { summary: string; hint: string }) {
  if (gone.length === 0) return null;
  return (
    <details>
      <summary>{summary}</summary>
      <p className="meta">{hint}</p>
      <ul>
        {gone.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/stu/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
