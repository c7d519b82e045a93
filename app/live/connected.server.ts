import { read } from "#db/index.server.ts";
import { decide } from "#domain/access/decide.server.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { meetingWith, staffAround } from "#domain/meetings/find.server.ts";
import { dayOf } from "#domain/moments.ts";
import type { LiveSocket } from "./sockets.server.ts";

/** Whoever runs the meeting may ask who around it has a screen of ours open: a help, never the roll call. */
export const mayAskWhoIsConnected = ({ data }: LiveSocket, meetingId: string): Promise<string | null> =>
  read((db) => decide(db, asker(data.actor, now(), "live"), "meeting:run", meetingId));

/** Which of those around a meeting have a screen of ours open. */
export async function connectedAround({ nsp }: LiveSocket, meetingId: string): Promise<string[]> {
  const around = await read(async (db) => staffAround(db, await meetingWith(db, meetingId), dayOf(now())));
  const here = new Set<string>();
  for (const { data } of (nsp.sockets as Map<string, LiveSocket>).values())
    if (data.actor.kind === "staff") here.add(data.actor.id);
  return around.filter((id) => here.has(id));
}
