import { useEffect, useMemo, useState } from "react";
import { liveSocket } from "./socket.client.ts";

const ASK_EVERY_MS = 5000;

/** Which of those around the meeting have a screen open, asked again and again while it is wanted. */
export function useConnected(meetingId: string, wanted: boolean): ReadonlySet<string> {
  const [ids, setIds] = useState("");
  useEffect(() => {
    if (!wanted) return;
    const socket = liveSocket();
    const ask = () => {
      if (socket.connected) socket.emit("connected", meetingId, (found) => setIds(found.join(" ")));
    };
    ask();
    socket.on("connect", ask);
    const timer = setInterval(ask, ASK_EVERY_MS);
    return () => {
      socket.off("connect", ask);
      clearInterval(timer);
    };
  }, [meetingId, wanted]);
  return useMemo(() => new Set(ids.split(" ").filter(Boolean)), [ids]);
}
