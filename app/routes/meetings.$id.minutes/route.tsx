import { useLoaderData } from "@remix-run/react";
import { isRowId } from "#domain/input.server.ts";
import { notePrint } from "#domain/log/print-command.server.ts";
import { approveMinutes, sendDraft } from "#domain/meetings/commands.server.ts";
import {
  changeParagraph,
  removeParagraph,
  setReaders,
  writeDiscussion,
  writeRemark,
} from "#domain/minutes/commands.server.ts";
import { takeHandedIn } from "#domain/minutes/hand-in.server.ts";
import { minutesFor } from "#domain/minutes/minutes-for.server.ts";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOnChanges } from "#live/use-reload-on-changes.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { MinutesPage } from "./minutes-page.tsx";
import { MinutesProvider } from "./use-minutes.ts";

export const handle: Handle = { title: (words) => words.frame.minutes };

export const loader = page(minutesFor, ({ params: { id } }) => (isRowId(id) ? { meetingId: id } : null));
export const action = submit([
  ...[writeDiscussion, writeRemark, changeParagraph, setReaders, removeParagraph, takeHandedIn],
  ...[sendDraft, approveMinutes, notePrint],
]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Route() {
  const minutes = useLoaderData<typeof loader>();
  const { staffId } = useFrame();
  useReloadOnChanges(minutes.marks);
  useReloadOn([`staff:${staffId}`]);
  return (
    <PageFrame>
      <MinutesProvider value={minutes} key={minutes.meeting.id}>
        <MinutesPage />
      </MinutesProvider>
    </PageFrame>
  );
}
