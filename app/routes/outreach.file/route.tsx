import { Link, useLoaderData } from "@remix-run/react";
import type { FileLine } from "#domain/files/read.server.ts";
import { LEAD_COLUMNS } from "#domain/outreach/file-lines.ts";
import { importLeads, type LeadFileRead } from "#domain/outreach/import-commands.server.ts";
import type { LeadWords } from "#domain/outreach/import-plan.server.ts";
import { outreachFile } from "#domain/outreach/queries.server.ts";
import { Cut, FileForm } from "#frame/file-form.tsx";
import { useFrame } from "#frame/frame.ts";
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
      <FileWords />
      <FileForm<FileLine, LeadFileRead>
        intent="import-leads"
        hint={t.hint}
        list="/outreach?view=new"
        above={({ gone, goneCount }) =>
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
              <Cut shown={gone.length} all={goneCount} />
            </details>
          )
        }
      />
    </PageFrame>
  );
}

/** What may stand in the columns that have words of their own. */
function FileWords() {
  const { outreach } = useWords();
  const { language } = useFrame();
  const t = outreach.file;
  const { kilde, status, besked } = useLoaderData<typeof loader>() as LeadWords;
  return (
    <details>
      <summary>{t.words}</summary>
      <dl className="outreach-facts">
        <div>
          <dt className="meta">{t.columns}</dt>
          <dd>{LEAD_COLUMNS.join(", ")}</dd>
        </div>
        {Object.entries({ kilde, status, besked }).map(([column, codes]) => (
          <div key={column}>
            <dt className="meta">{column}</dt>
            <dd>{codes.map(({ label }) => label[language]).join(", ")}</dd>
          </div>
        ))}
        <div>
          <dt className="meta">beskyttet</dt>
          <dd>{t.yesNo}</dd>
        </div>
      </dl>
      <p className="meta">{t.wordsHint}</p>
    </details>
  );
}
