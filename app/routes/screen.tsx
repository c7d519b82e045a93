import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Handle } from "#frame/page-title.ts";
import { open } from "#http/door.server.ts";
import { roomScreen, type ScreenPage } from "#http/screen.server.ts";
import { type Nothing, untilDark } from "#live/dark.ts";
import { BigScreen } from "./meetings.$id.screen/big-screen.tsx";

export const handle: Handle = { title: (words) => words.frame.screenCode, screen: true };

export const loader = open(
  "a room's computer without a sign-in asks for a code",
  ({ request, context }: LoaderFunctionArgs) => roomScreen(request, context),
);

export const clientLoader = untilDark();

export default function RoomScreen() {
  return <BigScreen page={useLoaderData() as ScreenPage | Nothing} />;
}
