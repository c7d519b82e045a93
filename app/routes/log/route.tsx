import { Link, useLoaderData } from "@remix-run/react";
import { drawSample, reviewAlarm, setAlarmThreshold, unmask } from "#domain/log/commands.server.ts";
import { logFor } from "#domain/log/queries.server.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useWords } from "#words/words.ts";
import { Alarms } from "./alarms.tsx";
import { ForThePerson } from "./for-the-person.tsx";
import { Lines } from "./lines.tsx";
import { Moment } from "./moment.tsx";
import { Sample } from "./sample.tsx";
import { Search } from "./search.tsx";

const VIEWS = ["rows", "alarms", "sample", "moment", "export"] as const;

export const handle: Handle = { title: (words) => words.log.title };
export const loader = page(logFor, ({ search }) => {
  const typed = (name: string, longest: number) => (search.get(name) ?? "").slice(0, longest);
  const number = (name: string) => Math.trunc(Number(search.get(name))) || 0;
  return {
    view: VIEWS.find((view) => view === search.get("view")) ?? "rows",
    person: typed("person", 40),
    staffId: typed("staff", 40) || null,
    kind: typed("kind", 60),
    from: typed("from", 100),
    to: typed("to", 100),
    clock: typed("clock", 20),
    before: number("before") || null,
    seed: typed("seed", 20),
    upTo: number("upTo"),
  };
});
export const action = submit([drawSample, unmask, reviewAlarm, setAlarmThreshold], {
  "draw-sample": ({ seed, upTo }: { seed: string; upTo: number }) => `/log?view=sample&seed=${seed}&upTo=${upTo}`,
});
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Log() {
  const shown = useLoaderData<typeof loader>();
  const { log: t } = useWords();
  const { view } = shown.input;
  return (
    <PageFrame>
      <h1>{t.title}</h1>
      {shown.damaged !== null && <p role="alert">{t.damaged}</p>}
      <nav aria-label={t.viewsLabel} className="page-views">
        {VIEWS.map((each) => (
          <Link key={each} to={`/log?view=${each}`} aria-current={each === view ? "page" : undefined}>
            {t.views[each]}
          </Link>
        ))}
      </nav>
      <h2>{t.views[view]}</h2>
      {view !== "alarms" && view !== "sample" && <Search shown={shown} />}
      {view === "rows" && <Lines shown={shown} />}
      {view === "alarms" && <Alarms shown={shown} />}
      {view === "sample" && <Sample shown={shown} />}
      {view === "moment" && <Moment shown={shown} />}
      {view === "export" && <ForThePerson shown={shown} />}
    </PageFrame>
  );
}
