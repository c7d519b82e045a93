import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { ScreenPage } from "#http/screen.server.ts";
import { useSocketAs } from "#live/use-socket-as.ts";
import { useReloadOn, useTopic } from "#live/use-topic.ts";
import { ClockProvider } from "../meetings.$id.board/clock.tsx";
import { BetweenItems } from "./between-items.tsx";
import { OpenItem } from "./open-item.tsx";

type Props = { page: ScreenPage & { shows: "meeting" } };

/** A meeting's big screen: it shows what stands in its topic, and asks again when its right ends. */
export function MeetingPage({ page: { screen, screenId, own, now } }: Props) {
  const { rows, gone } = useTopic(screen);
  const { revalidate } = useRevalidator();
  useSocketAs(screenId ?? "own");
  useReloadOn(own ? [] : [`device:${screenId}`], 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once when the right ends, not for each load
  useEffect(() => {
    if (gone) revalidate();
  }, [gone]);
  const row = gone ? undefined : rows[0];
  return (
    <ClockProvider from={now}>
      {row?.item ? <OpenItem key={row.item.openedAt} row={row} item={row.item} /> : <BetweenItems row={row} />}
    </ClockProvider>
  );
}
