import type { BasisGap } from "#db/vocabulary.ts";
import { clockOf } from "#domain/moments.ts";
import type { ParticipantRow } from "#domain/participants/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Ask } from "#ui/ask.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { useNow } from "./clock.tsx";
import { useItem } from "./item-context.ts";
import { useBoard, useNames } from "./model.ts";
import { useSharing } from "./use-sharing.ts";

/** Somebody sits there without a basis: three ways, and the roll call stays as it was said. */
export function GapOf({ seat }: { seat: ParticipantRow }) {
  const { sharing: t } = useWords();
  const { item, seats } = useItem();
  const { departmentName } = useNames();
  const { gaps, settled } = useSharing(item.id, seats);
  const done = settled.find(({ participantId }) => participantId === seat.id)?.how;
  const open = gaps.some(({ id }) => id === seat.id);
  if (!open) return done ? <p className="meta seat-gap-line">{t.gap.done[done]}</p> : null;
  const name = departmentName(seat.departmentId);
  if (!done)
    return (
      <div className="seat-gap-line">
        <p>
          <StatusWord state="near">{t.gap.lacks(name)}</StatusWord>
        </p>
        <Ways seat={seat} />
      </div>
    );
  return (
    <div className="seat-gap-line">
      <p className="meta">{t.gap.done[done]}</p>
      <Ask key={done} label={t.gap.again} name={t.gap.againWhat(name)} variant="text" dense>
        <Ways seat={seat} but={done} />
      </Ask>
    </div>
  );
}

function Ways({ seat, but }: { seat: ParticipantRow; but?: BasisGap }) {
  const { sharing: t } = useWords();
  const way = (how: "left" | "unnamed") =>
    how !== but && (
      <CommandForm intent="settle-basis-gap" fields={{ participantId: seat.id, how }}>
        <Button dense>{t.gap[how]}</Button>
      </CommandForm>
    );
  return (
    <div className="button-line">
      {way("left")}
      <AskFor
        intent="settle-basis-gap"
        fields={{ participantId: seat.id, how: "oral_consent" }}
        label={t.gap.oral}
        dense
      >
        <OralConsent seat={seat} />
      </AskFor>
      {way("unnamed")}
    </div>
  );
}

/** Who says yes, and about what; when and by whom it was heard follows from the press. */
function OralConsent({ seat }: { seat: ParticipantRow }) {
  const { sharing: t } = useWords();
  const { language } = useFrame();
  const { areas, me } = useBoard();
  const { item, seats } = useItem();
  const { nameOf } = useNames();
  const { givers } = useSharing(item.id, seats);
  const now = useNow();
  if (!givers) return <p>{t.gap.noGiver}</p>;
  return (
    <CommandForm intent="settle-basis-gap" fields={{ participantId: seat.id, how: "oral_consent" }}>
      {({ problem, ticked, busy }) => (
        <>
          <fieldset>
            <legend>{t.gap.whoSaidYes}</legend>
            {givers.map(({ id, name }) => (
              <Choice
                key={id}
                name="givers[]"
                value={id}
                label={name ?? t.gap.youngPerson}
                defaultChecked={ticked("givers", id)}
              />
            ))}
            <Wrong words={problem("givers") ?? problem("kind") ?? problem("how")} />
          </fieldset>
          <fieldset>
            <legend>{t.gap.about}</legend>
            <div className="area-choices">
              {areas.map(({ code, label }) => (
                <Choice
                  key={code}
                  name="areas[]"
                  value={code}
                  label={label[language]}
                  defaultChecked={ticked("areas", code)}
                />
              ))}
            </div>
            <Wrong words={problem("areas")} />
          </fieldset>
          <p className="meta">{t.gap.heard(nameOf(me.staffId), clockOf(now))}</p>
          <Button disabled={busy}>{t.gap.submit}</Button>
        </>
      )}
    </CommandForm>
  );
}

function Wrong({ words }: { words: string | undefined }) {
  return words ? (
    <p className="form-error" role="alert">
      {words}
    </p>
  ) : null;
}
