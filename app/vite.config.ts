import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vitest/config";
import options from "../remix.config.js";

const dkfds = fileURLToPath(new URL("../node_modules/dkfds/dist", import.meta.url));

export default defineConfig({
  plugins: [process.env.VITEST ? undefined : remix(options)],
  // dkfds closes its exports to all but its JavaScript, which we never load.
  resolve: { alias: { "dkfds-css": `${dkfds}/css/dkfds.min.css`, "dkfds-icons": `${dkfds}/img/svg-icons`, "dkfds-fonts": `${dkfds}/fonts/IBMPlexSans/split` } },
  build: { assetsInlineLimit: 0, target: "es2022" },
  optimizeDeps: {
    include: ["react", "react/jsx-runtime", "react/jsx-dev-runtime", "react-dom/client", "@remix-run/react", "socket.io-client"],
  },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
