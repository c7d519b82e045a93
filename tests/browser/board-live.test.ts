import { io } from "socket.io-client";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { agree, agreement, chairOpens, goToBoard, heading, takeNow } from "../support/at-the-board.ts";
import { AT_ONCE, aBrowser, focusOf, isLive, type Screen } from "../support/browser.ts";
import {
  departmentOf,
  itemThat,
  staffIdOf,
  type TodaysItem,
  type TodaysMeeting,
  todaysMeeting,
} from "../support/todays-meeting.ts";

const house = aBrowser();
let meeting: TodaysMeeting;
let chair: Screen;
let guide: Screen;
/** Sits in the forum for Voksen: sees the whole agenda, and only the items that invite it. */
let adviser: Screen;
/** Is invited to nothing. */
let police: Screen;
let first: TodaysItem;
/** Invites the guide, not the adviser. */
let closed: TodaysItem;

beforeAll(async () => {
  meeting = todaysMeeting(house.served);
  first = itemThat(meeting, { invites: ["ungeguide", "voksen", "ppr"] });
  closed = itemThat(meeting, { invites: ["ungeguide"], not: ["voksen"] });
  [chair, guide, adviser, police] = (await Promise.all(
    ["koordinator", "ungeguide", "voksen", "politi"].map((name) => house.as(name)),
  )) as [Screen, Screen, Screen, Screen];
  for (const screen of [chair, guide, adviser]) await goToBoard(screen, meeting.id);
});

const button = ({ page }: Screen, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });
const gone = (screen: Screen, item: TodaysItem) =>
  heading(screen.page, item).waitFor({ state: "detached", ...AT_ONCE });

/** Nothing of the young person stands anywhere in the page, seen or unseen. */
async function isEmptyOf({ page }: Screen, { name, question }: TodaysItem) {
  const whole = await page.content();
  expect(whole).not.toContain(name);
  expect(whole).not.toContain(question);
}

describe("three people at once", () => {
  test("the chair opens the first item, and it stands on everybody's screen at once", async () => {
    await guide.page.getByText(`Du er med i punkt ${first.number}`).waitFor();
    await button(chair, `Rummet er klar – åbn punkt ${first.number}`).click();
    await Promise.all([heading(guide.page, first).waitFor(AT_ONCE), heading(chair.page, first).waitFor(AT_ONCE)]);
    expect(house.served.row("select state, room, pointerItemId from meeting where id = ?", meeting.id)).toEqual({
      state: "running",
      room: "item",
      pointerItemId: first.id,
    });
  });

  test("one press says that all are here, and everybody sees who sits there", async () => {
    const all = first.invited.length;
    await button(chair, `Til stede 0 af ${all}`).click();
    const name = house.served.row<{ name: string }>("select name from staff where username = 'ungeguide'").name;
    await chair.page.locator(".seat-row", { hasText: name }).filter({ hasText: "skærm åben" }).waitFor();
    await button(chair, "Alle inviterede er her").click();
    await button(guide, `Til stede ${all} af ${all}`).waitFor(AT_ONCE);
    await button(chair, "Ingen").click();
    await chair.page.getByText("Der er spurgt. Ingen inhabile er i punktet.").waitFor();
    await chair.page.keyboard.press("Escape");
  });

  test("what is missing before moving on is read by all, and filled in by those who run the meeting", async () => {
    const lines = (screen: Screen) => screen.page.locator(".before-lines li");
    expect(await lines(guide).allInnerTexts()).toEqual(await lines(chair).allInnerTexts());
    expect(await lines(guide).count()).toBeGreaterThan(2);
    expect(await guide.page.locator(".before-moving :is(button, a)").count()).toBe(0);
  });

  test("an agreement stands on the other's screen within a second, whoever of the two wrote it", async () => {
    await agree(chair.page, { text: "Finder et værksted med dyr", department: departmentOf(house.served, "voksen") });
    await agreement(guide.page, "Finder et værksted med dyr").waitFor(AT_ONCE);
    await agree(guide.page, {
      text: "Følger Alma de første tre gange",
      department: departmentOf(house.served, "ungeguide"),
    });
    await agreement(chair.page, "Følger Alma de første tre gange").waitFor(AT_ONCE);
    await agreement(chair.page, "Følger Alma").getByText("Sagt ja").waitFor();
    expect(house.served.rows("select number, state from action where itemId = ? order by number", first.id)).toEqual([
      { number: 1, state: "agreed" },
      { number: 2, state: "agreed" },
    ]);
  });

  test("dissent is one press, and what is typed goes on after the words that stand there", async () => {
    await button(guide, "Før uenighed til referat").click();
    await guide.page.getByLabel("Før uenighed til referat").waitFor();
    await guide.page.keyboard.type("noget andet");
    await button(guide, "Gem uenigheden").click();
    await chair.page.getByText("Uenighed: Ungecenter mener noget andet", { exact: true }).waitFor();
  });

  test("a department that is not in the room is asked, and its yes stands on the board at once", async () => {
    await chair.page.locator("#present-button").click();
    const seat = chair.page.locator(".seat-row").filter({ hasText: "PPR" });
    await seat.getByRole("button", { name: "Mangler" }).click();
    await seat.locator("[aria-pressed=true]", { hasText: "Mangler" }).waitFor();
    await chair.page.keyboard.press("Escape");
    await agree(chair.page, { text: "Sender den seneste udtalelse", department: "PPR" });
    await agreement(chair.page, "Sender den seneste udtalelse").getByText("Afventer ja").waitFor();

    const ppr = await house.as("ppr");
    onTestFinished(() => ppr.context.close());
    await ppr.page.goto("/actions");
    const asked = ppr.page.getByRole("listitem").filter({ hasText: "Sender den seneste udtalelse" });
    await asked.getByRole("button", { name: "Sig ja", exact: true }).click();
    await agreement(chair.page, "Sender den seneste udtalelse").getByText("Sagt ja").waitFor(AT_ONCE);
  });

  test("two who edit the same agreement both keep their text: a line says who, one press shows both, one chooses", async () => {
    const [mine, theirs] = ["Finder et værksted med heste", "Finder en plads hos en dyrlæge"];
    const row = agreement(guide.page, "Finder et værksted med dyr");
    await row.focus();
    await guide.page.keyboard.press("Enter");
    const field = guide.page.getByLabel("Ret aftale 1", { exact: true });
    await field.fill(mine);
    const place = await field.boundingBox();

    await agreement(adviser.page, "Finder et værksted med dyr").focus();
    await adviser.page.keyboard.press("Enter");
    await adviser.page.getByLabel("Ret aftale 1", { exact: true }).fill(theirs);
    await button(adviser, "Gem").click();

    const sentence = `${departmentOf(house.served, "voksen")} har også rettet aftale 1.`;
    const edit = guide.page.locator(".agreement-edit");
    await edit.getByText(sentence, { exact: true }).waitFor(AT_ONCE);
    expect(await field.inputValue()).toBe(mine);
    expect(await field.boundingBox()).toEqual(place);
    expect(await edit.getByText(theirs).count()).toBe(0);
    expect(await guide.page.getByRole("dialog").count()).toBe(0);
    // What is said after something else waits its five seconds.
    await guide.page.locator("[role=status]", { hasText: sentence }).waitFor();

    await button(guide, "Vis begge").click();
    await edit.locator(".both-texts").getByText(theirs).waitFor();
    expect(await field.inputValue()).toBe(mine);
    expect(await focusOf(guide.page)).toBe(sentence);
    await guide.page.getByRole("button", { name: "Behold min" }).click();
    await agreement(chair.page, mine).waitFor(AT_ONCE);
    const { id } = house.served.row<{ id: string }>(
      "select id from action where itemId = ? and text = ?",
      first.id,
      mine,
    );
    const former = house.served.rows<{ row: string }>("select row from revision where rowId = ?", id);
    expect(former.map(({ row }) => JSON.parse(row).text)).toContain(theirs);
  });

  test("a sentence goes through when others changed something else of the agreement meanwhile, and theirs stands too", async () => {
    await agreement(guide.page, "Følger Alma de første tre gange").focus();
    await guide.page.keyboard.press("Enter");
    await guide.page.getByLabel("Ret aftale 2", { exact: true }).fill("Følger Alma de første fire gange");
    const stands = "select dueOn, departmentId, version from action where itemId = ? and number = 2";
    const before = house.served.row<{ version: number }>(stands, first.id);

    await agreement(chair.page, "Følger Alma de første tre gange").focus();
    await chair.page.keyboard.press("Enter");
    const edit = chair.page.locator(".agreement-edit");
    await edit.getByLabel("Senest").fill("21d");
    await button(chair, "Gem").click();
    await edit.waitFor({ state: "detached" });
    const theirs = house.served.row<{ dueOn: string }>(stands, first.id);
    const [, , day] = theirs.dueOn.split("-").map(Number);
    const seen = guide.page.locator(".agreement-edit").getByLabel("Senest");
    await expect.poll(() => seen.inputValue()).toContain(`${day}`);
    await button(guide, "Gem").click();
    await agreement(chair.page, "Følger Alma de første fire gange").waitFor(AT_ONCE);
    expect(house.served.row(stands, first.id)).toEqual({ ...theirs, version: before.version + 2 });
  });

  test("an agreement that is opened while another one is being saved stays open, with what is written in it", async () => {
    const { page } = guide;
    let letGo = () => {};
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    await page.route(/board/, async (route) => {
      if (route.request().method() === "POST") await held;
      await route.continue();
    });
    await agreement(page, "Finder et værksted med heste").focus();
    await page.keyboard.press("Enter");
    const other = page.getByLabel("Ret aftale 1", { exact: true });
    await other.fill("Finder et værksted med heste i Taastrup");
    await button(guide, "Gem").click();
    await agreement(page, "Følger Alma de første fire gange").focus();
    await page.keyboard.press("Enter");
    const field = page.getByLabel("Ret aftale 2", { exact: true });
    await field.fill("Følger Alma de første fem gange");
    letGo();
    await other.waitFor({ state: "detached" });
    await agreement(chair.page, "Finder et værksted med heste i Taastrup").waitFor();
    expect(await field.inputValue()).toBe("Følger Alma de første fem gange");
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.unroute(/board/);
    await page.keyboard.press("Escape");
    await field.waitFor({ state: "detached" });
  });
});

describe("who is not invited", () => {
  beforeAll(() => chairOpens(chair, closed));

  test("the outsider's page is the page of what never existed", async () => {
    police.expects(/404/);
    const [board, never] = await Promise.all([
      police.page.request.get(`/meetings/${meeting.id}/board?item=${closed.id}`),
      police.page.request.get(`/meetings/${crypto.randomUUID()}/board`),
    ]);
    expect([board.status(), never.status()]).toEqual([404, 404]);
    expect(await board.text()).toBe(await never.text());
  });

  test("a data request tells the outsider nothing, and one who sits in the forum only that the item is taken", async () => {
    const data = `_data=${encodeURIComponent("routes/meetings.$id.board")}`;
    const outside = await police.page.request.get(`/meetings/${meeting.id}/board?item=${closed.id}&${data}`);
    expect([outside.status(), await outside.text()]).toEqual([404, ""]);
    const member = await adviser.page.request.get(`/meetings/${meeting.id}/board?item=${closed.id}&${data}`);
    const { item, cards } = await member.json();
    expect(item).toBeNull();
    expect(cards).not.toHaveProperty(closed.id);
    await adviser.page.locator(".agenda-row-now", { hasText: "Optaget" }).waitFor();
    await isEmptyOf(adviser, closed);
  });

  test("a socket of theirs may not watch the item, and no frame that reached them names the young person", async () => {
    for (const [who, topics] of [
      [police, [`item:${closed.id}`, `meeting:${meeting.id}`, `screen:${meeting.id}`]],
      [adviser, [`item:${closed.id}`, `screen:${meeting.id}`]],
    ] as const) {
      const [cookie] = await who.context.cookies();
      const line = io(house.served.origin, {
        transports: ["websocket"],
        extraHeaders: { cookie: `${cookie?.name}=${cookie?.value}`, origin: house.served.origin },
      });
      onTestFinished(() => void line.disconnect());
      await new Promise((up) => line.once("hello", up));
      for (const topic of topics) expect(await line.emitWithAck("watch", topic)).toEqual({ no: true });
    }
    await agree(chair.page, {
      text: "Spørger selv og skriver svaret ned",
      department: departmentOf(house.served, "ungeguide"),
    });
    await agreement(guide.page, "Spørger selv").waitFor(AT_ONCE);
    // The browser tells of a frame after it has acted on it.
    await expect.poll(() => guide.frames.join(), { timeout: 5000 }).toContain("Spørger selv");
    for (const { frames } of [police, adviser]) {
      expect(frames.join()).not.toContain(closed.name);
      expect(frames.join()).not.toContain(`"firstName":"${closed.firstName}"`);
      expect(frames.join()).not.toContain("Spørger selv");
    }
    // What was looked for would have been found: the same person in the frames or the page of somebody invited.
    expect(await guide.page.content()).toContain(closed.name);
  });
});

describe("the room moves on", () => {
  test("at Videre every screen is empty of the young person at once, and half a sentence stays, alone, to be handed in", async () => {
    // Also of a page that came from the server with the item on it.
    await guide.page.reload();
    await isLive(guide.page);
    await guide.page.locator("#new-agreement").fill("Ringer til moderen og");
    await chair.page.locator("#move-on").click();
    await Promise.all([gone(chair, closed), gone(guide, closed)]);
    await Promise.all([isEmptyOf(chair, closed), isEmptyOf(guide, closed)]);
    const left = guide.page.locator(".leftover textarea");
    expect(await left.inputValue()).toBe("Ringer til moderen og");
    await expect.poll(() => left.evaluate((field) => field === document.activeElement)).toBe(true);
    await left.fill("Ringer til moderen og fortæller det");
    await button(guide, "Send til referenten").click();
    await left.waitFor({ state: "detached" });

    await chair.page.getByRole("link", { name: `Skriv videre på punkt ${closed.number}` }).click();
    await chair.page.getByText("Ringer til moderen og fortæller det").waitFor();
    await button(chair, "Sæt ind i referatet").click();
    await button(chair, "Sæt ind i referatet").waitFor({ state: "detached" });
    expect(
      house.served.row("select kind, text from paragraph where itemId = ? and kind <> 'discussion'", closed.id),
    ).toEqual({
      kind: "remark",
      text: "Ringer til moderen og fortæller det",
    });
    await chair.page.getByRole("link", { name: /^(Gå med|Tilbage til mødet)$/ }).click();
  });

  test("the chair goes back to the item, and everybody is back in it with what was agreed", async () => {
    await button(chair, `Tilbage til punkt ${closed.number}`).click();
    await Promise.all([heading(guide.page, closed).waitFor(AT_ONCE), heading(chair.page, closed).waitFor(AT_ONCE)]);
    await agreement(guide.page, "Spørger selv").waitFor();
  });

  test("whoever looks elsewhere when the meeting moves is told, and goes along with one press", async () => {
    await guide.page.goto(`/meetings/${meeting.id}/board?item=${first.id}`);
    await guide.page.getByText(`Mødet er nu ved punkt ${closed.number}.`).waitFor();
    await heading(guide.page, first).waitFor();
    await guide.page.getByRole("link", { name: "Gå med" }).click();
    await heading(guide.page, closed).waitFor();
  });

  test("`Tag nu` takes an item before its turn", async () => {
    const next = itemThat(meeting, { invites: ["ungeguide", "beskaeftigelse"] });
    await takeNow(chair.page, next);
    await Promise.all([heading(guide.page, next).waitFor(AT_ONCE), gone(guide, closed)]);
    expect(house.served.row("select state from agenda_item where id = ?", closed.id)).toEqual({ state: "handled" });
  });

  test("whoever has a conflict of interest leaves the item at once, and their screen is empty of it", async () => {
    const open = itemThat(meeting, { invites: ["ungeguide", "beskaeftigelse"] });
    await heading(guide.page, open).waitFor();
    await chair.page.locator("#present-button").click();
    await button(chair, "Vælg hvem").click();
    const { name } = house.served.row<{ name: string }>("select name from staff where username = 'ungeguide'");
    await button(chair, `${name} går ud af punktet`).click();
    await gone(guide, open);
    await isEmptyOf(guide, open);
    await guide.page.reload();
    await isLive(guide.page);
    await isEmptyOf(guide, open);
    await chair.page.keyboard.press("Escape");
    expect(house.served.rows("select staffId from conflict_of_interest where itemId = ?", open.id)).toEqual([
      { staffId: staffIdOf(house.served, "ungeguide") },
    ]);
  });

  test("an item is put off in two presses, stands on the next meeting, and one press takes it back", async () => {
    const open = itemThat(meeting, { invites: ["ungeguide", "beskaeftigelse"] });
    const copies = () =>
      house.served.rows("select id from agenda_item where carriedFromId = ? and removedAt is null", open.id);
    await button(chair, "Udsæt").click();
    await button(chair, "Tiden slap op").click();
    await chair.page.getByText(/^Du har udsat punktet\./).waitFor(AT_ONCE);
    expect(copies()).toHaveLength(1);
    await button(chair, "Fortryd").click();
    await button(chair, "Fortryd").waitFor({ state: "detached" });
    expect(copies()).toHaveLength(0);
    expect(house.served.row("select state from agenda_item where id = ?", open.id)).toEqual({ state: "planned" });
  });

  test("whoever joins the forum while a board stands open can be given an agreement on it", async () => {
    const { page: admin, context } = await house.as("admin");
    await admin.goto("/staff");
    await isLive(admin);
    await admin.locator("summary", { hasText: "Tilføj medarbejder" }).click();
    const form = admin.locator("form", { has: admin.locator("input[value='add-staff']") });
    await form.getByLabel("Navn", { exact: true }).fill("Nora Nyansat");
    await form.getByLabel("Brugernavn").fill("nora.nyansat");
    await form.getByLabel("Afdeling").selectOption({ label: "Voksen" });
    await form.getByRole("button", { name: "Tilføj" }).click();
    await admin.getByText("Nora Nyansat").first().waitFor();
    await context.close();

    await chairOpens(chair, first);
    await chair.page.locator(".agreement-terms").getByLabel("Afdeling").selectOption({ label: "Voksen" });
    await button(chair, "Skift").click();
    await expect
      .poll(() => chair.page.locator(".agreement-entry select[name=ownerId] option").allInnerTexts())
      .toContain("Nora Nyansat");
  });

  test("a pause empties every screen and says until when", async () => {
    await chairOpens(chair, first);
    await heading(guide.page, first).waitFor(AT_ONCE);
    await chair.page.locator("#move-on").click();
    await button(chair, "Hold pause").click();
    for (const screen of [chair, guide]) {
      await screen.page.getByRole("heading", { name: /^Pause til kl\. \d+\.\d\d$/ }).waitFor(AT_ONCE);
      await isEmptyOf(screen, first);
    }
  });

  test("at the end of the meeting what was not reached stands on the next one, and every screen says that it is over", async () => {
    await button(chair, "Slut mødet").click();
    await button(chair, "Slut").click();
    for (const screen of [chair, guide, adviser])
      await screen.page.getByRole("heading", { name: "Mødet er slut." }).waitFor(AT_ONCE);
    const left = house.served.rows<{ state: string; onward: number }>(
      `select i.state, (select count(*) from agenda_item n where n.carriedFromId = i.id and n.removedAt is null) as onward
       from agenda_item i where i.meetingId = ? and i.kind = 'person' and i.openedAt is null`,
      meeting.id,
    );
    expect(left.length).toBeGreaterThan(0);
    expect(left).toEqual(left.map(() => ({ state: "not_reached", onward: 1 })));
  });
});
