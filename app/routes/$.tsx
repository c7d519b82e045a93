import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, open, signedIn } from "#http/door.server.ts";

/** Every address that is no page: nobody who is not signed in is told which ones are. */
export const loader = open("answers that there is nothing", async ({ request, context }: LoaderFunctionArgs) => {
  signedIn(request, context);
  throw notFound();
});

export const action = open("answers that there is nothing", async () => {
  throw notFound();
});

export default function Nothing() {
  return null;
}
