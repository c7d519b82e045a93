import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { aBrowser, focusOf, isLive } from "../support/browser.ts";
import { type TodaysMeeting, todaysMeeting } from "../support/todays-meeting.ts";

const house = aBrowser();
const PHONE = { viewport: { width: 390, height: 844 } };
let meeting: TodaysMeeting;
let item: string;
let young: { firstName: string; lastName: string };
let agreed: { id: string; text: string }[];

beforeAll(() => {
  meeting = todaysMeeting(house.served);
  // Whom the guide who signs in was given to tell.
  item = house.served.row<{ id: string }>(
    `select c.id from item_closing c join staff s on s.id = c.informStaffId left join item_told t on t.id = c.id
     join agenda_item i on i.id = c.id join meeting m on m.id = i.meetingId
     where s.username = 'ungeguide' and t.id is null and i.state = 'handled' order by m.startsAt desc limit 1`,
  ).id;
  agreed = house.served.rows(
    "select id, text from action where itemId = ? and state <> 'cancelled' order by position",
    item,
  );
  young = house.served.row(
    "select p.firstName, p.lastName from young_person p join agenda_item i on i.youngPersonId = p.id where i.id = ?",
    item,
  );
});

/** Another item whose agreements nobody has asked the young person about. */
const untouched = () =>
  house.served.row<{ id: string }>(
    `select i.id from agenda_item i join meeting m on m.id = i.meetingId where i.state = 'handled' and i.id <> ?
       and i.youngPersonId is not null and not exists (select 1 from item_told t where t.id = i.id)
       and (select count(*) from action a where a.itemId = i.id and a.state <> 'cancelled' and a.youthAnswer = 'not_asked') > 1
       and not exists (select 1 from action a where a.itemId = i.id and a.youthAnswer <> 'not_asked')
     order by m.startsAt desc limit 1`,
    item,
  ).id;

const somebody = async (...[username, options]: Parameters<typeof house.as>) => {
  const screen = await house.as(username, options);
  onTestFinished(() => screen.context.close());
  // What a browser says of a form that somebody else was before.
  screen.expects(/409|422/);
  return screen.page;
};

describe("after a meeting", () => {
  test("the guide tells one agreement at a time; a no stands at the coordinator at once, and told is no task any more", async () => {
    const name = `${young.firstName} ${young.lastName}`;
    const coordinator = await somebody("koordinator");
    await coordinator.goto("/");
    await isLive(coordinator);
    const after = coordinator.locator("section", {
      has: coordinator.getByRole("heading", { name: "Efter sidste møde" }),
    });
    const untold = after.locator(`a[href="/items/${item}/tell"]`, { hasText: name });
    await untold.waitFor();
    expect(await after.locator(".status-late").first().textContent()).toMatch(/ikke fået besked/);

    const guide = await somebody("ungeguide", PHONE);
    await guide.goto("/guides");
    await isLive(guide);
    await guide.getByRole("link", { name: `Fortæl ${name} om mødet` }).click();
    expect(agreed.length).toBeGreaterThan(2);
    for (const [at, { text }] of agreed.entries()) {
      await guide.getByText(`Aftale ${at + 1} af ${agreed.length}`, { exact: true }).waitFor();
      const told = guide.getByText(text, { exact: true });
      expect(await told.evaluate((one) => [getComputedStyle(one).fontSize, getComputedStyle(one).lineHeight])).toEqual([
        "20px",
        "28px",
      ]);
      expect(await guide.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      if (at === 1) await guide.getByLabel(`Egne ord fra ${young.firstName}`).fill("Ikke et nyt sted igen");
      await guide.getByRole("button", { name: at === 1 ? "Nej" : at === 2 ? "Delvist" : "Ja", exact: true }).click();
    }
    await guide.getByRole("heading", { name: `Sådan fik ${young.firstName} besked` }).waitFor();
    expect(await focusOf(guide)).toContain("besked");
    const refused = after.getByRole("listitem").filter({ hasText: agreed[1]?.text ?? "" });
    await refused.locator(".voice-words", { hasText: "Ikke et nyt sted igen" }).waitFor();
    const answers = guide.getByRole("list", { name: "Aftalerne" }).getByRole("listitem");
    expect(await answers.nth(1).locator(".voice-words").innerText()).toBe("Ikke et nyt sted igen");
    expect(await answers.nth(0).locator(".voice-words").count()).toBe(0);

    await guide.getByLabel(`Andet, ${young.firstName} sagde`).fill("Tak for i dag");
    await guide.getByRole("button", { name: "Mødt", exact: true }).click();
    await guide.getByText(`${young.firstName} har fået besked`).waitFor();
    await guide.locator(".voice-words", { hasText: "Tak for i dag" }).waitFor();
    await untold.waitFor({ state: "detached" });
    await guide.goto("/guides");
    await guide.getByRole("heading", { name: "Mine unge" }).waitFor();
    expect(await guide.getByRole("link", { name: `Fortæl ${name}` }).count()).toBe(0);
  });

  test("back in the browser is the agreement one left, with what was written; words that are not saved go along", async () => {
    const page = await somebody("koordinator", PHONE);
    const words = page.getByLabel("Egne ord fra");
    await page.goto("/");
    await page.goto(`/items/${untouched()}/tell`);
    await isLive(page);
    expect(new URL(page.url()).search).toBe("?at=1");
    await words.fill("Kun om morgenen");
    await page.getByRole("button", { name: "Delvist", exact: true }).click();
    await page.getByText(/^Aftale 2 af/).waitFor();
    await page.goBack();
    await page.getByText(/^Aftale 1 af/).waitFor();
    expect(await words.inputValue()).toBe("Kun om morgenen");
    await words.fill("Kun om morgenen, og ikke om fredagen");
    expect(await page.getByRole("link", { name: "Næste", exact: true }).count()).toBe(0);
    await page.getByRole("button", { name: "Gem ordene, og gå videre" }).click();
    await page.getByText(/^Aftale 2 af/).waitFor();
    await page.getByRole("link", { name: "Forrige", exact: true }).click();
    await page.getByText(/^Aftale 1 af/).waitFor();
    expect(await words.inputValue()).toBe("Kun om morgenen, og ikke om fredagen");
    await page.getByText("Svaret er delvist.").waitFor();
    for (const left of ["?at=2", "?at=1", ""]) {
      await page.goBack();
      await page.waitForURL((url) => url.search === left);
    }
    expect(new URL(page.url()).pathname).toBe("/");
  });

  test("without JavaScript each press leads to the next agreement", async () => {
    const page = await (async () => {
      const screen = await house.visitor({ javaScriptEnabled: false });
      onTestFinished(() => screen.context.close());
      screen.expects(/422/);
      await screen.page.goto("/login");
      await screen.page.getByRole("button", { name: "koordinator", exact: true }).click();
      return screen.page;
    })();
    await page.goto(`/items/${item}/tell?at=1`);
    const words = page.getByLabel(`Egne ord fra ${young.firstName}`);
    await words.fill(`Kun om morgenen ${"a".repeat(2000)}`);
    await page.getByRole("button", { name: "Delvist", exact: true }).click();
    await page.getByText("Teksten er for lang").waitFor();
    expect(await words.inputValue()).toContain("Kun om morgenen aaa");
    await words.fill("Kun om morgenen");
    await page.getByRole("button", { name: "Delvist", exact: true }).click();
    expect(new URL(page.url()).search).toBe("?at=2");
    await page.getByText(`Aftale 2 af ${agreed.length}`, { exact: true }).waitFor();
    await page.getByRole("link", { name: "Forrige", exact: true }).click();
    expect(await words.inputValue()).toBe("Kun om morgenen");
  });
});

describe("before a meeting", () => {
  const place = () => meeting.items[2] as TodaysMeeting["items"][number];

  test("the guide takes the words down and reads them aloud; a later change is no longer confirmed", async () => {
    const { id, firstName } = place();
    const page = await somebody("koordinator", PHONE);
    await page.goto(`/items/${id}/hear`);
    await isLive(page);
    await page.getByLabel("Hvad vil du gerne have?").fill("Jeg vil vide, hvem der ringer");
    await page.getByLabel("Hvem skal være med – og hvem skal ikke?").fill("Min mor");
    await page.getByLabel("på video").check();
    await page.getByRole("button", { name: "Sådan er det rigtigt" }).click();
    await page.getByText(`${firstName} sagde, at det er rigtigt`).waitFor();
    await page.getByLabel("Skal nogen følge dig?").fill("Min mor");
    await page.getByRole("button", { name: "Gem", exact: true }).click();
    await page.getByText(`${firstName} har ikke sagt endnu, at det er rigtigt`).waitFor();
    await page.goto(`/meetings/${meeting.id}/board?item=${id}`);
    await page.getByText("Vil være med: på video · Med og ikke med: Min mor · Følges af: Min mor").waitFor();
  });

  test("who saves over another's words sees both first", async () => {
    const { id } = place();
    const [one, other] = [await somebody("koordinator"), await somebody("koordinator")];
    for (const page of [one, other]) {
      await page.goto(`/items/${id}/hear`);
      await isLive(page);
    }
    await one.getByLabel("Hvad hjælper, og hvad hjælper ikke?").fill("Ro");
    await one.getByRole("button", { name: "Gem", exact: true }).click();
    await one.getByText("Gemt.").waitFor();
    await other.getByLabel("Hvad hjælper, og hvad hjælper ikke?").fill("En sms");
    await other.getByRole("button", { name: "Gem", exact: true }).click();
    await other.getByText("Nu står der: Ro").waitFor();
    expect(await other.getByLabel("Hvad hjælper, og hvad hjælper ikke?").inputValue()).toBe("En sms");
    await other.getByRole("button", { name: "Gem", exact: true }).click();
    await other.getByText("Gemt.").waitFor();
  });

  test("what is pasted and is too long stands whole in its field, and is told there when it is saved", async () => {
    const { id } = place();
    const page = await somebody("koordinator", PHONE);
    await page.goto(`/items/${id}/hear`);
    await isLive(page);
    const long = "Jeg vil bo selv. ".repeat(150);
    for (const label of ["Hvad vil du gerne have?", "Hvem skal være med – og hvem skal ikke?"]) {
      const field = page.getByLabel(label);
      const stood = await field.inputValue();
      await field.focus();
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(long);
      expect((await field.inputValue()).length).toBe(long.length);
      await page.getByRole("button", { name: "Gem", exact: true }).click();
      await page.getByText("Teksten er for lang").waitFor();
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      expect((await field.inputValue()).length).toBe(long.length);
      await field.fill(stood);
      await page.getByRole("button", { name: "Gem", exact: true }).click();
      await page.getByText("Gemt.").waitFor();
    }
  });

  test("on paper what is written stands there, and the rest is lines to write on; that it was printed stands in the log", async () => {
    const { id } = place();
    const page = await somebody("koordinator");
    await page.goto(`/items/${id}/hear`);
    await isLive(page);
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    const printed = () => house.served.rows("select seq from log where kind = 'printed' and itemId = ?", id).length;
    await expect.poll(printed, { timeout: 10_000 }).toBe(1);
    await page.emulateMedia({ media: "print" });
    const paper = page.locator(".hear-paper");
    expect(await paper.getByText("Jeg vil vide, hvem der ringer").isVisible()).toBe(true);
    expect(await paper.locator(".paper-line").count()).toBeGreaterThan(1);
    expect(await page.getByText("Fortroligt", { exact: true }).isVisible()).toBe(true);
    expect(await page.getByText(/^Udskrevet af .*\S \d.* kl\. \d/).isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "Gem", exact: true }).count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
    expect(await page.getByText("Fortroligt", { exact: true }).isVisible()).toBe(false);
  });
});
