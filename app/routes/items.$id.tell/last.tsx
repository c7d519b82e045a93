import { Link } from "@remix-run/react";
import type { RefObject } from "react";
import { toldWays } from "#db/vocabulary.ts";
import type { Telling } from "#domain/telling/queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Voice } from "#ui/voice.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** `Sådan fik ung 1 besked`: the answers once more with the own words, and how it was told. */
export function Last({ of, heading }: { of: Telling; heading: RefObject<HTMLHeadingElement> }) {
  const { telling } = useWords();
  const { language } = useFrame();
  const t = telling.tell;
  const days = dayWords(language, of.today);
  const { itemId, firstName, agreements, told } = of;
  return (
    <section aria-labelledby="told">
      <Answers of={of} />
      <h2 id="told" tabIndex={-1} ref={heading}>
        {t.last(firstName)}
      </h2>
      {told ? (
        <>
          <p role="status">{`${t.told(firstName, days.short(told.on), told.by)} ${t.how[told.how]}.`}</p>
          {told.words && <Voice words={told.words} />}
          <details>
            <summary>{t.mend}</summary>
            <Form of={of} />
          </details>
          <p>
            <Link to="/">{t.done}</Link>
          </p>
        </>
      ) : (
        <Form of={of} />
      )}
      {agreements.length > 0 && (
        <p className="button-line">
          <Link to={`/items/${itemId}/tell?at=${agreements.length}`} className="button button-text" preventScrollReset>
            {t.back}
          </Link>
        </p>
      )}
    </section>
  );
}

function Answers({ of: { itemId, agreements } }: { of: Telling }) {
  const { telling } = useWords();
  const t = telling.tell;
  if (agreements.length === 0) return <p>{t.none}</p>;
  return (
    <ul className="rows rows-compare" aria-label={t.agreements}>
      {agreements.map(({ id, text, youthAnswer, youthWords }, at) => (
        <li key={id}>
          <div className="row-main">
            <Link to={`/items/${itemId}/tell?at=${at + 1}`} preventScrollReset>
              {text}
            </Link>
            {youthWords && <Voice words={youthWords} />}
          </div>
          <span className="meta">
            {youthAnswer === "not_asked" ? t.notAsked : t.answers[youthAnswer].toLowerCase()}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Form({ of: { itemId, firstName, told } }: { of: Telling }) {
  const { telling } = useWords();
  const t = telling.tell;
  return (
    <CommandForm intent="tell-young-person" fields={{ itemId, version: told?.version ?? 0 }} holdsVersion>
      {({ busy, problem, typed }) => (
        <>
          <div className="voice hear-words">
            <TextArea
              label={t.otherWords(firstName)}
              name="words"
              rows={3}
              defaultValue={typed("words") ?? told?.words}
              error={problem("words")}
            />
          </div>
          <div className="tell-answers">
            {toldWays.map((way) => (
              <Button key={way} wide name="how" value={way} disabled={busy}>
                {t.how[way]}
              </Button>
            ))}
          </div>
        </>
      )}
    </CommandForm>
  );
}
