import { useRevalidator } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import type { ScreenPage } from "#http/screen.server.ts";
import { useConnection } from "#live/connection.ts";
import { type Nothing, useDark } from "#live/dark.ts";
import { liveSocket } from "#live/socket.client.ts";
import { useWords } from "#words/words.ts";
import { CodePage } from "./code-page.tsx";
import { MeetingPage } from "./meeting-page.tsx";
import { useWakeLock } from "./use-wake-lock.ts";

/** The page of a room's big screen. Nobody sits at it: it helps itself. */
export function BigScreen({ page }: { page: ScreenPage | Nothing }) {
  const { screen: t } = useWords();
  const dark = useDark();
  useWakeLock();
  useSelfHelp();
  if (dark || page.shows === "nothing")
    return (
      <Middle>
        <p className="big-screen-sentence">{t.noConnection}</p>
      </Middle>
    );
  if (page.shows === "wait")
    return (
      <Middle>
        <p className="big-screen-sentence">{t.tooMany(Math.ceil(page.seconds / 60))}</p>
      </Middle>
    );
  return page.shows === "code" ? <CodePage page={page} /> : <MeetingPage page={page} />;
}

/** One thing in the middle of an empty screen. */
export function Middle({ children }: { children: ReactNode }) {
  return (
    <main className="big-screen big-screen-middle">
      <h1 className="sr-only">{useWords().screen.title}</h1>
      {children}
    </main>
  );
}

/** A new build is loaded at once, since nobody writes here; a token or session that is over leads to a code. */
function useSelfHelp() {
  const { newBuild, signedOut } = useConnection();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (newBuild) window.location.reload();
  }, [newBuild]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that the server turned it away
  useEffect(() => {
    if (!signedOut) return;
    revalidate();
    liveSocket().connect();
  }, [signedOut]);
}
