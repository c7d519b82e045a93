import { expect, test } from "vitest";
import { aBrowser, isLive } from "../support/browser.ts";

const house = aBrowser();

test("on the way out it is asked whether they may be called; who has not said yes is not called", async () => {
  const { page } = await house.as("stu");
  const { id } = house.served.row<{ id: string }>(
    `select id from stu_course where endedOn is null and startOn is not null and leaveToCall = 'not_asked'
     and date(baseEndOn) < '2027-09-30' order by id`,
  );
  await page.goto(`/stu/${id}`);
  await isLive(page);
  const part = page.getByRole("region", { name: "Må vi ringe bagefter?" });
  await part.getByRole("button", { name: "Ja", exact: true }).click();
  await part.getByText("Må ringes op").waitFor();
  const stands = () => house.served.row<{ leaveToCall: string }>("select leaveToCall from stu_course where id = ?", id);
  expect(stands().leaveToCall).toBe("yes");
  await part.getByText("Skift svar").click();
  await part.getByRole("button", { name: "Nej", exact: true }).click();
  await part.getByText("Må ikke ringes op").waitFor();
  expect(stands().leaveToCall).toBe("no");

  await page.goto("/stu/graduates");
  await isLive(page);
  const rows = page.locator("main li", { has: page.locator(".graduates-who") });
  const call = { name: /^Ring: / };
  const first = rows.filter({ has: page.getByRole("link", call) }).first();
  const name = await first.locator(".graduates-who a").innerText();
  await first.locator(".graduates-who a").click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await part.getByText("Skift svar").click();
  await part.getByRole("button", { name: "Nej", exact: true }).click();
  await part.getByText("Må ikke ringes op").waitFor();
  await page.goto("/stu/graduates");
  await isLive(page);
  const row = rows.filter({ hasText: name }).first();
  await row.getByText("Spørg familien eller afdelingen.", { exact: false }).waitFor();
  expect(await row.getByRole("link", call).count()).toBe(0);
  expect(await row.getByRole("link", { name: /^Skriv svar: / }).count()).toBe(1);
});
