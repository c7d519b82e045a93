import pino from "pino";
import { once } from "#db/once.server.ts";

const logger = once("logger", () => pino({ level: process.env.VITEST ? "silent" : "info", base: undefined }));

/** The process's own log: what broke, by the id that stood on the screen. Never what people wrote. */
export function complain(id: string, error: unknown): void {
  const { name, message, stack, code, cause } = error as Error & {
    code?: string;
    cause?: { code?: string; message?: string };
  };
  // A failed query's message holds its values; only what the engine said about it is kept.
  const said = name === "DrizzleQueryError" || message?.startsWith("Failed query") ? cause?.message : message;
  // The stack begins with the whole message, however many lines that has.
  const calls = stack
    ?.slice(stack.indexOf(message) + message.length)
    .split("\n")
    .slice(1, 8);
  logger.error({ id, name, code: code ?? cause?.code, said, stack: calls }, "failed");
}
