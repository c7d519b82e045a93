import type { Page } from "playwright-core";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { addDays } from "#domain/days.ts";
import { newId } from "#domain/ids.server.ts";
import { dayOf } from "#domain/moments.ts";
import { dayWords } from "#words/days.ts";
import { aBrowser, isLive, type Screen } from "../support/browser.ts";
import { staffIdOf } from "../support/todays-meeting.ts";

const house = aBrowser();
const PHONE = { viewport: { width: 390, height: 844 } };

let guide: Screen;
let page: Page;
let me: string;

beforeAll(async () => {
  guide = await house.as("ungeguide", PHONE);
  page = guide.page;
  me = staffIdOf(house.served, "ungeguide");
  await open(page);
});

async function open(on: Page) {
  await on.goto("/guides");
  await isLive(on);
}

const rows = () => page.locator(".young-row");
/** The first of those who are to be contacted, or whose line says so. */
const firstName = () => rows().first().locator(".young-name").innerText();
const contactsOf = (name: string) =>
  house.served.rows<{ text: string; channel: string; result: string; kind: string; nextOn: string | null }>(
    `select text, channel, result, kind, nextOn from contact_entry where staffId = ? and youngPersonId =
     (select id from young_person where firstName || ' ' || lastName = ?) order by writtenAt desc, id desc`,
    me,
    name,
  );
const sheet = () => page.getByRole("dialog");

describe("Mine unge on a phone", () => {
  test("who is over the rhythm stands first, with how long and the aim; nothing is to be read sideways at 320 px", async () => {
    await rows()
      .first()
      .getByText(/^\d+ dage siden · mål: /)
      .waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    const [scroll, client] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect(scroll).toBe(client);
    const small = await page.locator(".young-reach .button, .guide-foot .button").evaluateAll((all) =>
      all.filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return width < 44 || height < 44;
      }),
    );
    expect(small).toEqual([]);
    await page.setViewportSize(PHONE.viewport);
  });

  test("a contact is person, sentence, save: three presses and a text; the rest is filled, and the row goes on", async () => {
    const name = await firstName();
    let presses = 0;
    const press = async (what: ReturnType<Page["locator"]>) => {
      presses += 1;
      await what.click();
    };
    await press(rows().first().locator(".young-name"));
    // The field has the focus already: the sentence is typed without another press.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    await page.keyboard.type("Vi gik en tur ved søen.");
    await press(sheet().getByRole("button", { name: "Gem", exact: true }));
    await page.getByText(`Kontakten med ${name.split(" ")[0]} er gemt.`).waitFor();
    expect(presses).toBe(2);
    const [contact] = contactsOf(name);
    expect(contact).toMatchObject({ text: "Vi gik en tur ved søen.", result: "met", kind: "case_note" });
    expect(contact?.nextOn).toMatch(/^\d{4}-/);
    await expect.poll(firstName).not.toBe(name);
  });

  test("one of another day is written under Mere: it stands on that day without an hour, and nobody was met today", async () => {
    const name = await firstName();
    const line = await rows().first().locator("p.meta").innerText();
    const today = dayOf(house.served.now());
    await rows().first().locator(".young-name").click();
    await sheet().locator("textarea").fill("Vi talte sammen forleden.");
    await sheet().locator(".contact-more > summary").click();
    await sheet().getByLabel("Dag", { exact: true }).fill("i morgen");
    guide.expects(/422/);
    await sheet().getByRole("button", { name: "Gem", exact: true }).click();
    await sheet()
      .getByText(/^Den dag er ikke kommet endnu/)
      .waitFor();
    await sheet().getByLabel("Dag", { exact: true }).fill(addDays(today, -60));
    await sheet().getByRole("button", { name: "Gem", exact: true }).click();
    await page.getByText(`Kontakten med ${name.split(" ")[0]} er gemt.`).waitFor();
    await open(page);
    expect(await firstName()).toBe(name);
    expect(await rows().first().locator("p.meta").innerText()).toContain(line.split(" · ")[0]);
    await rows().first().locator(".row-menu-button").click();
    await page.getByRole("link", { name: "Kontakt", exact: true }).click();
    const last = page.locator(".contact-list > li", { hasText: "Vi talte sammen forleden." });
    const day = dayWords("da", today).withWeekday(addDays(today, -60));
    await last.getByText(`${day} · Telefon · `).waitFor();
    await open(page);
  });

  test("after Ring the page asks whether they answered; no answer is saved by that press", async () => {
    const row = rows()
      .filter({ has: page.getByRole("link", { name: /^Ring til / }) })
      .first();
    const name = await row.locator(".young-name").innerText();
    const before = contactsOf(name).length;
    // A browser without a telephone goes nowhere with the number.
    await page.evaluate(() =>
      document.addEventListener("click", (event) => {
        if ((event.target as HTMLElement).closest("a[href^='tel:']")) event.preventDefault();
      }),
    );
    await row.getByRole("link", { name: /^Ring til / }).click();
    const bar = page.getByRole("region", { name: `Fik du fat i ${name.split(" ")[0]}?` });
    await bar.getByRole("button", { name: "Intet svar" }).click();
    await bar.waitFor({ state: "detached" });
    await expect.poll(() => contactsOf(name).length).toBe(before + 1);
    expect(contactsOf(name)[0]).toMatchObject({ channel: "phone", result: "no_answer", text: "" });
  });

  test("with the net cut in the middle the sentence lies on the telephone, and is sent once when the net is back", async () => {
    const name = await firstName();
    const before = contactsOf(name).length;
    guide.expects(/ERR_INTERNET_DISCONNECTED|Failed to load resource|WebSocket|Failed to fetch/);
    await rows().first().locator(".young-name").click();
    await sheet().locator("textarea").fill("Skrevet i toget.");
    await guide.context.setOffline(true);
    onTestFinished(() => guide.context.setOffline(false));
    await sheet().getByRole("button", { name: "Gem", exact: true }).click();
    await page.locator(".kept-note", { hasText: "Skrevet i toget." }).getByText("Gemt på telefonen kl.").waitFor();
    expect(contactsOf(name)).toHaveLength(before);
    await guide.context.setOffline(false);
    await expect.poll(() => contactsOf(name).length, { timeout: 20_000 }).toBe(before + 1);
    await page.locator(".kept-note").waitFor({ state: "detached" });
    expect(contactsOf(name).filter(({ text }) => text === "Skrevet i toget.")).toHaveLength(1);
    // Who was met goes down the list.
    await expect.poll(firstName).not.toBe(name);
  });

  test("a note is put right where it stands, and an own reminder says until when it is there", async () => {
    const name = await firstName();
    await rows().first().locator(".row-menu-button").click();
    await page.getByRole("link", { name: "Kontakt", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: `Kontakt med ${name}` }).waitFor();
    await page.getByText("Ny kontakt", { exact: true }).click();
    const form = page.getByRole("form", { name: /^Ny kontakt med / });
    await form.locator("textarea").fill("Husk busskortet.");
    await form.getByLabel("Hvad slags notat").selectOption({ label: "Egen huskeseddel" });
    await form.getByText(/^Kun du kan læse den\. Den slettes /).waitFor();
    // Nothing is asked of a contact, nor said of who else reads it.
    await form.getByRole("textbox", { name: "Hvad skal du huske?" }).waitFor();
    expect(await form.getByRole("combobox").count()).toBe(1);
    expect(
      await form
        .getByText(/^Næste: |^Mere$/)
        .filter({ visible: true })
        .count(),
    ).toBe(0);
    await form.getByRole("button", { name: "Gem", exact: true }).click();
    const note = page.locator(".contact-list > li", { hasText: "Husk busskortet." });
    await note.getByText(/Egen huskeseddel, slettes /).waitFor();
    await note.getByText("Ret", { exact: true }).click();
    await note.locator("textarea").fill("Husk togkortet.");
    await note.getByRole("button", { name: "Gem", exact: true }).click();
    await page.locator(".contact-text", { hasText: "Husk togkortet." }).waitFor();
    await open(page);
    // It moved nobody down the list.
    expect(await firstName()).toBe(name);
  });

  test("who was just taken waits for a rhythm: one press chooses it, and the line says it", async () => {
    const own = rows().filter({ hasNotText: / · for / });
    const name = await own.last().locator(".young-name").innerText();
    house.served.age(
      `update assignment set intensity = null where staffId = ? and youngPersonId =
       (select id from young_person where firstName || ' ' || lastName = ?)`,
      me,
      name,
    );
    await open(page);
    const row = page.getByRole("region", { name: /^Skal kontaktes/ }).locator(".young-row", { hasText: name });
    await row.getByText(/vælg, hvor tit/).waitFor();
    await row.getByRole("button", { name: `Hvor tit: kun opfølgning, for ${name}` }).click();
    const line = page.locator(".young-row", { hasText: name }).locator("p.meta").first();
    await expect.poll(() => line.innerText()).toMatch(/kun opfølgning/);
    expect(await line.innerText()).not.toMatch(/vælg, hvor tit/);
  });

  test("an answer to somebody who said yes is said afterwards, and so is that it was given elsewhere", async () => {
    const free = house.served.rows<{ id: string; firstName: string }>(
      `select id, firstName from young_person p
       where not exists (select 1 from guide_request r where r.youngPersonId = p.id and r.endedOn is null)
         and not exists (select 1 from assignment a where a.youngPersonId = p.id and a.kind = 'guide')
         and exists (select 1 from assignment a where a.youngPersonId = p.id and a.kind = 'lead_worker' and a.toOn is null)
       order by firstName limit 2`,
    );
    const today = dayOf(house.served.now());
    for (const { id } of free)
      house.served.age(
        `insert into guide_request (id, youngPersonId, state, requestedById, requestedOn, wish, proposedId, proposedOn, saidYesOn)
         values (?, ?, 'accepted_by_youth', ?, ?, '', ?, ?, ?)`,
        ...[newId(), id, me, today, me, today, today],
      );
    const [one, other] = free.map(({ firstName }) => firstName);
    await open(page);
    const beside = await guide.context.newPage();
    onTestFinished(() => beside.close());
    await open(beside);
    await page.getByRole("button", { name: `Jeg siger ja til ${one}` }).click();
    await page.getByText(`Du er nu ungeguide for ${one}.`).waitFor();
    await beside.getByText(`Du er nu ungeguide for ${one}.`).waitFor();
    await beside.getByRole("button", { name: `Jeg kan ikke være guide for ${other}` }).click();
    await beside.getByText(`Det er sagt, at du ikke kan være guide for ${other}.`).waitFor();
    await page.getByText(`Spørgsmålet om ${other} er lukket.`).waitFor();
  });
});

describe("the pages of guides", () => {
  /** What is wider than its frame, or cut. */
  const cut = (on: Page, of: string) =>
    on.locator(of).evaluateAll((all) =>
      (all as HTMLSelectElement[]).flatMap((each) => {
        const measure = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
        const { font, paddingLeft, paddingRight } = getComputedStyle(each);
        measure.font = font;
        const room = each.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
        return [...each.options].filter(({ text }) => measure.measureText(text).width > room).map(({ text }) => text);
      }),
    );

  test.each([1440, 390, 320])("Mine unge has air between its parts, and no select is cut, at %d px", async (width) => {
    await page.setViewportSize({ width, height: 844 });
    onTestFinished(() => page.setViewportSize(PHONE.viewport));
    await open(page);
    await page.locator(".young-filter > summary").click();
    expect(await cut(page, ".young-filter select")).toEqual([]);
    const gaps = await page.locator(".guide-page > search, .guide-page > section:not(.guide-foot)").evaluateAll((all) =>
      all.map((each) => {
        const above = each.previousElementSibling as Element;
        return each.getBoundingClientRect().top - above.getBoundingClientRect().bottom;
      }),
    );
    expect(gaps.length).toBeGreaterThan(1);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(24);
  });

  test("who is over their room is seen by colour and word; choosing a guide stacks on a phone, with no scroll sideways", async () => {
    house.served.age(
      "insert into guide_capacity (id, points) values (?, 1) on conflict (id) do update set points = 1",
      me,
    );
    const leader = await house.as("koordinator", { viewport: { width: 320, height: 640 } });
    onTestFinished(() => leader.context.close());
    await leader.page.goto("/guides/team");
    const over = leader.page.getByText(/point over$/).first();
    await expect.poll(() => over.evaluate((it) => getComputedStyle(it).color)).toBe("rgb(138, 83, 0)");
    expect(await leader.page.locator("meter.room-over").count()).toBeGreaterThan(0);
    await leader.page.goto("/");
    await leader.page.getByText(/har flere point end plads/).waitFor();
    const { id } = house.served.row<{ id: string }>(
      "select youngPersonId as id from assignment where staffId = ? and kind = 'guide' and toOn is null limit 1",
      me,
    );
    await leader.page.goto(`/people/${id}/guide`);
    const air = await leader.page.getByRole("heading", { name: "Ungeguider" }).evaluate((it) => {
      const above = (it.closest("section") as Element).previousElementSibling as Element;
      return it.getBoundingClientRect().top - above.getBoundingClientRect().bottom;
    });
    expect(air).toBeGreaterThanOrEqual(24);
    const frame = leader.page.locator(".compare-frame").first();
    await frame.waitFor();
    expect(await frame.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    expect(await leader.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await frame.getByText("af 1 point").first().waitFor();
  });
});

describe("Mine unge without JavaScript", () => {
  let plain: Screen;
  let page: Page;

  beforeAll(async () => {
    plain = await house.as("ungeguide", { ...PHONE, javaScriptEnabled: false });
    page = plain.page;
    plain.expects(/422/);
  });
  const opened = () => page.getByRole("dialog", { name: /^Ny kontakt med / });
  const written = (text: string) => house.served.rows("select 1 from contact_entry where text = ?", text).length;
  /** Whether it is seen without a scroll. */
  const isSeen = (what: ReturnType<Page["locator"]>) =>
    what.evaluate((it) => {
      const { top, bottom } = it.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });

  test("Ny kontakt leads to the form, and what was saved is said in the same words", async () => {
    await page.goto("/guides");
    await page.getByRole("link", { name: "Ny kontakt" }).click();
    const whom = page.getByRole("combobox", { name: "Hvem" });
    expect(await isSeen(whom)).toBe(true);
    await whom.selectOption({ index: 1 });
    await page.getByRole("dialog").getByRole("button", { name: "Vælg en ung" }).click();
    const textarea = opened().locator("textarea");
    expect(await isSeen(textarea)).toBe(true);
    const name = (await opened().getByRole("heading").innerText()).replace("Ny kontakt med ", "");
    await textarea.fill("Skrevet fra foden.");
    await opened().getByRole("button", { name: "Gem", exact: true }).click();
    const said = page.getByRole("status").getByText(`Kontakten med ${name} er gemt.`);
    await said.waitFor();
    expect(await isSeen(said)).toBe(true);
    expect(await opened().count()).toBe(0);
    expect(written("Skrevet fra foden.")).toBe(1);
  });

  test("whom one writes about stands in the address, and what is refused keeps all that was typed, with why at its field", async () => {
    await page.goto("/guides");
    await page.locator(".young-name").first().click();
    const form = opened();
    await form.locator("textarea").fill("Skrevet uden script.");
    await form.getByLabel("Hvordan", { exact: true }).selectOption("home");
    await form.locator("summary.contact-chip").click();
    await form.getByLabel("Næste gang").fill("31/2");
    await form.getByLabel("Sted").fill("biblioteket");
    await form.locator(".contact-more > summary").click();
    await form.getByLabel("Dag", { exact: true }).fill("i går");
    await form.getByLabel("Minutter").fill("20");
    await form.getByRole("button", { name: "Gem", exact: true }).click();
    const wrong = form.locator(".form-error-message");
    await wrong.waitFor();
    expect(await isSeen(wrong)).toBe(true);
    expect(
      await form.evaluate((it) => [...new FormData(it.querySelector(".contact-form") as HTMLFormElement)]),
    ).toEqual(
      expect.arrayContaining([
        ["text", "Skrevet uden script."],
        ["channel", "home"],
        ["nextOn", "31/2"],
        ["nextPlace", "biblioteket"],
        ["on", "i går"],
        ["minutes", "20"],
      ]),
    );
    await form.getByLabel("Næste gang").fill("14d");
    await form.getByRole("button", { name: "Gem", exact: true }).click();
    await expect.poll(() => written("Skrevet uden script.")).toBe(1);
  });

  test("that one is worried is said afterwards, and to whom", async () => {
    await page.goto("/guides");
    await page.locator(".young-name").first().click();
    await opened().locator("summary", { hasText: "Jeg er bekymret" }).click();
    await opened().getByRole("button", { name: "Koordinatoren" }).click();
    await page
      .getByRole("status")
      .getByText(/koordinatoren/i)
      .waitFor();
  });

  test("on the young person's own page too the form is open with what was refused", async () => {
    const { id } = house.served.row<{ id: string }>(
      "select youngPersonId as id from assignment where staffId = ? and kind = 'guide' and toOn is null limit 1",
      me,
    );
    await page.goto(`/people/${id}/contacts`);
    await page.getByText("Ny kontakt", { exact: true }).click();
    const form = page.getByRole("form", { name: /^Ny kontakt med / });
    await form.locator("textarea").fill("Fra egen side.");
    await form.locator(".contact-more > summary").click();
    await form.getByLabel("Dag", { exact: true }).fill("i morgen");
    await form.getByRole("button", { name: "Gem", exact: true }).click();
    await form.getByText(/^Den dag er ikke kommet endnu/).waitFor();
    expect(await form.locator("textarea").inputValue()).toBe("Fra egen side.");
  });

  test("Vis alle shows all, in the order that was chosen", async () => {
    house.served.age(
      `insert into contact_entry (id, youngPersonId, staffId, happenedAt, writtenAt, channel, result, company, kind, text)
       select lower(hex(randomblob(4))) || '-0000-7000-8000-' || lower(hex(randomblob(6))), youngPersonId, staffId, ?, ?,
         'phone', 'met', 'only_us', 'case_note', 'Mødt'
       from assignment where kind = 'guide' and toOn is null`,
      house.served.now(),
      house.served.now(),
    );
    await page.goto("/guides");
    const fine = page.getByRole("region", { name: /^Passer/ });
    const all = Number((await fine.getByRole("heading").innerText()).replace(/\D/g, ""));
    expect(all).toBeGreaterThan(5);
    expect(await fine.locator(".young-row").count()).toBe(5);
    await fine.getByRole("link", { name: /^Vis alle/ }).click();
    expect(await fine.locator(".young-row").count()).toBe(all);
    expect(await fine.getByRole("link", { name: /^Vis alle/ }).count()).toBe(0);
  });
});

describe("the guide's start page", () => {
  test("has whom to contact beside what waits, and after a call asks how it went where it is written", async () => {
    const { page: desk } = await house.as("ungeguide", { viewport: { width: 1440, height: 900 } });
    await desk.goto("/");
    await isLive(desk);
    const left = await desk.getByRole("heading", { name: /^Skal kontaktes · [1-9]/ }).boundingBox();
    const right = await desk.getByRole("heading", { name: "Mine aftaler", exact: true }).boundingBox();
    expect(right?.x).toBeGreaterThan((left?.x ?? 0) + 400);
    const row = desk.locator(".young-row", { has: desk.getByRole("link", { name: /^Skriv sms til/ }) }).first();
    const name = await row.locator(".young-name").innerText();
    // No app is opened.
    await desk.evaluate(() =>
      addEventListener("click", (event) => {
        if ((event.target as HTMLElement).closest("a[href^='sms:']")) event.preventDefault();
      }),
    );
    await row.getByRole("link", { name: /^Skriv sms til/ }).click();
    const asks = desk.getByRole("region", { name: `Fik du fat i ${name.split(" ")[0]}?` });
    await asks.getByRole("button", { name: "Ikke nu" }).click();
    await asks.waitFor({ state: "detached" });
    await expect.poll(() => desk.url()).toMatch(/\/guides$/);
    await desk.goto("/");
    await row.locator(".young-name").click();
    await desk.getByRole("dialog", { name: `Kontakt med ${name.split(" ")[0]}` }).waitFor();
  });
});

test("what was saved is said once: the page loaded anew says it no more; the day of a contact is put right", async () => {
  const own = await house.as("ungeguide", PHONE);
  const { page } = own;
  onTestFinished(() => own.context.close());
  const { id, firstName } = house.served.row<{ id: string; firstName: string }>(
    `select p.id, p.firstName from young_person p
     join assignment a on a.youngPersonId = p.id and a.kind = 'guide' and a.toOn is null
     join staff s on s.id = a.staffId and s.username = 'ungeguide'
     where not exists (select 1 from coordination_case c where c.youngPersonId = p.id and c.state = 'ended') order by p.id`,
  );
  await page.goto(`/guides?saved=${id}&told=leader`);
  await page.getByText(`Kontakten med ${firstName} er gemt.`).waitFor();
  await page.waitForURL(/\/guides$/);
  await page.getByText(`Kontakten med ${firstName} er gemt.`).waitFor();
  await page.reload();
  await isLive(page);
  expect(await page.getByText(`Kontakten med ${firstName} er gemt.`).count()).toBe(0);

  await page.goto(`/people/${id}/contacts`);
  await isLive(page);
  await page.getByText("Ny kontakt", { exact: true }).click();
  await page.getByLabel("Hvad skete der?", { exact: false }).first().fill("Vi gik langs åen.");
  await page.getByRole("button", { name: "Gem", exact: true }).first().click();
  const row = page.getByRole("listitem").filter({ hasText: "Vi gik langs åen." });
  own.expects(/422/);
  await row.getByText("Ret", { exact: true }).click();
  const day = row.getByLabel("Dag", { exact: true });
  await day.fill("i morgen");
  await row.getByRole("button", { name: "Gem", exact: true }).click();
  await row.getByText("Den dag er ikke kommet endnu", { exact: false }).waitFor();
  const { at } = house.served.row<{ at: string }>("select max(at) at from log");
  const before = addDays(dayOf(at), -9);
  await day.fill(before.split("-").reverse().join("-"));
  await row.getByRole("button", { name: "Gem", exact: true }).click();
  await expect.poll(() => day.isVisible()).toBe(false);
  const words = dayWords("da", before);
  await page.getByText(words.withWeekday(before), { exact: false }).first().waitFor();
});
