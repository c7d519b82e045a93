import { clockOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

type Props = {
  meetingId: string;
  /** The open item, where it is about a young person. */
  itemId: string | null;
  screens: readonly { id: string; pairedAt: string | null }[];
  firstNameShown: boolean;
  youngPersonHere: boolean;
};

/** What whoever runs the meeting does with the big screen: the name on it, its code, an own window, and closing one. */
export function ScreenPanel({ meetingId, itemId, screens, firstNameShown, youngPersonHere }: Props) {
  const { screen } = useWords();
  const t = screen.panel;
  return (
    <div className="screen-panel">
      {itemId && (
        <CommandForm intent="show-first-name" fields={{ itemId, show: firstNameShown ? null : "yes" }}>
          <p>{firstNameShown ? t.firstNameNow : youngPersonHere ? t.youngPersonHere : t.initialsNow}</p>
          <Button variant="outlined">{firstNameShown ? t.showInitials : t.showFirstName}</Button>
        </CommandForm>
      )}
      <CommandForm intent="pair-screen" fields={{ meetingId }} reset>
        {({ problem, typed, busy }) => (
          <>
            <p>{t.howTo}</p>
            <div className="field-line">
              <TextField
                label={t.code}
                name="code"
                defaultValue={typed("code")}
                error={problem("code")}
                inputMode="numeric"
                autoComplete="off"
                maxLength={20}
                required
                short
              />
              <Button variant="outlined" disabled={busy}>
                {t.pair}
              </Button>
            </div>
          </>
        )}
      </CommandForm>
      <p>
        <a href={`/meetings/${meetingId}/screen`} target="samspor-screen">
          {t.ownWindow}
        </a>
      </p>
      {screens.length > 0 && (
        <section aria-labelledby="screens-title">
          <h3 id="screens-title">{t.screens}</h3>
          <ul className="rows">
            {screens.map(({ id, pairedAt }) => (
              <li key={id}>
                <CommandForm intent="end-screen" fields={{ meetingId, screenId: id }} className="button-line">
                  <span>{pairedAt && t.since(clockOf(pairedAt))}</span>
                  <Button variant="text" aria-label={pairedAt ? t.closeWhich(clockOf(pairedAt)) : undefined}>
                    {t.close}
                  </Button>
                </CommandForm>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
