import { useRevalidator, useSearchParams } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Agenda } from "#domain/agenda/agenda-for.server.ts";
import { staffTopic } from "#domain/topics.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import { usePeople } from "#frame/people.ts";
import { serverNow, useConnection } from "#live/connection.ts";
import { TellerProvider } from "#live/use-command.ts";
import { useReloadOn, useTopic } from "#live/use-topic.ts";
import { AgendaView } from "./agenda-view.tsx";
import { BasesSheet } from "./bases-sheet.tsx";
import { AgendaHead } from "./head.tsx";
import { AgendaProvider, standingOf } from "./model.ts";
import { OwnWords } from "./own-words.tsx";
import { PaperAgenda } from "./paper.tsx";
import { ReadyView } from "./ready-view.tsx";
import { Removed } from "./removed.tsx";
import { WhoView } from "./who-view.tsx";

/** The agenda of a meeting, as it is prepared: live for all who look at it. */
export function AgendaPage({ agenda }: { agenda: Agenda }) {
  const [search] = useSearchParams();
  const { rows, seq, gone, tell } = useTopic(agenda.agenda);
  useReloadOn([staffTopic(agenda.me)]);
  const people = usePeople(agenda.peopleEdition);
  useFreshCards(seq, agenda.agenda.seq, gone);
  const standing = standingOf(rows, seq, agenda, useMinute(agenda.now));
  if (!standing) return null;
  const view = search.get("view");
  return (
    <TellerProvider value={tell}>
      <AgendaProvider value={{ ...agenda, ...standing, people }}>
        <PageFrame strip={agenda.removed && <Removed key={agenda.removed} itemId={agenda.removed} />}>
          <div className="screen-only">
            <AgendaHead />
            {view === "people" ? <WhoView /> : view === "ready" && agenda.mayRun ? <ReadyView /> : <AgendaView />}
          </div>
          <PaperAgenda />
          {agenda.choosing && <BasesSheet key={agenda.choosing.itemId} bases={agenda.choosing} />}
          {agenda.words && <OwnWords key={agenda.words.itemId} {...agenda.words} />}
        </PageFrame>
      </AgendaProvider>
    </TellerProvider>
  );
}

/** Names and questions come by the loader: when a place stands otherwise than it was loaded, they are loaded anew. */
function useFreshCards(seq: number, loaded: number, gone: boolean) {
  const { state, revalidate } = useRevalidator();
  const { state: line } = useConnection();
  useEffect(() => {
    if ((seq <= loaded && !gone) || state !== "idle" || line !== "connected") return;
    const timer = setTimeout(revalidate, 150);
    return () => clearTimeout(timer);
  }, [seq, loaded, gone, state, line, revalidate]);
}

/** The server's moment, told on twice a minute: as often as expected times can change. */
function useMinute(from: string): string {
  const [now, setNow] = useState(from);
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date(serverNow()).toISOString()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now > from ? now : from;
}
