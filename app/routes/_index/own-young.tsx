import { Link, useNavigate } from "@remix-run/react";
import { useEffect } from "react";
import { byContact } from "#domain/guides/list-filters.ts";
import type { OwnYoung, AskedToTake as Wish } from "#domain/guides/mine.server.ts";
import { FirstFew } from "#frame/first-few.tsx";
import { PhoneForm } from "#frame/phone-form.tsx";
import { askedAt, useReached } from "#frame/use-reached.ts";
import { useYoungLine } from "#frame/young-line.ts";
import { YoungReach } from "#frame/young-reach.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays, useStart } from "./use-start.ts";

/** `Skal kontaktes` and `Passer`; what is written of a contact is written on the guide's own page. */
export function OwnYoungPeople({ of }: { of: readonly OwnYoung[] }) {
  const { guides: t } = useWords();
  const days = useDays();
  const { waiting, fine, next } = byContact(of);
  const { asked, reach } = useReached();
  const navigate = useNavigate();
  // How it went is asked where it can be written.
  useEffect(() => {
    if (asked) navigate(askedAt(asked));
  }, [asked, navigate]);
  if (of.length === 0) return <Empty text={t.none} />;
  return (
    <>
      <Block title={t.contact(waiting.length)}>
        {waiting.length === 0 && <Empty text={t.noneToContact(next ? days.near(next) : "")} />}
        <Rows of={waiting} onReach={reach} />
        <p className="start-more">
          <LinkButton to="/guides?contact">{t.newContact}</LinkButton>
        </p>
      </Block>
      {fine.length > 0 && (
        <Block title={t.fine(fine.length)}>
          <FirstFew of={fine}>{(some) => <Rows of={some} onReach={reach} />}</FirstFew>
        </Block>
      )}
    </>
  );
}

type RowsProps = { of: readonly OwnYoung[]; onReach: ReturnType<typeof useReached>["reach"] };

function Rows({ of, onReach }: RowsProps) {
  const line = useYoungLine(useStart().today);
  return (
    <ul className="rows">
      {of.map((young) => (
        <li key={young.id} className="young-row">
          <div className="row-main">
            <Link to={`/guides?contact=${young.id}`} className="young-name">
              {young.name}
            </Link>
            <p className="meta">{line(young)}</p>
          </div>
          <YoungReach
            young={young}
            onReach={(channel) => onReach(young.id, channel)}
            none={<PhoneForm young={young} />}
          />
        </li>
      ))}
    </ul>
  );
}

/** Young people who have said yes to the reader as their guide; the answer is given on the guide's own page. */
export function AskedToTake({ asked }: { asked: readonly Wish[] }) {
  const { guides: t } = useWords();
  if (asked.length === 0) return null;
  return (
    <Block title={t.askedTitle}>
      <ul className="rows">
        {asked.map(({ id, firstName }) => (
          <li key={id}>
            <Link to="/guides">{t.askedToTake(firstName)}</Link>
          </li>
        ))}
      </ul>
    </Block>
  );
}
