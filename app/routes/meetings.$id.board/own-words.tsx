import { useState } from "react";
import { type HeardWay, heardWays } from "#db/vocabulary.ts";
import { needsWords } from "#domain/voice/rules.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Voice } from "#ui/voice.tsx";
import { useWords } from "#words/words.ts";
import { useDraft } from "./drafts.tsx";
import { useItem } from "./item-context.ts";
import { useBoard, useNames } from "./model.ts";
import { SaveOrClose } from "./save-or-close.tsx";
import { useDays } from "./use-days.ts";

/** The young person's own words, first and on sand; what is missing is said, with the ways to be heard as one press each. */
export function OwnWords() {
  const { board: t } = useWords();
  const { voice, item } = useItem();
  const { me } = useBoard();
  const { nameOf } = useNames();
  const days = useDays();
  const [how, setHow] = useState<HeardWay | "edit" | null>(null);
  const may = me.runs || me.writes;
  const told =
    voice?.how && voice.heardOn
      ? t.voice.told(
          t.voice.heardAs[voice.how],
          needsWords(voice.how) ? nameOf(voice.heardById) : "",
          days.short(voice.heardOn),
        )
      : undefined;
  return (
    <section className="item-part" aria-labelledby="own-words">
      <h3 className="region-label" id="own-words">
        {t.voice.title}
      </h3>
      {how ? (
        <Editor how={how === "edit" ? (voice?.how ?? "contact_person") : how} onClose={() => setHow(null)} />
      ) : voice?.how ? (
        <Voice words={voice.words} told={voice.words ? told : [told, voice.tries].filter(Boolean).join(": ")}>
          {voice.notToDiscuss && (
            <p>
              <strong>{t.voice.notToDiscussIs(voice.notToDiscuss)}</strong>
            </p>
          )}
          <Prepared />
          {may && (
            <Button type="button" variant="text" dense onClick={() => setHow("edit")} id="own-words-edit">
              {t.voice.edit}
            </Button>
          )}
        </Voice>
      ) : (
        <div className="item-missing">
          <p>{t.voice.missing}</p>
          {may && item.state !== "postponed" && (
            <div className="button-line">
              {heardWays.map((way, index) => (
                <Button
                  key={way}
                  type="button"
                  dense
                  onClick={() => setHow(way)}
                  id={index === 0 ? "own-words-edit" : undefined}
                >
                  {t.voice.how[way]}
                </Button>
              ))}
            </div>
          )}
        </div>
      )}
      {may && (
        <noscript>
          <Editor plain how={voice?.how ?? "contact_person"} onClose={() => undefined} />
        </noscript>
      )}
    </section>
  );
}

/** What was said beside the own words before the meeting: how they want to take part, who is to be there, what helps. */
function Prepared() {
  const { telling } = useWords();
  const { prepared } = useItem();
  if (!prepared) return null;
  const t = telling.hear;
  const { attends, company, follower, helps } = prepared;
  const part = [
    attends && t.attendsIs(t.attendsModes[attends]),
    company && t.companyIs(company),
    follower && t.followerIs(follower),
  ].filter(Boolean);
  return (
    <>
      {part.length > 0 && <p>{part.join(" · ")}</p>}
      {helps && <p>{t.helpsIs(helps)}</p>}
    </>
  );
}

/** @param plain without JavaScript nothing comes and goes with the way that is chosen. */
function Editor({ how, onClose, plain = false }: { how: HeardWay; onClose: () => void; plain?: boolean }) {
  const { board: t } = useWords();
  const { voice, item, write } = useItem();
  const draft = useDraft(item.id, "words");
  const [way, setWay] = useState(how);
  return (
    <CommandForm
      intent="write-own-words"
      fields={{ itemId: item.id, version: voice?.version }}
      className="voice"
      onDone={() => {
        draft.done();
        onClose();
      }}
    >
      {({ problem }) => (
        <>
          <fieldset className="choice-line">
            <legend className="form-label">{t.voice.howLabel}</legend>
            {heardWays.map((one) => (
              <Choice
                key={one}
                type="radio"
                name="how"
                value={one}
                label={t.voice.how[one]}
                checked={way === one}
                onChange={() => setWay(one)}
              />
            ))}
          </fieldset>
          {(plain || needsWords(way)) && (
            <TextArea
              label={t.voice.words}
              hint={t.voice.wordsHint}
              name="words"
              defaultValue={draft.kept || voice?.words}
              error={problem("words")}
              rows={4}
              autoFocus
              onChange={(event) => {
                draft.typed(event.target.value);
                write("words");
              }}
            />
          )}
          {(plain || way === "not_reached") && (
            <TextArea
              label={t.voice.tries}
              name="tries"
              defaultValue={voice?.tries}
              error={problem("tries")}
              rows={2}
              autoFocus
            />
          )}
          <TextArea
            label={t.voice.notToDiscuss}
            name="notToDiscuss"
            defaultValue={voice?.notToDiscuss}
            error={problem("notToDiscuss")}
            rows={1}
          />
          <SaveOrClose save={t.voice.save} onClose={onClose} />
        </>
      )}
    </CommandForm>
  );
}
