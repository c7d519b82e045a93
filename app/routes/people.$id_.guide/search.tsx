import type { GuideChoice } from "#domain/guides/choice.server.ts";
import { awaitsYoungPerson } from "#domain/guides/request.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";

type Props = { data: GuideChoice; request: NonNullable<GuideChoice["request"]> };

/** How the search stands, and the one press that follows. */
export function Search({ data: { person, guides, hasLeadWorker }, request }: Props) {
  const { guideChoice: t } = useWords();
  const { id, version, state, wish, proposedId } = request;
  const guide = guides.find((one) => one.id === proposedId)?.name ?? "";
  const stands =
    state === "proposed"
      ? t.states.proposed(guide, person.firstName)
      : state === "accepted_by_youth"
        ? t.states.accepted_by_youth(guide, person.firstName)
        : t.states.requested;
  const fields = { id, version };
  return (
    <section aria-label={t.begin} className="guide-search">
      <p role="status">
        <strong>{stands}</strong>
      </p>
      {wish && <p>{t.wished(wish)}</p>}
      <div className="button-line">
        {awaitsYoungPerson(state) && (
          <CommandForm intent="accept-guide" fields={fields}>
            {({ busy }) => (
              <Button variant="primary" disabled={busy}>
                {t.saysYes(person.firstName)}
              </Button>
            )}
          </CommandForm>
        )}
        {state !== "requested" && (
          <CommandForm intent="refuse-guide" fields={fields}>
            {({ busy }) => <Button disabled={busy}>{t.saysNo(person.firstName)}</Button>}
          </CommandForm>
        )}
        <AskFor
          intent="want-no-guide"
          fields={{ id }}
          label={t.wantsNone(person.firstName)}
          variant="text"
          group="search"
        >
          {hasLeadWorker ? (
            <CommandForm intent="want-no-guide" fields={fields}>
              {({ busy }) => (
                <>
                  <p>{t.wantsNoneAsk}</p>
                  <Button disabled={busy}>{t.wantsNoneYes}</Button>
                </>
              )}
            </CommandForm>
          ) : (
            <p>{t.noLead}</p>
          )}
        </AskFor>
        <CommandForm intent="withdraw-guide-request" fields={fields}>
          {({ busy }) => (
            <Button variant="text" disabled={busy}>
              {t.withdraw}
            </Button>
          )}
        </CommandForm>
      </div>
    </section>
  );
}
