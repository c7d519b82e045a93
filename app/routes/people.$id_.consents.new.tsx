import { Link, useLoaderData } from "@remix-run/react";
import { consentForms, consentKinds, sectors } from "#db/vocabulary.ts";
import { isRowId } from "#domain/input.server.ts";
import { prepareConsent } from "#domain/sharing/consent-commands.server.ts";
import { consentForm } from "#domain/sharing/shown.server.ts";
import { CommandForm, useTypedBefore } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { DayField, SelectField, TextArea } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.consent.formTitle };
export const loader = page(consentForm, ({ params: { id }, search }) => {
  const [again, change] = [search.get("again"), search.get("change")];
  const from = change ?? again;
  if (!isRowId(id) || (from !== null && !isRowId(from))) return null;
  return { id, from, change: change !== null };
});
export const action = submit([prepareConsent], {
  "prepare-consent": ({ id, youngPersonId }: { id: string; youngPersonId: string }) =>
    `/people/${youngPersonId}/consents/${id}`,
});
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

const chosen = (typed: string | string[] | undefined) => (typed === undefined ? undefined : [typed].flat());

/** Two lists: who may know, and about what. */
export default function NewConsent() {
  const { id, name, before, version, asked, departments, areas, inAYear, today } = useLoaderData<typeof loader>();
  const { consent: t } = useWords();
  const { language } = useFrame();
  const typedBefore = useTypedBefore("prepare-consent");
  const { short } = dayWords(language, today);
  const recipients = chosen(typedBefore?.recipients) ?? before?.recipients.map((one) => one.id) ?? [];
  const about = chosen(typedBefore?.areas) ?? before?.areas.map(({ code }) => code) ?? [];
  const kindBefore = typedBefore?.kind ?? before?.kind ?? "exchange";
  const givers = (kind: "exchange" | "health") => {
    const names = asked[kind];
    return names ? t.givenBy(listed(names, language)) : t.givenByNobody;
  };
  return (
    <PageFrame>
      <p>
        <Link to={`/people/${id}`}>{name}</Link>
      </p>
      <h1>{version > 0 ? t.changeTitle : t.formTitle}</h1>
      <CommandForm
        intent="prepare-consent"
        fields={{ youngPersonId: id, ...(version > 0 ? { id: before?.id, version } : {}) }}
        className="page-form"
      >
        {({ problem, typed, busy }) => (
          <>
            <fieldset>
              <legend>{t.kind}</legend>
              {consentKinds.map((kind) => (
                <Choice
                  key={kind}
                  type="radio"
                  name="kind"
                  value={kind}
                  label={t.kinds[kind]}
                  hint={kind === "health" ? `${givers(kind)} ${t.healthYear}` : givers(kind)}
                  defaultChecked={kindBefore === kind}
                />
              ))}
              <Problem text={problem("kind")} />
            </fieldset>
            <div className="side-by-side">
              <fieldset>
                <legend>{t.who}</legend>
                {sectors
                  .filter((sector) => departments.some((one) => one.sector === sector))
                  .map((sector) => (
                    <div key={sector} className="consent-group">
                      <p className="region-label">{t.sectors[sector]}</p>
                      {sector === "municipality" && <p className="form-hint">{t.ownHint}</p>}
                      {departments
                        .filter((one) => one.sector === sector)
                        .map((one) => (
                          <Choice
                            key={one.id}
                            name="recipients[]"
                            value={one.id}
                            label={one.name}
                            defaultChecked={recipients.includes(one.id)}
                          />
                        ))}
                    </div>
                  ))}
                <Problem text={problem("recipients")} />
              </fieldset>
              <fieldset>
                <legend>{t.about}</legend>
                {areas.map(({ code, label }) => (
                  <Choice
                    key={code}
                    name="areas[]"
                    value={code}
                    label={label[language]}
                    defaultChecked={about.includes(code)}
                  />
                ))}
                <Problem text={problem("areas")} />
              </fieldset>
            </div>
            <TextArea
              label={t.purpose}
              hint={t.purposeHint}
              name="purpose"
              defaultValue={typed("purpose") ?? before?.purpose}
              error={problem("purpose")}
              required
            />
            <div className="field-line">
              <SelectField
                label={t.form}
                name="form"
                defaultValue={typed("form") ?? before?.form ?? "oral"}
                error={problem("form")}
              >
                {consentForms.map((form) => (
                  <option key={form} value={form}>
                    {t.formNames[form]}
                  </option>
                ))}
              </SelectField>
              <DayField
                label={t.expires}
                hint={t.expiresHint(short(inAYear))}
                name="expiresOn"
                defaultValue={typed("expiresOn") ?? (version > 0 && before ? short(before.endsOn) : undefined)}
                error={problem("expiresOn")}
                short
              />
            </div>
            <Button variant="primary" disabled={busy}>
              {t.readAloud}
            </Button>
          </>
        )}
      </CommandForm>
    </PageFrame>
  );
}

const Problem = ({ text }: { text: string | undefined }) =>
  text ? <p className="form-error-message">{text}</p> : null;
