import type { StaffList } from "#domain/staff/queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

/** Where to notify: what a guide who is worried about somebody under 18 is shown. */
export function Notify({ at }: { at: StaffList["notifyAt"] }) {
  const { staff: t, frame } = useWords();
  return (
    <section className="page-part" aria-labelledby="notify">
      <h2 id="notify">{t.notify}</h2>
      <p className="meta measure">{t.notifyHint}</p>
      <CommandForm intent="set-notify-at" key={`${at.phone} ${at.link}`}>
        {({ typed, problem, busy }) => (
          <div className="field-line field-line-level">
            <TextField
              label={t.notifyPhone}
              name="phone"
              type="tel"
              defaultValue={typed("phone") ?? at.phone}
              error={problem("phone")}
              short
            />
            <TextField
              label={t.notifyLink}
              name="link"
              placeholder="https://"
              defaultValue={typed("link") ?? at.link}
              error={problem("link")}
            />
            <Button disabled={busy}>{frame.save}</Button>
          </div>
        )}
      </CommandForm>
    </section>
  );
}
