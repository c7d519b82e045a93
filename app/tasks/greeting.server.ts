import type { DemoState } from "#demo/fill.server.ts";
import type { Config } from "#http/config.server.ts";

/** What the terminal says when the server is up: the address, and in the demo who can sign in. */
export function greeting({
  port,
  host,
  origin,
  development,
  demo,
}: Config & { development: boolean; demo: DemoState | null }): string {
  const address =
    origin ?? `http://${host === "0.0.0.0" ? "localhost" : host === "127.0.0.1" ? "localhost" : host}:${port}`;
  const lines = [`Samspor ${development ? "(development) " : ""}runs at ${address}`];
  if (demo) {
    lines.push(`Demo municipality of ${demo.day}. Sign in with the password ${demo.password} as:`);
    lines.push(`  ${demo.signIns.join(" · ")}`);
    if (demo.old) lines.push("The demo is from another day: npm run demo renews it.");
  }
  return `${lines.join("\n")}\n`;
}
