import { Link, useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { uuidv7 } from "uuidv7";
import { MOST_RENEWALS, minutesLeft } from "#domain/emergency/rules.ts";
import type { Frame } from "#http/frame.server.ts";
import { serverNow } from "#live/connection.ts";
import { Button } from "#ui/button.tsx";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";

const LOOK_MS = 5000;

let over = false;
/** For the root, which otherwise loads once: an emergency access has ended by itself. */
export const emergencyIsOver = () => over;

/** On every page while it lasts: whom one may read about, how long still, and the way out. */
export function EmergencyStrip({ emergency }: { emergency: NonNullable<Frame["emergency"]> }) {
  const { emergency: t } = useWords();
  const { id, version, name, youngPersonId, endsAt, renewals, now } = emergency;
  const [left, setLeft] = useState(() => minutesLeft(endsAt, Date.parse(now)));
  const { revalidate } = useRevalidator();
  const { pathname, search } = useLocation();
  useEffect(() => {
    over = false;
    const look = () => {
      const minutes = minutesLeft(endsAt, serverNow());
      setLeft(minutes);
      if (minutes > 0 || over) return;
      over = true;
      // Whatever page of the young person stands here is answered anew, and is not there any more.
      revalidate();
    };
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [endsAt, revalidate]);
  return (
    <Strip
      text={<strong>{t.running(name, left)}</strong>}
      action={
        <div className="button-line">
          <Link to={`/people/${youngPersonId}`}>{t.toPerson}</Link>
          {renewals < MOST_RENEWALS && (
            <Press intent="renew-emergency" id={id} version={version} label={t.renew} back={pathname + search} />
          )}
          <Press intent="end-emergency" id={id} version={version} label={t.end} />
        </div>
      }
    />
  );
}

type PressProps = {
  intent: string;
  id: string;
  version: number;
  label: string;
  back?: string;
};

/** Sent as a plain form: the page comes back whole, with the strip as it stands then. */
function Press({ intent, id, version, label, back }: PressProps) {
  const [key] = useState(uuidv7);
  return (
    <form method="post" action="/emergency">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="key" value={key} suppressHydrationWarning />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {back && <input type="hidden" name="back" value={back} />}
      <Button variant="text" dense>
        {label}
      </Button>
    </form>
  );
}
