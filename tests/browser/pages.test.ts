import type { Page } from "playwright-core";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { chairOpens, goToBoard } from "../support/at-the-board.ts";
import { findings } from "../support/axe.ts";
import { aBrowser, isLive, type Screen } from "../support/browser.ts";
import { titleFaults } from "../support/titles.ts";
import { itemThat, type TodaysMeeting, todaysMeeting } from "../support/todays-meeting.ts";

const house = aBrowser();
let meeting: TodaysMeeting;
let held: string;
let youngPerson: string;
let basis: string;
/** Whose address is protected. */
let hidden: string;
/** An item to which somebody from outside the municipality is invited. */
let outside: string;
/** The page on which a consent is read aloud that somebody has not said yes to. */
let waiting: string;

beforeAll(async () => {
  meeting = todaysMeeting(house.served);
  held = house.served.row<{ id: string }>(
    "select id from meeting where state = 'closed' order by startsAt desc limit 1",
  ).id;
  youngPerson = house.served.row<{ youngPersonId: string }>(
    "select youngPersonId from agenda_item where id = ?",
    meeting.items[0]?.id,
  ).youngPersonId;
  const asked = house.served.row<{ id: string; youngPersonId: string }>(
    `select id, youngPersonId from consent c where givenOn >= '2026-11-15' and not exists
     (select 1 from consent_giver g where g.consentId = c.id and g.networkPersonId is null)`,
  );
  waiting = `/people/${asked.youngPersonId}/consents/${asked.id}`;
  hidden = house.served.row<{ id: string }>("select id from young_person_address where protected = 1").id;
  basis = house.served.row<{ id: string }>("select id from legal_basis where code = 'fvl28_consent'").id;
  outside = itemThat(meeting, { invites: ["psykiatri"] }).id;
  const chair = await house.as("koordinator");
  await goToBoard(chair, meeting.id);
  await chairOpens(chair, meeting.items[0] as TodaysMeeting["items"][number]);
  await chair.context.close();
});

const everybody = ["/", "/account"];
const ofSignIn = ["/account/code", "/proof"];
const withContent = () => [...everybody, "/meetings", "/actions", agenda(), board()];
const agenda = () => `/meetings/${meeting.id}`;
const board = () => `${agenda()}/board`;

/** The one list of pages: who signs in, and what they come to. */
const pagesOf: Record<string, () => string[]> = {
  koordinator: () => [
    ...withContent(),
    ...["/meetings?make=new", "/meetings?make=acute", `/meetings?make=copy&from=${held}`],
    ...[
      `${agenda()}?basis=${outside}`,
      `${agenda()}?view=people`,
      `${agenda()}?view=ready`,
      `${agenda()}?add=person`,
      `${agenda()}?add=pause`,
      `${agenda()}?add=common`,
    ],
    ...[
      `${board()}?item=${meeting.items[1]?.id}`,
      `${agenda()}/screen`,
      `/meetings/${held}`,
      `/meetings/${held}/minutes`,
    ],
    ...["/people/new", "/people/duplicates", `/people/${youngPerson}`],
    ...[`/people/${youngPerson}/consents/new`, "/bases", waiting],
    ...["/emergency", "/emergency?found=nobody", "/emergency/reviews", `/items/${meeting.items[0]?.id}/access`],
  ],
  ungeguide: () => [...withContent(), "/people/new", "/emergency", `/people/${hidden}`],
  stu: () => ["/", board()],
  voksen: () => [...withContent(), "/people/new"],
  psykiatri: () => ["/", "/actions", agenda(), board()],
  politi: () => everybody,
  leder: () => ["/", "/actions", "/meetings", ...ofSignIn],
  admin: () => [...everybody, "/staff", "/staff/access", `/bases?edit=${basis}`],
  dpo: () => [...everybody, ...["rows", "alarms", "sample", "moment", "export"].map((view) => `/log?view=${view}`)],
};
const withoutSignIn = ["/login", "/login?to=%2Fmeetings", "/screen"];

/** Wide, at 320 px, and as at 200 % zoom: nothing of it is to be read by scrolling sideways. */
const widths = [
  { width: 320, height: 640 },
  { width: 720, height: 390 },
];

/** A big screen is made for one width: it hangs on a wall. */
const isWall = (path: string) => path.endsWith("/screen");

async function sideways(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const size of widths) {
    await page.setViewportSize(size);
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return null;
      const out = [...document.querySelectorAll("body *")].filter(
        (one) => one.getBoundingClientRect().right > clientWidth + 1,
      );
      return `${scrollWidth} px wide: ${out
        .slice(0, 3)
        .map((one) => `${one.tagName}.${one.className}`)
        .join(", ")}`;
    });
    if (wide) found.push(`at ${size.width} px ${wide}`);
  }
  await page.setViewportSize({ width: 1440, height: 780 });
  return found;
}

/** Its scripts run, where it has a line to the server: whatever they add to the page stands there. */
async function isDrawn(page: Page) {
  if ((await page.locator(".connection-pill").count()) > 0) await isLive(page);
}

async function faultsOf({ page }: Screen, path: string, lang: "da" | "en"): Promise<string[]> {
  const answer = await page.goto(path);
  if (answer?.status() !== 200) return [`${path}: ${answer?.status()}`];
  await isDrawn(page);
  const faults = [...(await findings(page)), ...(await titleFaults(page, house.served))];
  if (lang === "da" && !isWall(path)) faults.push(...(await sideways(page)));
  const said = await page.locator("html").getAttribute("lang");
  if (said !== lang) faults.push(`lang="${said}"`);
  return faults.map((fault) => `${path}: ${fault}`);
}

async function all(screen: Screen, paths: string[], lang: "da" | "en") {
  const faults: string[] = [];
  for (const path of paths) faults.push(...(await faultsOf(screen, path, lang)));
  return faults;
}

describe("every page is without a finding of axe, has a title without a name, and reads without scrolling sideways at 320 px and at 200 %", () => {
  test.each(Object.keys(pagesOf))("of %s", async (username) => {
    const screen = await house.as(username);
    onTestFinished(() => screen.context.close());
    expect(await all(screen, pagesOf[username]?.() ?? [], "da")).toEqual([]);
  });

  test("of somebody without a sign-in", async () => {
    const screen = await house.visitor();
    onTestFinished(() => screen.context.close());
    expect(await all(screen, withoutSignIn, "da")).toEqual([]);
    screen.expects(/404/);
    await screen.page.goto("/welcome/never-made");
    expect(await findings(screen.page)).toEqual([]);
  });

  test("at 320 px the board's parts stand one at a time behind four tabs, each without a finding", async () => {
    const screen = await house.as("koordinator", { viewport: { width: 320, height: 640 } });
    onTestFinished(() => screen.context.close());
    const { page } = screen;
    await goToBoard(screen, meeting.id);
    for (const tab of [/^Aftaler/, /^Til stede/, /^Dagsorden/, /^Punkt/]) {
      await page.locator(".board-tabs").getByRole("button", { name: tab }).click();
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    await page.getByRole("button", { name: "Forbundet" }).waitFor();
  });
});

describe("in English, as the account chooses it", () => {
  test.each(["koordinator", "ungeguide", "admin", "leder", "dpo"])(
    "every page of %s says so and is without a finding",
    async (username) => {
      const screen = await house.as(username);
      onTestFinished(() => screen.context.close());
      const { page } = screen;
      await page.goto("/account");
      await page.getByRole("radio", { name: "English" }).check();
      await page.getByRole("button", { name: "Gem", exact: true }).click();
      await page.getByRole("button", { name: "Save", exact: true }).waitFor();
      expect(await all(screen, pagesOf[username]?.() ?? [], "en")).toEqual([]);
      await page.goto("/account");
      await page.getByRole("radio", { name: "Dansk" }).check();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("button", { name: "Gem", exact: true }).waitFor();
    },
  );
});

test("what is printed of the agenda and of the minutes shows no button and no field", async () => {
  const { page, context } = await house.as("koordinator");
  onTestFinished(() => context.close());
  for (const path of [agenda(), `/meetings/${held}/minutes`]) {
    await page.goto(path);
    await isLive(page);
    await page.emulateMedia({ media: "print" });
    const controls = page.locator(
      "button:visible, input:visible, select:visible, textarea:visible, nav:visible, summary:visible",
    );
    expect(await controls.evaluateAll((found) => found.map((one) => one.outerHTML.slice(0, 120)))).toEqual([]);
    expect((await page.locator("body").innerText()).length).toBeGreaterThan(200);
    await page.emulateMedia({ media: null });
  }
});
