import { useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { byContact, fittingYoung } from "#domain/guides/list-filters.ts";
import type { OwnYoung } from "#domain/guides/mine.server.ts";
import { Empty } from "#ui/empty.tsx";
import { useWords } from "#words/words.ts";
import { useDays, useMine } from "./model.ts";
import { YoungRow } from "./young-row.tsx";

type Props = {
  onContact: (id: string) => void;
  onReach: (id: string, channel: "phone" | "sms") => void;
};

/** So many of those with whom all is well stand open; the rest by a press. */
const AT_ONCE = 5;

const ALL = "all";

/** `Skal kontaktes`, the most urgent first, and `Passer`. */
export function Lists(presses: Props) {
  const { guides: t } = useWords();
  const { youngPeople, filters } = useMine();
  const shown = fittingYoung(youngPeople, filters);
  const days = useDays();
  // Without JavaScript it stands in the address.
  const [search] = useSearchParams();
  const [all, setAll] = useState(search.has(ALL));
  const { waiting, fine, next } = byContact(shown);
  if (youngPeople.length === 0) return <Empty text={t.none} />;
  if (shown.length === 0) return <Empty text={t.noneFits} />;
  if (filters.order !== "urgency")
    return (
      <section aria-labelledby="ordered">
        <h2 className="region-label" id="ordered">
          {t.ordered(t.orders[filters.order], shown.length)}
        </h2>
        <Rows of={shown} presses={presses} />
      </section>
    );
  return (
    <>
      <section aria-labelledby="to-contact">
        <h2 className="region-label" id="to-contact">
          {t.contact(waiting.length)}
        </h2>
        {waiting.length === 0 && <Empty text={t.noneToContact(next ? days.near(next) : "")} />}
        <Rows of={waiting} presses={presses} />
      </section>
      {fine.length > 0 && (
        <section aria-labelledby="fine">
          <h2 className="region-label" id="fine">
            {t.fine(fine.length)}
          </h2>
          <Rows of={all ? fine : fine.slice(0, AT_ONCE)} presses={presses} />
          {!all && fine.length > AT_ONCE && (
            <a
              href={`/guides?${new URLSearchParams([...search, [ALL, "yes"]])}#fine`}
              className="button button-text"
              onClick={(event) => {
                event.preventDefault();
                setAll(true);
              }}
            >
              {t.showAll(fine.length)}
            </a>
          )}
        </section>
      )}
    </>
  );
}

const Rows = ({ of, presses }: { of: readonly OwnYoung[]; presses: Props }) => (
  <ul className="rows">
    {of.map((young) => (
      <YoungRow key={young.id} young={young} {...presses} />
    ))}
  </ul>
);
