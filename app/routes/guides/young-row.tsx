import { Link } from "@remix-run/react";
import { intensities } from "#db/vocabulary.ts";
import type { OwnYoung } from "#domain/guides/mine.server.ts";
import { DAYS_WITHOUT } from "#domain/guides/rhythm.ts";
import { dayOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { PhoneForm } from "#frame/phone-form.tsx";
import { telOf } from "#ui/phone-link.ts";
import { RowMenu, RowMenuItem } from "#ui/row-menu.tsx";
import { useWords } from "#words/words.ts";
import { useDays, useMine, useReasonWords } from "./model.ts";

type Props = {
  young: OwnYoung;
  onContact: (id: string) => void;
  /** Somebody presses to call or to write: the page asks afterwards how it went. */
  onReach: (id: string, channel: "phone" | "sms") => void;
};

/** One young person: the name, one line of why, and the two presses that reach them. */
export function YoungRow({ young, onContact, onReach }: Props) {
  const { guides: t } = useWords();
  const reasonWords = useReasonWords();
  const days = useDays();
  const { today } = useMine();
  const { id, name, phone, reasons, standing, meeting, promises, covered, place } = young;
  const number = phone.replace(/[^\d+]/g, "");
  const without = meeting === null && reasons.some((one) => one.kind === "over" && one.days >= DAYS_WITHOUT);
  const lines = [
    ...reasons.map((reason) => reasonWords(reason, young)),
    ...(reasons.length === 0 ? [standing.metOn ? t.metOn(days.short(standing.metOn)) : t.notMet] : []),
    ...(standing.next && standing.next.on > today ? [t.next(days.near(standing.next.on))] : []),
    ...(meeting ? [t.meetingOn(days.near(dayOf(meeting.startsAt)))] : []),
    ...(without ? [t.reasons.withoutContact] : []),
    ...(promises > 0 ? [t.promises(promises)] : []),
    ...(covered ? [t.covered(covered.name)] : []),
  ];
  return (
    <li className="young-row">
      <div className="row-main">
        <a
          href={`/guides?contact=${id}`}
          className="young-name"
          onClick={(event) => {
            event.preventDefault();
            onContact(id);
          }}
        >
          {name}
        </a>
        <p className="meta">{lines.join(" · ")}</p>
      </div>
      {number ? (
        <span className="young-reach">
          <a
            className="button button-secondary button-dense"
            href={telOf(phone)}
            aria-label={t.callWhom(name)}
            onClick={() => onReach(id, "phone")}
          >
            {t.call}
          </a>
          <a
            className="button button-secondary button-dense"
            href={`sms:${number}`}
            aria-label={t.textWhom(name)}
            onClick={() => onReach(id, "sms")}
          >
            {t.text}
          </a>
        </span>
      ) : (
        <PhoneForm young={young} />
      )}
      <RowMenu label={`${t.more}: ${name}`}>
        <RowMenuItem>
          <Link to={`/people/${id}/contacts`} className="button button-text">
            {t.history}
          </Link>
        </RowMenuItem>
        <RowMenuItem>
          <Link to={`/people/${id}`} className="button button-text">
            {t.openPlan}
          </Link>
        </RowMenuItem>
        {intensities.map((one) =>
          one === place.intensity ? null : (
            <RowMenuItem key={one}>
              <CommandForm
                intent="set-intensity"
                fields={{ id: place.id, version: place.version, intensity: one }}
                quiet
              >
                <button type="submit" className="button button-text">
                  {`${t.intensity}: ${t.targets[one]}`}
                </button>
              </CommandForm>
            </RowMenuItem>
          ),
        )}
      </RowMenu>
    </li>
  );
}
