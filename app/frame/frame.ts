import { useRouteLoaderData } from "@remix-run/react";
import type { Frame } from "#http/frame.server.ts";

/** Who is signed in, with which roles, and what installation this is; the root's loader answers it once for the page. */
export function useFrame(): Frame {
  const frame = useRouteLoaderData("root") as Frame | undefined;
  if (!frame) throw new Error("No frame");
  return frame;
}
