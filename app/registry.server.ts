import type { ServerBuild } from "@remix-run/node";
import { lacks } from "#http/door.server.ts";
import { events } from "#live/heard.server.ts";

/** What would be answered without a rule, a line each: the routes with their data requests, and what a socket may say. */
export function unregistered(routes: ServerBuild["routes"]): string[] {
  const doors = Object.values(routes).flatMap((route) =>
    (["loader", "action"] as const).flatMap((way) => {
      const fn = route?.module[way];
      return fn ? lacks(fn).map((what) => `The ${way} of ${route?.id} ${what} (app/http/door.server.ts)`) : [];
    }),
  );
  const heard = Object.entries<{ allow?: unknown }>(events).flatMap(([name, { allow }]) =>
    typeof allow === "function" ? [] : [`The socket event "${name}" has no rule (app/live/heard.server.ts)`],
  );
  return [...doors, ...heard];
}
