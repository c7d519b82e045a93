import { hasStopped } from "#domain/staff/rules.ts";
import { LinkButton } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";
import { telOf } from "#ui/phone-link.ts";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { useLabels, useNames, usePerson } from "./model.ts";

/** The one to call, biggest on the page. */
export function Contact() {
  const { plan: t } = useWords();
  const { around } = usePerson();
  const { staff } = useNames();
  const { days } = useLabels();
  const contact = around.find(({ primary }) => primary);
  if (!contact) return <p className="near">{t.noContact}</p>;
  if (hasStopped(staff(contact.staffId))) return <Stopped name={contact.name} />;
  const phone = staff(contact.staffId)?.phone;
  return (
    <div>
      <h2 className="region-label">{t.contact}</h2>
      <p className="contact-name">{contact.name}</p>
      <p className="meta">{[contact.title, t.since(days.short(contact.fromOn))].filter(Boolean).join(" · ")}</p>
      {phone && <p className="paper-only">{phone}</p>}
      {phone && (
        <p>
          <a className="button button-secondary" href={telOf(phone)}>
            <Icon name="smartphone" /> {t.call(phone)}
          </a>
        </p>
      )}
    </div>
  );
}

/** Nobody is rung who has stopped: whoever may finds another, and meanwhile the lead worker is asked. */
function Stopped({ name }: { name: string }) {
  const { plan: t, people } = useWords();
  const { id, around, mayAssign } = usePerson();
  const { staff } = useNames();
  const lead = around.find(({ kind, staffId }) => kind === "lead_worker" && !hasStopped(staff(staffId)));
  const phone = lead && staff(lead.staffId)?.phone;
  return (
    <div>
      <h2 className="region-label">{t.contact}</h2>
      <p>
        <StatusWord state="near">{people.stopped(name)}</StatusWord>
      </p>
      {lead && (
        <p>
          {people.askLead(lead.name)}{" "}
          {phone && (
            <a className="keep-together" href={telOf(phone)}>
              {phone}
            </a>
          )}
        </p>
      )}
      {!lead && !mayAssign && <p>{people.askCoordinator}</p>}
      {mayAssign && (
        <p className="screen-only">
          <LinkButton to={`/people/${id}/guide`}>{people.newGuide}</LinkButton>
        </p>
      )}
    </div>
  );
}
