import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { dropCookie } from "#http/cookies.ts";
import { open } from "#http/door.server.ts";
import { signOutEverywhere } from "#http/signin.server.ts";
import { isSecure } from "#http/who.server.ts";

export const action = open("ends one's own sessions, also a covered one", async ({ context }: ActionFunctionArgs) => {
  await signOutEverywhere(context.who);
  return redirect("/login", {
    status: 303,
    headers: { "Set-Cookie": dropCookie("session", isSecure()), "Clear-Site-Data": '"cache", "storage"' },
  });
});
