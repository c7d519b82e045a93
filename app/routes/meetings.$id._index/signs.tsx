import { Link } from "@remix-run/react";
import type { SeatedCard } from "#domain/agenda/cards.server.ts";
import { Icon } from "#ui/icon.tsx";
import type { IconName } from "#ui/icon-names.ts";
import { useWords } from "#words/words.ts";
import { type Place, useAgenda } from "./model.ts";

/** What is ready and what is not, shape before colour; each leads to where it is mended. */
export function Signs({ place, card }: { place: Place; card: SeatedCard }) {
  const { agenda: t, sharing: b } = useWords();
  const { absent, bases, hears, mayRun } = useAgenda();
  const basis = bases[place.id];
  const lacks = absent[place.id]?.length ?? 0;
  const seats = card.participants.filter(({ staffId }) => staffId !== null).length;
  const heard = card.heard ? t.sign.heard : t.sign.notHeard;
  const seated = lacks > 0 ? t.sign.seatsLack(lacks) : t.sign.seats(seats);
  return (
    <>
      <Sign icon="chat" ready={card.heard} words={heard} to={hears.includes(place.id) ? `?words=${place.id}` : null} />
      {basis && (
        <Sign
          icon="share"
          ready={basis.lacks.length === 0}
          words={
            basis.lacks.length > 0 ? b.sign.lacks(basis.lacks.length) : basis.asked > 0 ? b.sign.ready : b.sign.ownOnly
          }
          to={`?basis=${place.id}`}
        />
      )}
      <Sign icon="groups" ready={lacks === 0 && seats > 0} words={seated} to={mayRun ? "?view=people" : null} />
    </>
  );
}

function Sign({ icon, ready, words, to }: { icon: IconName; ready: boolean; words: string; to: string | null }) {
  const className = ready ? "sign sign-ready" : "sign";
  const face = (
    <>
      <Icon name={icon} />
      <span className="sign-words">{words}</span>
    </>
  );
  if (to === null) return <span className={className}>{face}</span>;
  return (
    <Link to={to} className={className} preventScrollReset>
      {face}
    </Link>
  );
}
