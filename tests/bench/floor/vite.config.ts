import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import options from "../../../remix.config.js";

/** The floor's own small app, built with the same tools and options as ours. */
export default defineConfig({
  plugins: [
    remix({ ...options, appDirectory: "tests/bench/floor/app", buildDirectory: ".cache/bench/floor", manifest: false }),
  ],
  build: { target: "es2022", rollupOptions: { onwarn: () => undefined } },
  logLevel: "error",
});
