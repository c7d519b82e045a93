import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { chairOpens, goToBoard, heading } from "../support/at-the-board.ts";
import { findings } from "../support/axe.ts";
import { aBrowser, isLive, type Screen } from "../support/browser.ts";
import { itemThat, type TodaysItem, type TodaysMeeting, todaysMeeting } from "../support/todays-meeting.ts";

const house = aBrowser();
const REGION = "Regionens psykiatri";
let meeting: TodaysMeeting;
let chair: Screen;
/** The chair's second window: what is prepared on the agenda while the board is open. */
let desk: Screen;
let psychiatrist: Screen;
let item: TodaysItem;

beforeAll(async () => {
  meeting = todaysMeeting(house.served);
  item = itemThat(meeting, { invites: ["psykiatri"] });
  [chair, desk, psychiatrist] = (await Promise.all(
    ["koordinator", "koordinator", "psykiatri"].map((name) => house.as(name)),
  )) as [Screen, Screen, Screen];
});

const sheetOf = (itemId: string) => `/meetings/${meeting.id}?basis=${itemId}`;
const side = ({ page }: Screen) => page.getByRole("region", { name: REGION });

async function openSheet(screen: Screen) {
  await screen.page.goto(sheetOf(item.id));
  await isLive(screen.page);
}

async function endsBasis(screen: Screen) {
  await openSheet(screen);
  await side(screen).getByText("Afslut grundlaget", { exact: true }).first().click();
  await side(screen).getByRole("button", { name: "Afslut grundlaget", exact: true }).click();
  await side(screen).getByText("Mangler et grundlag og får intet indhold.").waitFor();
}

async function choosesBasis(screen: Screen) {
  await openSheet(screen);
  await side(screen).getByLabel("Væsentlig betydning for den anden myndighed").check();
  await side(screen).getByLabel("Hvorfor er det nødvendigt?").fill("Behandlingen skal passe til støtten i hverdagen");
  await side(screen).getByRole("button", { name: "Sæt i kraft" }).click();
  await side(screen).getByText("Behandlingen skal passe til støtten i hverdagen").first().waitFor();
}

describe("before the item", () => {
  test("the agenda says who lacks a basis, in the row, in the table and among what is not ready", async () => {
    await endsBasis(desk);
    await desk.page.goto(`/meetings/${meeting.id}`);
    await isLive(desk.page);
    await desk.page.locator(`#place-${item.id} .sign:not(.sign-ready)`).getByText("Grundlag: 1 mangler").waitFor();
    await desk.page.goto(`/meetings/${meeting.id}?view=people`);
    await desk.page.locator(".who-toggle", { hasText: "△" }).waitFor();
    await desk.page.goto(`/meetings/${meeting.id}?view=ready`);
    await desk.page.getByText(`${REGION} mangler et grundlag og får intet indhold.`).waitFor();
    await desk.page.goto("/");
    await desk.page.getByText(`${REGION} mangler et grundlag`).waitFor();
  });

  test("the psychiatrist sees nothing of it until a basis is chosen, and the chair is told in the room change", async () => {
    await goToBoard(chair, meeting.id);
    await chairOpens(chair, meeting.items[0] as TodaysItem);
    await goToBoard(psychiatrist, meeting.id);
    expect(await psychiatrist.page.content()).not.toContain(item.question);
    expect(await psychiatrist.page.content()).not.toContain(item.name);
  });
});

describe("while the item is open", () => {
  test("a basis that is chosen brings the item to the psychiatrist's open board, and one that is ended takes it away", async () => {
    await chairOpens(chair, item);
    await choosesBasis(desk);
    await heading(psychiatrist.page, item).waitFor();
    await endsBasis(desk);
    await heading(psychiatrist.page, item).waitFor({ state: "detached" });
    const whole = await psychiatrist.page.content();
    expect(whole).not.toContain(item.name);
    expect(whole).not.toContain(item.question);
  });

  test("the chair is asked about somebody who sits there without one, and told what may not be said", async () => {
    await chair.page.locator("#present-button").click();
    await chair.page.getByRole("button", { name: "Alle inviterede er her" }).click();
    const row = chair.page.locator(".seat-gap");
    await row.getByText(`${REGION} har intet grundlag.`).waitFor();
    await chair.page.getByText(`Mens ${REGION} er her: tal ikke om den unge.`).waitFor({ state: "attached" });
    expect(await findings(chair.page)).toEqual([]);
    await row.getByRole("button", { name: "Går ud" }).click();
    await chair.page.getByText("Uden grundlag: gik ud.").waitFor();
    await chair.page.getByText(`Mens ${REGION} er her`).waitFor({ state: "detached" });
    expect(
      house.served.row(
        "select p.presence, p.basisGap from participant p join staff s on s.id = p.staffId where p.itemId = ? and s.username = 'psykiatri'",
        item.id,
      ),
    ).toEqual({ presence: "room", basisGap: "left" });
  });

  test("an oral consent there and then opens the item on the psychiatrist's own screen, as far as was said", async () => {
    await chair.page.getByText("Ret", { exact: true }).first().click();
    await chair.page.getByText("Mundtligt samtykke nu").click();
    const form = chair.page.locator("form", { hasText: "Hvem har sagt ja?" });
    await form.getByLabel("Den unge selv").check();
    await form.getByLabel("uddannelse").check();
    expect(await findings(chair.page)).toEqual([]);
    await form.getByRole("button", { name: "Skriv samtykket ned" }).click();
    await heading(psychiatrist.page, item).waitFor();
    await chair.page.keyboard.press("Escape");
    await chair.page.getByText(`Mens ${REGION} er her: tal ikke om`).waitFor();
    expect(await chair.page.getByText(/tal ikke om .*bolig/).count()).toBe(1);
    expect(await chair.page.getByText(/tal ikke om .*uddannelse/).count()).toBe(0);
  });

  test("nothing of it reaches anybody who does not run the meeting", () => {
    const frames = psychiatrist.frames.join("\n");
    expect(frames).not.toContain("basisGap");
    expect(frames).not.toContain("settled");
  });

  test("in the room change before it, the way to a basis stands beside what is missing", async () => {
    await endsBasis(desk);
    await chair.page.locator("#move-on").click();
    await chair.page.getByRole("heading", { name: "Rumskifte" }).waitFor();
    const { number } = item;
    await chair.page.getByRole("button", { name: `Tilbage til punkt ${number}` }).waitFor();
    // It stands as the next item again for whoever is to open it.
    house.served.age("update agenda_item set state = 'handled' where meetingId = ? and id <> ?", meeting.id, item.id);
    house.served.age("update agenda_item set state = 'planned', handledAt = null where id = ?", item.id);
    await chair.page.reload();
    await isLive(chair.page);
    await chair.page.getByText(`${REGION} mangler et grundlag og får intet indhold.`).waitFor();
    await chair.page.getByRole("link", { name: "Vælg grundlag" }).click();
    await side(chair).waitFor();
  });
});

test("the sheet is for everybody who runs the item, without JavaScript and at 320 px too", async () => {
  const screen = await house.as("koordinator", { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  onTestFinished(() => screen.context.close());
  screen.expects(/422/);
  const { page } = screen;
  await page.goto(sheetOf(item.id));
  const dialog = page.locator("dialog[open]");
  await dialog.getByLabel("Væsentlig betydning for den anden myndighed").check();
  await dialog.getByRole("button", { name: "Sæt i kraft" }).click();
  // The law asks for an assessment in own words: what is missing is said at the field.
  await page.getByText("Skriv noget her.").waitFor();
  await dialog.getByLabel("Hvorfor er det nødvendigt?").fill("Set uden JavaScript");
  await dialog.getByLabel("Væsentlig betydning for den anden myndighed").check();
  await dialog.getByRole("button", { name: "Sæt i kraft" }).click();
  await dialog.getByText("Set uden JavaScript").first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
