import { expect, test } from "vitest";
import { findings } from "../support/axe.ts";
import { aBrowser, isLive } from "../support/browser.ts";

const house = aBrowser();

test("a department is asked to take over, reads of it at once, and its yes stands at the course", async () => {
  const [team, jobs, other] = await Promise.all([
    house.as("stu"),
    house.as("beskaeftigelse", { viewport: { width: 390, height: 800 } }),
    house.as("boerneunge"),
  ]);
  const { id, name } = house.served.row<{ id: string; name: string }>(
    `select c.id, p.firstName || ' ' || p.lastName name from stu_course c join young_person p on p.id = c.youngPersonId
     where c.endedOn is null and c.startOn is not null and date(c.baseEndOn) < '2027-09-30'
     and not exists (select 1 from course_handover h where h.courseId = c.id) order by c.id`,
  );
  for (const { page } of [jobs, other]) {
    await page.goto("/");
    await isLive(page);
  }
  await team.page.goto(`/stu/${id}`);
  await isLive(team.page);
  const part = team.page.getByRole("region", { name: "Overdragelse" });
  await part.getByText("Overdrag til en afdeling").click();
  await part.getByLabel("Hvilken afdeling").selectOption({ label: "Beskæftigelse" });
  await part.getByLabel("Hvad skal de overtage?").fill("Få timer i et køkken");
  await part.getByRole("button", { name: "Spørg", exact: true }).click();
  await part.getByText("afventer svar").waitFor();
  expect(await findings(team.page)).toEqual([]);

  const block = jobs.page.getByRole("heading", { name: "Overtag efter STU" }).locator("..");
  await block.getByText("Få timer i et køkken").waitFor();
  expect(await findings(jobs.page)).toEqual([]);
  expect(await other.page.content()).not.toContain("Få timer i et køkken");
  await block.getByRole("button", { name: `Overtag: ${name}` }).click();
  await part.getByText("har overtaget", { exact: false }).waitFor();
  await jobs.page.getByRole("button", { name: `Overtag: ${name}` }).waitFor({ state: "detached" });
  expect(house.served.row("select accepted from course_handover where courseId = ?", id)).toEqual({ accepted: 1 });
});
