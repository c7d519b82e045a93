import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { agree, chairOpens, goToBoard } from "../support/at-the-board.ts";
import { AT_ONCE, aBrowser, type Screen } from "../support/browser.ts";
import { aFaultProxy, type FaultProxy } from "../support/fault-proxy.ts";
import { departmentOf, type TodaysItem, type TodaysMeeting, todaysMeeting } from "../support/todays-meeting.ts";

const house = aBrowser();
let meeting: TodaysMeeting;
let item: TodaysItem;
let chair: Screen;
/** The room's computer: nobody is signed in at it, and its net can fail. */
let wall: Screen;
let net: FaultProxy;
let notToDiscuss: string;

const DISCUSSED = "Kanarie: det her står kun i drøftelsen.";
const initialsOf = ({ name }: TodaysItem) =>
  name
    .split(" ")
    .map(([first]) => `${first}.`)
    .join("");

beforeAll(async () => {
  meeting = todaysMeeting(house.served);
  const { itemId } = house.served.row<{ itemId: string }>(
    "select v.itemId from youth_voice v join agenda_item i on i.id = v.itemId where i.meetingId = ? and v.notToDiscuss <> ''",
    meeting.id,
  );
  item = meeting.items.find(({ id }) => id === itemId) as TodaysItem;
  notToDiscuss = house.served.row<{ notToDiscuss: string }>(
    "select notToDiscuss from youth_voice where itemId = ?",
    item.id,
  ).notToDiscuss;
  net = await aFaultProxy(house.served.port);
  chair = await house.as("koordinator");
  await goToBoard(chair, meeting.id);
  wall = await house.visitor({ baseURL: net.origin, viewport: { width: 1920, height: 1080 } }, "wall");
  await wall.page.clock.install();
  await wall.page.goto("/screen");
});
afterAll(() => net.end());

/** Nothing that only those invited may know has come to the room's computer, seen or unseen. */
async function keepsToItself() {
  for (const everything of [await wall.page.content(), wall.frames.join("\n")]) {
    expect(everything).not.toContain(notToDiscuss);
    expect(everything).not.toContain(DISCUSSED);
    expect(everything).not.toContain(item.name.split(" ").at(-1));
    expect(everything).not.toMatch(/\b[0-3]\d[01]\d\d\d-?\d{4}\b/);
  }
}

test("a room's computer without a sign-in shows a code, and the meeting when the chair has typed it", async () => {
  const code = await wall.page.locator(".big-screen-code").innerText();
  expect(code).toMatch(/^\d{3}\s?\d{3}$/);
  expect(await wall.page.content()).not.toContain(item.name);
  await chair.page.getByRole("button", { name: "Storskærm" }).click();
  await chair.page.getByLabel("Koden på skærmen").fill("000 000");
  chair.expects(/422/);
  await chair.page.getByRole("button", { name: "Forbind" }).click();
  await chair.page.getByText("Koden passer ikke til en storskærm.").waitFor();
  await chair.page.getByLabel("Koden på skærmen").fill(code);
  await chair.page.getByRole("button", { name: "Forbind" }).click();
  await wall.page.getByText(/^Mødet begynder kl\. 9\.00$/).waitFor();
  await chair.page.keyboard.press("Escape");
});

test("it shows initials, own words, the question and the agreements, and nothing else of the young person", async () => {
  await chairOpens(chair, item);
  await wall.page.getByRole("heading", { level: 1, name: initialsOf(item) }).waitFor(AT_ONCE);
  await wall.page.getByText(item.question).waitFor();
  await chair.page.locator("#discussion-text").fill(DISCUSSED);
  await chair.page.locator("#discussion-text").blur();
  await chair.page.getByText(/^Gemt \d/).waitFor();
  await agree(chair.page, { text: "Besøger stalden på torsdag", department: departmentOf(house.served, "voksen") });
  await wall.page.getByText("Besøger stalden på torsdag").waitFor(AT_ONCE);
  expect(await wall.page.content()).not.toContain(item.firstName);
  await keepsToItself();
});

test("the chair shows the first name, and takes it back", async () => {
  await chair.page.getByRole("button", { name: "Storskærm" }).click();
  await chair.page.getByRole("button", { name: "Vis fornavn" }).click();
  await wall.page.getByRole("heading", { level: 1, name: item.firstName }).waitFor(AT_ONCE);
  await keepsToItself();
  await chair.page.getByRole("button", { name: "Vis initialer" }).click();
  await wall.page.getByRole("heading", { level: 1, name: initialsOf(item) }).waitFor(AT_ONCE);
  await chair.page.keyboard.press("Escape");
});

test("a room change empties it", async () => {
  await chair.page.locator("#move-on").click();
  await wall.page.getByText("Rumskifte", { exact: true }).waitFor(AT_ONCE);
  await wall.page.getByText("Vent uden for, til I bliver kaldt ind.").waitFor();
  const whole = await wall.page.content();
  for (const gone of [item.question, initialsOf(item), "Besøger stalden"]) expect(whole).not.toContain(gone);
});

test("twenty seconds without a connection empty it; with the connection it is back by itself", async () => {
  await chair.page.getByRole("button", { name: `Tilbage til punkt ${item.number}` }).click();
  await wall.page.getByText(item.question).waitFor();
  wall.expects(/net::ERR|WebSocket connection/);
  net.set("cut");
  await wall.page.clock.fastForward(15_000);
  expect(await wall.page.getByText(item.question).isVisible()).toBe(true);
  await wall.page.clock.fastForward(6000);
  await wall.page.getByText("Forbindelsen mangler. Mødet fortsætter på papir eller egne skærme.").waitFor();
  const whole = await wall.page.content();
  for (const gone of [item.question, "Besøger stalden"]) expect(whole).not.toContain(gone);
  net.set("none");
  await wall.page.clock.fastForward(10_000);
  await wall.page.getByText(item.question).waitFor();
});

test("its token opens this meeting's screen and nothing else", async () => {
  for (const path of [`/meetings/${meeting.id}`, `/meetings/${meeting.id}/board`, "/"]) {
    const answer = await wall.page.request.get(path, { maxRedirects: 0 });
    expect([path, answer.status()]).toEqual([path, 302]);
  }
  const stranger = await house.visitor({}, "stranger");
  onTestFinished(() => stranger.context.close());
  await stranger.page.goto(`/meetings/${meeting.id}/screen`);
  await stranger.page.locator(".big-screen-code").waitFor();
  expect(await stranger.page.content()).not.toContain(item.question);
});

test("it is closed from the board, and ends with the meeting", async () => {
  await chair.page.getByRole("button", { name: "Slut mødet" }).click();
  await chair.page.getByRole("button", { name: "Slut", exact: true }).click();
  await chair.page.getByRole("heading", { name: "Mødet er slut." }).waitFor();
  await wall.page.getByText(item.question).waitFor({ state: "detached" });
  await keepsToItself();
});
