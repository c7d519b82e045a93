import { read } from "#db/index.server.ts";
import { decide } from "#domain/access/decide.server.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { meetingWith, staffAround } from "#domain/meetings/find.server.ts";
import type { LiveSocket } from "./sockets.server.ts";

/** Which of those around a meeting have a screen of ours open, for whoever runs it: a help, never the roll call. */
export async function connectedTo({ data, nsp }: LiveSocket, meetingId: string): Promise<string[]> {
  const at = asker(data.actor, now(), "live");
  const around = await read(async (db) =>
    (await decide(db, at, "meeting:run", meetingId)) === null ? [] : staffAround(db, await meetingWith(db, meetingId)),
  );
  const here = new Set<string>();
  for (const { data } of (nsp.sockets as Map<string, LiveSocket>).values())
    if (data.actor.kind === "staff") here.add(data.actor.id);
  return around.filter((id) => here.has(id));
}
