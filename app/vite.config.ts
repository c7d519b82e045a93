import { fileURLToPath } from "node:url";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vitest/config";
import options from "../remix.config.js";

const dkfds = fileURLToPath(new URL("../node_modules/dkfds/dist", import.meta.url));

/** Tests that need the built server, and a browser: they wait for the build, which runs while the others are tested. */
const onTheBuild = [
  "tests/browser/**/*.test.ts",
  "tests/http/{server,oidc,matrix,non-interference,registry,canary,kept-place}.test.ts",
];

/** Asked for by the tests alone: a build knows nothing of Vitest. */
const sequence = process.env.VITEST ? { sequencer: (await import("../.config/long-first.js")).LongFirst } : {};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    process.env.VITEST ? undefined : remix(options),
    { ...optimizeLocales.vite({ locales: ["da-DK", "en-US"] }), enforce: "pre" },
  ],
  // dkfds closes its exports to all but its JavaScript, which we never load.
  resolve: {
    alias: {
      "dkfds-css": `${dkfds}/css/dkfds.min.css`,
      "dkfds-icons": `${dkfds}/img/svg-icons`,
      "dkfds-fonts": `${dkfds}/fonts/IBMPlexSans/split`,
    },
  },
  build: { assetsInlineLimit: 0, target: "es2022", minify: "esbuild" },
  // The engine keeps the server's source: short, and without a sign that takes two bytes for each letter. Names stay, and lines.
  esbuild: isSsrBuild ? { charset: "ascii", minifyWhitespace: true, minifyIdentifiers: false, lineLimit: 160 } : {},
  // Many small files, most of them never called: built in, the server starts a third sooner.
  ssr: process.env.VITEST ? {} : { noExternal: ["zod", "drizzle-orm"] },
  optimizeDeps: {
    include: [
      "react",
      "react/jsx-runtime",
      "react/jsx-dev-runtime",
      "react-dom/client",
      "@remix-run/react",
      "socket.io-client",
    ],
  },
  test: {
    sequence,
    // Each file begins with a database, a clock and a server of its own; the modules are loaded once.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What must be there within a second says so itself; all else waits as long as a busy machine takes.
    expect: { poll: { timeout: 5000 } },
    reporters: process.env.CI ? ["default", ["json", { outputFile: "build/tests.json" }]] : ["default"],
    projects: [
      {
        extends: true,
        test: { name: "rules", include: ["tests/**/*.test.{ts,tsx}"], exclude: onTheBuild, maxWorkers: 2 },
      },
      {
        extends: true,
        // After the others, and two at a time: each has a server and a browser of its own, and a third only makes all of them wait.
        test: {
          name: "built",
          include: onTheBuild,
          globalSetup: "tests/support/build.ts",
          setupFiles: "tests/support/built.ts",
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}));
