import { json, redirect, type TypedResponse } from "@remix-run/node";
import type { Actor } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { Declined } from "#domain/errors.ts";
import { newId } from "#domain/ids.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { answer } from "#domain/query.server.ts";
import { showOwnScreen } from "#domain/screen/commands.server.ts";
import { offerTo } from "#domain/screen/offer.server.ts";
import { screenFor } from "#domain/screen/queries.server.ts";
import { spacedCode } from "#domain/screen/rules.ts";
import type { ShownRow } from "#domain/screen/views.server.ts";
import { type Snapshot, screenTopic } from "#domain/topics.ts";
import { writeCookie } from "./cookies.ts";
import { isSecure, type Who, whichScreen } from "./who.server.ts";

/** What a big screen's page is at: a code to be typed, too many who asked for one, or a meeting. */
export type ScreenPage =
  | { shows: "code"; screenId: string; code: string; now: string; endsAt: string }
  | { shows: "wait"; seconds: number }
  | { shows: "meeting"; own: boolean; screenId: string | null; now: string; screen: Snapshot<ShownRow> };

type Known = Awaited<ReturnType<typeof whichScreen>>;
type From = { who: Who; address: string; data: boolean };

const NO_STORE = { "Cache-Control": "no-store" };

/** The page that a room's computer is opened at: its code, or the way to the meeting that it is paired with. */
export async function roomScreen(
  request: Request,
  { address }: Pick<From, "address">,
): Promise<TypedResponse<ScreenPage>> {
  const known = await whichScreen(request.headers.get("cookie") ?? undefined);
  if (known?.meetingId) throw toMeeting(known.meetingId);
  return codePage(known, address);
}

/**
 * The big screen of a meeting, for the computer that is paired with it and for whoever runs it. Everybody else gets a code,
 * the same for a meeting that does not exist.
 */
export async function bigScreen(
  request: Request,
  meetingId: string | undefined,
  { who, address, data }: From,
): Promise<TypedResponse<ScreenPage>> {
  const known = await whichScreen(request.headers.get("cookie") ?? undefined);
  if (isRowId(meetingId)) {
    const paired = known?.meetingId === meetingId ? known : null;
    const actor: Actor = paired ? { kind: "screen", id: paired.id } : who.actor;
    const screen = await shownTo(actor, meetingId, data);
    const shows = { shows: "meeting", own: !paired, screenId: paired?.id ?? null, now: now() } as const;
    if (screen) return json({ ...shows, screen }, { headers: NO_STORE });
  }
  if (known?.meetingId && known.meetingId !== meetingId) throw toMeeting(known.meetingId);
  return codePage(known, address);
}

const toMeeting = (meetingId: string) => redirect(`/meetings/${meetingId}/screen`, { headers: NO_STORE });

/**
 * The page's source holds nothing of anybody, because it cannot be emptied when the connection is lost: the rows come with
 * the first data request.
 */
async function shownTo(actor: Actor, meetingId: string, data: boolean): Promise<Snapshot<ShownRow> | null> {
  if (actor.kind === "nobody") return null;
  const at = asker(actor, now(), "page");
  if (!data) {
    const opened = actor.kind === "screen" || (await carryOut(showOwnScreen, { meetingId }, at, newId())).ok;
    return opened ? { topic: screenTopic(meetingId), seq: -1, rows: [] } : null;
  }
  try {
    return await answer(screenFor, { meetingId }, at);
  } catch (error) {
    if (error instanceof Declined) return null;
    throw error;
  }
}

async function codePage(known: Known, address: string): Promise<TypedResponse<ScreenPage>> {
  const offer = await offerTo(known?.meetingId ? null : known, { address });
  if ("waitSeconds" in offer)
    return json({ shows: "wait", seconds: offer.waitSeconds }, { status: 429, headers: NO_STORE });
  const { screenId, code, endsAt, token } = offer;
  const cookie: Record<string, string> = token ? { "Set-Cookie": writeCookie("screen", token, isSecure()) } : {};
  return json(
    { shows: "code", screenId, code: spacedCode(code), now: now(), endsAt },
    { headers: { ...NO_STORE, ...cookie } },
  );
}
