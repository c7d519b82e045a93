import { existsSync } from "node:fs";

/** The first that is there. The one without windows of its own takes a quarter less time for the same pages. */
const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser that the tests drive; another one by SAMSPOR_CHROMIUM. @throws with how to get one. */
export function chromium(): string {
  const asked = process.env.SAMSPOR_CHROMIUM;
  const found = asked ? [asked].find(existsSync) : PLACES.find(existsSync);
  if (!found)
    throw new Error(
      asked
        ? `SAMSPOR_CHROMIUM: there is no ${asked}.`
        : "There is no Chromium. On Debian: apt-get update && apt-get install -y chromium-headless-shell. Elsewhere: SAMSPOR_CHROMIUM=/path/to/chrome npm test",
    );
  return found;
}
