import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { ScreenPage } from "#http/screen.server.ts";
import { useSocketAs } from "#live/use-socket-as.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { useWords } from "#words/words.ts";

type Props = { page: ScreenPage & { shows: "code" } };

/** What a room's computer shows until its code is typed in a meeting; a code that is over is renewed. */
export function CodePage({ page: { screenId, code, now, endsAt } }: Props) {
  const { screen: t } = useWords();
  const { revalidate } = useRevalidator();
  useSocketAs(screenId);
  useReloadOn([`device:${screenId}`], 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one timer for each code
  useEffect(() => {
    const timer = setTimeout(revalidate, Math.max(1000, Date.parse(endsAt) - Date.parse(now) + 1000));
    return () => clearTimeout(timer);
  }, [now, endsAt]);
  return (
    <main className="big-screen big-screen-middle">
      <h1 className="big-screen-sentence">
        {t.typeCode} <span className="big-screen-code">{code}</span>
      </h1>
      <p>{t.whoTypes}</p>
    </main>
  );
}
