import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { type Intensity, intensities } from "#db/vocabulary.ts";
import type { OwnYoung } from "#domain/guides/mine.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { PhoneForm } from "#frame/phone-form.tsx";
import { useYoungLine } from "#frame/young-line.ts";
import { YoungReach } from "#frame/young-reach.tsx";
import { Button } from "#ui/button.tsx";
import { RowMenu, RowMenuItem } from "#ui/row-menu.tsx";
import { useWords } from "#words/words.ts";
import { useMine } from "./model.ts";

type Props = {
  young: OwnYoung;
  onContact: (id: string) => void;
  /** Somebody presses to call or to write: the page asks afterwards how it went. */
  onReach: (id: string, channel: "phone" | "sms") => void;
};

/** One young person: the name, one line of why, and the two presses that reach them. */
export function YoungRow({ young, onContact, onReach }: Props) {
  const { guides: t } = useWords();
  const line = useYoungLine(useMine().today);
  const { id, name, place } = young;
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
        <p className="meta">{line(young)}</p>
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
      <YoungReach young={young} onReach={(channel) => onReach(id, channel)} none={<PhoneForm young={young} />} />
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
