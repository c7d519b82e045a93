import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findings } from "../support/axe.ts";
import { aBrowser, isLive } from "../support/browser.ts";

const house = aBrowser();

const opened = async (page: Page, path: string) => {
  await page.goto(path);
  await isLive(page);
};

test("a guide leaves: whoever ends them is asked first, and at once every open page says who has nobody to ring, until somebody has", async () => {
  const guide = house.served.row<{ id: string; name: string }>(
    "select id, name from staff where username = 'ungeguide'",
  );
  const held = house.served.rows<{ id: string }>(
    `select distinct a.youngPersonId id from assignment a where a.staffId = ? and a."primary" = 1 and a.toOn is null
     and not exists (select 1 from coordination_case c where c.youngPersonId = a.youngPersonId and c.endedAt is not null)`,
    guide.id,
  );
  const item = house.served.row<{ youngPersonId: string; name: string }>(
    `select i.youngPersonId, p.firstName || ' ' || p.lastName name from agenda_item i
     join young_person p on p.id = i.youngPersonId join meeting m on m.id = i.meetingId and m.state <> 'closed'
     join assignment a on a.youngPersonId = p.id and a.staffId = ? and a."primary" = 1 and a.toOn is null
     where i.state = 'planned' and i.removedAt is null and m.typeCode <> 'section115' order by m.startsAt limit 1`,
    guide.id,
  );
  expect(held.length).toBeGreaterThan(1);
  const [start, team, person] = await Promise.all([1, 2, 3].map(() => house.as("koordinator")));
  const [leader, admin] = [await house.as("leder"), await house.as("admin", { javaScriptEnabled: false })];
  if (!start || !team || !person) throw new Error("no windows");
  await opened(start.page, "/");
  await opened(leader.page, "/");
  await opened(team.page, "/guides/team");
  await opened(person.page, `/people/${item.youngPersonId}`);
  const stopped = `${guide.name} er stoppet som kontaktperson`;
  const rings = person.page.locator(".plan-overview a[href^='tel:']");
  await person.page.locator(".contact-name", { hasText: guide.name }).waitFor();
  expect(await rings.count()).toBe(1);
  for (const { page } of [start, leader]) expect(await page.getByText("uden kontaktperson").count()).toBe(0);
  const nobody = team.page.getByRole("row", { name: /^Uden ungeguide/ });
  expect(await nobody.count()).toBe(0);

  await admin.page.goto(`/staff?edit=${guide.id}`);
  const press = admin.page.getByRole("button", { name: `Ja, ${guide.name} er stoppet` });
  expect(await press.isVisible()).toBe(false);
  await admin.page.locator("summary", { hasText: "Medarbejderen er stoppet" }).click();
  const question = admin.page.locator("details.ask", { has: press });
  expect(await question.innerText()).toContain(`${held.length} unge mister deres kontaktperson`);
  expect(await question.innerText()).not.toContain(item.name);
  await press.click();

  const own = start.page.locator("section", {
    has: start.page.getByRole("heading", { name: /unge uden kontaktperson/ }),
  });
  await own.waitFor();
  expect(await own.getByRole("heading").innerText()).toBe(`${held.length} unge uden kontaktperson`);
  await leader.page.getByText(`${held.length} unge uden kontaktperson`).waitFor();
  expect(await leader.page.content()).not.toContain(item.name);
  await nobody.waitFor();
  await person.page.getByText(stopped).first().waitFor();
  const lead = person.page.locator(".plan-overview", { hasText: "Spørg tovholderen" });
  expect(await rings.count()).toBe(await lead.count());
  expect(await findings(start.page)).toEqual([]);

  // From the young person's page on to the search for another; and once somebody has them, they are in the list no more.
  await person.page.getByRole("link", { name: "Find en ny ungeguide" }).click();
  await person.page.getByRole("heading", { name: `Ungeguide til ${item.name}` }).waitFor();
  expect(await person.page.getByText(stopped).count()).toBe(1);
  const next = house.served.row<{ id: string }>(
    `select s.id from staff s join role_grant r on r.staffId = s.id and r.role = 'youth_guide' and r.toOn is null
     where s.endedAt is null and not exists (select 1 from assignment a where a.staffId = s.id and a.youngPersonId = ?)
     and not exists (select 1 from agenda_item i join conflict_of_interest c on c.itemId = i.id
       where i.youngPersonId = ? and c.staffId = s.id) order by s.id limit 1`,
    item.youngPersonId,
    item.youngPersonId,
  );
  await opened(person.page, `/people/${item.youngPersonId}`);
  const give = person.page.locator("details", { has: person.page.locator("select[name='staffId']") }).last();
  await give.locator("summary").first().click();
  await give.locator("select[name='kind']").selectOption("guide");
  await give.locator("select[name='staffId']").selectOption(next.id);
  await give.locator("input[name='primary']").check();
  await give.locator("button.button-primary").click();
  await start.page.getByText(`${held.length - 1} unge uden kontaktperson`).waitFor();
  await leader.page.getByText(`${held.length - 1} unge uden kontaktperson`).waitFor();
});
