import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { type Intensity, intensities } from "#db/vocabulary.ts";
import type { OwnYoung } from "#domain/guides/mine.server.ts";
import { DAYS_WITHOUT } from "#domain/guides/rhythm.ts";
import { dayOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { PhoneForm } from "#frame/phone-form.tsx";
import { Button } from "#ui/button.tsx";
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
  const isQuiet = reasons.every(({ kind }) => kind === "unchosen");
  const saysOften = place.intensity !== null && reasons.every(({ kind }) => kind !== "over");
  const lines = [
    ...reasons.map((reason) => reasonWords(reason, young)),
    ...(isQuiet ? [standing.metOn ? t.metOn(days.short(standing.metOn)) : t.notMet] : []),
    ...(saysOften ? [t.targets[place.intensity ?? "D"]] : []),
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
        {place.intensity === null && (
          <div className="button-line young-often">
            {intensities.map((one) => (
              <HowOften key={one} place={place} intensity={one}>
                <Button dense aria-label={t.chooseOften(t.targets[one], name)}>
                  {t.targets[one]}
                </Button>
              </HowOften>
            ))}
          </div>
        )}
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
              <HowOften place={place} intensity={one}>
                <button type="submit" className="button button-text">
                  {`${t.intensity}: ${t.targets[one]}`}
                </button>
              </HowOften>
            </RowMenuItem>
          ),
        )}
      </RowMenu>
    </li>
  );
}

type OftenProps = { place: OwnYoung["place"]; intensity: Intensity; children: ReactNode };

/** One press chooses how often. */
const HowOften = ({ place: { id, version }, intensity, children }: OftenProps) => (
  <CommandForm intent="set-intensity" fields={{ id, version, intensity }} quiet>
    {children}
  </CommandForm>
);
