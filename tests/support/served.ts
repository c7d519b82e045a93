import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type Running, runTask, startServer } from "./server.ts";

/** A Tuesday five minutes before the demo's meeting, so that no run of the tests meets a midnight or a holiday. */
const OPENS = Date.parse("2026-11-24T07:55:00Z");

/** The demo municipality as it is when the server starts on an empty folder; made once for a build. */
export const DEMO = "build/demo-for-tests";

/** Makes it, unless it is made of this build already. */
export async function makeDemo(): Promise<void> {
  const mark = join(DEMO, "made-of");
  const of = `${readFileSync("build/.samspor", "utf8")} ${OPENS}`;
  if (existsSync(mark) && readFileSync(mark, "utf8") === of) return;
  await rm(DEMO, { recursive: true, force: true });
  const { code, output } = await runTask(["demo"], { DATA_DIR: DEMO, SAMSPOR_NOW: new Date(OPENS).toISOString() });
  if (code !== 0) throw new Error(`The demo could not be made:\n${output}`);
  writeFileSync(mark, of);
}

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });

/** The built server on a fresh demo, as a process of its own that can be killed and started again on the same port and data. */
export class Served {
  readonly folder = mkdtempSync(join(tmpdir(), "samspor-"));
  port = 0;
  #ahead = OPENS - Date.now();
  #running: Running | undefined;
  #stored: Database.Database | undefined;

  static async start(): Promise<Served> {
    const served = new Served();
    await cp(DEMO, served.folder, { recursive: true });
    served.port = await freePort();
    await served.again();
    return served;
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The server's moment, so many milliseconds from now. */
  now = (later = 0): string => new Date(Date.now() + this.#ahead + later).toISOString();

  /** Starts on the same data and port, with the clock run on; with little room on the disk if so many kilobytes are given. */
  async again(roomKb?: number): Promise<void> {
    const set = { DATA_DIR: this.folder, PORT: String(this.port), SAMSPOR_NOW: this.now() };
    this.#running = await startServer(set, roomKb);
  }

  /** The same server at another moment; whoever was signed in signs in again. */
  async moveTo(moment: string): Promise<void> {
    await this.kill("SIGTERM");
    this.#ahead = Date.parse(moment) - Date.now();
    await this.again();
  }

  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    await this.#running?.kill(signal);
    this.#running = undefined;
  }

  alive = () => this.#running?.process.exitCode === null;
  output = () => this.#running?.output() ?? "";

  /** Somebody of the demo signs in through the door of a page without scripts. Answers the cookie that a browser then holds. */
  async signedIn(username: string): Promise<string> {
    const answer = await fetch(`${this.origin}/login`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: this.origin },
      body: new URLSearchParams({ username, password: "samspor-demo" }),
    });
    const [cookie] = answer.headers.getSetCookie();
    if (answer.status !== 303 || !cookie) throw new Error(`${username} was not let in: ${answer.status}`);
    return cookie.split(";")[0] ?? "";
  }

  /** Rows as they stand in the file, past every door: what is stored is proved here, never by the screen alone. */
  rows<R = Record<string, unknown>>(sql: string, ...values: unknown[]): R[] {
    this.#stored ??= new Database(join(this.folder, "samspor.db"), { readonly: true });
    return this.#stored.prepare(sql).all(...values) as R[];
  }

  row<R = Record<string, unknown>>(sql: string, ...values: unknown[]): R {
    const [first] = this.rows<R>(sql, ...values);
    if (!first) throw new Error(`Nothing stands there: ${sql}`);
    return first;
  }

  /** What time does to a row: written from outside, as no person can. */
  age(sql: string, ...values: unknown[]): void {
    const file = new Database(join(this.folder, "samspor.db"), { timeout: 5000 });
    file.prepare(sql).run(...values);
    file.close();
  }

  async end(): Promise<void> {
    this.#stored?.close();
    await this.kill("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }
}
