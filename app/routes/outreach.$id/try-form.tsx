import { useState } from "react";
import { type AttemptResult, attemptResults, outreachChannels } from "#db/vocabulary.ts";
import { nextChannel } from "#domain/graduates/rules.ts";
import type { LeadRow } from "#domain/outreach/shown.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { waysTo } from "#frame/outreach-words.ts";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

type Props = {
  lead: LeadRow;
  first: boolean;
  /** What can have come of it; all that there is unless said. */
  results?: readonly AttemptResult[];
};

/** A try: the way that nobody has tried stands chosen, and without a day and a clock it was now. */
export function TryForm({ lead, first, results = attemptResults }: Props) {
  const { outreach: t } = useWords();
  const { id, version, tries } = lead;
  const known = waysTo(lead);
  const ways = outreachChannels.filter((channel) => known.includes(channel) || channel === "at_place");
  /** How many tries stood when somebody began to write: what others try meanwhile chooses nothing here. */
  const [held, setHeld] = useState<number | null>(null);
  return (
    <CommandForm
      intent="try-lead"
      fields={{ id, version }}
      reset
      onTyped={() => setHeld((now) => now ?? tries.length)}
      onDone={() => setHeld(null)}
      label={t.try}
      className="page-form"
    >
      {({ busy, problem, typed }) => (
        <>
          <div className="field-line">
            <SelectField
              key={`way ${held ?? tries.length}`}
              label={t.channel}
              name="channel"
              defaultValue={typed("channel") ?? (known.length > 0 ? nextChannel(tries, known) : "at_place")}
              error={problem("channel")}
            >
              {ways.map((channel) => (
                <option key={channel} value={channel}>
                  {t.channels[channel]}
                </option>
              ))}
            </SelectField>
            <SelectField label={t.result} name="result" defaultValue={typed("result")} error={problem("result")}>
              {results.map((result) => (
                <option key={result} value={result}>
                  {t.results[result]}
                </option>
              ))}
            </SelectField>
          </div>
          <div className="field-line">
            <DayField label={t.when} hint={t.whenHint} name="on" defaultValue={typed("on")} error={problem("on")} />
            <TextField
              label={t.clock}
              hint={t.clockHint}
              name="clock"
              defaultValue={typed("clock")}
              error={problem("clock")}
              autoComplete="off"
              short
            />
          </div>
          <Button variant={first ? "primary" : "outlined"} disabled={busy}>
            {t.try}
          </Button>
        </>
      )}
    </CommandForm>
  );
}
