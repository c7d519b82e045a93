import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useFrame } from "#frame/frame.ts";
import { useAnnouncer } from "#ui/announcer.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useSingleKeys } from "#ui/single-keys.ts";
import { useWords } from "#words/words.ts";

const focus = (id: string) => () => document.getElementById(id)?.focus();
const press = (id: string) => () => document.getElementById(id)?.click();

/** The board's keys; each has a button that does the same, and they rest while a field has focus. */
export function BoardKeys({
  meetingId,
  listed,
  onList,
}: {
  meetingId: string;
  listed: boolean;
  onList: (on: boolean) => void;
}) {
  const { board: t, frame } = useWords();
  const { singleKeys } = useFrame();
  const { hearAgain } = useAnnouncer();
  const navigate = useNavigate();
  const [on, setOn] = useState(singleKeys);
  useSingleKeys(
    {
      n: focus("new-agreement"),
      m: focus("new-option"),
      d: focus("discussion-text"),
      t: press("present-button"),
      o: press("own-words-edit"),
      v: press("move-on"),
      r: press("room-ready"),
      u: press("postpone"),
      b: () => navigate(".", { preventScrollReset: true }),
      s: () =>
        document.getElementById("screen-button") && window.open(`/meetings/${meetingId}/screen`, "samspor-screen"),
      l: () => hearAgain(t.said.nothing),
      "?": () => onList(true),
    },
    on,
  );
  return (
    <Sheet open={listed} onClose={() => onList(false)} title={t.keys.title} closeLabel={frame.close}>
      <dl className="key-list">
        {t.keys.list.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button button-secondary" aria-pressed={on} onClick={() => setOn(!on)}>
        {on ? t.keys.on : t.keys.off}
      </button>
    </Sheet>
  );
}
