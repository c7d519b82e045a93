import type { ActionFunctionArgs } from "@remix-run/node";
import { open } from "#http/door.server.ts";
import { passkeyOptions } from "#http/proof.server.ts";

export const action = open(
  "gives anybody something to sign with a passkey, which names nobody",
  ({ request, context }: ActionFunctionArgs) => passkeyOptions(request, context),
);
