import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { setYouthAnswer } from "#domain/actions/answers.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { tellYoungPerson } from "#domain/telling/commands.server.ts";
import { type Telling, telling } from "#domain/telling/queries.server.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { type PageAt, page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { useWords } from "#words/words.ts";
import { Agreement } from "./agreement.tsx";
import { Last } from "./last.tsx";

export const handle: Handle = { title: (words) => words.telling.tell.page };
export const loader = page(telling, ({ params: { id } }) => (isRowId(id) ? { itemId: id } : null), firstOf);
export const action = submit([setYouthAnswer, tellYoungPerson]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** What was agreed, one agreement at a time, to be read aloud; and at last how the young person was told. */
export default function Tell() {
  const of = useLoaderData<typeof loader>() as Telling;
  const { telling: words } = useWords();
  useReloadOn(of.topics);
  const [search] = useSearchParams();
  const at = atIn(search) - 1;
  const one = of.agreements[at];
  const heading = useRef<HTMLHeadingElement>(null);
  const stoodAt = useRef(at);
  // After a press one goes on from the next heading.
  useEffect(() => {
    if (stoodAt.current !== at) heading.current?.focus();
    stoodAt.current = at;
  }, [at]);
  return (
    <PageFrame>
      <div className="tell-page">
        <h1>{words.tell.title(of.name)}</h1>
        {one ? (
          <Agreement key={one.id} of={of} one={one} at={at} heading={heading} />
        ) : (
          <Last of={of} heading={heading} />
        )}
      </div>
    </PageFrame>
  );
}

/** The agreement that an address names, counted from one; past all: the last page. 0 where it names none. */
function atIn(search: URLSearchParams): number {
  const named = Number(search.get("at") ?? 0);
  return Number.isInteger(named) && named > 0 ? named : 0;
}

/** Where one begins: at the first that nobody has asked about. It stands in the address, so that one comes back to where one was. */
function firstOf({ itemId, agreements, told }: Telling, { search }: PageAt): string | null {
  if (atIn(search) > 0) return null;
  const first = told ? -1 : agreements.findIndex(({ youthAnswer }) => youthAnswer === "not_asked");
  return `/items/${itemId}/tell?at=${(first < 0 ? agreements.length : first) + 1}`;
}
