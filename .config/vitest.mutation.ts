import { defineConfig } from "vitest/config";

/** The tests of who may, each time the same worlds: what npm run mutation holds every changed rule against. */
export default defineConfig({
  test: {
    include: ["tests/domain/access/**/*.test.ts"],
    setupFiles: ["tests/support/same-worlds.ts"],
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
