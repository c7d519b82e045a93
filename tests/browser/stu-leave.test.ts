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
  const notAsked = rows.filter({ hasText: "Ikke spurgt" }).first();
  await notAsked.getByText("Spørg i et brev", { exact: false }).waitFor();
  expect(await notAsked.getByRole("link", { name: /^Ring/ }).count()).toBe(0);
  expect(await rows.filter({ hasText: "Må ikke ringes op" }).getByRole("link", { name: /^Ring/ }).count()).toBe(0);
  expect(await rows.getByRole("link", { name: /^Ring/ }).count()).toBeGreaterThan(0);
});
