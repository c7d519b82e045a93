import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import type { ActionState } from "#db/vocabulary.ts";
import { startClockAt } from "#domain/clock.server.ts";
import { newId } from "#domain/ids.server.ts";
import { isMailTime } from "#domain/mail/rules.ts";
import { setMail } from "#domain/signin/commands.server.ts";
import { aRoom } from "#tests/support/a-room.ts";
import { does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";
import { da } from "#words/da.ts";
import { en } from "#words/en.ts";
import { sendDailyMail } from "../../app/tasks/daily-mail.server.ts";

aDatabase();

const MORNING = "2026-11-23T05:40:00.000Z";
const ORIGIN = "https://samspor.test";
const got: Email[] = [];
let refuses = "";
let server: SMTPServer;
let room: Awaited<ReturnType<typeof aRoom>>;

/** A mail server that takes what comes, but for one address when it is told so. */
beforeEach(async () => {
  got.length = 0;
  refuses = "";
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      done(address === refuses ? new Error("550 nobody here") : null);
    },
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () =>
        PostalMime.parse(Buffer.concat(parts)).then((email) => {
          got.push(email);
          done();
        }, done),
      );
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  startClockAt(MORNING);
  room = await aRoom();
});
afterEach(async () => {
  await transact((db) => db.update(tables.staff).set({ email: null, version: sql`${tables.staff.version} + 1` }));
  await new Promise<void>((closed) => server.close(closed));
});

const config = (mustEncrypt = false) => {
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, from: "samspor@kommune.test", mustEncrypt };
};
const send = () => sendDailyMail(config(), ORIGIN);
const versionOf = async (id: string) =>
  (await read((db) => db.select().from(tables.staff))).find((one) => one.id === id)?.version ?? 0;
const wants = async (staffId: string, email: string, set: { wantsMail?: string } = { wantsMail: "yes" }) =>
  does(setMail, { version: String(await versionOf(staffId)), email, ...set }, staffId, { now: MORNING });

type Set = { state?: ActionState; ownerId?: string | null; dueOn?: string; createdAt?: string };
const anAgreement = ({ state = "agreed", createdAt = "2026-11-23T05:00:00.000Z", ...set }: Set) =>
  transact((db) =>
    db.insert(tables.action).values({
      ...{ id: newId(), itemId: room.item, youngPersonId: room.youngPerson, number: 1, position: 1, createdAt, state },
      ...{ text: "Ringer til Signe Holm Thomsen", departmentId: room.adults, ...set },
    }),
  );

describe("the daily mail", () => {
  test("says how many, in the reader's language, and nothing of anybody", async () => {
    await wants(room.adviser, "raadgiver@kommune.test");
    await anAgreement({ ownerId: room.adviser });
    await anAgreement({ ownerId: room.adviser });
    await anAgreement({ ownerId: room.adviser, dueOn: "2026-11-01", createdAt: "2026-10-01T08:00:00.000Z" });
    await anAgreement({ state: "proposed" });
    expect(await send()).toBe(1);
    const [mail] = got;
    expect(mail).toMatchObject({
      subject: "Samspor: 2 nye aftaler, 1 at sige ja til, 1 over fristen",
      to: [{ address: "raadgiver@kommune.test" }],
      from: { address: "samspor@kommune.test" },
    });
    expect(mail?.text).toContain("https://samspor.test/actions");
    expect(JSON.stringify(mail)).not.toMatch(/Signe|Holm|Thomsen|Voksen/);
    expect(await logOf("note-mail-sent")).toMatchObject([{ kind: "mail-sent", youngPersonId: null }]);
  });

  test("comes once a day, also after a fall of the server, and not when there is nothing to say", async () => {
    await wants(room.adviser, "raadgiver@kommune.test");
    await wants(room.guide, "guide@kommune.test");
    await anAgreement({ ownerId: room.adviser });
    expect([await send(), await send()]).toEqual([1, 0]);
    startClockAt("2026-11-24T05:40:00.000Z");
    expect(await send()).toBe(0);
    expect(got).toHaveLength(1);
  });

  test("goes to nobody who said no, has no address, or has left, and on no Sunday", async () => {
    await anAgreement({ ownerId: room.adviser });
    expect(await send()).toBe(0);
    await wants(room.adviser, "raadgiver@kommune.test", {});
    expect(await send()).toBe(0);
    startClockAt("2026-11-29T05:40:00.000Z");
    await wants(room.adviser, "raadgiver@kommune.test");
    expect(await send()).toBe(0);
  });

  test("that one address refuses keeps nobody else from theirs, and is tried again", async () => {
    await wants(room.adviser, "raadgiver@kommune.test");
    await wants(room.guide, "guide@kommune.test");
    await anAgreement({ ownerId: room.adviser });
    await anAgreement({ ownerId: room.guide });
    refuses = "raadgiver@kommune.test";
    await expect(send()).rejects.toThrow("nobody here");
    expect(got.map(({ to }) => to?.[0]?.address)).toEqual(["guide@kommune.test"]);
    refuses = "";
    expect(await send()).toBe(1);
  });

  test("is not sent in the clear where it must not be", async () => {
    await wants(room.adviser, "raadgiver@kommune.test");
    await anAgreement({ ownerId: room.adviser });
    await expect(sendDailyMail(config(true), ORIGIN)).rejects.toThrow();
    expect(got).toEqual([]);
  });

  test("an address that is none is refused, with two lines as little as with two addresses", async () => {
    for (const email of ["ingen", "a@b", "a@b.dk, c@d.dk", "a@b.dk\nBcc: c@d.dk"])
      expect(await tryTo(setMail, { version: "1", email, wantsMail: "yes" }, room.adviser)).toMatchObject({
        no: "invalid",
      });
  });
});

test("it is sent in the morning", () => {
  expect(["06:29", "06:30", "11:59", "12:00"].map(isMailTime)).toEqual([false, true, true, false]);
});

test("in both languages its text is numbers and the two addresses, whatever is counted", () => {
  for (const { mail } of [da, en]) {
    const texts = new Set(
      [1, 2, 500].map((n) => mail.text({ fresh: n, toAnswer: n, late: n }, "A", "B").replaceAll(String(n), "#")),
    );
    expect(texts.size).toBeLessThanOrEqual(2);
    expect(mail.subject({ fresh: 0, toAnswer: 1, late: 0 })).toMatch(/^Samspor: 1 /);
  }
});
