import { useLoaderData } from "@remix-run/react";
import { ownersCommands } from "#domain/actions/of-owner.server.ts";
import { myActions } from "#domain/actions/queries.server.ts";
import { AgreementAnswers } from "#frame/agreement-answers.tsx";
import { AgreementFollow, AgreementTakeBack } from "#frame/agreement-follow.tsx";
import { TakeOvers } from "#frame/agreement-handover.tsx";
import { AgreementList } from "#frame/agreement-list.tsx";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.actions.title };

export const loader = page(myActions, () => ({}));
export const action = submit(ownersCommands);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Actions() {
  const { toAnswer, toTakeOver, handovers, mine, department, ended, names, departments, today } =
    useLoaderData<typeof loader>();
  const { staffId } = useFrame();
  const { actions: t } = useWords();
  useReloadOn([`staff:${staffId}`, ...departments.map((id) => `department:${id}`)]);
  const of = { names, today };
  return (
    <PageFrame>
      <h1>{t.title}</h1>
      <section className="page-part" aria-labelledby="asked">
        <h2 id="asked">{t.asked}</h2>
        {toAnswer.length === 0 && <p className="meta">{t.noneAsked}</p>}
        <AgreementList {...of} rows={toAnswer}>
          {(row) => <AgreementAnswers row={row} />}
        </AgreementList>
      </section>
      {toTakeOver.length > 0 && (
        <section className="page-part" aria-labelledby="take-over">
          <h2 id="take-over">{t.takeOver}</h2>
          <TakeOvers rows={toTakeOver} {...of} label={t.takeOver} />
        </section>
      )}
      <section className="page-part" aria-labelledby="mine">
        <h2 id="mine">{t.mine}</h2>
        {mine.length === 0 && <p className="meta">{t.noneMine}</p>}
        <AgreementList {...of} rows={mine} own>
          {(row) => <AgreementFollow row={row} over={handovers[row.id]} />}
        </AgreementList>
      </section>
      {departments.length > 0 && (
        <section className="page-part" aria-labelledby="department">
          <h2 id="department">{t.department}</h2>
          {department.length === 0 && <p className="meta">{t.noneDepartment}</p>}
          <AgreementList {...of} rows={department}>
            {(row) => <AgreementFollow row={row} over={handovers[row.id]} />}
          </AgreementList>
        </section>
      )}
      {ended.length > 0 && (
        <details className="page-part">
          <summary>{t.ended(ended.length)}</summary>
          <p className="meta">{t.endedHint}</p>
          <AgreementList {...of} rows={ended} label={t.ended(ended.length)}>
            {(row) => <AgreementTakeBack row={row} />}
          </AgreementList>
        </details>
      )}
    </PageFrame>
  );
}
