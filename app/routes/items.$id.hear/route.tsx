import { useLoaderData } from "@remix-run/react";
import { isRowId } from "#domain/input.server.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import { hearBeforeMeeting, noteHearingPrint } from "#domain/voice/hear.server.ts";
import { type Hearing, hearing } from "#domain/voice/hearing.server.ts";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { PrintButton } from "#frame/print-button.tsx";
import { PrintHead } from "#frame/print-head.tsx";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { HearForm } from "./hear-form.tsx";
import { Paper } from "./paper.tsx";

export const handle: Handle = { title: (words) => words.telling.hear.page };
export const loader = page(hearing, ({ params: { id } }) => (isRowId(id) ? { itemId: id } : null));
export const action = submit([hearBeforeMeeting, noteHearingPrint]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** What a young person wants, before the meeting: on the screen, or on paper with empty lines. */
export default function Hear() {
  const of = useLoaderData<typeof loader>() as Hearing;
  const { telling, minutes } = useWords();
  const { language } = useFrame();
  const t = telling.hear;
  const days = dayWords(language, of.today);
  return (
    <PageFrame>
      <div className="hear-page">
        <PrintHead when={minutes.when(days.short(dayOf(of.now)), clockOf(of.now))} />
        <h1>{t.title(of.name)}</h1>
        <p className="meta">{t.meetingOn(days.long(dayOf(of.startsAt)))}</p>
        <div className="screen-only">
          <HearForm of={of} />
          <div className="page-part">
            <PrintButton label={t.print} intent="note-hearing-print" of={{ itemId: of.itemId }} />
            <p className="meta">{t.printHint}</p>
          </div>
        </div>
        <Paper of={of} />
      </div>
    </PageFrame>
  );
}
