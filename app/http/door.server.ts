import {
  type ActionFunctionArgs,
  type AppLoadContext,
  json,
  type LoaderFunctionArgs,
  redirect,
  type TypedResponse,
} from "@remix-run/node";
import type { Language } from "#db/vocabulary.ts";
import { idOf } from "#domain/actor.ts";
import { type Asker, asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { type Answer, type Command, carryOut } from "#domain/command.server.ts";
import { Declined, isUnproven, statusOf, unproven } from "#domain/errors.ts";
import { answer, type Query } from "#domain/query.server.ts";
import { config } from "./config.server.ts";
import { type Failed, failure } from "./failure.server.ts";
import { formIn, ownPath, readForm } from "./form.server.ts";
import { given, inBytes, PRIVATE } from "./given.server.ts";
import { heldOf } from "./held.server.ts";
import { languageOf } from "./language.server.ts";
import { askForProof, proveWith, statusOfUnproven, type Unproven } from "./proof.server.ts";
import type { Who } from "./who.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    who: Who;
    nonce: string;
    address: string;
    /** A request of Remix's own browser side; the address in the request no longer says so. */
    data: boolean;
  }
}

/** The server starts only when every loader and action carries this mark: they were made by one of the doors below. */
const DOOR = Symbol.for("samspor.door");

/** What a loader or action goes through, and who may: a rule, or why it is open. */
type Through = { name: string; allow?: unknown };

const door = <F extends object>(fn: F, through: readonly Through[]): F =>
  Object.defineProperty(fn, DOOR, { value: through });

/** Why a loader or action cannot be served; nothing when all that it goes through says who may. */
export function lacks(fn: unknown): string[] {
  const through = (fn as { [DOOR]?: readonly Through[] })[DOOR];
  if (!through) return ["has no door"];
  return through.filter(({ allow }) => !allow).map(({ name }) => `"${name}" has no rule`);
}

/** The one "not there": the same for what never existed and for what the asker may not know of. */
export const notFound = () => new Response(null, { status: 404, headers: PRIVATE });

/** Somebody signed in, or the way to the sign-in page. @throws Response */
export function signedIn(request: Request, { who: { actor, signedIn }, data }: AppLoadContext): Asker {
  if (actor.kind === "staff") return asker(actor, now(), "page");
  if (signedIn?.locked && data)
    throw new Response(null, { status: 401, headers: { ...PRIVATE, "X-Samspor-Locked": "yes" } });
  if (request.method !== "GET") throw new Response(null, { status: 401, headers: PRIVATE });
  const { pathname, searchParams } = new URL(request.url);
  const to = searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
  throw redirect(`/login?to=${encodeURIComponent(to)}`, { headers: PRIVATE });
}

/** A page's own form came when its session was locked or over: nothing of it is done, and the page holds what was typed. */
const signInAgain = async (request: Request, { who }: AppLoadContext) =>
  json(
    {
      held: heldOf(request, await formIn(request)),
      username: who.signedIn?.username ?? "",
      locked: who.signedIn?.locked ?? false,
    },
    { status: 401, headers: PRIVATE },
  );

export type PageAt = { params: Record<string, string | undefined>; search: URLSearchParams };

/**
 * A loader that answers one query. `toInput` sees only the address; where it answers null, the page never existed.
 * @param placeIn an address for what is to be shown first, where the one that was asked for leaves it open; null: that one says it
 */
export function page<I, O>(
  of: Query<I, O>,
  toInput: (at: PageAt) => I | null,
  placeIn: (out: O, at: PageAt) => string | null = () => null,
) {
  return door(
    async ({ params, request, context }: LoaderFunctionArgs): Promise<TypedResponse<O>> => {
      const who = signedIn(request, context);
      const at = { params, search: new URL(request.url).searchParams };
      const out = await answered(request, of, toInput(at), who);
      const place = placeIn(out, at);
      if (place) throw redirect(place, { headers: PRIVATE });
      return given(out, context);
    },
    [of],
  );
}

/** What is saved as a file: made of a query's answer, in the asker's language. */
export type FileSent = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * A loader that answers one query with a file; as an action too, of a form that says what stands in no address. `typed` is empty
 * where no form was sent.
 */
export function file<I, O>(
  of: Query<I, O>,
  toInput: (at: PageAt & Pick<TypedAt, "typed">) => I | null,
  toFile: (out: O, language: Language, origin: string) => Promise<FileSent>,
) {
  return door(
    async ({ params, request, context }: LoaderFunctionArgs): Promise<Response> => {
      const posted = request.method !== "GET" && request.method !== "HEAD";
      if (posted && context.who.actor.kind !== "staff") throw redirect("/login", { status: 303, headers: PRIVATE });
      const who = signedIn(request, context);
      const typed = posted ? (await readForm(await formIn(request))).fields : {};
      const input = toInput({ params, search: new URL(request.url).searchParams, typed });
      const { name, type, bytes } = await toFile(
        await answered(request, of, input, who),
        languageOf(context.who.signedIn, request),
        config().origin ?? new URL(request.url).origin,
      );
      const headers = { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"` };
      return new Response(bytes, { headers: { ...PRIVATE, ...headers } });
    },
    [of],
  );
}

/** @throws Response where there is no answer: for a page that never existed, for one that needs a fresh proof, for a fault. */
async function answered<I, O>(request: Request, of: Query<I, O>, input: I | null, who: Asker): Promise<O> {
  if (input === null) throw notFound();
  try {
    return await answer(of, input, who);
  } catch (error) {
    if (error instanceof Declined && isUnproven(error.answer))
      throw redirect(`/proof?to=${encodeURIComponent(here(request))}`, { headers: PRIVATE });
    if (error instanceof Declined) throw notFound();
    const { status, data } = failure(error);
    throw json(data, { status, headers: PRIVATE });
  }
}

type TypedAt = { params: PageAt["params"]; typed: Record<string, string | string[]> };
type Search = { of: Query<never>; toInput: (at: TypedAt) => unknown };

/** A query that a form asks with what was typed: a name that is searched for stands in no address. */
export const search = <I, O>(of: Query<I, O>, toInput: (at: TypedAt) => I | null): Search => ({
  of: of as Query<never>,
  toInput,
});

/** What the page gets back from a form: the command's answer, and on a "no" what was typed. */
export type Sent<A = unknown> = (Answer<A> | Failed) & {
  /** Why the proof that came with the form did not do. */
  said?: Unproven;
  intent: string;
  key: string;
  typed?: Record<string, string | string[]>;
  /** It was a search: nothing stands otherwise than before. */
  searched?: true;
};

type Named = { name: string };
type Then = Record<string, (answer: never, how: { plain: boolean }) => string | null>;

/**
 * An action that carries out the command, or answers the search, that its form names; `then` says where a success leads (`plain`: without
 * JavaScript), null: where it was sent from.
 * @param shown commands whose answer the page shows at once, without JavaScript too: it stands nowhere else.
 */
export function submit(asked: readonly (Named | Search)[], then: Then = {}, shown: readonly string[] = []) {
  const searches = asked.filter((one): one is Search => "of" in one);
  const commands = asked.filter((one): one is Named => "name" in one);
  const known = new Map(commands.map((command) => [command.name, command as unknown as Command<unknown, unknown>]));
  return door(
    async ({ params, request, context }: ActionFunctionArgs): Promise<TypedResponse<Sent>> => {
      if (context.who.actor.kind !== "staff" && !context.data) throw await signInAgain(request, context);
      const who = signedIn(request, context);
      const form = await formIn(request);
      // What was written by one is not sent as another who has signed in on the same device since.
      if (form.has("sender") && form.get("sender") !== idOf(who.actor))
        throw new Response(null, { status: 401, headers: PRIVATE });
      const { intent, key, fields } = await readForm(form);
      const searched = searches.find(({ of }) => of.name === intent);
      if (searched) {
        const input = searched.toInput({ params, typed: fields }) as never;
        const found = await answered(request, searched.of, input, who);
        return inBytes({ ok: true, answer: found, changes: [], intent, key, typed: fields, searched: true });
      }
      const command = known.get(intent);
      if (!command) throw notFound();
      const proven = await proveWith(form, context);
      const said = proven && "said" in proven ? proven.said : undefined;
      const headers = { ...PRIVATE, ...(proven && "headers" in proven ? proven.headers : {}) };
      const done = said
        ? ({ ok: false, ...unproven().answer } as const)
        : await carryOut(command, fields, who, key).catch(failure);
      if ("status" in done) return json({ ...done.data, intent, key, typed: fields }, { status: done.status, headers });
      if (!done.ok) {
        const asks = isUnproven(done);
        if (asks && !context.data) throw await askForProof(context, heldOf(request, form), said ?? null);
        const status = asks ? statusOfUnproven(said ?? null) : statusOf[done.no];
        return json({ ...done, intent, key, typed: fields, said }, { status, headers });
      }
      const next =
        then[intent]?.(done.answer as never, { plain: !context.data }) ??
        (context.data || shown.includes(intent) ? null : (ownPath(form.get("back") as string | null) ?? here(request)));
      if (next) throw redirect(next, { status: 303, headers });
      return inBytes({ ...done, intent, key }, headers);
    },
    [...known.values(), ...searches.map(({ of }) => of)],
  );
}

/** Where a form without JavaScript comes back to: the page it was sent from. */
function here(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete("index");
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}

/** A loader or action that is open to everybody, with the reason why. */
export function open<F extends object>(reason: string, fn: F): F {
  return door(fn, [{ name: "open", allow: reason }]);
}
