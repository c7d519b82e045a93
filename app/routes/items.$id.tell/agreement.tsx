import { Link, useNavigate } from "@remix-run/react";
import { type RefObject, useState } from "react";
import type { Telling, Told } from "#domain/telling/queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Stands } from "#frame/stands.tsx";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

const ANSWERS = ["yes", "partly", "no"] as const;

type Props = { of: Telling; one: Told; at: number; heading: RefObject<HTMLHeadingElement> };

/** One agreement in large type, and the young person's answer to it, in their own words too. */
export function Agreement({ of, one, at, heading }: Props) {
  const { telling } = useWords();
  const { language } = useFrame();
  const navigate = useNavigate();
  const t = telling.tell;
  const days = dayWords(language, of.today);
  const { itemId, agreements, firstName } = of;
  /** Words stand in the field that are not saved: the way on saves them. */
  const [unsaved, setUnsaved] = useState(false);
  const next = `/items/${itemId}/tell?at=${at + 2}`;
  const who = [one.owner, one.department].filter(Boolean).join(", ");
  const told = one.done
    ? [t.isDone]
    : [
        one.byYoungPerson ? t.ownDoing : who && t.does(who),
        // A young person is never late with what they do themselves.
        one.dueOn && !(one.byYoungPerson && one.dueOn < of.today) && t.by(days.long(one.dueOn)),
      ].filter(Boolean);
  return (
    <section aria-labelledby="agreement">
      <h2 className="region-label" id="agreement" tabIndex={-1} ref={heading}>
        {t.of(at + 1, agreements.length)}
      </h2>
      <p className="tell-text">{one.text}</p>
      <p className="tell-text">{told.join(" ")}</p>
      {one.lacks && <p className="meta">{t.lacks[one.lacks](one.department)}</p>}
      <CommandForm
        intent="set-youth-answer"
        fields={{ id: one.id, version: one.version }}
        onDone={() => navigate(next, { preventScrollReset: true })}
        onTyped={(form) => setUnsaved(form.get("youthWords") !== one.youthWords)}
        holdsVersion
      >
        {({ busy, typed, problem, stands }) => (
          <>
            <input type="hidden" name="back" value={next} />
            <p className="tell-text">{t.ask}</p>
            <div className="voice hear-words">
              <TextArea
                label={t.words(firstName)}
                hint={t.wordsHint}
                name="youthWords"
                rows={2}
                defaultValue={typed("youthWords") ?? one.youthWords}
                error={problem("youthWords")}
              />
              <Stands now={stands("youthWords")} />
            </div>
            <div className="tell-answers">
              {ANSWERS.map((answer) => (
                <Button
                  key={answer}
                  wide
                  name="youthAnswer"
                  value={answer}
                  disabled={busy}
                  aria-pressed={one.youthAnswer === answer}
                >
                  {t.answers[answer]}
                </Button>
              ))}
            </div>
            {unsaved && (
              <Button variant="text" name="youthAnswer" value={one.youthAnswer} disabled={busy}>
                {t.keepWords}
              </Button>
            )}
          </>
        )}
      </CommandForm>
      {one.youthAnswer !== "not_asked" && <p className="meta">{t.answered(t.answers[one.youthAnswer])}</p>}
      {!one.done && <p className="meta">{t.noGoes}</p>}
      {!unsaved && (
        <p className="button-line">
          {at > 0 && (
            <Link to={`/items/${itemId}/tell?at=${at}`} className="button button-text" preventScrollReset>
              {t.back}
            </Link>
          )}
          <Link to={next} className="button button-text" preventScrollReset>
            {t.skip}
          </Link>
        </p>
      )}
    </section>
  );
}
