import { Link } from "@remix-run/react";
import { type CourseFileLine, type CourseFileRead, importCourses } from "#domain/stu/import-commands.server.ts";
import { courseFile } from "#domain/stu/queries.server.ts";
import { FileForm } from "#frame/file-form.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.stuFile.title };
export const loader = page(courseFile, () => ({}));
export const action = submit([importCourses], {}, ["import-courses"]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** Pupils and courses from a file. */
export default function CourseFile() {
  const { files, stuFile: t } = useWords();
  return (
    <PageFrame>
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      <FileForm<CourseFileLine, CourseFileRead>
        intent="import-courses"
        hint={t.hint}
        below={({ gone }) =>
          gone.length > 0 && (
            <details>
              <summary>{files.gone(gone.length)}</summary>
              <p className="meta">{files.goneHint}</p>
              <ul>
                {gone.map(({ id, name }) => (
                  <li key={id}>
                    <Link to={`/stu/${id}`}>{name}</Link>
                  </li>
                ))}
              </ul>
            </details>
          )
        }
      />
    </PageFrame>
  );
}
