import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { raiseConcern } from "#domain/guides/concern-commands.server.ts";
import { writeContact } from "#domain/guides/contact-commands.server.ts";
import { type Mine, mine } from "#domain/guides/mine.server.ts";
import { declineYoungPerson, takeYoungPerson } from "#domain/guides/request-commands.server.ts";
import { setIntensity, setPhone } from "#domain/guides/rhythm-commands.server.ts";
import { ContactForm } from "#frame/contact-form.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";
import { Lists } from "./lists.tsx";
import { MineProvider, useMine } from "./model.ts";
import { type Reached, ReachedBar, useReached } from "./reached.tsx";
import { Strips } from "./strips.tsx";
import { Worried } from "./worried.tsx";

export const handle: Handle = { title: (words) => words.guides.title };
export const loader = page(mine, () => ({}));
export const action = submit([writeContact, raiseConcern, setIntensity, setPhone, takeYoungPerson, declineYoungPerson]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** The guide's page, made for a telephone in one hand. */
export default function Guides() {
  const data = useLoaderData<typeof loader>() as Mine;
  const { guides: t, guideTeam } = useWords();
  useReloadOn(data.topics);
  return (
    <PageFrame>
      <MineProvider value={data}>
        <div className="guide-page">
          <h1>{t.title}</h1>
          {data.seesTeam && (
            <p>
              <Link to="/guides/team">{guideTeam.toTeam}</Link>
            </p>
          )}
          <Own />
        </div>
      </MineProvider>
    </PageFrame>
  );
}

type Writing = { id: string; channel?: Reached["channel"] };

function Own() {
  const { guides: t, frame } = useWords();
  const { youngPeople, today } = useMine();
  // Without JavaScript whom one writes about stands in the address.
  const [search] = useSearchParams();
  const [writing, setWriting] = useState<Writing | null>(
    search.has("contact") ? { id: search.get("contact") ?? "" } : null,
  );
  const [said, setSaid] = useState("");
  const { asked, reach, forget } = useReached();
  const young = youngPeople.find(({ id }) => id === writing?.id);
  const called = youngPeople.find(({ id }) => id === asked?.id);
  const done = (words: string) => {
    setWriting(null);
    setSaid(words);
  };
  return (
    <>
      <Strips />
      <p role="status" className="meta">
        {said}
      </p>
      <Lists onContact={(id) => setWriting({ id })} onReach={reach} />
      {called && asked ? (
        <ReachedBar
          young={called}
          channel={asked.channel}
          onYes={() => {
            setWriting({ id: called.id, channel: asked.channel });
            forget();
          }}
          onGone={(saved) => {
            if (saved) setSaid(t.saved(called.firstName));
            forget();
          }}
          onUnsent={forget}
        />
      ) : (
        youngPeople.length > 0 && (
          <div className="guide-foot">
            <a
              href="/guides?contact"
              className="button button-primary button-wide"
              onClick={(event) => {
                event.preventDefault();
                setWriting({ id: "" });
              }}
            >
              {t.newContact}
            </a>
          </div>
        )
      )}
      <Sheet
        open={writing !== null}
        onClose={() => setWriting(null)}
        title={young ? t.contactWith(young.firstName) : t.newContact}
        closeLabel={frame.close}
      >
        {young ? (
          <>
            <ContactForm
              key={young.id + (writing?.channel ?? "")}
              person={{ ...young, channel: young.standing.lastChannel }}
              channel={writing?.channel}
              today={today}
              onDone={() => done(t.saved(young.firstName))}
            />
            <Worried young={young} onSaid={done} />
          </>
        ) : (
          <form method="get" className="field-line">
            <SelectField
              label={t.who}
              name="contact"
              defaultValue=""
              onChange={(event) => setWriting({ id: event.target.value })}
            >
              <option value="">{t.choose}</option>
              {youngPeople.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <noscript>
              <Button>{t.choose}</Button>
            </noscript>
          </form>
        )}
      </Sheet>
    </>
  );
}
