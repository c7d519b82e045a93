import { expect, test } from "vitest";
import { findings } from "../support/axe.ts";
import { aBrowser, isLive } from "../support/browser.ts";

const house = aBrowser();
const PHONE = { viewport: { width: 390, height: 844 } };

test("a guide hands a young person on: the receiver reads of it at once, says yes when all is in order, and then is the contact person", async () => {
  const [giver, receiver, stranger] = await Promise.all([
    house.as("ungeguide", PHONE),
    house.as("voksen", PHONE),
    house.as("boerneunge"),
  ]);
  // Whose plan is of this half year, with no consent that has ended; best somebody to whom the giver has promised something.
  const { id, name } = house.served.row<{ id: string; name: string }>(
    `select p.id, p.firstName || ' ' || p.lastName name from young_person p
     join assignment a on a.youngPersonId = p.id and a."primary" = 1 and a.kind = 'guide' and a.toOn is null
     join staff s on s.id = a.staffId and s.username = 'ungeguide'
     join plan_version v on v.youngPersonId = p.id and v.at > datetime((select max(at) from log), '-170 days')
     where not exists (select 1 from consent c where c.youngPersonId = p.id and c.endsAt < (select max(at) from log))
     and not exists (select 1 from guide_request r where r.youngPersonId = p.id and r.endedOn is null)
     and not exists (select 1 from guide_handover h where h.youngPersonId = p.id)
     and not exists (select 1 from agenda_item i join conflict_of_interest c on c.itemId = i.id where i.youngPersonId = p.id)
     and p.bornOn <= date((select max(at) from log), '-17 years') and p.bornOn > date((select max(at) from log), '-23 years')
     order by (select count(*) from action x where x.youngPersonId = p.id and x.ownerId = s.id
       and x.state in ('proposed', 'agreed', 'in_progress')) desc, p.id`,
  );
  const { at } = house.served.row<{ at: string }>("select max(at) at from log");
  const day = at.slice(0, 10).split("-").reverse().join("-");
  const first = name.split(" ")[0] ?? "";
  for (const { page } of [receiver, stranger]) {
    await page.goto("/");
    await isLive(page);
  }
  await giver.page.goto(`/people/${id}/handover`);
  await isLive(giver.page);
  await giver.page.getByText("Fra barn til voksen").click();
  // Nobody is given on to the system for those of 25 and more, nor from child to adult to those who work with children.
  expect(await giver.page.getByText("Til voksensystemet").count()).toBe(0);
  expect(await giver.page.getByLabel("Hvilken afdeling").first().locator("option").allTextContents()).toEqual([
    ...["Vælg", "Voksen"],
  ]);
  await giver.page.getByLabel("Hvilken afdeling").first().selectOption({ label: "Voksen" });
  await giver.page.getByRole("button", { name: "Foreslå overdragelse" }).first().click();
  await giver.page.getByLabel("Vi mødtes alle tre den").waitFor();

  const link = receiver.page.getByRole("link", { name: `beder dig tage over for ${name}` });
  await link.click();
  const yes = receiver.page.getByRole("button", { name: `Ja, jeg tager over for ${first}` });
  await yes.waitFor();
  expect(await yes.isDisabled()).toBe(true);
  expect(await findings(receiver.page)).toEqual([]);
  expect(await stranger.page.content()).not.toContain(`tage over for ${name}`);

  await giver.page.getByLabel("Vi mødtes alle tre den").fill(day);
  await giver.page.getByLabel("Den unge fik det på skrift den").fill(day);
  await giver.page.getByRole("button", { name: "Gem", exact: true }).click();
  // The list stands otherwise on the other screen by itself.
  await expect.poll(() => yes.isDisabled()).toBe(false);
  expect(await findings(giver.page)).toEqual([]);
  // The giver reads elsewhere too that the young person is not theirs any more.
  const elsewhere = await house.as("ungeguide", PHONE);
  await elsewhere.page.goto("/guides");
  await isLive(elsewhere.page);
  await yes.click();
  await receiver.page.getByText("Tidligere overdragelser").waitFor();
  const contacts = house.served.rows<{ username: string }>(
    `select s.username from assignment a join staff s on s.id = a.staffId
     where a.youngPersonId = ? and a."primary" = 1 and a.toOn is null`,
    id,
  );
  expect(contacts).toEqual([{ username: "voksen" }]);
  const left = house.served.row<{ n: number }>(
    `select count(*) n from action x join staff s on s.id = x.ownerId where x.youngPersonId = ? and s.username = 'ungeguide'
     and x.state in ('proposed', 'agreed', 'in_progress')`,
    id,
  );
  expect(left.n).toBe(0);
  const taker = house.served.row<{ name: string }>("select name from staff where username = 'voksen'").name;
  const taken = `${taker} har taget over for ${name}.`;
  await giver.page.getByText(taken).waitFor();
  await elsewhere.page.getByText(taken).waitFor();
  expect(await giver.page.getByLabel("Vi mødtes alle tre den").count()).toBe(0);
  expect(await findings(giver.page)).toEqual([]);
  await giver.page.getByRole("link", { name: "Til forsiden" }).click();
  await giver.page.getByRole("heading", { name: "Givet videre" }).waitFor();
  expect(await findings(giver.page)).toEqual([]);
  await giver.page.getByRole("button", { name: `Set: ${name} er givet videre` }).click();
  for (const { page } of [giver, elsewhere]) await page.getByText(taken).waitFor({ state: "detached" });
  // From then on the page is to the giver as to anybody.
  giver.expects(/404 \(Not Found\)/);
  await giver.page.goto(`/people/${id}/handover`);
  await giver.page.getByText("Siden findes ikke", { exact: true }).waitFor();
  await receiver.page.setViewportSize({ width: 320, height: 640 });
  const [scroll, client] = await receiver.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  expect(scroll).toBe(client);
});

test("a guide who is given young people reads who came and from whom, until they press Set; while one is handed on no guide is looked for", async () => {
  const [receiver, coordinator] = await Promise.all([house.as("ungeguide", PHONE), house.as("koordinator")]);
  const me = house.served.row<{ id: string }>("select id from staff where username = 'ungeguide'").id;
  const given = house.served.row<{ id: string; name: string; from: string; giver: string }>(
    `select p.id, p.firstName || ' ' || p.lastName name, s.id "from", s.name giver from young_person p
     join assignment a on a.youngPersonId = p.id and a."primary" = 1 and a.kind = 'guide' and a.toOn is null
     join staff s on s.id = a.staffId join role_grant r on r.staffId = s.id and r.role = 'youth_guide'
     where s.id <> ? and not exists (select 1 from coordination_case c where c.youngPersonId = p.id and c.state = 'ended')
     and not exists (select 1 from assignment b where b.youngPersonId = p.id and b.staffId = ?)
     and not exists (select 1 from conflict_of_interest c join agenda_item i on i.id = c.itemId where i.youngPersonId = p.id)
     and p.bornOn <= date((select max(at) from log), '-17 years') and p.bornOn > date((select max(at) from log), '-23 years')
     order by p.id limit 1`,
    me,
    me,
  );
  await receiver.page.goto("/");
  await isLive(receiver.page);
  await coordinator.page.goto(`/guides/team?from=${given.from}&to=${me}&young=${given.id}`);
  await isLive(coordinator.page);
  await coordinator.page.getByRole("button", { name: /^Giv 1 ung/ }).click();

  const line = `Du har fået 1 ung fra ${given.giver} i dag: ${given.name}`;
  await receiver.page.getByRole("heading", { name: "Nye unge hos dig" }).waitFor();
  await receiver.page.getByText(line).waitFor();
  expect(await findings(receiver.page)).toEqual([]);
  await receiver.page.goto("/guides");
  await isLive(receiver.page);
  await receiver.page.getByText(line).waitFor();
  expect(await findings(receiver.page)).toEqual([]);
  expect(await receiver.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await receiver.page.getByRole("button", { name: `Set: unge fra ${given.giver}` }).click();
  await receiver.page.getByText(line).waitFor({ state: "detached" });
  await receiver.page.goto("/");
  await receiver.page.getByText("Mine aftaler").first().waitFor();
  expect(await receiver.page.getByText("Nye unge hos dig").count()).toBe(0);

  await coordinator.page.goto(`/people/${given.id}/guide`);
  await isLive(coordinator.page);
  await coordinator.page.getByRole("button", { name: "Begynd", exact: true }).click();
  await coordinator.page
    .getByRole("button", { name: /^Foreslå / })
    .first()
    .waitFor();
  const own = coordinator.page.getByRole("row").filter({ hasText: "Er den unges guide nu" });
  expect(await own.count()).toBe(1);
  expect(await own.getByRole("button").count()).toBe(0);
  await coordinator.page.getByRole("button", { name: "Led ikke mere" }).click();
  await coordinator.page.getByRole("button", { name: "Begynd", exact: true }).waitFor();
  await receiver.page.goto(`/people/${given.id}/handover`);
  await isLive(receiver.page);
  await receiver.page.getByText("Fra barn til voksen").click();
  await receiver.page.getByLabel("Hvilken afdeling").first().selectOption({ label: "Voksen" });
  await receiver.page.getByRole("button", { name: "Foreslå overdragelse" }).first().click();
  await coordinator.page.getByText("er ved at blive givet videre").waitFor();
  expect(await coordinator.page.getByRole("button", { name: "Begynd", exact: true }).count()).toBe(0);
});
