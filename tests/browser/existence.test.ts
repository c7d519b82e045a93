import { beforeAll, expect, onTestFinished, test } from "vitest";
import { chairOpens, goToBoard } from "../support/at-the-board.ts";
import { findings } from "../support/axe.ts";
import { aBrowser, isLive, type Screen } from "../support/browser.ts";
import { itemThat, type TodaysItem, type TodaysMeeting, todaysMeeting } from "../support/todays-meeting.ts";

const house = aBrowser();
let meeting: TodaysMeeting;
let item: TodaysItem;
let person = "";
let [chair, adults, ppr]: Screen[] = [];

const shot = async ({ page }: Screen, name: string) => {
  if (process.env.SAMSPOR_SHOTS) await page.screenshot({ path: `${process.env.SAMSPOR_SHOTS}/${name}.png` });
};

beforeAll(async () => {
  meeting = todaysMeeting(house.served);
  item = itemThat(meeting, { invites: ["stu"], not: ["voksen", "ppr"] });
  person = house.served.row<{ id: string }>("select youngPersonId as id from agenda_item where id = ?", item.id).id;
  // Both are caseworkers and sit in the forum; one of them is a caseworker no more.
  house.served.age(
    "update role_grant set toOn = '2026-11-24' where role = 'caseworker' and staffId = (select id from staff where username = 'ppr')",
  );
  [chair, adults, ppr] = [await house.as("koordinator"), await house.as("voksen"), await house.as("ppr")];
});

const rows = ({ page }: Screen) => page.locator(".agenda-row");
const numbers = async (screen: Screen) =>
  (await rows(screen).locator(".agenda-number").allInnerTexts())
    .filter((text) => /^\d+$/.test(text.trim()))
    .map(Number);
const counted = (most: number) => Array.from({ length: most }, (_, place) => place + 1);

const sets = async (screen: Screen, role: string, level: string) => {
  const { page } = screen;
  const field = page.getByLabel(`For ${role}`, { exact: true });
  const version = page.locator("form", { has: field }).locator("input[name=version]");
  const before = await version.inputValue();
  await field.selectOption({ label: level });
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("button", { name: `Gem for ${role}` }).click();
  expect((await saved).ok()).toBe(true);
  // The form is made anew with what stands: what is chosen in it before that goes with it.
  await expect.poll(() => version.inputValue(), { timeout: 10_000 }).not.toBe(before);
};

test("three at one table: the coordinator sees the item, one member only its time, and for another it was never there", async () => {
  const [run, hidden, reserved] = [chair, adults, ppr] as [Screen, Screen, Screen];
  for (const screen of [run, hidden, reserved]) onTestFinished(() => screen.context.close());
  for (const screen of [hidden, reserved]) await goToBoard(screen, meeting.id);
  const all = await rows(hidden).count();
  const most = (await numbers(hidden)).length;
  expect(await numbers(hidden)).toEqual(counted(most));

  await run.page.goto(`/people/${person}`);
  await isLive(run.page);
  await sets(run, "rådgiver", "Intet: punktet er skjult");
  await sets(run, "forummedlem", "Kun tiden: Optaget");
  await shot(run, "existence-form");
  expect(await findings(run.page)).toEqual([]);

  await expect.poll(() => rows(hidden).count()).toBe(all - 1);
  const before = hidden.frames.length;
  await goToBoard(run, meeting.id);
  await chairOpens(run, item);
  await run.page.getByText(item.question).first().waitFor();
  await reserved.page.locator(".agenda-row-now", { hasText: "Optaget" }).waitFor();
  await shot(reserved, "existence-reserved");

  await goToBoard(hidden, meeting.id);
  expect(await hidden.page.getByText("Et andet punkt er i gang.").count()).toBe(0);
  expect(await rows(hidden).count()).toBe(all - 1);
  expect(await numbers(hidden)).toEqual(counted(most - 1));
  expect(await rows(reserved).count()).toBe(all);
  await shot(hidden, "existence-hidden");
  expect(await findings(hidden.page)).toEqual([]);
  expect(hidden.frames.slice(before).join("")).not.toContain(item.id);
  for (const path of [`/meetings/${meeting.id}`, `/meetings/${meeting.id}/board`]) {
    const answer = await (await hidden.page.request.get(path)).text();
    expect([item.id, item.name, item.question].filter((gone) => answer.includes(gone))).toEqual([]);
  }
  hidden.expects(/404/);
  const looked = await hidden.page.request.get(`/people/${person}`);
  const never = await hidden.page.request.get(`/people/${crypto.randomUUID()}`);
  expect([looked.status(), await looked.text()]).toEqual([404, await never.text()]);

  // Whoever is let in again hears of the next change as well.
  await hidden.page.goto(`/meetings/${meeting.id}`);
  await isLive(hidden.page);
  const taken = await hidden.page.getByText("Optaget", { exact: true }).count();
  await run.page.goto(`/people/${person}`);
  await isLive(run.page);
  await sets(run, "rådgiver", "Kun tiden: Optaget");
  await expect.poll(() => hidden.page.getByText("Optaget", { exact: true }).count()).toBeGreaterThan(taken);
  await sets(run, "rådgiver", "Tiden og navnet");
  await sets(run, "forummedlem", "Tiden og navnet");
  await expect.poll(() => hidden.page.locator("main").innerText(), { timeout: 10_000 }).toContain(item.name);
});
