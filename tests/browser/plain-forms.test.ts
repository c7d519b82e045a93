import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { chairOpens, goToBoard } from "../support/at-the-board.ts";
import { aBrowser, isLive, type Screen } from "../support/browser.ts";
import { type TodaysMeeting, todaysMeeting } from "../support/todays-meeting.ts";

const house = aBrowser();
let meeting: TodaysMeeting;
const agenda = () => `/meetings/${meeting.id}`;
const board = () => `${agenda()}/board`;

beforeAll(async () => {
  meeting = todaysMeeting(house.served);
  const chair = await house.as("koordinator");
  await goToBoard(chair, meeting.id);
  await chairOpens(chair, meeting.items[0] as TodaysMeeting["items"][number]);
  await chair.context.close();
});

describe("a form that the browser posts by itself, before the scripts are there", () => {
  test("at the sign-in says what is wrong, and goes on saying it when they are", async () => {
    const { page, expects, context } = await house.visitor();
    expects(/401/);
    await page.goto("/login");
    await page.getByLabel("Brugernavn").fill("koordinator");
    await page.getByLabel("Adgangskode").fill("gættet forkert");
    await page.getByRole("button", { name: "Log ind", exact: true }).click();
    await page.getByRole("alert").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.getByRole("alert").innerText()).toContain("Brugernavn eller adgangskode er forkert. Prøv igen.");
    await context.close();
  });

  test("elsewhere too, at its field, with what was typed", async () => {
    const { page, expects, context } = await house.as("koordinator");
    expects(/422/);
    await page.goto("/people/new");
    await page.getByLabel("Fornavn").fill("Kim");
    await page.getByLabel("Fødselsdag").fill("31/2-2009");
    const answered = page.waitForResponse((response) => response.status() === 422);
    await page.locator("form", { has: page.getByLabel("Fornavn") }).evaluate((form: HTMLFormElement) => form.submit());
    await answered;
    await isLive(page);
    await page.locator(".form-error-message").first().waitFor();
    expect(await page.getByLabel("Fornavn").inputValue()).toBe("Kim");
    expect(await page.getByLabel("Fødselsdag").inputValue()).toBe("31/2-2009");
    await context.close();
  });
});

describe("without JavaScript", () => {
  let visitor: Screen;
  let page: Page;
  const plain = { javaScriptEnabled: false };

  test("one signs in with a form, and what is wrong is said with the name still there", async () => {
    visitor = await house.visitor(plain);
    visitor.expects(/401/);
    page = visitor.page;
    await page.goto(`/login?to=${encodeURIComponent(agenda())}`);
    await page.getByLabel("Brugernavn").fill("koordinator");
    await page.getByLabel("Adgangskode").fill("gættet forkert");
    await page.getByRole("button", { name: "Log ind", exact: true }).click();
    await page.getByText("Brugernavn eller adgangskode er forkert. Prøv igen.").waitFor();
    expect(await page.getByLabel("Brugernavn").inputValue()).toBe("koordinator");
    await page.getByLabel("Adgangskode").fill("samspor-demo");
    await page.getByRole("button", { name: "Log ind", exact: true }).click();
    expect(new URL(page.url()).pathname).toBe(agenda());
  });

  test("a young person is found and put on the agenda", async () => {
    const before = house.served.rows(
      "select id from agenda_item where meetingId = ? and removedAt is null",
      meeting.id,
    ).length;
    await page.getByRole("link", { name: "Tilføj ung" }).click();
    await page.getByLabel("Find en ung").fill("an");
    await page.getByRole("button", { name: "Søg" }).click();
    await page.locator(".agenda-add .rows a").first().click();
    await page.getByLabel("Spørgsmål til mødet").fill("Hvem følger med til den første samtale?");
    await page.getByRole("button", { name: "Tilføj", exact: true }).click();
    await page.getByText("Hvem følger med til den første samtale?").first().waitFor();
    const after = house.served.rows(
      "select id from agenda_item where meetingId = ? and removedAt is null",
      meeting.id,
    ).length;
    expect(after).toBe(before + 1);
  });

  test("the roll call is taken, the young person's words are written and an agreement is added on the board", async () => {
    visitor.expects(/422/);
    const [first] = meeting.items as [TodaysMeeting["items"][number]];
    await page.goto(board());
    await page.getByRole("link", { name: "Til stede", exact: true }).click();
    await page
      .locator("form", { has: page.locator("input[value='all-are-here']") })
      .getByRole("button")
      .first()
      .click();
    await page.getByText(`Til stede ${first.invited.length} af ${first.invited.length}`).first().waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Luk" }).click();

    await page.getByRole("textbox", { name: "Egne ord" }).fill("Jeg vil helst tale selv.");
    await page.locator("form.voice").getByRole("button", { name: "Gem" }).click();
    await page.locator("blockquote, .voice", { hasText: "Jeg vil helst tale selv." }).first().waitFor();

    await page.locator("#new-agreement").fill("Finder en ny kontaktperson");
    await page.locator(".agreement-terms").getByLabel("Afdeling").selectOption({ label: "Voksen" });
    await page.locator("#new-agreement-due").fill("31/2");
    const add = page.locator(".agreement-terms").getByRole("button", { name: "Tilføj" });
    await add.click();
    await page.locator(".agreement-entry .form-error-message").first().waitFor();
    expect(await page.locator("#new-agreement").inputValue()).toBe("Finder en ny kontaktperson");
    expect(await page.locator("#new-agreement-due").inputValue()).toBe("31/2");
    await page.locator("#new-agreement-due").fill("14d");
    await add.click();
    await page.locator(".agreement-row", { hasText: "Finder en ny kontaktperson" }).waitFor();

    expect(house.served.row("select words from youth_voice where itemId = ?", first.id)).toEqual({
      words: "Jeg vil helst tale selv.",
    });
    expect(house.served.rows("select text, dueOn from action where itemId = ?", first.id)).toEqual([
      { text: "Finder en ny kontaktperson", dueOn: "2026-12-08" },
    ]);
  });
});

describe("what is refused without JavaScript stands as it was sent", () => {
  const plain = { javaScriptEnabled: false };
  const assignedTo = (username: string) =>
    house.served.row<{ id: string }>(
      `select a.youngPersonId id from assignment a join staff s on s.id = a.staffId
       where s.username = ? and a.toOn is null and a.youngPersonId not in (select id from young_person_address)`,
      username,
    ).id;

  test("a protected address stays ticked as protected, in the open form, with the focus where it is wrong", async () => {
    const { page, expects, context } = await house.as("ungeguide", plain);
    expects(/422/);
    await page.goto(`/people/${assignedTo("ungeguide")}`);
    await page.getByText("Skriv adressen", { exact: true }).click();
    await page.getByLabel("Vej, nummer, by").fill("Prøvevej 3, 2630 Demoby");
    await page.getByText("Adressen er beskyttet").click();
    await page.getByLabel("Beskyttet til").fill("31/2");
    await page.getByRole("button", { name: "Gem adressen" }).click();
    await page.getByText(/^Den dag findes ikke\./).waitFor();
    expect(await page.getByLabel("Vej, nummer, by").inputValue()).toBe("Prøvevej 3, 2630 Demoby");
    expect(await page.getByLabel("Adressen er beskyttet").isChecked()).toBe(true);
    expect(await page.locator(":focus").getAttribute("name")).toBe("protectedUntil");
    await context.close();
  });

  test("the page that asks for a proof speaks the reader's language to a screen reader too", async () => {
    const { page, expects, context } = await house.as("stu", plain);
    expects(/403/);
    await page.goto("/account");
    await page.getByLabel("English").check();
    await page.getByRole("button", { name: "Gem", exact: true }).click();
    house.served.age("update session set freshAt = '2026-11-24T00:00:00.000Z'");
    await page.goto(`/people/${assignedTo("stu")}`);
    await page.getByText("Write a sealed note").click();
    await page.getByLabel("Text").fill("Taler kun om det hjemme.");
    await page.getByRole("button", { name: "Save the note" }).click();
    await page.getByRole("heading", { name: "Is it still you?" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await context.close();
  });

  test("the ages from which a legal basis asks somebody else stand, one by one", async () => {
    const { page, expects, context } = await house.as("admin", plain);
    expects(/422/);
    await page.goto("/bases");
    await page.getByRole("link", { name: /^Ret / }).first().click();
    const form = page.locator("form", { has: page.locator("input[value='change-legal-basis']") });
    const ages = form.locator("input[name='giverAges[]']");
    await ages.nth(0).fill("12");
    await ages.nth(1).fill("femten");
    await form.getByRole("button", { name: "Gem", exact: true }).click();
    await page.locator(".form-error-message").first().waitFor();
    expect([await ages.nth(0).inputValue(), await ages.nth(1).inputValue()]).toEqual(["12", "femten"]);
    await context.close();
  });

  test("a text of the minutes stands as it was typed, with why it was not saved", async () => {
    const { page, expects, context } = await house.as("koordinator", plain);
    expects(/422/);
    const { id } = house.served.row<{ id: string }>(
      "select meetingId id from agenda_item where state = 'handled' and meetingId in (select id from meeting where state = 'closed' and approvedAt is null) limit 1",
    );
    await page.goto(`/meetings/${id}/minutes`);
    const form = page.locator("form", { has: page.locator("input[value='write-discussion']") }).first();
    const itemId = await form.locator("input[name='itemId']").inputValue();
    const same = page.locator("form", { has: page.locator(`input[name='itemId'][value='${itemId}']`) });
    await form.getByRole("textbox").fill("Født 070761-4285, bor hjemme.");
    await form.getByRole("button", { name: "Gem" }).click();
    await page.getByText("Ikke gemt. Der står et CPR-nummer i teksten. Skriv det ikke her.").waitFor();
    expect(await same.getByRole("textbox").first().inputValue()).toBe("Født 070761-4285, bor hjemme.");
    await context.close();
  });
});
