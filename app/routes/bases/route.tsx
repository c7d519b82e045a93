import { useLoaderData } from "@remix-run/react";
import { changeLegalBasis, confirmLegalBasis, followLegalBasis } from "#domain/sharing/register-commands.server.ts";
import { legalBases } from "#domain/sharing/register-queries.server.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useWords } from "#words/words.ts";
import { BasisRow } from "./basis-row.tsx";

export const handle: Handle = { title: (words) => words.bases.title };
export const loader = page(legalBases, () => ({}));
export const action = submit([changeLegalBasis, followLegalBasis, confirmLegalBasis]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Bases() {
  const register = useLoaderData<typeof loader>();
  const { bases: t } = useWords();
  return (
    <PageFrame>
      <h1>{t.title}</h1>
      <p className="meta measure">{t.hint}</p>
      {register.rows.map((basis) => (
        <BasisRow key={basis.id} basis={basis} register={register} />
      ))}
    </PageFrame>
  );
}
