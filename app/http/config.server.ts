import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";
import { once } from "#db/once.server.ts";
import { type MailConfig, readMail } from "./mail-config.server.ts";
import { type OidcConfig, readOidc } from "./oidc-config.server.ts";

/** The installation cannot start as it is set up; one line for each thing that is missing. */
export class Misconfigured extends Error {
  readonly lines: string[];
  constructor(lines: string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}

/** Exit code for a configuration that cannot be used (sysexits.h, EX_CONFIG). */
export const EX_CONFIG = 78;

const environment = z.object({
  SAMSPOR_MODE: z.enum(["demo", "production"]).default("demo"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: z.string().optional(),
  SAMSPOR_ORIGIN: z.string().optional(),
  SAMSPOR_SECRET: z.string().optional(),
  SAMSPOR_PROXY: z.coerce.number().int().min(0).max(9).default(0),
  SAMSPOR_CHECKPOINTS: z.string().optional(),
  SAMSPOR_NOW: z.string().optional(),
  SAMSPOR_SMTP: z.string().optional(),
  SAMSPOR_MAIL_FROM: z.string().optional(),
  SAMSPOR_OIDC_ISSUER: z.string().optional(),
  SAMSPOR_OIDC_CLIENT_ID: z.string().optional(),
  SAMSPOR_OIDC_CLIENT_SECRET: z.string().optional(),
  SAMSPOR_OIDC_ROLES: z.string().default(""),
  SAMSPOR_OIDC_ROLES_CLAIM: z.string().default("roles"),
  SAMSPOR_OIDC_DEPARTMENTS_CLAIM: z.string().default("departments"),
  SAMSPOR_OIDC_ACR: z.string().default(""),
  SAMSPOR_OIDC_CREATE: z.enum(["yes", "no"]).default("no"),
});

export type Config = {
  mode: "demo" | "production";
  port: number;
  host: string;
  dataDir: string;
  databaseFile: string;
  /** The one origin that posts and sockets may come from; null: the request's own host (demo and development). */
  origin: string | null;
  /** How many trusted proxies stand in front, each of which writes whom it heard from. */
  proxies: number;
  /** 32 bytes from which the keys of this installation are derived. */
  secret: Buffer;
  /** The file outside the database in which it is signed how the log stood. */
  checkpointFile: string;
  now: string | null;
  /** The municipality's own sign-in; null: local accounts alone. */
  oidc: OidcConfig | null;
  /** Through what mail is sent; null: none is. */
  mail: MailConfig | null;
};

function databaseFileOf(url: string | undefined, dataDir: string, wrong: string[]) {
  if (!url) return join(dataDir, "samspor.db");
  if (/^postgres(ql)?:/.test(url)) wrong.push("DATABASE_URL: PostgreSQL is not served yet; give a file.");
  return resolve(url.replace(/^file:(\/\/)?/, ""));
}

function demoSecret(dataDir: string): Buffer {
  const file = join(dataDir, "demo-secret");
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64"), { mode: 0o600 });
  return Buffer.from(readFileSync(file, "utf8"), "base64");
}

/** Reads the environment. @throws Misconfigured with one line for each thing that is missing or wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success)
    throw new Misconfigured(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const set = parsed.data;
  const wrong: string[] = [];
  const dataDir = resolve(set.DATA_DIR);
  const databaseFile = databaseFileOf(set.DATABASE_URL, dataDir, wrong);
  const production = set.SAMSPOR_MODE === "production";
  if (production && !set.SAMSPOR_ORIGIN)
    wrong.push("SAMSPOR_ORIGIN is missing: the address people use, e.g. https://samspor.kommune.dk");
  if (set.SAMSPOR_ORIGIN && !URL.canParse(set.SAMSPOR_ORIGIN)) wrong.push("SAMSPOR_ORIGIN is no address");
  if (production && !set.SAMSPOR_SECRET) wrong.push("SAMSPOR_SECRET is missing: 32 random bytes in base64");
  if (set.SAMSPOR_SECRET && Buffer.from(set.SAMSPOR_SECRET, "base64").length !== 32)
    wrong.push("SAMSPOR_SECRET is not 32 bytes in base64");
  if (production && set.SAMSPOR_NOW) wrong.push("SAMSPOR_NOW is not for production");
  const oidc = readOidc(set, production, wrong);
  const mail = readMail(set, production, wrong);
  if (wrong.length > 0) throw new Misconfigured(wrong);
  return {
    mode: set.SAMSPOR_MODE,
    port: set.PORT,
    host: set.HOST,
    dataDir,
    databaseFile,
    origin: set.SAMSPOR_ORIGIN ? new URL(set.SAMSPOR_ORIGIN).origin : null,
    proxies: set.SAMSPOR_PROXY,
    secret: set.SAMSPOR_SECRET ? Buffer.from(set.SAMSPOR_SECRET, "base64") : demoSecret(dataDir),
    checkpointFile: resolve(set.SAMSPOR_CHECKPOINTS ?? join(dataDir, "log-checkpoints")),
    now: set.SAMSPOR_NOW ?? null,
    oidc,
    mail,
  };
}

const kept = once("config", () => ({ config: undefined as Config | undefined }));

export function setConfig(config: Config): void {
  kept.config = config;
}

export function config(): Config {
  if (!kept.config) throw new Error("The configuration is not read");
  return kept.config;
}
