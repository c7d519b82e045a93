import type { ActionFunctionArgs } from "@remix-run/node";
import { open } from "#http/door.server.ts";
import { unlockWith } from "#http/signin.server.ts";
import { orUnsent } from "#live/net.ts";

export const action = open("takes the password of a covered page", ({ request, context }: ActionFunctionArgs) =>
  unlockWith(request, context),
);

export const clientAction = orUnsent();
