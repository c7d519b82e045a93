import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Handle } from "#frame/page-title.ts";
import { ProofPage } from "#frame/proof-page.tsx";
import { open, signedIn } from "#http/door.server.ts";
import { proofAsked, proveOnPage } from "#http/proof.server.ts";

export const handle: Handle = { title: (words) => words.signin.prove };

export const loader = open(
  "asks whoever is signed in for a fresh proof",
  async ({ request, context }: LoaderFunctionArgs) => {
    signedIn(request, context);
    return json(await proofAsked(context, null, null), { headers: { "Cache-Control": "no-store" } });
  },
);

export const action = open(
  "takes a fresh proof of whoever is signed in",
  ({ request, context }: ActionFunctionArgs) => {
    signedIn(request, context);
    return proveOnPage(request, context);
  },
);

export default function Proof() {
  const asked = useLoaderData<typeof loader>();
  return <ProofPage {...(useActionData<typeof action>() ?? asked)} />;
}
