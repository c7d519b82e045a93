import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { addDays } from "#domain/days.ts";
import { copenhagenInstant, dayOf } from "#domain/moments.ts";
import { findings } from "../support/axe.ts";
import { aBrowser, isLive, type Screen, signIn } from "../support/browser.ts";
import { aFaultProxy, type FaultProxy } from "../support/fault-proxy.ts";
import { staffIdOf } from "../support/todays-meeting.ts";

const house = aBrowser();
const PHONE = { viewport: { width: 390, height: 844 } };
const NO_NET = /ERR_|Failed to load resource|WebSocket|Failed to fetch|FetchEvent/;

/** A socket comes back by itself in a few seconds at the most. */
const BACK = { timeout: 20_000 };

let net: FaultProxy;
let me: string;
let guide: Screen;
let page: Page;

beforeAll(async () => {
  net = await aFaultProxy(house.served.port);
  me = staffIdOf(house.served, "ungeguide");
  guide = await aGuide();
  page = guide.page;
});
afterAll(() => net.end());

/** A telephone of its own, signed in, that has what it needs without a net. */
async function aGuide(): Promise<Screen> {
  const screen = await house.as("ungeguide", { ...PHONE, baseURL: net.origin });
  screen.expects(NO_NET);
  await open(screen.page);
  return screen;
}

async function open(on: Page) {
  await on.goto("/guides");
  await isLive(on);
  await on.evaluate(() => navigator.serviceWorker.ready);
  await vi.waitFor(async () => expect((await onPhone(on)).keys).toContain("day"), { timeout: 10_000 });
}

type OnPhone = {
  keys: string[];
  rows: { id: string; state: string }[];
  raw: string;
  caches: string[];
  workers: number;
};

/** All that lies on the telephone, its bytes as letters. */
const onPhone = (on: Page): Promise<OnPhone> =>
  on.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const asked = indexedDB.open("samspor", 1);
      asked.onupgradeneeded = () => {
        for (const store of ["keys", "rows"]) asked.result.createObjectStore(store, { keyPath: "id" });
      };
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
    const all = (store: string) =>
      new Promise<Record<string, unknown>[]>((done) => {
        const asked = db.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => done(asked.result);
      });
    const [keys, rows] = [await all("keys"), await all("rows")];
    db.close();
    const letters = (value: unknown): string =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder().decode(value as ArrayBuffer)
        : value instanceof CryptoKey
          ? `extractable: ${value.extractable}`
          : String(value);
    const raw = [...keys, ...rows].flatMap((row) =>
      Object.entries(row).map(([name, value]) => `${name} ${letters(value)}`),
    );
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return {
      keys: keys.map(({ id }) => String(id)),
      rows: rows.map(({ id, state }) => ({ id: String(id), state: String(state) })),
      raw: raw.join("\n"),
      caches: cached.flat(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });

const rows = () => page.locator(".young-row");
const nameAt = (at: number) => rows().nth(at).locator(".young-name").innerText();
const sheet = (on = page) => on.getByRole("dialog", { name: /^Ny kontakt/ });
const written = (text: string) =>
  house.served.rows<{ text: string; happenedAt: string }>(
    "select text, happenedAt from contact_entry where staffId = ? and text like ? order by id",
    me,
    `${text}%`,
  );

async function write(text: string, at: number) {
  await rows().nth(at).locator(".young-name").click();
  await sheet().locator("textarea").fill(text);
  await sheet().getByRole("button", { name: "Gem", exact: true }).click();
  await page.locator(".kept-note", { hasText: text }).getByText("Gemt på telefonen kl.").waitFor();
}

describe("Mine unge without a net", () => {
  test("what is written lies on the telephone, over a reload too, with today's names, hours and numbers; it is sent once, in order", async () => {
    const names = await page.locator(".young-name").allInnerTexts();
    const { phone } = house.served.row<{ phone: string }>(
      "select phone from young_person where firstName || ' ' || lastName in (select value from json_each(?)) and phone <> ''",
      JSON.stringify(names),
    );
    net.set("cut");
    onTestFinished(() => net.set("none"));
    await write("Uden net: den første.", 1);
    await write("Uden net: den næste.", 0);
    expect(written("Uden net")).toEqual([]);

    await page.reload();
    await page.getByText("Ingen net. 2 notater venter.").waitFor();
    await page.getByText(names[0] ?? "").waitFor();
    expect(await page.locator(".young-name").allInnerTexts()).toEqual(expect.arrayContaining(names));
    await page.getByText(phone).first().waitFor();
    await write("Uden net: den tredje.", 2);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.setViewportSize(PHONE.viewport);
    expect(await findings(page)).toEqual([]);

    const { raw, keys, caches } = await onPhone(page);
    expect(keys).toEqual(["day", "notes"]);
    expect(raw).toContain("extractable: false");
    for (const clear of [...names.flatMap((name) => name.split(" ")), phone, "Uden net"])
      expect(raw).not.toContain(clear);
    expect(caches.length).toBeGreaterThan(3);
    expect(caches.filter((url) => !new URL(url).pathname.startsWith("/assets/"))).toEqual([]);

    net.set("none");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect.poll(() => written("Uden net").length, BACK).toBe(3);
    await isLive(page);
    await page.locator(".kept-note").first().waitFor({ state: "detached" });
    expect(written("Uden net").map(({ text }) => text)).toEqual([
      "Uden net: den første.",
      "Uden net: den næste.",
      "Uden net: den tredje.",
    ]);
  });

  test("where only the answer was lost, the same contact is sent again and written once", async () => {
    await rows().nth(1).locator(".young-name").click();
    await sheet().locator("textarea").fill("Svaret blev væk.");
    net.set("loses-answers");
    onTestFinished(() => net.set("none"));
    await sheet().getByRole("button", { name: "Gem", exact: true }).click();
    await page.locator(".kept-note", { hasText: "Svaret blev væk." }).waitFor();
    await expect.poll(() => written("Svaret blev væk").length).toBe(1);
    net.set("none");
    await page.locator(".kept-note").first().waitFor({ state: "detached" });
    expect(written("Svaret blev væk")).toHaveLength(1);
  });

  test("where the telephone takes nothing, a text waits in its form and is never said to lie there", async () => {
    await rows().nth(1).locator(".young-name").click();
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("Full", "QuotaExceededError");
      };
    });
    await sheet().locator("textarea").fill("Der er ikke plads.");
    net.set("cut");
    onTestFinished(() => net.set("none"));
    await sheet().getByRole("button", { name: "Gem", exact: true }).click();
    await sheet().getByText("Venter på nettet").waitFor();
    expect(await sheet().locator("textarea").inputValue()).toBe("Der er ikke plads.");
    expect(await page.locator(".kept-note").count()).toBe(0);
    net.set("none");
    await expect.poll(() => written("Der er ikke plads").length, BACK).toBe(1);
    await sheet().waitFor({ state: "detached" });
    expect(written("Der er ikke plads")).toHaveLength(1);
    await open(page);
  });

  test("a telephone that dies in the middle of a note has it again in its form", async () => {
    const name = await nameAt(2);
    await rows().nth(2).locator(".young-name").click();
    await sheet().locator("textarea").pressSequentially("Halvt skrevet");
    await page.locator(".kept-note", { hasText: "Halvt skrevet" }).waitFor({ state: "attached" });
    await page.close();
    page = await guide.context.newPage();
    await open(page);
    await page.getByRole("button", { name: `Skriv videre om ${name.split(" ")[0]}` }).click();
    expect(await sheet().locator("textarea").inputValue()).toBe("Halvt skrevet");
    await sheet().locator("textarea").press("Control+End");
    await page.keyboard.type(", og så færdig.");
    await sheet().getByRole("button", { name: "Gem", exact: true }).click();
    await expect.poll(() => written("Halvt skrevet").length, BACK).toBe(1);
    expect(written("Halvt skrevet").map(({ text }) => text)).toEqual(["Halvt skrevet, og så færdig."]);
    await page.locator(".kept-note").first().waitFor({ state: "detached" });
  });

  test("what is agreed for a day to come stands in the form, with and without a net: person, sentence, save keeps it", async () => {
    const name = await nameAt(2);
    const agreed = () =>
      house.served.rows<{ nextOn: string; nextTime: string; nextPlace: string }>(
        `select nextOn, nextTime, nextPlace from contact_entry where staffId = ? and text like 'Aftalt:%' order by id`,
        me,
      );
    const day = addDays(dayOf(house.served.now()), 16);
    await rows().nth(2).locator(".young-name").click();
    await sheet().locator("textarea").fill("Aftalt: den første.");
    await sheet().locator("summary.contact-chip").click();
    await sheet().getByLabel("Næste gang").fill(day.split("-").reverse().join("-"));
    await sheet().getByLabel("Klokken").fill("13");
    await sheet().getByLabel("Sted").fill("biblioteket");
    await sheet().getByRole("button", { name: "Gem", exact: true }).click();
    await expect.poll(() => agreed().length).toBe(1);
    await sheet().waitFor({ state: "detached" });

    const at = () => page.locator(".young-row", { hasText: name }).locator(".young-name").first();
    const writes = async (text: string) => {
      await at().click();
      await sheet().locator("textarea").fill(text);
      await sheet().getByRole("button", { name: "Gem", exact: true }).click();
    };
    await page.reload();
    await isLive(page);
    const all = page.getByRole("link", { name: /^Vis alle/ });
    if (await all.isVisible()) await all.click();
    await writes("Aftalt: den næste.");
    await expect.poll(() => agreed().length).toBe(2);
    await page.reload();
    await isLive(page);
    await vi.waitFor(async () => expect((await onPhone(page)).keys).toContain("day"), { timeout: 10_000 });
    net.set("cut");
    onTestFinished(() => net.set("none"));
    await page.reload();
    await writes("Aftalt: uden net.");
    await page.locator(".kept-note", { hasText: "Aftalt: uden net." }).waitFor();
    net.set("none");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect.poll(() => agreed().length, BACK).toBe(3);
    expect(agreed()).toEqual(Array(3).fill({ nextOn: day, nextTime: "13.00", nextPlace: "biblioteket" }));
    await open(page);
  });

  test("a concern without a net says that nobody knows, over a reload too, until it is sent", async () => {
    const raised = () => house.served.rows("select receiver from concern where raisedById = ?", me);
    const before = raised().length;
    await rows().nth(0).locator(".young-name").click();
    await sheet().locator("details.contact-more > summary").click();
    await sheet().locator("summary", { hasText: "Jeg er bekymret" }).click();
    net.set("cut");
    onTestFinished(() => net.set("none"));
    await sheet().getByRole("button", { name: "Min leder" }).click();
    await sheet().getByRole("alert").getByText("Ingen ved det endnu.").waitFor();
    expect(await sheet().getByText("Venter på nettet").count()).toBe(0);
    await page.reload();
    const note = page.locator(".kept-note", { hasText: "Ingen ved det endnu." });
    await note.getByText("Ring selv til den, der skal vide det i dag.").waitFor();
    expect(await findings(page)).toEqual([]);
    expect(raised()).toHaveLength(before);
    net.set("none");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect.poll(() => raised().length, BACK).toBe(before + 1);
    await isLive(page);
    await note.waitFor({ state: "detached" });
    expect(raised()).toHaveLength(before + 1);
  });

  test("one is worried on a page that has no net too: it says that nobody knows, is one, and goes when the net is back", async () => {
    const raised = () =>
      house.served.rows<{ receiver: string }>("select receiver from concern where raisedById = ? order by id", me);
    const before = raised().length;
    net.set("cut");
    onTestFinished(() => net.set("none"));
    await page.reload();
    await rows().nth(0).locator(".young-name").click();
    await sheet().locator("textarea").fill("Halvt skrevet om en bekymring");
    await sheet().locator("summary", { hasText: "Jeg er bekymret" }).click();
    await sheet().getByRole("button", { name: "Vagten" }).click();
    await sheet().getByRole("alert").getByText("Ingen ved det endnu.").waitFor();
    await sheet().getByRole("button", { name: "Vagten" }).click();
    expect(await findings(page)).toEqual([]);
    const concern = page.locator(".kept-note", { hasText: "Ingen ved det endnu." });
    await concern.waitFor({ state: "attached" });
    expect(await concern.count()).toBe(1);
    expect(raised()).toHaveLength(before);
    net.set("none");
    // It waits for nobody who writes; the sentence lies here.
    await expect.poll(() => raised().length, BACK).toBe(before + 1);
    expect(raised().at(-1)?.receiver).toBe("duty_desk");
    await isLive(page);
    await concern.waitFor({ state: "detached" });
    const sentence = page.locator(".kept-note", { hasText: "Halvt skrevet om en bekymring" });
    await sentence.getByText("Slet", { exact: true }).first().click();
    await sentence.getByRole("button", { name: "Slet", exact: true }).click();
    await sentence.waitFor({ state: "detached" });
  });

  test("a contact on the young person's own page lies on the telephone too", async () => {
    const name = await nameAt(0);
    await rows().nth(0).locator(".row-menu-button").click();
    await page.getByRole("link", { name: "Kontakt", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: `Kontakt med ${name}` }).waitFor();
    await page.getByText("Ny kontakt", { exact: true }).click();
    const form = page.getByRole("form", { name: /^Ny kontakt med / });
    await form.locator("textarea").fill("Fra den unges side.");
    net.set("cut");
    onTestFinished(() => net.set("none"));
    await form.getByRole("button", { name: "Gem", exact: true }).click();
    await page
      .getByRole("status")
      .getByText(/er gemt på telefonen\./)
      .waitFor();
    await page.locator(".kept-note", { hasText: "Fra den unges side." }).waitFor();
    await form.waitFor({ state: "hidden" });
    // Lost with the page, it lies on the guide's own.
    await page.goto("/guides");
    await page.locator(".kept-note", { hasText: "Fra den unges side." }).waitFor();
    net.set("none");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect.poll(() => written("Fra den unges side").length, BACK).toBe(1);
    await open(page);
  });

  test("without a net no answer is said of whom it was, after another was saved", async () => {
    const row = rows().filter({ has: page.getByRole("link", { name: /^Ring til / }) });
    const [first, second] = [
      await row.nth(0).locator(".young-name").innerText(),
      await row.nth(1).locator(".young-name").innerText(),
    ];
    await page.evaluate(() =>
      document.addEventListener("click", (event) => {
        if ((event.target as HTMLElement).closest("a[href^='tel:']")) event.preventDefault();
      }),
    );
    net.set("cut");
    onTestFinished(() => net.set("none"));
    await page.locator(".young-row", { hasText: first }).locator(".young-name").click();
    await sheet().locator("textarea").fill("Om den første.");
    await sheet().getByRole("button", { name: "Gem", exact: true }).click();
    const said = page.getByRole("status").filter({ hasText: "gemt på telefonen" });
    await said.getByText(`Kontakten med ${first.split(" ")[0]} er`).waitFor();
    await page.getByRole("link", { name: `Ring til ${second}` }).click();
    await page
      .getByRole("region", { name: /^Fik du fat i/ })
      .getByRole("button", { name: "Intet svar" })
      .click();
    await said.getByText(`Kontakten med ${second.split(" ")[0]} er`).waitFor();
    net.set("none");
    await expect.poll(() => written("Om den første").length, BACK).toBe(1);
    await expect.poll(() => page.locator(".kept-note").count(), BACK).toBe(0);
    await open(page);
  });

  test("what is refused meanwhile says why, and its text stays to be copied", async () => {
    const name = await nameAt(0);
    net.set("cut");
    onTestFinished(() => net.set("none"));
    await write("Må ikke gemmes.", 0);
    house.served.age(
      "update assignment set toOn = '2026-11-01' where youngPersonId in (select id from young_person where firstName || ' ' || lastName = ?)",
      name,
    );
    net.set("none");
    const note = page.locator(".kept-note", { hasText: "Ikke sendt." });
    await expect
      .poll(async () => [...(await page.locator(".kept-note").allInnerTexts()), ...written("Må ikke")], BACK)
      // Whom the guide still sees by another right they may not write of; of others nothing exists any more.
      .toEqual([
        expect.stringMatching(/Ikke sendt\. Det (findes ikke mere, eller du har ikke adgang|kan du ikke gøre her)\./),
      ]);
    expect(await note.locator("textarea").inputValue()).toBe("Må ikke gemmes.");
    expect(written("Må ikke")).toEqual([]);
    await note.getByText("Slet", { exact: true }).first().click();
    await note.getByRole("button", { name: "Slet", exact: true }).click();
    await note.waitFor({ state: "detached" });
  });
});

describe("what lies on the telephone ends", () => {
  test("at midnight nothing of it can be read, and the list is gone", async () => {
    const late = await aGuide();
    onTestFinished(() => late.context.close());
    net.set("cut");
    onTestFinished(() => net.set("none"));
    await late.page.reload();
    await late.page.locator(".young-name").first().waitFor();
    const ahead = Date.parse(house.served.now()) - Date.now();
    const tomorrow = addDays(dayOf(house.served.now()), 1);
    await late.page.clock.setSystemTime(Date.parse(copenhagenInstant(tomorrow, "0:00")) - ahead + 1000);
    // It is taken out of the pocket.
    await late.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await late.page.getByText("Der er intet at læse uden net.").waitFor();
    expect(await late.page.locator(".young-name").count()).toBe(0);
    const { keys, rows } = await onPhone(late.page);
    expect(keys).not.toContain("day");
    expect(rows).toEqual([]);
  });

  test.each([
    ["a telephone", true, "Du har været væk i 5 minutter."],
    ["a computer", false, "Du har været væk i 20 minutter."],
  ])("on %s the page is covered in time, and what was being written lies beneath", async (_where, hasTouch, words) => {
    const { context, page: other } = await house.as("ungeguide", { ...PHONE, hasTouch, isMobile: hasTouch });
    onTestFinished(() => context.close());
    // A window that no mouse was ever over: a browser moves a resting one by itself, and that is a touch.
    const lone = await context.newPage();
    await other.close();
    await lone.clock.install();
    await lone.goto("/guides");
    await isLive(lone);
    await lone.locator(".young-name").first().focus();
    await lone.keyboard.press("Enter");
    await sheet(lone).locator("textarea").fill("Under dækket.");
    await lone.clock.fastForward("04:00");
    expect(await lone.locator(".cover").count()).toBe(0);
    await lone.clock.fastForward("02:00");
    await lone.clock.runFor(6_000);
    expect(await lone.locator(".cover").count()).toBe(hasTouch ? 1 : 0);
    await lone.clock.fastForward("15:00");
    const cover = lone.getByRole("dialog", { name: "Siden er dækket" });
    await cover.getByText(words).waitFor();
    await cover.getByLabel("Adgangskode").fill("samspor-demo");
    await cover.getByRole("button", { name: "Lås op", exact: true }).click();
    await cover.waitFor({ state: "detached" });
    expect(await sheet(lone).locator("textarea").inputValue()).toBe("Under dækket.");
  });

  test("a page that is covered and has no net leads to what lies on the telephone, the draft too", async () => {
    const screen = await house.as("ungeguide", { ...PHONE, baseURL: net.origin, hasTouch: true });
    screen.expects(NO_NET);
    const { context, page: other } = screen;
    onTestFinished(() => context.close());
    const lone = await context.newPage();
    await other.close();
    await lone.clock.install();
    await open(lone);
    await lone.locator(".young-name").first().focus();
    await lone.keyboard.press("Enter");
    await sheet(lone).locator("textarea").fill("Skrevet før dækket.");
    await vi.waitFor(async () => expect((await onPhone(lone)).rows.map(({ state }) => state)).toContain("draft"));
    net.set("cut");
    onTestFinished(() => net.set("none"));
    await lone.clock.fastForward("06:00");
    await lone.clock.runFor(6_000);
    const cover = lone.getByRole("dialog", { name: "Siden er dækket" });
    await cover.getByLabel("Adgangskode").fill("samspor-demo");
    await cover.getByRole("button", { name: "Lås op", exact: true }).click();
    await cover.getByText("Der er ikke net.").waitFor();
    await cover.getByRole("link", { name: "Læs dagens liste uden net" }).click();
    await lone.getByText("Det kan læses her til midnat").waitFor();
    await lone.getByRole("button", { name: /^Skriv videre/ }).waitFor();
  });

  test("a sign-out asks where notes are not sent, and leaves nothing; another user finds nothing", async () => {
    await rows().nth(0).locator(".young-name").click();
    await sheet().locator("textarea").fill("Ikke sendt.");
    await page.keyboard.press("Escape");
    await page.locator(".kept-note", { hasText: "Ikke sendt." }).waitFor();
    await page.getByRole("button", { name: /^Menu/ }).click();
    await page.getByRole("button", { name: "Log ud" }).click();
    await page.getByText("1 notat er ikke sendt.").waitFor();
    await page.getByRole("button", { name: "Slet og log ud" }).click();
    await page.waitForURL(/login/);
    expect(await onPhone(page)).toEqual({ keys: [], rows: [], raw: "", caches: [], workers: 0 });
  });

  test("a page without a net that stands open leaves its user when another signs in beside it", async () => {
    const former = await aGuide();
    onTestFinished(() => former.context.close());
    net.set("cut");
    onTestFinished(() => net.set("none"));
    await former.page.reload();
    await former.page.locator(".young-name").first().click();
    await sheet(former.page).locator("textarea").fill("En andens sætning.");
    net.set("none");
    await former.context.clearCookies();
    const beside = await former.context.newPage();
    await beside.goto("/login?to=/guides");
    await signIn(beside, "stu");
    await isLive(beside);
    await former.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await isLive(former.page);
    const names = (on: Page) => on.locator(".young-name").allInnerTexts();
    expect(await names(former.page)).toEqual(await names(beside));
    expect(await former.page.locator("textarea").count()).toBe(0);
  });

  test("who signs in after another whose session was over finds nothing of theirs", async () => {
    const lost = await aGuide();
    onTestFinished(() => lost.context.close());
    await lost.page.locator(".young-name").first().click();
    await sheet(lost.page).locator("textarea").fill("En andens tekst.");
    await lost.page.locator(".kept-note", { hasText: "En andens tekst." }).waitFor({ state: "attached" });
    house.served.age("update session set seenAt = ? where staffId = ?", house.served.now(-21 * 60_000), me);
    await sheet(lost.page).getByRole("button", { name: "Gem", exact: true }).click();
    // Also on the covered page one is asked before it is deleted.
    await lost.page.getByRole("button", { name: "Log ind som en anden" }).click();
    await lost.page.getByRole("dialog", { name: "Log ud?" }).getByRole("button", { name: "Bliv" }).click();
    await lost.context.clearCookies();
    await lost.page.goto("/guides");
    await lost.page.getByText("På telefonen ligger 1 notat, der ikke er sendt.").waitFor();
    expect((await onPhone(lost.page)).keys).toEqual(["notes"]);
    // The next one has young people of their own, and nothing else lies there.
    await signIn(lost.page, "stu");
    await open(lost.page);
    expect((await onPhone(lost.page)).rows).toEqual([{ id: "list", state: "list" }]);
    expect(await lost.page.locator(".kept-note").count()).toBe(0);
  });
});
