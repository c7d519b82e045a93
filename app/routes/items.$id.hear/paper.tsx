import { attendModes } from "#db/vocabulary.ts";
import type { Hearing } from "#domain/voice/hearing.server.ts";
import { useWords } from "#words/words.ts";

/** The paper form: what is written stands there, and else lines to write on. */
export function Paper({ of: { voice, prepared, firstName } }: { of: Hearing }) {
  const { telling } = useWords();
  const t = telling.hear;
  return (
    <div className="paper-only hear-paper">
      <Question text={t.words} answer={voice?.words} lines={5} />
      <Question text={t.helps} answer={prepared?.helps} lines={4} />
      <Question text={t.company} answer={prepared?.company} lines={3} />
      <Question text={t.notToDiscuss} answer={voice?.notToDiscuss} lines={2} />
      <section>
        <h2>{t.attends}</h2>
        <ul className="paper-boxes">
          {attendModes.map((mode) => (
            <li key={mode}>
              <span className="paper-box">{prepared?.attends === mode ? "×" : ""}</span> {t.attendsModes[mode]}
            </li>
          ))}
        </ul>
      </section>
      <Question text={t.follower} answer={prepared?.follower} lines={1} />
      <section>
        <h2>{t.readAloud(firstName)}</h2>
        <ul className="paper-boxes">
          <li>
            <span className="paper-box">{prepared?.confirmedOn ? "×" : ""}</span> {t.right}
          </li>
        </ul>
        <p>{t.signed}:</p>
        <div className="paper-line" />
      </section>
    </div>
  );
}

function Question({ text, answer, lines }: { text: string; answer: string | undefined; lines: number }) {
  return (
    <section>
      <h2>{text}</h2>
      {answer ? (
        <p className="paper-answer">{answer}</p>
      ) : (
        Array.from({ length: lines }, (_, line) => <div key={`${text} ${line}`} className="paper-line" />)
      )}
    </section>
  );
}
