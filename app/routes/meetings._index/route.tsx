import { useLoaderData } from "@remix-run/react";
import { isRowId } from "#domain/input.server.ts";
import { makeMeeting } from "#domain/meetings/commands.server.ts";
import { HELD_AT_ONCE, meetingsFor } from "#domain/meetings/queries.server.ts";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { MeetingsPage } from "./meetings-page.tsx";

export const handle: Handle = { title: (words) => words.meetings.title };

export const loader = page(meetingsFor, ({ search }) => {
  const making = (["new", "copy", "acute"] as const).find((word) => word === search.get("make"));
  const from = search.get("from") ?? undefined;
  const held = Math.min(1000, Math.max(HELD_AT_ONCE, Number(search.get("held")) || 0));
  return { held: Math.floor(held), make: making ? { making, from: isRowId(from) ? from : null } : null };
});

export const action = submit([makeMeeting], {
  "make-meeting": ({ id, acute }: { id: string; acute: boolean }) => `/meetings/${id}${acute ? "?add=person" : ""}`,
});

export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Route() {
  return <MeetingsPage meetings={useLoaderData<typeof loader>()} />;
}
