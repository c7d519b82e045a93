import { createContext, useContext } from "react";
import { isAdvice } from "#domain/actions/rules.ts";
import { type ItemMinutes, wasTaken } from "#domain/minutes/draft.ts";
import type { Minutes } from "#domain/minutes/minutes-for.server.ts";
import type { TextWords } from "#domain/minutes/text.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import { needsWords } from "#domain/voice/rules.ts";
import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

const MinutesData = createContext<Minutes | null>(null);
export const MinutesProvider = MinutesData.Provider;

export function useMinutes(): Minutes {
  const minutes = useContext(MinutesData);
  if (!minutes) throw new Error("No minutes");
  return minutes;
}

export function useDays() {
  const { language } = useFrame();
  return dayWords(language, useMinutes().today);
}

/** The sentences of the minutes, the same on the page, on paper and in the text that is copied. */
export function useSentences(): TextWords {
  const { minutes: t, board } = useWords();
  const days = useDays();
  return {
    ...t,
    clock: clockOf,
    told: ({ how, heardBy, heardOn }) =>
      board.voice.told(board.voice.heardAs[how], needsWords(how) ? heardBy : "", heardOn ? days.short(heardOn) : ""),
    seat: ({ participantKind, name, title, organisation, video, standsInFor }) => {
      const kind = participantKind === "staff" ? title : name && board.present.kinds[participantKind];
      const more = [kind, organisation, video && t.onVideo, standsInFor && t.standsInFor(standsInFor)];
      return t.seat(name || board.present.kinds[participantKind], more.filter(Boolean).join(", "));
    },
    agreement: (agreed) => {
      const { text, department, owner, dueOn, state, declined, byYoungPerson, youthAnswer } = agreed;
      if (isAdvice(agreed)) return `${text} – ${board.agreements.adviceTo(owner)}`;
      const facts = [
        !byYoungPerson && department,
        !byYoungPerson && owner,
        byYoungPerson && board.present.kinds.young_person,
        dueOn && board.agreements.by(days.short(dueOn)),
        declined ? board.agreements.said.no : board.agreements.states[state],
        youthAnswer !== "not_asked" && board.agreements.youth(board.agreements.youthAnswers[youthAnswer]),
      ];
      return `${text} – ${facts.filter(Boolean).join(" · ")}`;
    },
    informsBy: ({ name, on }) => t.informsBy(name, on ? days.withWeekday(on) : ""),
    nextStep: ({ kind, on }) => t.nextStep[kind](on ? days.withWeekday(on) : "").trim(),
    left: ({ state, postponeReason }) =>
      state === "postponed"
        ? t.leftBecause(t.left.postponed, postponeReason ? board.before.reasons[postponeReason] : "")
        : t.left.not_reached,
  };
}

/** When the room took the item, or how it left the meeting. */
export function useTimeOf() {
  const t = useSentences();
  return (item: ItemMinutes) => {
    if (!wasTaken(item)) return t.left(item);
    const { openedAt, handledAt } = item;
    return openedAt && handledAt ? t.time(clockOf(openedAt), clockOf(handledAt)) : "";
  };
}

/** Which meeting it is, and what its minutes are called now. */
export function useHead() {
  const { minutes: t } = useWords();
  const { language } = useFrame();
  const { meeting, typeLabel } = useMinutes();
  const days = useDays();
  const { startsAt, endsAt, draftSentAt, approvedAt } = meeting;
  const title = t.title(typeLabel[language], days.long(dayOf(startsAt)), clockOf(startsAt), clockOf(endsAt));
  const kind = approvedAt ? t.kind.approved : draftSentAt ? t.kind.sent : t.kind.draft;
  return { title, kind };
}
