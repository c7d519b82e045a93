import { useLoaderData } from "@remix-run/react";
import { agendaFor } from "#domain/agenda/agenda-for.server.ts";
import { addItem, changeItem, removeItem, restoreItem } from "#domain/agenda/commands.server.ts";
import { findToAdd } from "#domain/agenda/find-to-add.server.ts";
import { linkItem } from "#domain/agenda/link-command.server.ts";
import { moveItem } from "#domain/agenda/move.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { notePrint } from "#domain/log/print-command.server.ts";
import { changeMeeting, lockAgenda, publishMeeting } from "#domain/meetings/commands.server.ts";
import { invite, removeParticipant } from "#domain/participants/commands.server.ts";
import { chooseBasis, endBasis } from "#domain/sharing/commands.server.ts";
import { writeOwnWords } from "#domain/voice/commands.server.ts";
import type { Handle } from "#frame/page-title.ts";
import { page, search, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { unlessTold } from "#live/revalidation.ts";
import { AgendaPage } from "./agenda-page.tsx";

export const handle: Handle = { title: (words) => words.board.agenda.title };

export const loader = page(agendaFor, ({ params: { id }, search: asked }) => {
  const row = (name: string) => {
    const given = asked.get(name) ?? undefined;
    return isRowId(given) ? given : null;
  };
  if (!isRowId(id)) return null;
  return {
    meetingId: id,
    youngPersonId: row("young"),
    wordsOf: row("words"),
    basesOf: row("basis"),
    removed: row("removed"),
  };
});

export const action = submit([
  ...[changeMeeting, publishMeeting, lockAgenda, notePrint],
  ...[addItem, changeItem, linkItem, moveItem, removeItem, restoreItem],
  search(findToAdd, ({ params: { id }, typed: { name } }) =>
    isRowId(id) && typeof name === "string" ? { meetingId: id, name } : null,
  ),
  ...[invite, removeParticipant, writeOwnWords, chooseBasis, endBasis],
]);

export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();
export const shouldRevalidate = unlessTold;

export default function Route() {
  const agenda = useLoaderData<typeof loader>();
  return <AgendaPage agenda={agenda} key={agenda.meetingId} />;
}
