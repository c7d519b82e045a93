import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { agree, agreement, chairOpens, goToBoard, heading } from "../support/at-the-board.ts";
import { AT_ONCE, aBrowser, isLive, type Screen, signIn } from "../support/browser.ts";
import { aFaultProxy, type FaultProxy } from "../support/fault-proxy.ts";
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
let item: TodaysItem;
let net: FaultProxy;
/** Reaches the server through a net that can fail. */
let chair: Screen;
/** Reaches it directly. */
let guide: Screen;
let center: string;

const BROKEN_LINE = /net::ERR_|WebSocket connection to|502 \(Bad Gateway\)/;
/** A socket comes back by itself in a few seconds at the most. */
const BACK = { timeout: 15_000 };

beforeAll(async () => {
  meeting = todaysMeeting(house.served);
  item = itemThat(meeting, { invites: ["ungeguide", "voksen"] });
  center = departmentOf(house.served, "ungeguide");
  net = await aFaultProxy(house.served.port);
  [chair, guide] = await Promise.all([house.as("koordinator", { baseURL: net.origin }), house.as("ungeguide")]);
  for (const screen of [chair, guide]) {
    screen.expects(BROKEN_LINE);
    await goToBoard(screen, meeting.id);
  }
  await chairOpens(chair, item);
  await chair.page.locator("#present-button").click();
  await chair.page.getByRole("button", { name: "Alle inviterede er her" }).click();
  await chair.page
    .getByRole("button", { name: `Til stede ${item.invited.length} af ${item.invited.length}` })
    .waitFor();
  await chair.page.keyboard.press("Escape");
  await heading(guide.page, item).waitFor();
});
afterAll(() => net.end());

const written = (text: string) =>
  house.served.rows("select id from action where itemId = ? and text = ?", item.id, text);
const pill = ({ page }: Screen, word: RegExp) => page.locator(".connection-pill", { hasText: word });
const lineIsDown = /Ikke forbundet|Forbinder/;

/** Says afterwards whether the page is still the one it was: nobody loaded it again. */
async function stays({ page }: Screen) {
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  return async () => expect(await page.evaluate(() => (window as { stayed?: boolean }).stayed)).toBe(true);
}
async function seesWhatChanged(line: RegExp) {
  await chair.page.getByText(line).waitFor(BACK);
  await chair.page.getByRole("button", { name: "Vis", exact: true }).click();
  await chair.page.getByText(line).waitFor({ state: "detached" });
}
const waits = (page: Page) => page.locator(".agreement-waiting").getByText("Venter på nettet");

test("a server killed in the middle of an item and started again stands where it stood, and screens come back by themselves", async () => {
  await agree(chair.page, { text: "Ringer til skolen", department: center });
  await agreement(guide.page, "Ringer til skolen").waitFor();
  const standing = () => [
    house.served.row("select state, room, roomSince, pointerItemId from meeting where id = ?", meeting.id),
    house.served.row("select state, openedAt, spentSeconds, minutes from agenda_item where id = ?", item.id),
    house.served.rows("select id, presence from participant where itemId = ? order by id", item.id),
    house.served.rows("select id, number, text, state, version from action where itemId = ? order by number", item.id),
  ];
  const before = standing();
  const [chairStayed, guideStayed] = [await stays(chair), await stays(guide)];

  await house.served.kill("SIGKILL");
  await Promise.all([pill(chair, lineIsDown).waitFor(), pill(guide, lineIsDown).waitFor()]);
  await agree(guide.page, { text: "Skriver til mester", department: center });
  await waits(guide.page).waitFor();
  expect(standing()).toEqual(before);

  // The chair's own line is back last, so that it is away while the agreement comes.
  net.set("cut");
  await house.served.again();
  await pill(guide, /Forbundet/).waitFor(BACK);
  await agreement(guide.page, "Skriver til mester").waitFor(BACK);
  net.set("none");
  await pill(chair, /Forbundet/).waitFor(BACK);
  await agreement(chair.page, "Skriver til mester").waitFor(BACK);
  expect(written("Skriver til mester")).toHaveLength(1);
  expect(standing().slice(0, 3)).toEqual(before.slice(0, 3));
  await chair.page
    .getByRole("button", { name: `Til stede ${item.invited.length} af ${item.invited.length}` })
    .waitFor();
  await chair.page.locator(".item-clock", { hasText: "min." }).waitFor();
  await seesWhatChanged(/^Forbundet igen\. Mens du var væk \(\d+ sek\.\): 1 ny aftale\.$/);
  await chairStayed();
  await guideStayed();
});

test("without a net the pill says so, all that is written waits, comes once when the net is back, and a line says what changed", async () => {
  const stayed = await stays(chair);
  net.set("cut");
  await chair.context.setOffline(true);
  await pill(chair, /Ikke forbundet/).waitFor();
  const texts = ["Finder en ny tid", "Ringer igen fredag", "Spørger naboen"];
  for (const [before, text] of texts.entries()) {
    await agree(chair.page, { text, department: center });
    await waits(chair.page).nth(before).waitFor();
    expect(await chair.page.locator("#new-agreement").inputValue()).toBe("");
  }
  await chair.page.locator("#discussion-text").fill("Vi talte om mandagene.");
  await chair.page
    .locator(".saved-text + .saving-line, .saved-text .saving-line")
    .getByText("Venter på nettet")
    .waitFor();
  await pill(chair, /Ikke forbundet/).click();
  await chair.page.getByText("4 tekster venter på nettet.").waitFor();
  await chair.page.keyboard.press("Escape");
  for (const text of ["Sender et brev", "Kommer forbi torsdag"]) {
    await agree(guide.page, { text, department: center });
    await agreement(guide.page, text).waitFor();
  }

  await chair.context.setOffline(false);
  net.set("none");
  await pill(chair, /Forbundet/).waitFor(BACK);
  for (const text of texts) await agreement(guide.page, text).waitFor(BACK);
  await guide.page.getByText("Vi talte om mandagene.").waitFor(BACK);
  await seesWhatChanged(/^Forbundet igen\. Mens du var væk \(\d+ sek\.\): 2 nye aftaler\.$/);
  await expect.poll(() => waits(chair.page).count()).toBe(0);
  expect(texts.map((text) => written(text).length)).toEqual([1, 1, 1]);
  expect(house.served.rows("select text from paragraph where itemId = ? and kind = 'discussion'", item.id)).toEqual([
    { text: "Vi talte om mandagene." },
  ]);
  await stayed();
});

test("a proxy that answers 502 takes no page away, and what was written comes once", async () => {
  const stayed = await stays(chair);
  net.set("bad-gateway");
  await agree(chair.page, { text: "Spørger lægen", department: center });
  await waits(chair.page).waitFor();
  await heading(chair.page, item).waitFor();
  await chair.page.locator(".agreement-waiting", { hasText: "Spørger lægen" }).waitFor();
  expect(await chair.page.locator("#new-agreement").inputValue()).toBe("");
  net.set("none");
  await agreement(guide.page, "Spørger lægen").waitFor(BACK);
  await agreement(chair.page, "Spørger lægen").waitFor(BACK);
  expect(written("Spørger lægen")).toHaveLength(1);
  await stayed();
});

test("a line that is open and silent is noticed, the page stays, and what was written comes once", async () => {
  const stayed = await stays(chair);
  net.set("half-open");
  await agree(chair.page, { text: "Bestiller et kort", department: center });
  await pill(chair, lineIsDown).waitFor({ timeout: 25_000 });
  await heading(chair.page, item).waitFor();
  net.set("none");
  await agreement(guide.page, "Bestiller et kort").waitFor(BACK);
  await agreement(chair.page, "Bestiller et kort").waitFor(BACK);
  expect(written("Bestiller et kort")).toHaveLength(1);
  await stayed();
});

test("messages lost on the way make a screen late by seconds, never wrong", async () => {
  const lostBefore = net.lost();
  net.set("loses-messages");
  await agree(guide.page, { text: "Låner en cykel", department: center });
  await agreement(guide.page, "Låner en cykel").waitFor();
  await agree(guide.page, { text: "Prøver en tirsdag", department: center });
  await agreement(guide.page, "Prøver en tirsdag").waitFor();
  expect(net.lost()).toBeGreaterThan(lostBefore);
  net.set("none");
  await agreement(chair.page, "Prøver en tirsdag").waitFor({ timeout: 6500 });
  await agreement(chair.page, "Låner en cykel").waitFor(AT_ONCE);
});

test("a text whose row comes later than its answer is saved once, and is not held against itself", async () => {
  const { page } = chair;
  net.set("loses-messages");
  await agree(guide.page, { text: "Henter en nøgle", department: center });
  await agreement(guide.page, "Henter en nøgle").waitFor();
  const field = page.locator("#discussion-text");
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await field.fill("Vi talte også om nøglen.");
  expect((await answered).status()).toBe(200);
  const sent: number[] = [];
  page.on("response", (response) => response.request().method() === "POST" && sent.push(response.status()));
  await field.blur();
  await field.press("Escape");
  net.set("none");
  await agreement(page, "Henter en nøgle").waitFor(BACK);
  await guide.page.getByText("Vi talte også om nøglen.").waitFor(BACK);
  await field.fill("Vi talte også om nøglen og døren.");
  await guide.page.getByText("Vi talte også om nøglen og døren.").waitFor(BACK);
  // The guide may see it before the answer has come through the net.
  await expect.poll(() => sent).toEqual([200]);
  expect(await field.inputValue()).toBe("Vi talte også om nøglen og døren.");
});

test("a text that ends in a space is saved without it, is not held against itself, and keeps the space while one writes on", async () => {
  const { page } = chair;
  const field = page.locator("#discussion-text");
  const sent: number[] = [];
  page.on("response", (response) => response.request().method() === "POST" && sent.push(response.status()));
  await field.fill("Vi talte om toget ");
  await guide.page.getByText("Vi talte om toget", { exact: true }).waitFor(BACK);
  await expect
    .poll(() => page.locator("#discussion .saving-line, .saving-line").first().textContent())
    .toContain("Gemt");
  await field.press("End");
  // At once: letter by letter, a slow machine would save halfway too.
  await page.keyboard.insertText("og bussen");
  await guide.page.getByText("Vi talte om toget og bussen", { exact: true }).waitFor(BACK);
  expect(await field.inputValue()).toBe("Vi talte om toget og bussen");
  await expect.poll(() => sent).toEqual([200, 200]);
});

test("a double press makes one agreement, and so does its form sent again", async () => {
  const { page } = guide;
  await page.locator("#new-agreement").fill("Taler med søsteren");
  await page.locator(".agreement-terms").getByLabel("Afdeling").selectOption({ label: center });
  await page.locator("#new-agreement-due").fill("14d");
  const posted = page.waitForRequest((request) => request.method() === "POST");
  await page.locator(".agreement-terms").getByRole("button", { name: "Tilføj" }).dblclick();
  const request = await posted;
  const first = await (await request.response())?.json();
  await agreement(page, "Taler med søsteren").waitFor();
  const again = await page.request.post(request.url(), {
    headers: { "content-type": (await request.headerValue("content-type")) ?? "", origin: house.served.origin },
    data: request.postData() ?? "",
  });
  expect(again.status()).toBe(200);
  expect((await again.json()).answer).toEqual(first.answer);
  expect(written("Taler med søsteren")).toHaveLength(1);
});

test("a press on an entry where nothing is written sends nothing, calls nothing wrong, and goes to its field", async () => {
  const { page } = guide;
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && /intent=agree|name="intent"\s+agree/.test(request.postData() ?? ""))
      sent.push(request.url());
  });
  await page.locator(".agreement-terms").getByRole("button", { name: "Tilføj" }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("new-agreement");
  expect(await page.locator(".agreement-entry .form-error-message").count()).toBe(0);
  expect(sent).toEqual([]);
});

test("a line that the server itself has closed comes back, and brings what was said meanwhile", async () => {
  const adviser = await house.as("boerneunge");
  onTestFinished(() => adviser.context.close());
  await adviser.page.addInitScript(() => {
    const Plain = window.WebSocket;
    window.WebSocket = class extends Plain {
      constructor(...args: ConstructorParameters<typeof Plain>) {
        super(...args);
        Object.assign(window, { line: this });
      }
    };
  });
  await goToBoard(adviser, meeting.id);
  await heading(adviser.page, item).waitFor();
  const stayed = await stays(adviser);
  // What no page of ours says: the server closes whoever says it.
  await adviser.page.evaluate(() => (window as unknown as { line: WebSocket }).line.send('42["never heard of"]'));
  await adviser.page.locator(".connection-connected").waitFor({ state: "detached" });
  await agree(guide.page, { text: "Sagt mens linjen var lukket", department: center });
  await agreement(adviser.page, "Sagt mens linjen var lukket").waitFor(BACK);
  await isLive(adviser.page);
  await stayed();
});

test("signing out in one tab closes the socket of the other, which is covered and asks to sign in", async () => {
  const adviser = await house.as("boerneunge");
  onTestFinished(() => adviser.context.close());
  await goToBoard(adviser, meeting.id);
  await heading(adviser.page, item).waitFor();
  const other = await adviser.context.newPage();
  await other.goto("/");
  await isLive(other);
  await other.getByRole("button", { name: /^Menu/ }).click();
  await other.getByRole("button", { name: "Log ud" }).click();
  await other.waitForURL(/\/login/);
  await adviser.page.getByRole("dialog", { name: "Siden er dækket" }).waitFor();
  await adviser.page.locator(".connection-lost").waitFor({ state: "attached" });
  expect(await heading(adviser.page, item).isVisible()).toBe(false);
});

test("a session that is over covers the page, and the half-written sentence is there when one has signed in again", async () => {
  const guideId = staffIdOf(house.served, "ungeguide");
  for (const [over, set] of [
    [false, "update session set seenAt = ? where staffId = ?"],
    [true, "update session set endsAt = ? where staffId = ?"],
  ] as const) {
    await guide.page.locator("#new-agreement").fill(`Halv sætning ${over}`);
    house.served.age(set, house.served.now(-21 * 60_000), guideId);
    const cover = guide.page.getByRole("dialog", { name: "Siden er dækket" });
    await cover.waitFor({ timeout: 8000 });
    await cover.getByLabel("Adgangskode").fill("samspor-demo");
    await cover.getByRole("button", { name: over ? "Log ind" : "Lås op", exact: true }).click();
    await cover.waitFor({ state: "detached" });
    await isLive(guide.page);
    expect(await guide.page.locator("#new-agreement").inputValue()).toBe(`Halv sætning ${over}`);
  }
  await agree(guide.page, { text: "Skrevet færdig bagefter", department: center });
  await agreement(chair.page, "Skrevet færdig bagefter").waitFor(BACK);
});

test("whoever signs in at a screen that another left finds nothing of theirs", async () => {
  const first = await house.as("voksen");
  onTestFinished(() => first.context.close());
  await goToBoard(first, meeting.id);
  await heading(first.page, item).waitFor();
  await first.page.locator("#new-agreement").fill("Min egen halve sætning");
  await first.page.goto("/");
  await first.page.getByRole("button", { name: /^Menu/ }).click();
  await first.page.getByRole("button", { name: "Log ud" }).click();
  await first.page.waitForURL(/\/login/);
  first.frames.length = 0;
  await signIn(first.page, "psykiatri");
  await isLive(first.page);
  await first.page.goBack();
  await first.page.goBack();
  await first.page.waitForLoadState("networkidle");
  expect(await first.page.content()).not.toContain(item.name);
  expect(await first.page.content()).not.toContain("Min egen halve sætning");
  expect(first.frames.join()).not.toContain(item.name);
});
