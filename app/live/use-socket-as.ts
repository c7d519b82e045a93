import { useEffect } from "react";
import { liveSocket } from "./socket.client.ts";

let current: string | undefined;

/** The socket keeps the cookie that it came in with: where the page is another device's now, it comes in again. */
export function useSocketAs(device: string): void {
  useEffect(() => {
    if (current !== undefined && current !== device) liveSocket().disconnect().connect();
    current = device;
  }, [device]);
}
