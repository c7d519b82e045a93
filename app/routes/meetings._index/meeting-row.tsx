import { Link } from "@remix-run/react";
import type { Label } from "#domain/codes/queries.server.ts";
import type { MeetingLine } from "#domain/meetings/queries.server.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import { useFrame } from "#frame/frame.ts";
import { RowMenu, RowMenuItem } from "#ui/row-menu.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

type Props = { line: MeetingLine; label: Label | undefined; today: string; mayMake: boolean };

/** One meeting: when, what, where; how many items, what is open, how far it is. */
export function MeetingRow({ line, label, today, mayMake }: Props) {
  const { meetings: t } = useWords();
  const { language } = useFrame();
  const { id, startsAt, endsAt, place, videoLink, acute, items, lacking, unheard } = line;
  const day = dayWords(language, today).withWeekday(dayOf(startsAt));
  return (
    <li>
      <Link to={`/meetings/${id}`} className="meeting-when">
        <span className="keep-together">{day}</span>{" "}
        <span className="keep-together">{t.clock(clockOf(startsAt), clockOf(endsAt))}</span>
      </Link>
      <span className="meeting-what">
        {[label?.[language], acute && t.acute].filter(Boolean).join(" · ")}
        <span className="meta">{[place, videoLink && t.video].filter(Boolean).join(" · ")}</span>
      </span>
      <span className="meeting-open">
        {t.items(items)}
        {lacking > 0 && <StatusWord state="near">{t.lacking(lacking)}</StatusWord>}
        {unheard > 0 && <span className="meta">{t.unheard(unheard)}</span>}
      </span>
      <span className="meeting-state meta">{t.state[stateOf(line, today)]}</span>
      {mayMake && (
        <RowMenu label={t.menu(day)}>
          <RowMenuItem>
            <Link to={`?make=copy&from=${id}`} preventScrollReset>
              {t.copy}
            </Link>
          </RowMenuItem>
        </RowMenu>
      )}
    </li>
  );
}

function stateOf({ state, startsAt, draftSentAt, approvedAt }: MeetingLine, today: string) {
  if (approvedAt) return "approved";
  if (draftSentAt) return "sent";
  if (state !== "closed" && state !== "running" && dayOf(startsAt) < today) return "notHeld";
  return state;
}
