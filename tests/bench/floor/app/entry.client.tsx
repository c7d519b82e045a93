import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { io } from "socket.io-client";

startTransition(() => {
  hydrateRoot(document, <RemixBrowser />);
});
io({ transports: ["websocket"] });
