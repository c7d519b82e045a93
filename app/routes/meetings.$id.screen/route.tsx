import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Handle } from "#frame/page-title.ts";
import { open } from "#http/door.server.ts";
import { bigScreen, type ScreenPage } from "#http/screen.server.ts";
import { type Nothing, untilDark } from "#live/dark.ts";
import { BigScreen } from "./big-screen.tsx";

export const handle: Handle = { title: (words) => words.screen.title, screen: true };

export const loader = open(
  "nobody is signed in at a room's computer: its own token is asked, or the session of whoever runs the meeting",
  ({ request, params, context }: LoaderFunctionArgs) => bigScreen(request, params.id, context),
);

export const clientLoader = untilDark();

export default function MeetingScreen() {
  return <BigScreen page={useLoaderData() as ScreenPage | Nothing} />;
}
