import { useRouteLoaderData } from "@remix-run/react";
import type { loader as frame } from "../root.tsx";

export default function Start() {
  const data = useRouteLoaderData<typeof frame>("root");
  return <main>{data?.name}</main>;
}
