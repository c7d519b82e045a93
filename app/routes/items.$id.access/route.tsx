import { Link, useLoaderData } from "@remix-run/react";
import { itemAccess } from "#domain/access/item-access.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { Because, WhoSees } from "#frame/why.tsx";
import { page } from "#http/door.server.ts";
import { keepWhatStands } from "#live/net.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.access.itemTitle };
export const loader = page(itemAccess, ({ params: { id } }) => (isRowId(id) ? { itemId: id } : null));
export const clientLoader = keepWhatStands();

/** Why one sees an item; and for whoever runs it, who else does now. */
export default function ItemAccess() {
  const { question, meetingId, why, who } = useLoaderData<typeof loader>();
  const { access: t, reasons } = useWords();
  return (
    <PageFrame>
      <h1>{t.itemTitle}</h1>
      <p className="lead">{question}</p>
      <Because reasons={why.map((rule) => t.item[rule])} />
      <p>
        <Link to={`/meetings/${meetingId}`}>{t.toMeeting}</Link>
      </p>
      {who && (
        <section className="page-part" aria-labelledby="who">
          <h2 id="who">{t.whoNow}</h2>
          <WhoSees
            label={t.whoNow}
            who={who.map(({ why, ...one }) => ({ ...one, reasons: why.map((rule) => reasons[rule]) }))}
          />
        </section>
      )}
    </PageFrame>
  );
}
