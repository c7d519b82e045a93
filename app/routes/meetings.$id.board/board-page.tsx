import { useRevalidator, useSearchParams } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import type { Board } from "#domain/board/queries.server.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import { staffTopic } from "#domain/topics.ts";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import { usePeople } from "#frame/people.ts";
import { useConnection } from "#live/connection.ts";
import { TellerProvider } from "#live/use-command.ts";
import { useReloadOn, useTopic } from "#live/use-topic.ts";
import { AnnouncerProvider } from "#ui/announcer.tsx";
import { RowMenuItem } from "#ui/row-menu.tsx";
import { useWords } from "#words/words.ts";
import { AgendaColumn } from "./agenda-column.tsx";
import { BoardKeys } from "./board-keys.tsx";
import { ClockProvider, useNow } from "./clock.tsx";
import { Digest } from "./digest.tsx";
import { DraftsProvider, useDrafts } from "./drafts.tsx";
import { Follow } from "./follow.tsx";
import { Lateness } from "./lateness.tsx";
import { LiveItem } from "./live-item.tsx";
import { agendaOf, BoardProvider } from "./model.ts";
import { Outgoing } from "./outgoing.tsx";
import { PhoneHead, type Tab, Tabs } from "./phone.tsx";
import { Postponed } from "./postponed.tsx";
import { RoomView } from "./room-view.tsx";
import { ScreenButton } from "./screen-button.tsx";
import { useDays } from "./use-days.ts";

/** The live board: the agenda at the left, and the item that the room is at, or what the room does between two. */
export function BoardPage({ board }: { board: Board }) {
  const people = usePeople(board.peopleEdition);
  const named = useMemo(() => ({ ...board, people }), [board, people]);
  return (
    <AnnouncerProvider>
      <ClockProvider from={board.now}>
        <DraftsProvider>
          <BoardProvider value={named}>
            <LiveBoard board={board} />
          </BoardProvider>
        </DraftsProvider>
      </ClockProvider>
    </AnnouncerProvider>
  );
}

function LiveBoard({ board }: { board: Board }) {
  const { board: t } = useWords();
  const { language } = useFrame();
  const days = useDays();
  const now = useNow();
  const [search] = useSearchParams();
  const [tab, setTab] = useState<Tab>("item");
  const { rows, tell } = useTopic(board.agenda);
  useReloadOn([staffTopic(board.me.staffId)]);
  const [listed, setListed] = useState(false);
  const { drafts } = useDrafts();
  const [followedAt, setFollowedAt] = useState<string | null>(null);
  const [meanwhile, setMeanwhile] = useState<string | null>(null);
  // What was loaded and may not stand any more; a later load may bring the same item again.
  const [gone, setGone] = useState<Board["item"]>(null);
  const agenda = agendaOf(rows, now, board.ownTimes);
  useFreshTimes(board.ownTimes !== null && agenda?.meeting.state === "running");
  if (!agenda) return null;
  const { meeting, places } = agenda;
  const looking = search.get("item");
  const shownId = looking ?? (meeting.room === "item" ? meeting.pointerItemId : null);
  const loaded =
    board.item && board.item !== gone && shownId !== null && board.item.topic === `item:${shownId}` ? board.item : null;
  const out = gone !== null && gone === board.item;
  const place = places.find(({ id }) => id === shownId) ?? null;
  const leftover = drafts.filter(({ itemId, form }) => !form && (itemId !== shownId || !loaded));
  // Whoever was writing when the meeting moved on stays with the text until it is handed in, or one press.
  const holding =
    leftover.length > 0 && looking === null && meeting.room === "item" && followedAt !== meeting.roomSince;
  const head = (
    <div className="board-head">
      <PhoneHead agenda={agenda} place={place} />
      <a href="/" className="product board-wide">
        {board.typeLabel[language]}
      </a>
      <a href={`/meetings/${board.meetingId}`} className="meta board-head-when board-wide">
        {t.meetingLine(days.long(dayOf(meeting.startsAt)), clockOf(meeting.startsAt), clockOf(meeting.endsAt))}
      </a>
    </div>
  );
  return (
    <TellerProvider value={tell}>
      <PageFrame
        full
        head={head}
        tools={
          <span className="board-wide">
            <Lateness agenda={agenda} />
            {board.me.runs && <ScreenButton meeting={meeting} />}
          </span>
        }
        strip={
          <>
            {meanwhile && <Digest line={meanwhile} onSeen={() => setMeanwhile(null)} />}
            <Postponed agenda={agenda} />
            <Follow
              agenda={agenda}
              looking={looking}
              holding={holding}
              out={out}
              onFollow={() => setFollowedAt(meeting.roomSince)}
            />
          </>
        }
        board={meeting.state === "running" ? board.meetingId : null}
        skip={
          <>
            {loaded && !holding && board.me.writes && (
              <a className="skip-link" href="#new-agreement">
                {t.toNewAgreement}
              </a>
            )}
            <a className="skip-link" href="#item">
              {t.toItem}
            </a>
          </>
        }
        menu={
          <RowMenuItem>
            <button type="button" onClick={() => setListed(true)}>
              {t.keys.title}
            </button>
          </RowMenuItem>
        }
      >
        <BoardKeys meetingId={board.meetingId} listed={listed} onList={setListed} />
        <Outgoing />
        <div className="board" data-tab={tab} data-lands-inside>
          <h1 className="sr-only">{t.title}</h1>
          <AgendaColumn agenda={agenda} shownId={shownId} tab={tab === "agenda"} />
          {loaded && place && !holding ? (
            <LiveItem
              key={loaded.topic}
              snapshot={loaded}
              place={place}
              agenda={agenda}
              onTab={setTab}
              tab={tab}
              onGone={setGone}
              onBack={setMeanwhile}
            />
          ) : shownId && place && board.cards[shownId] && !holding && !out ? (
            <p className="board-loading" role="status" tabIndex={-1} data-lands>
              {t.loading}
            </p>
          ) : (
            <RoomView agenda={agenda} leftover={leftover} out={out && meeting.room === "item"} holding={holding} />
          )}
          {!loaded && <Tabs tab={tab} onTab={setTab} withItem={false} />}
        </div>
      </PageFrame>
    </TellerProvider>
  );
}

/** Whoever sees only their own items has the times from the whole agenda with each load: every minute while the meeting runs. */
function useFreshTimes(needed: boolean) {
  const { revalidate } = useRevalidator();
  const { state } = useConnection();
  const wanted = needed && state === "connected";
  useEffect(() => {
    if (!wanted) return;
    const timer = setInterval(() => document.visibilityState === "visible" && revalidate(), 60_000);
    return () => clearInterval(timer);
  }, [wanted, revalidate]);
}
