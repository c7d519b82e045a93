import { Link } from "@remix-run/react";
import type { FileLine } from "#domain/files/read.server.ts";
import { importLeads, type LeadFileRead } from "#domain/outreach/import-commands.server.ts";
import { outreachFile } from "#domain/outreach/queries.server.ts";
import { FileForm } from "#frame/file-form.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.outreach.file.title };
export const loader = page(outreachFile, () => ({}));
export const action = submit([importLeads], {}, ["import-leads"]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** Young people to look for, from a file. */
export default function OutreachFile() {
  const { outreach } = useWords();
  const t = outreach.file;
  return (
    <PageFrame>
      <p className="meta">
        <Link to="/outreach">{outreach.title}</Link>
      </p>
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      <p className="meta measure">
        {outreach.purpose} {outreach.facts}
      </p>
      <FileForm<FileLine, LeadFileRead>
        intent="import-leads"
        hint={t.hint}
        below={({ gone, goneCount }) =>
          gone.length > 0 && (
            <details>
              <summary>{t.gone(goneCount)}</summary>
              <p className="meta">{t.goneHint}</p>
              <ul>
                {gone.map(({ id, name }) => (
                  <li key={id}>
                    <Link to={`/outreach/${id}`}>{name}</Link>
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
