import { expect, onTestFinished, test } from "vitest";
import { addDays } from "#domain/days.ts";
import { dayOf } from "#domain/moments.ts";
import { dayWords } from "#words/days.ts";
import { fullStop } from "#words/full-stop.ts";
import { aBrowser, isLive } from "../support/browser.ts";
import { staffIdOf } from "../support/todays-meeting.ts";

const house = aBrowser();

test("a guide who was asked hears at once that the young person does not come, until it is seen; the page of the choice keeps what was said", async () => {
  const me = staffIdOf(house.served, "ungeguide");
  const { id, firstName } = house.served.row<{ id: string; firstName: string }>(
    `select p.id, p.firstName from guide_request r join young_person p on p.id = r.youngPersonId
     where r.proposedId = ? and r.state = 'accepted_by_youth'`,
    me,
  );
  const { name } = house.served.row<{ name: string }>("select name from staff where id = ?", me);
  const phone = await house.as("ungeguide", { viewport: { width: 390, height: 844 } });
  const coordinator = await house.as("koordinator", { viewport: { width: 1440, height: 900 } });
  onTestFinished(async () => {
    await phone.context.close();
    await coordinator.context.close();
  });
  const start = await phone.context.newPage();
  for (const [page, path] of [
    [phone.page, "/guides"],
    [start, "/"],
    [coordinator.page, `/people/${id}/guide`],
  ] as const) {
    await page.goto(path);
    await isLive(page);
  }
  await phone.page.getByRole("button", { name: `Jeg siger ja til ${firstName}` }).waitFor();
  await coordinator.page.getByRole("button", { name: `${firstName} siger nej` }).click();
  const news = `${firstName} kommer ikke til dig alligevel.`;
  for (const page of [phone.page, start]) await page.getByText(news).waitFor();
  await phone.page.getByRole("button", { name: `Set: ${firstName} er ikke hos dig` }).click();
  for (const page of [phone.page, start]) await page.getByText(news).waitFor({ state: "detached" });

  const today = dayWords("da", dayOf(house.served.now())).short(dayOf(house.served.now()));
  const row = coordinator.page.getByRole("row").filter({ hasText: name });
  await row.getByText(`den unge sagde nej ${today}`).waitFor();
  expect(await row.getByRole("button", { name: `Foreslå ${name}` }).count()).toBe(0);
  await coordinator.page.getByRole("button", { name: "Led ikke mere" }).click();
  const history = coordinator.page.getByRole("region", { name: "Historik" });
  await history.getByText(`Sluttede ${today}: der blev ikke ledt mere.`).waitFor();
  await history.getByText(new RegExp(`${name} blev foreslået .*: den unge sagde ja .*, den unge sagde nej`)).waitFor();
  await coordinator.page.getByRole("button", { name: "Begynd" }).click();
  await row.getByText(`den unge sagde nej i en tidligere søgning ${today}`).waitFor();
  // It is told, and stops nobody.
  await row.getByRole("button", { name: `Foreslå ${name}` }).waitFor();
});

test("with whom a young person is stands on their page while who covers is away too; the guide reads their own days on their start page", async () => {
  const staff = (username: string) =>
    house.served.row<{ id: string; name: string }>(
      "select id, name from staff where id = ?",
      staffIdOf(house.served, username),
    );
  const [away, cover, third] = ["ungeguide3", "ungeguide", "ungeguide2"].map(staff) as [
    ReturnType<typeof staff>,
    ReturnType<typeof staff>,
    ReturnType<typeof staff>,
  ];
  const today = dayOf(house.served.now());
  const day = dayWords("da", today).short;
  const { toOn } = house.served.row<{ toOn: string }>(
    "select toOn from staff_absence where staffId = ? and coveredById = ? and fromOn <= ? and toOn > ?",
    away.id,
    cover.id,
    today,
    addDays(today, 1),
  );
  const { id } = house.served.row<{ id: string }>(
    `select youngPersonId as id from assignment where staffId = ? and kind = 'guide' and toOn is null limit 1`,
    away.id,
  );
  const open = async (username: string, path: string) => {
    const screen = await house.as(username, { viewport: { width: 1440, height: 900 } });
    onTestFinished(() => screen.context.close());
    await screen.page.goto(path);
    await isLive(screen.page);
    return screen.page;
  };
  const person = await open("koordinator", `/people/${id}`);
  const first = await open("ungeguide", "/");
  await person.getByText(`${away.name} er væk til ${day(toOn)}`).waitFor();
  await person.getByText(cover.name).first().waitFor();
  await first.getByText(`Du er afløser for ${away.name} til og med ${day(toOn)}`).waitFor();
  // The own days are changed where those of all stand.
  await first.getByRole("link", { name: "Fordeling og fravær" }).click();
  await first.getByText("Skriv et fravær").click();
  const form = first.locator("form[action], form").filter({ hasText: "Sidste dag" });
  await form.getByLabel("Første dag").fill("i dag");
  await form.getByLabel("Sidste dag").fill("i morgen");
  await form.getByLabel("Afløser").selectOption({ label: third.name });
  await form.getByRole("button", { name: "Gem fraværet" }).click();
  const tomorrow = day(addDays(today, 1));
  await person.getByText(`${fullStop(`${away.name} er væk til ${day(toOn)}`)} ${third.name}`).waitFor();
  await first.getByText(`afløser: ${third.name} til og med ${tomorrow}, så ${cover.name}`).first().waitFor();
  await first.goto("/");
  await first.getByText(`Du er væk ${day(today)}–${tomorrow}`).waitFor();
  await first.getByText(`afløser: ${third.name}`).first().waitFor();
});
