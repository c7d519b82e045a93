import { clockOf, dayOf } from "#domain/moments.ts";
import { PrintButton } from "#frame/print-button.tsx";
import { PrintHead } from "#frame/print-head.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { useWords } from "#words/words.ts";
import { Closing } from "./closing.tsx";
import { CopyText } from "./copy-text.tsx";
import { Item } from "./item.tsx";
import { useDays, useHead, useMinutes } from "./use-minutes.ts";

export function MinutesPage() {
  const { minutes: t } = useWords();
  const { meeting, items, chair, minuteTaker, may } = useMinutes();
  const { title, kind } = useHead();
  const days = useDays();
  const moment = (at: string) => t.when(days.short(dayOf(at)), clockOf(at));
  const { draftSentAt, approvedAt, state, place } = meeting;
  const facts = [place, t.chair(chair), t.minuteTaker(minuteTaker)];
  const steps = [draftSentAt && t.sentAt(moment(draftSentAt)), approvedAt && t.approvedAt(moment(approvedAt))];
  const over = state === "closed";
  return (
    <>
      <PaperHead />
      <h1>{kind}</h1>
      <p>{title}</p>
      <p className="meta">{facts.filter(Boolean).join(" · ")}</p>
      {(draftSentAt || approvedAt) && <p className="meta">{steps.filter(Boolean).join(" ")}</p>}
      {!over && <p>{state === "running" ? t.running : t.notBegun}</p>}
      <div className="button-line minutes-tools">
        <Closing />
        {items.length > 0 && <CopyText />}
        {items.length > 0 && <PrintButton label={t.print} of={{ meetingId: meeting.id, paper: "minutes" }} />}
        <LinkButton to={`/meetings/${meeting.id}`} variant="text">
          {t.toAgenda}
        </LinkButton>
        {!may.send && !over && (
          <LinkButton to={`/meetings/${meeting.id}/board`} variant="text">
            {t.toBoard}
          </LinkButton>
        )}
      </div>
      {items.length === 0 && (over || state === "running") && <Empty text={over ? t.empty : t.nothingYet} />}
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </>
  );
}

function PaperHead() {
  const { minutes: t } = useWords();
  const { now } = useMinutes();
  const { title } = useHead();
  const days = useDays();
  return <PrintHead title={title} when={t.when(days.short(dayOf(now)), clockOf(now))} />;
}
