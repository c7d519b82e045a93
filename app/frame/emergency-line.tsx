import type { Emergency } from "#domain/emergency/queries.server.ts";
import { daysLate } from "#domain/emergency/rules.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { useFrame } from "./frame.ts";

type Line = Pick<Emergency, "startedAt" | "endsAt" | "endedAt"> & Omit<Emergency, "id" | "version">;

export const isOverAt = ({ endsAt, endedAt }: Pick<Line, "endsAt" | "endedAt">, now: string): boolean =>
  endedAt !== null || endsAt <= now;

/** Who used it, to whom, for how long, and how far it has been looked through. */
export function EmergencyLine({ one, now, today }: { one: Line; now: string; today: string }) {
  const { emergency: t, minutes } = useWords();
  const { language } = useFrame();
  const days = dayWords(language, today);
  const { startedAt, endsAt, endedAt, young, staff, reviewBy, verdict, reviewedAt, reviewedBy } = one;
  const over = isOverAt(one, now);
  const lasted = Math.max(1, Math.round((Date.parse(endedAt ?? endsAt) - Date.parse(startedAt)) / 60_000));
  const late = daysLate(reviewBy, today);
  return (
    <>
      <p>
        {t.used(staff, minutes.when(days.short(dayOf(startedAt)), clockOf(startedAt)))}
        {young && ` ${t.about(young)}`}
      </p>
      <p className="meta">
        {over ? t.lasted(lasted) : t.stillRuns}
        {" · "}
        {verdict && reviewedAt ? (
          t.reviewed(t.verdicts[verdict], reviewedBy ?? "", days.short(dayOf(reviewedAt)))
        ) : late > 0 ? (
          <span className="late">
            {t.waits}, {t.late(late)}
          </span>
        ) : (
          t.reviewBy(days.short(reviewBy))
        )}
      </p>
    </>
  );
}
