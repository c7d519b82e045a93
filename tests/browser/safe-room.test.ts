import { beforeAll, expect, onTestFinished, test } from "vitest";
import { chairOpens, goToBoard } from "../support/at-the-board.ts";
import { findings } from "../support/axe.ts";
import { aBrowser, isLive, type Screen } from "../support/browser.ts";
import { type TodaysItem, type TodaysMeeting, todaysMeeting } from "../support/todays-meeting.ts";

const house = aBrowser();
let meeting: TodaysMeeting;
let item: TodaysItem;
let chair: Screen;
const ASKED = "Hvad gør vi, når en ung ikke svarer nogen af os?";
const shot = async ({ page }: Pick<Screen, "page">, name: string) => {
  if (process.env.SAMSPOR_SHOTS) await page.screenshot({ path: `${process.env.SAMSPOR_SHOTS}/${name}.png` });
};

beforeAll(async () => {
  meeting = todaysMeeting(house.served);
  item = meeting.items[0] as TodaysItem;
  chair = await house.as("koordinator");
});

test("the room's screen empties by itself while a guest is here, without a mark, and only the chair reads why", async () => {
  const wall = await house.visitor({ viewport: { width: 1920, height: 1080 } }, "wall");
  onTestFinished(() => wall.context.close());
  await wall.page.goto("/screen");
  const code = await wall.page.locator(".big-screen-code").innerText();
  await goToBoard(chair, meeting.id);
  await chair.page.getByRole("button", { name: "Storskærm" }).click();
  await chair.page.getByLabel("Koden på skærmen").fill(code);
  await chair.page.getByRole("button", { name: "Forbind" }).click();
  await wall.page.getByText(/^Mødet begynder kl\. 9\.00$/).waitFor();
  await chair.page.keyboard.press("Escape");
  await chairOpens(chair, item);
  await wall.page.getByText(item.question).waitFor();

  await chair.page.locator("#present-button").click();
  await chair.page
    .getByLabel("Hvem kommer ind")
    .or(chair.page.locator(".add-to-room select"))
    .first()
    .selectOption("guest");
  await chair.page.locator(".add-to-room").getByRole("button", { name: "I rummet" }).click();
  await wall.page.getByText(item.question).waitFor({ state: "detached" });
  const whole = await wall.page.content();
  for (const gone of [item.question, item.firstName, "Skjult", "Gæst"]) expect(whole).not.toContain(gone);
  await shot(wall, "wall-narrow");
  expect(await findings(wall.page)).toEqual([]);
  await chair.page.keyboard.press("Escape");
  await chair.page.getByText(/^Skjult på storskærmen: \d felt(er)?, fordi Gæst er her\.$/).waitFor();
  await shot(chair, "chair-hidden");
  expect(await findings(chair.page)).toEqual([]);

  await chair.page.locator("#present-button").click();
  const guest = chair.page.locator(".seat-row").filter({ hasText: "Gæst" });
  await guest.getByRole("button").last().click();
  await wall.page.getByText(item.question).waitFor();
  await chair.page.keyboard.press("Escape");
  await chair.page.getByText(/^Skjult på storskærmen/).waitFor({ state: "detached" });
});

test("a question without a name is put on the agenda, and is hindered while it names somebody", async () => {
  const { page } = chair;
  await page.goto(`/meetings/${meeting.id}`);
  await isLive(page);
  await page.getByRole("link", { name: "Punkt uden navn" }).click();
  await page.getByLabel("Spørgsmål til mødet").fill(`Hvad gør vi for ${item.name}?`);
  chair.expects(/422/);
  await page.getByRole("button", { name: "Tilføj", exact: true }).click();
  await page
    .getByText(/^Skriv uden navn\. /)
    .first()
    .waitFor();
  await shot(chair, "unnamed-hindered");
  await page.getByLabel("Spørgsmål til mødet").fill(ASKED);
  await page.getByRole("button", { name: "Tilføj", exact: true }).click();
  await page.locator(".place-row").filter({ hasText: ASKED }).waitFor();
  await shot(chair, "unnamed-agenda");
  expect(await findings(page)).toEqual([]);
});

test("what is said of it is advice to whoever asks", async () => {
  const { page } = chair;
  const { id } = house.served.row<{ id: string }>("select id from agenda_item where kind = 'unnamed'");
  await goToBoard(chair, meeting.id, `?item=${id}`);
  await page.getByRole("heading", { level: 2, name: "Punkt uden navn" }).waitFor();
  expect(await page.getByText("Egne ord").count()).toBe(0);
  await page.locator("#new-agreement").fill("Prøv gennem gadeplan");
  await page.locator(".agreement-entry").getByRole("button", { name: "Tilføj" }).click();
  await page
    .locator(".agreement-row")
    .filter({ hasText: "Prøv gennem gadeplan" })
    .getByText(/^Råd til /)
    .waitFor();
  await shot(chair, "unnamed-board");
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  onTestFinished(() => page.setViewportSize({ width: 1440, height: 780 }));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await shot(chair, "unnamed-board-320");
});

test("it is linked to a young person without JavaScript and in English too", async () => {
  const { page, context } = await house.as("koordinator", {
    javaScriptEnabled: false,
    locale: "en-GB",
    viewport: { width: 320, height: 640 },
  });
  onTestFinished(() => context.close());
  const { id } = house.served.row<{ id: string }>("select id from agenda_item where kind = 'unnamed'");
  await page.goto(`/meetings/${meeting.id}?add=person&link=${id}`);
  await page.locator(".agenda-add input[type=search]").fill("an");
  await page.locator(".agenda-add .find-button").first().click();
  expect(new URL(page.url()).searchParams.has("name")).toBe(false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.locator(".agenda-add .rows a").first().click();
  await shot({ page }, "unnamed-link-320");
  await page.getByRole("button", { name: /^(Knyt punktet til|Link the item to)/ }).click();
  await page.locator(".place-row").filter({ hasText: ASKED }).waitFor();
  expect(house.served.row<{ kind: string }>("select kind from agenda_item where id = ?", id).kind).toBe("person");
});
