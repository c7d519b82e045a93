import type { OutreachLead } from "#domain/outreach/queries.server.ts";
import { isOpen } from "#domain/outreach/rules.ts";
import type { LeadRow } from "#domain/outreach/shown.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import type { useOutreachWords } from "#frame/outreach-words.ts";
import { Button } from "#ui/button.tsx";

type Props = { shown: OutreachLead; lead: LeadRow; words: ReturnType<typeof useOutreachWords> };

/** Encounters at places: which of them was with this young person. */
export function Met({ shown: { encounters }, lead, words: { t, days, placeOf } }: Props) {
  const said = ({ placeId, metOn, dayPart, mark }: OutreachLead["encounters"][number]) =>
    t.metAt(placeOf(placeId), days.withWeekday(metOn), t.parts[dayPart], mark);
  const own = encounters.filter(({ leadId }) => leadId === lead.id);
  const open = encounters.filter(({ leadId }) => leadId === null);
  if (own.length + open.length === 0 || !isOpen(lead.standing) || lead.standing === "new") return null;
  return (
    <section className="page-part" aria-labelledby="met">
      <h2 id="met">{t.met}</h2>
      <ul className="rows rows-fall">
        {own.map((one) => (
          <li key={one.id}>
            <span className="row-main">{said(one)}</span>
            <CommandForm intent="part-encounter" fields={{ id: one.id, version: one.version }}>
              {({ busy }) => (
                <Button dense variant="text" disabled={busy} aria-label={`${t.part}: ${said(one)}`}>
                  {t.part}
                </Button>
              )}
            </CommandForm>
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <AskFor intent="join-encounter" fields={{ leadId: lead.id }} label={t.join} variant="text">
          <p className="meta">{t.metHint}</p>
          <ul className="rows rows-fall">
            {open.map((one) => (
              <li key={one.id}>
                <span className="row-main">{said(one)}</span>
                <CommandForm intent="join-encounter" fields={{ id: one.id, version: one.version, leadId: lead.id }}>
                  {({ busy }) => (
                    <Button dense disabled={busy} aria-label={`${t.join}: ${said(one)}`}>
                      {t.join}
                    </Button>
                  )}
                </CommandForm>
              </li>
            ))}
          </ul>
        </AskFor>
      )}
    </section>
  );
}
