import { useRef } from "react";
import type { PeopleAround } from "#domain/people/around.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** The professionals around the young person, the contact person first; each place can be ended, after a question. */
export function Around({ person }: { person: PeopleAround }) {
  const { people: t, access } = useWords();
  const { language } = useFrame();
  const heading = useRef<HTMLHeadingElement>(null);
  const { around, id: youngPersonId, name: young, mayAssign, who, today } = person;
  const days = dayWords(language, today);
  return (
    <section className="page-part" aria-labelledby="around">
      <h2 id="around" ref={heading} tabIndex={-1}>
        {t.around}
      </h2>
      {who && <p className="meta">{access.reviewHint}</p>}
      {around.length === 0 && <p className="meta">{t.nobodyAround}</p>}
      <ul className="rows rows-first-line">
        {around.map(({ id, version, staffId, name, title, kind, primary, fromOn, ...place }) => (
          <li key={id}>
            <div className="row-main">
              <p>
                <strong>{name}</strong> <span className="meta">{title}</span>
              </p>
              <p className="meta">
                {[t.kinds[kind], primary && t.isContact, t.since(days.short(fromOn))].filter(Boolean).join(" · ")}
              </p>
              {who && <Confirmed of={place} days={days} />}
              <div className="button-line">
                {who && (
                  <CommandForm
                    intent="confirm-access"
                    fields={{ id, version }}
                    label={access.confirmWho(name, t.kinds[kind])}
                  >
                    <Button dense aria-label={access.confirmWho(name, t.kinds[kind])}>
                      {access.confirm}
                    </Button>
                  </CommandForm>
                )}
                {mayAssign && !primary && (
                  <CommandForm intent="assign" fields={{ youngPersonId, staffId, kind, primary: "yes" }}>
                    <Button variant="text" dense>
                      {t.makeContact}
                    </Button>
                  </CommandForm>
                )}
                {mayAssign && (
                  <AskFor
                    intent="end-assignment"
                    fields={{ id }}
                    label={t.end}
                    name={t.endWhat(name, t.kinds[kind])}
                    variant="text"
                    dense
                    group="end"
                  >
                    <CommandForm
                      intent="end-assignment"
                      fields={{ id, version }}
                      // The row is gone with its button: one goes on from the list.
                      onDone={() => heading.current?.focus()}
                    >
                      {({ problem }) => (
                        <>
                          <p>
                            {t.endQuestion(name, t.kinds[kind], young)} {t.endEffect}{" "}
                            {primary && around.length === 1 && t.endContact}
                          </p>
                          {primary && around.length > 1 && (
                            <SelectField label={t.nextContact} name="contactId" error={problem("contactId")} required>
                              <option value="">{t.chooseColleague}</option>
                              {around
                                .filter((one) => one.id !== id)
                                .map((one) => (
                                  <option key={one.id} value={one.id}>
                                    {one.name}, {t.kinds[one.kind]}
                                  </option>
                                ))}
                            </SelectField>
                          )}
                          <Button dense>{t.endYes}</Button>
                        </>
                      )}
                    </CommandForm>
                  </AskFor>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Place = Pick<PeopleAround["around"][number], "reviewedOn" | "due" | "endsOn" | "opens">;

/** When it was last confirmed, and when it ends without; red when its day has come. */
function Confirmed({ of, days }: { of: Place; days: ReturnType<typeof dayWords> }) {
  const { access: t } = useWords();
  const { reviewedOn, due, endsOn, opens } = of;
  const words = [
    ...(due && opens ? [t.confirmNow] : []),
    reviewedOn ? t.confirmed(days.short(reviewedOn)) : t.neverConfirmed,
    opens ? (!endsOn ? t.doesNotEnd : t.ends(days.short(endsOn))) : t.noAccess,
  ];
  return <p className={due || !opens ? "meta late" : "meta"}>{words.join(" · ")}</p>;
}
