import { Link, useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { heardWays } from "#db/vocabulary.ts";
import { needsWords } from "#domain/voice/rules.ts";
import type { VoiceRow } from "#domain/voice/views.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { StaffOptions } from "#frame/meeting-fields.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";
import { useAgenda } from "./model.ts";

/** The young person's own words before the meeting, or why there are none yet. */
export function OwnWords({ itemId, voice }: { itemId: string; voice: VoiceRow | null }) {
  const { agenda: t, board, frame, telling } = useWords();
  const { meetingId, people, cards, me, today } = useAgenda();
  const navigate = useNavigate();
  const back = `/meetings/${meetingId}`;
  const close = () => navigate(back, { preventScrollReset: true });
  const [how, setHow] = useState(voice?.how ?? "contact_person");
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const words = board.voice;
  return (
    <Sheet open onClose={close} title={t.words.title(cards[itemId]?.name ?? "")} closeLabel={frame.close}>
      <p>
        <Link to={`/items/${itemId}/hear`}>{telling.hear.link(cards[itemId]?.name ?? "")}</Link>
      </p>
      <CommandForm intent="write-own-words" fields={{ itemId, version: voice?.version ?? 0 }} onDone={close}>
        {({ problem, typed, busy }) => (
          <>
            <input type="hidden" name="back" value={back} />
            <fieldset className="heard-how">
              <legend>{words.howLabel}</legend>
              {heardWays.map((way) => (
                <Choice
                  key={way}
                  type="radio"
                  name="how"
                  value={way}
                  label={words.how[way]}
                  checked={how === way}
                  onChange={() => setHow(way)}
                />
              ))}
            </fieldset>
            {(!live || needsWords(how)) && (
              <div className="voice">
                <TextArea
                  label={words.words}
                  name="words"
                  hint={words.wordsHint}
                  rows={5}
                  defaultValue={typed("words") ?? voice?.words}
                  error={problem("words")}
                />
              </div>
            )}
            {(!live || how === "not_reached") && (
              <TextArea
                label={words.tries}
                name="tries"
                rows={3}
                defaultValue={typed("tries") ?? voice?.tries}
                error={problem("tries")}
              />
            )}
            <TextArea
              label={words.notToDiscuss}
              name="notToDiscuss"
              hint={t.words.to}
              rows={2}
              defaultValue={typed("notToDiscuss") ?? voice?.notToDiscuss}
              error={problem("notToDiscuss")}
            />
            <div className="field-line">
              <SelectField
                label={t.words.heardBy}
                name="heardById"
                defaultValue={typed("heardById") ?? voice?.heardById ?? me}
                error={problem("heardById")}
              >
                <StaffOptions staff={people.staff.filter(({ active, id }) => active || id === voice?.heardById)} />
              </SelectField>
              <TextField
                label={t.words.heardOn}
                name="heardOn"
                type="date"
                defaultValue={typed("heardOn") ?? voice?.heardOn ?? today}
                error={problem("heardOn")}
                short
              />
            </div>
            <Button variant="primary" disabled={busy}>
              {words.save}
            </Button>
          </>
        )}
      </CommandForm>
    </Sheet>
  );
}
