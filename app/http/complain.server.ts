import pino from "pino";
import { once } from "#db/once.server.ts";

const logger = once("logger", () => pino({ level: process.env.VITEST ? "silent" : "info", base: undefined }));

/** The process's own log: what broke, by the id that stood on the screen. Never what people wrote. */
export function complain(id: string, error: unknown): void {
  const { name, message, stack, code } = error as Error & { code?: string };
  // The stack begins with the whole message, however many lines that has.
  const calls = stack
    ?.slice(stack.indexOf(message) + message.length)
    .split("\n")
    .slice(1, 8);
  logger.error({ id, name, code, said: message, stack: calls }, "failed");
}
