import { Link, useLoaderData } from "@remix-run/react";
import type { GuideTrait } from "#db/vocabulary.ts";
import { type GuideChoice, guideChoice } from "#domain/guides/choice.server.ts";
import {
  acceptGuide,
  proposeGuide,
  refuseGuide,
  requestGuide,
  wantNoGuide,
  withdrawGuideRequest,
} from "#domain/guides/request-commands.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { hasStopped } from "#domain/staff/rules.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { Guides } from "./guides.tsx";
import { History } from "./history.tsx";
import { Search } from "./search.tsx";

export const handle: Handle = { title: (words) => words.guideChoice.title };
export const loader = page(guideChoice, ({ params }) => (isRowId(params.id) ? { youngPersonId: params.id } : null));
export const action = submit([requestGuide, proposeGuide, acceptGuide, refuseGuide, wantNoGuide, withdrawGuideRequest]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** A guide is chosen by facts beside each other; the young person says yes or no. */
export default function Choice() {
  const data = useLoaderData<typeof loader>() as GuideChoice;
  const { guideChoice: t, guideHandover, people } = useWords();
  useReloadOn(data.topics);
  const { person, request, contact, endedAs } = data;
  const ended =
    endedAs === "nobody_wanted"
      ? t.ended.nobody_wanted(person.firstName, contact?.kind === "lead_worker" ? contact.name : "")
      : endedAs === "withdrawn"
        ? t.ended.withdrawn
        : "";
  return (
    <PageFrame>
      <h1>{t.titleOf(person.name)}</h1>
      <p>
        <Link to={`/people/${person.id}`}>{t.toPlan}</Link>
        {contact && (
          <>
            {" · "}
            <Link to={`/people/${person.id}/handover`}>{guideHandover.toHandover}</Link>
          </>
        )}
      </p>
      <p className={hasStopped(contact) ? "near" : undefined}>
        {contact && hasStopped(contact)
          ? `${people.stopped(contact.name)}.`
          : contact
            ? t.contactNow(contact.name, people.kinds[contact.kind])
            : t.noContact}
      </p>
      {ended && <p role="status">{ended}</p>}
      {request ? (
        <Search data={data} request={request} />
      ) : data.handedOn ? (
        <p>
          {t.handedOn(person.firstName)} <Link to={`/people/${person.id}/handover`}>{guideHandover.toHandover}</Link>
        </p>
      ) : (
        <Begin data={data} />
      )}
      <Guides data={data} />
      <History data={data} />
    </PageFrame>
  );
}

const TRAITS: readonly GuideTrait[] = ["district", "competency", "language"];

/** What the young person wishes, and what the guide must know of. */
function Begin({ data: { person, codes } }: { data: GuideChoice }) {
  const { guideChoice: t } = useWords();
  const { language } = useFrame();
  return (
    <section className="page-part" aria-labelledby="begin">
      <h2 id="begin">{t.begin}</h2>
      <CommandForm intent="request-guide" fields={{ youngPersonId: person.id }} className="page-form">
        {({ problem, typed, busy }) => (
          <>
            <TextField
              label={t.wish(person.firstName)}
              hint={t.wishHint}
              name="wish"
              autoComplete="off"
              defaultValue={typed("wish")}
              error={problem("wish")}
            />
            <div className="field-line">
              {TRAITS.map((trait) => (
                <SelectField
                  key={trait}
                  label={t[trait]}
                  name={trait}
                  defaultValue={typed(trait) ?? ""}
                  error={problem(trait)}
                >
                  <option value="">{t.anyOf}</option>
                  {codes[trait].map(({ code, label }) => (
                    <option key={code} value={code}>
                      {label[language]}
                    </option>
                  ))}
                </SelectField>
              ))}
            </div>
            <Button variant="primary" disabled={busy}>
              {t.beginPress}
            </Button>
          </>
        )}
      </CommandForm>
    </section>
  );
}
