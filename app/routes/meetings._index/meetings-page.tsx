import { Link, useNavigate, useSearchParams } from "@remix-run/react";
import type { Meetings } from "#domain/meetings/queries.server.ts";
import { dayOf } from "#domain/moments.ts";
import { staffTopic } from "#domain/topics.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { MeetingFields } from "#frame/meeting-fields.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import { usePeople } from "#frame/people.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";
import { MeetingRow } from "./meeting-row.tsx";

/** Meetings that come, and those that were, by year. */
export function MeetingsPage({ meetings }: { meetings: Meetings }) {
  const { meetings: t, frame } = useWords();
  const { staffId } = useFrame();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { coming, held, moreHeld, mayMake, proposal } = meetings;
  useReloadOn(staffId ? [staffTopic(staffId)] : []);
  const years = [...new Set(held.map(({ startsAt }) => dayOf(startsAt).slice(0, 4)))];
  return (
    <PageFrame strip={search.has("aside") && <Strip text={t.aside} />}>
      <div className="title-line">
        <h1>{t.title}</h1>
        {mayMake && (
          <div className="button-line">
            <LinkButton to="?make=new" variant="primary" preventScrollReset>
              {t.make}
            </LinkButton>
            <LinkButton to="?make=acute" preventScrollReset>
              {t.makeAcute}
            </LinkButton>
          </div>
        )}
      </div>
      {proposal && (
        <Sheet
          open
          onClose={() => navigate("/meetings", { preventScrollReset: true })}
          title={proposal.making === "acute" ? t.makeAcute : t.make}
          closeLabel={frame.close}
        >
          <NewMeeting key={`${proposal.making} ${proposal.on}`} meetings={meetings} proposal={proposal} />
        </Sheet>
      )}
      <section className="list-section" aria-labelledby="coming">
        <h2 id="coming">{t.coming}</h2>
        <Rows lines={coming} meetings={meetings} none={t.noneComing} />
      </section>
      <section className="list-section" aria-labelledby="held">
        <h2 id="held">{t.held}</h2>
        {held.length === 0 && <Empty text={t.noneHeld} />}
        {years.map((year) => (
          <section key={year} className="list-section" aria-labelledby={`held-${year}`}>
            <h3 id={`held-${year}`} className="region-label">
              {year}
            </h3>
            <Rows lines={held.filter(({ startsAt }) => dayOf(startsAt).startsWith(year))} meetings={meetings} />
          </section>
        ))}
        {moreHeld && (
          <Link to={`?held=${held.length + 20}`} preventScrollReset className="button button-text">
            {t.showMore}
          </Link>
        )}
      </section>
    </PageFrame>
  );
}

function Rows({ lines, meetings, none }: { lines: Meetings["coming"]; meetings: Meetings; none?: string }) {
  if (lines.length === 0) return <Empty text={none} />;
  return (
    <ul className="rows meeting-rows">
      {lines.map((line) => (
        <MeetingRow
          key={line.id}
          line={line}
          label={meetings.labels[line.typeCode]}
          today={meetings.today}
          mayMake={meetings.mayMake}
        />
      ))}
    </ul>
  );
}

/** Filled in already: look, and press. */
function NewMeeting({ meetings, proposal }: { meetings: Meetings; proposal: NonNullable<Meetings["proposal"]> }) {
  const { meetings: t } = useWords();
  const people = usePeople(meetings.peopleEdition);
  return (
    <CommandForm intent="make-meeting" fields={{ acute: proposal.making === "acute" ? "yes" : null }}>
      {(form) => (
        <>
          {proposal.making === "acute" && <p className="meta">{t.form.acuteHint}</p>}
          <MeetingFields
            facts={proposal}
            types={meetings.types}
            people={people}
            leaders={meetings.leaders}
            today={meetings.today}
            form={form}
          />
          <Button variant="primary" disabled={form.busy}>
            {t.form.create}
          </Button>
        </>
      )}
    </CommandForm>
  );
}
