import { useCallback, useEffect, useRef, useState } from "react";
import type { Topic } from "#domain/topics.ts";
import { liveSocket } from "./socket.client.ts";

const SAY_EVERY_MS = 3000;
const QUIET_AFTER_MS = 6000;

/** Who else is writing where in a topic right now; and how to say that one is writing oneself. Lives in the topic's room only. */
export function useWriting(topic: Topic) {
  const [writers, setWriters] = useState<Record<string, string>>({});
  const saidAt = useRef(0);

  useEffect(() => {
    const socket = liveSocket();
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const forget = (staffId: string) => setWriters(({ [staffId]: _, ...others }) => others);
    const onWriting = (who: { topic: Topic; staffId: string; field: string }) => {
      if (who.topic !== topic) return;
      clearTimeout(timers.get(who.staffId));
      if (who.field === "") return forget(who.staffId);
      setWriters((all) => ({ ...all, [who.staffId]: who.field }));
      timers.set(
        who.staffId,
        setTimeout(() => forget(who.staffId), QUIET_AFTER_MS),
      );
    };
    socket.on("writing", onWriting);
    return () => {
      socket.off("writing", onWriting);
      for (const timer of timers.values()) clearTimeout(timer);
    };
  }, [topic]);

  const write = useCallback(
    (field: string) => {
      const at = Date.now();
      if (field !== "" && at - saidAt.current < SAY_EVERY_MS) return;
      saidAt.current = field === "" ? 0 : at;
      liveSocket().emit("writing", { topic, field });
    },
    [topic],
  );
  return { writers, write };
}
