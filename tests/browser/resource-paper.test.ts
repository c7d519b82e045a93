import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { findings } from "../support/axe.ts";
import { AT_ONCE, aBrowser, isLive, type Screen } from "../support/browser.ts";

const house = aBrowser();
let courseId = "";
let one: Screen;
let other: Screen;

beforeAll(async () => {
  // In the last year, with the paper overdue.
  courseId = house.served.row<{ id: string }>(
    `select c.id from stu_course c join young_person y on y.id = c.youngPersonId
     where y.firstName = 'Oskar' and y.lastName = 'Eksempelgaard'`,
  ).id;
  house.served.age(
    "insert into role_grant (id, staffId, role, fromOn) select ?, id, 'stu_team', '2026-01-01' from staff where username = 'ungeguide'",
    "01900000-0000-7000-8000-00000000aaaa",
  );
  [one, other] = (await Promise.all([house.as("stu"), house.as("ungeguide")])) as [Screen, Screen];
});

const press = (page: Page, name: RegExp | string) => page.getByRole("button", { name }).click();
const paper = () => `/stu/${courseId}/paper`;
const textOf = (part: string) =>
  house.served.rows<{ text: string }>(
    "select t.text from resource_paper_text t join resource_paper p on p.id = t.paperId where p.courseId = ? and t.part = ?",
    courseId,
    part,
  )[0]?.text;

test("from the course one comes to the paper and begins it; the deadline is met by that day", async () => {
  const { page } = one;
  await page.goto(`/stu/${courseId}`);
  await isLive(page);
  await page.getByRole("link", { name: "Begynd ressourcepapiret" }).first().click();
  await page.getByRole("radio", { name: "Det skrives her" }).check();
  await page.getByLabel("Begyndt den").fill("25/11-2026");
  one.expects(/422/);
  await press(page, "Begynd");
  await page.getByText("Den dag er ikke kommet endnu", { exact: false }).waitFor();
  await page.getByLabel("Begyndt den").fill("2/11-2026");
  await press(page, "Begynd");
  await page.getByRole("status").getByText("begyndt 2. nov. 2026").waitFor();
  await page.getByText("opfyldt 2. nov. 2026").waitFor();
  expect(await findings(page)).toEqual([]);
});

test("what could stand in a part is proposed with where it comes from, and is written by nobody until it is taken over", async () => {
  await other.page.goto(paper());
  await isLive(other.page);
  const { page } = one;
  await page.getByRole("link", { name: "Hent forslag: Det sker bagefter" }).click();
  const proposal = page.getByRole("region", { name: "Forslag fra det, der står i forvejen" });
  await proposal.waitFor();
  expect(await proposal.innerText()).toMatch(/: .*(valgt og prøvet|en idé|ukendt|på plads).*\s+afklaret/);
  expect(textOf("after")).toBeUndefined();
  await proposal.getByRole("button", { name: "Brug forslaget og ret det" }).click();
  const field = page.getByRole("textbox", { name: "Det sker bagefter" });
  expect(await field.inputValue()).not.toBe("");
  await field.press("Control+End");
  await field.pressSequentially("\nOg en lejlighed");
  await page.getByText(/^Gemt/).waitFor();
  await page.getByRole("button", { name: "Luk", exact: true }).click();
  await other.page.getByText("Og en lejlighed", { exact: false }).waitFor();
  expect(textOf("after")).toMatch(/\nOg en lejlighed$/);
  expect(page.url()).not.toContain("propose");
});

test("two who write in one part see who writes there, and both texts; the own words stand as the young person's", async () => {
  await press(one.page, "Skriv: Det vil jeg");
  await press(other.page, "Skriv: Det vil jeg");
  one.expects(/409/);
  other.expects(/409/);
  // One is done and saved while the other is in the middle of it.
  const slowly = other.page.keyboard.type("Jeg vil bo selv", { delay: 200 });
  await one.page.keyboard.type("Jeg vil have et job i et køkken");
  await other.page.getByText("Freja Modelborg skriver her").waitFor();
  await one.page.getByText(/^Gemt/).waitFor();
  await slowly;
  await other.page.getByText("Freja Modelborg har også rettet teksten.").waitFor();
  await other.page.getByRole("button", { name: "Saml" }).click();
  await press(other.page, "Gem den samlede tekst");
  await expect.poll(() => textOf("own_words")).toBe("Jeg vil bo selv\nJeg vil have et job i et køkken");
  await press(one.page, "Luk");
  await press(other.page, "Luk");
  const voice = one.page.locator(".voice");
  await voice.getByText("Jeg vil bo selv", { exact: false }).waitFor();
  await voice.getByText("Den unges egne ord · Skrevet ned af", { exact: false }).waitFor();
  await one.page.getByRole("link", { name: "Det vil jeg: Historik" }).click();
  await one.page.getByRole("heading", { name: "Historik: Det vil jeg" }).waitFor();
  // Whoever only closes the field writes nothing.
  const stood = one.page.getByRole("region", { name: "Historik: Det vil jeg" }).getByRole("listitem");
  expect(await stood.allInnerTexts()).toEqual([
    expect.stringMatching(/^Jeg vil bo selv\nJeg vil have et job i et køkken Mikkel/),
    expect.stringMatching(/^Jeg vil have et job i et køkken Freja/),
  ]);
  await one.page.goto(paper());
  await isLive(one.page);
});

test("it is kept as a version, made final as it is seen, fetched as a tagged PDF, and opened again with its final version left", async () => {
  const { page } = one;
  await press(page, "Gem som udgave");
  await other.page.getByText("Udgave 1 · udkast", { exact: false }).waitFor(AT_ONCE);
  await press(page, "Skriv: Hvem jeg kan spørge");
  await page.keyboard.type("Ring til STU-teamet");
  await page.getByText(/^Gemt/).waitFor();
  await press(page, "Luk");
  await page.locator("summary", { hasText: "Gør papiret færdigt" }).click();
  await press(page, "Ja, det er færdigt");
  await page.getByRole("status").getByText("færdigt 24. nov. 2026").waitFor();
  await other.page.getByText("Papiret er færdigt. Åbn det igen, før det rettes.").waitFor(AT_ONCE);
  expect(await other.page.getByRole("button", { name: /^Ret: / }).count()).toBe(0);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Hent udgave 2 som PDF" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("ressourcepapir-2026-11-24.pdf");
  const file = readFileSync(await download.path()).toString("latin1");
  expect(file.startsWith("%PDF-1.7")).toBe(true);
  for (const name of ["/StructTreeRoot", "/Marked true", "/Lang (da)", "pdfuaid:part"]) expect(file).toContain(name);

  await page.getByRole("link", { name: "Sammenlign udgaver" }).click();
  await page.getByRole("row", { name: /Hvem jeg kan spørge stod tomt Ring til STU-teamet/ }).waitFor();
  expect(await findings(page)).toEqual([]);
  await other.page.locator("summary", { hasText: "Åbn papiret igen" }).click();
  await press(other.page, "Ja, åbn det");
  await other.page.getByRole("button", { name: "Ret: Det vil jeg" }).waitFor();
  await other.page.getByText("Udgave 2 · færdig", { exact: false }).waitFor();
  expect(house.served.row("select finalOn from resource_paper where courseId = ?", courseId)).toEqual({
    finalOn: null,
  });
});

test("without JavaScript a part is written from a proposal, the paper is fetched, and made final only as it was seen", async () => {
  const { page, context, expects } = await house.visitor({ javaScriptEnabled: false });
  await page.goto(`/login?to=${encodeURIComponent(paper())}`);
  await page.getByRole("button", { name: "stu", exact: true }).click();
  await page.getByRole("link", { name: "Hent forslag: Hvem jeg kan spørge" }).click();
  const field = page.getByRole("textbox", { name: "Hvem jeg kan spørge" });
  expect(await field.inputValue()).toMatch(/^Ring til STU-teamet\n\n.+/);
  await field.fill("Ring til STU-teamet eller stedet");
  await page.locator("form", { has: field }).getByRole("button", { name: "Gem" }).click();
  await page.getByText("Ring til STU-teamet eller stedet").first().waitFor();
  expect(textOf("contact")).toBe("Ring til STU-teamet eller stedet");
  const file = await context.request.get(`${paper()}/pdf`);
  expect([file.status(), file.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  await page.locator("summary", { hasText: "Gør papiret færdigt" }).click();
  await one.page.goto(paper());
  await isLive(one.page);
  await press(one.page, "Ret: Hvem jeg kan spørge");
  await one.page.keyboard.type(" Ring først. ");
  await one.page.getByText(/^Gemt/).waitFor();
  expects(/422/);
  await press(page, "Ja, det er færdigt");
  await page.locator("details[open] .form-error-message").waitFor();
  await context.close();
});
