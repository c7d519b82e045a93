import { useLoaderData } from "@remix-run/react";
import { advise } from "#domain/actions/advise.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { acceptAction, acceptInMeeting, declineAction, setYouthAnswer } from "#domain/actions/answers.server.ts";
import { cancelAction, changeAction, moveActionUp } from "#domain/actions/commands.server.ts";
import { finishAction, moveDay, notDoneAction } from "#domain/actions/follow.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { setClosing } from "#domain/closing/commands.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { writeDiscussion, writeDissent } from "#domain/minutes/commands.server.ts";
import { handIn, takeHandedIn } from "#domain/minutes/hand-in.server.ts";
import { addOption, removeOption } from "#domain/options/commands.server.ts";
import {
  addToRoom,
  allAreHere,
  askConflicts,
  declareConflict,
  invite,
  removeParticipant,
  setPresence,
  standIn,
} from "#domain/participants/commands.server.ts";
import { addEffort, endEffort } from "#domain/people/effort-commands.server.ts";
import { closeMeeting } from "#domain/room/close.server.ts";
import {
  endItem,
  holdPause,
  openItem,
  postponeItem,
  shortenItems,
  undoPostpone,
} from "#domain/room/commands.server.ts";
import { endScreen, pairScreen, showFirstName } from "#domain/screen/commands.server.ts";
import { settleBasisGap } from "#domain/sharing/gap-commands.server.ts";
import { writeOwnWords } from "#domain/voice/commands.server.ts";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { unlessTold } from "#live/revalidation.ts";
import { BoardPage } from "./board-page.tsx";

export const handle: Handle = { title: (words) => words.board.title };

export const loader = page(boardFor, ({ params: { id }, search }) => {
  const itemId = search.get("item");
  return isRowId(id) && (itemId === null || isRowId(itemId))
    ? { meetingId: id, itemId, ending: search.has("end") }
    : null;
});

export const action = submit(
  [
    ...[openItem, endItem, postponeItem, undoPostpone, holdPause, shortenItems, closeMeeting],
    ...[allAreHere, setPresence, addToRoom, standIn, invite, removeParticipant, askConflicts, declareConflict],
    ...[settleBasisGap, writeOwnWords, addEffort, endEffort, addOption, removeOption],
    ...[writeDiscussion, writeDissent, handIn, takeHandedIn],
    ...[
      agree,
      advise,
      changeAction,
      cancelAction,
      moveActionUp,
      acceptAction,
      acceptInMeeting,
      declineAction,
      setYouthAnswer,
    ],
    ...[finishAction, notDoneAction, moveDay, setClosing],
    ...[pairScreen, endScreen, showFirstName],
  ],
  // Whose only item it was has no board any more.
  { "declare-conflict": ({ isOut }: { isOut: boolean }) => (isOut ? "/meetings?aside" : null) },
);

export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();
export const shouldRevalidate = unlessTold;

export default function Route() {
  const board = useLoaderData<typeof loader>();
  return <BoardPage board={board} key={board.meetingId} />;
}
