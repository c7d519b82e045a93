import { useLoaderData } from "@remix-run/react";
import { ownersCommands } from "#domain/actions/of-owner.server.ts";
import { addItem } from "#domain/agenda/commands.server.ts";
import { giveHelp } from "#domain/graduates/commands.server.ts";
import { takeConcern } from "#domain/guides/concern-commands.server.ts";
import { seeHandoverTaken } from "#domain/guides/handover-commands.server.ts";
import { seeGivenYoung } from "#domain/guides/move-commands.server.ts";
import { seeNotComing } from "#domain/guides/not-coming.server.ts";
import { setPhone } from "#domain/guides/rhythm-commands.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { acceptCourseHandover, declineCourseHandover } from "#domain/stu/handover-commands.server.ts";
import { writeOwnWords } from "#domain/voice/commands.server.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { useWords } from "#words/words.ts";
import { StartPage } from "./start-page.tsx";
import { StartProvider } from "./use-start.ts";

export const handle: Handle = { title: (words) => words.start.title };

export const loader = page(startFor, () => ({}));
export const action = submit([
  ...ownersCommands,
  writeOwnWords,
  addItem,
  giveHelp,
  takeConcern,
  setPhone,
  seeGivenYoung,
  seeHandoverTaken,
  seeNotComing,
  acceptCourseHandover,
  declineCourseHandover,
]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Start() {
  const start = useLoaderData<typeof loader>();
  const { start: t } = useWords();
  useReloadOn(start.topics);
  return (
    <PageFrame>
      <h1 className="sr-only">{t.title}</h1>
      <StartProvider value={start}>
        <StartPage />
      </StartProvider>
    </PageFrame>
  );
}
