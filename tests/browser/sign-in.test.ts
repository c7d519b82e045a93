import type { Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { codeAt, fromBase32, stepAt } from "#domain/signin/totp.server.ts";
import { findings } from "../support/axe.ts";
import { aBrowser, isLive, type Screen, signIn } from "../support/browser.ts";
import { staffIdOf } from "../support/todays-meeting.ts";

const house = aBrowser();

type Options = Parameters<typeof house.visitor>[0];
async function visitor(options: Options = {}): Promise<Screen> {
  const screen = await house.visitor(options);
  onTestFinished(() => screen.context.close());
  screen.expects(/40[13]|422|429/);
  return screen;
}

/** What time does to a proof: it was given an hour ago. */
const goStale = (username: string) =>
  house.served.age(
    "update session set freshAt = ? where staffId = ?",
    house.served.now(-3_600_000),
    staffIdOf(house.served, username),
  );
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Sets up a code app on its page; answers the secret and the codes for paper. */
async function setUpCode(page: Page): Promise<{ secret: string; papers: string[] }> {
  await page.goto("/account/code");
  const secret = (await page.locator("p.code-words").innerText()).replaceAll(" ", "");
  expect(await page.getByRole("img", { name: "Billede til kode-appen" }).count()).toBe(1);
  const field = page.getByLabel("Skriv koden, som appen viser nu");
  await field.fill("000000");
  await button(page, "Slå til").click();
  await page.getByText("Koden passer ikke.").waitFor();
  expect((await page.locator("p.code-words").innerText()).replaceAll(" ", "")).toBe(secret);
  await field.fill(codeOf(secret, -1));
  await button(page, "Slå til").click();
  await page.getByRole("heading", { name: "Dine nødkoder" }).waitFor();
  const papers = await page.locator(".recovery-codes li").allInnerTexts();
  expect(papers).toHaveLength(10);
  return { secret, papers };
}
const codeOf = (secret: string, ahead = 0) =>
  codeAt(fromBase32(secret) ?? new Uint8Array(), stepAt(house.served.now()) + ahead);

async function signOut(page: Page) {
  await page.goto("/account");
  await button(page, "Log ud alle steder").click();
  await page.waitForURL((url) => url.pathname === "/login");
}

async function typePassword(page: Page, username: string) {
  await page.getByLabel("Brugernavn").fill(username);
  await page.getByLabel("Adgangskode", { exact: true }).fill("samspor-demo");
  await button(page, "Log ind").click();
}

describe.each([
  ["with JavaScript", "voksen", true],
  ["without JavaScript", "ppr", false],
] as const)("%s", (_, username, javaScriptEnabled) => {
  test("a code app is set up, asked for at the next sign-in, and turned off after a fresh proof", async () => {
    const { page } = await visitor({ javaScriptEnabled, viewport: { width: 320, height: 640 } });
    await signIn(page, username);
    const { secret, papers } = await setUpCode(page);
    await signOut(page);

    await typePassword(page, username);
    await page.getByRole("heading", { name: "Skriv koden" }).waitFor();
    if (javaScriptEnabled) expect(await findings(page)).toEqual([]);
    await page.getByLabel("Kode", { exact: true }).fill("000000");
    await button(page, "Log ind").click();
    await page.getByText("Koden er forkert eller brugt.").waitFor();
    await page.getByLabel("Kode", { exact: true }).fill(papers[0] ?? "");
    await button(page, "Log ind").click();
    await page.waitForURL((url) => url.pathname === "/");

    await page.goto("/account");
    await page.getByText("Du har 9 nødkoder tilbage.").waitFor();
    if (javaScriptEnabled) await isLive(page);
    goStale(username);
    await button(page, "Slå koden fra").click();
    await page.getByRole("heading", { name: "Er det stadig dig?" }).waitFor();
    if (javaScriptEnabled) expect(await findings(page)).toEqual([]);
    await page.getByLabel("Adgangskode", { exact: true }).fill("samspor-demo");
    await page.getByLabel("Kode", { exact: true }).fill("000000");
    await button(page, "Bekræft").click();
    await page.getByText("Adgangskoden eller koden er forkert").waitFor();
    await page.getByLabel("Adgangskode", { exact: true }).fill("samspor-demo");
    await page.getByLabel("Kode", { exact: true }).fill(codeOf(secret, 1));
    await button(page, "Bekræft").click();
    await page.getByRole("link", { name: "Slå kode til" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/account");
  });

  test("a page that asks for a fresh proof leads back to itself", async () => {
    const { page } = await visitor({ javaScriptEnabled });
    await signIn(page, "stu");
    goStale("stu");
    await page.goto("/account/code");
    expect(new URL(page.url()).pathname).toBe("/proof");
    await page.getByLabel("Adgangskode", { exact: true }).fill("samspor-demo");
    await button(page, "Bekræft").click();
    await page.getByRole("heading", { name: "Slå kode til" }).waitFor();
  });
});

test("a form that needs a fresh proof can be left undone, and says so", async () => {
  const { page } = await visitor();
  await signIn(page, "admin");
  const staffId = staffIdOf(house.served, "politi");
  house.served.age(
    "insert into passkey (id, staffId, credentialId, publicKey, counter, transports, name, addedAt) values (?, ?, 'x', x'00', 0, '', 'Telefon', ?)",
    "0197b2a0-0000-7000-8000-000000000001",
    staffId,
    house.served.now(),
  );
  goStale("admin");
  await page.goto(`/staff?edit=${staffId}`);
  await isLive(page);
  await button(page, "Nulstil kode og adgangsnøgler").click();
  await page.getByRole("heading", { name: "Er det stadig dig?" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Det er ikke gjort. Bekræft, at det er dig, og prøv igen.").waitFor();
  await button(page, "Nulstil kode og adgangsnøgler").click();
  await page.getByLabel("Adgangskode", { exact: true }).fill("samspor-demo");
  await button(page, "Bekræft").click();
  await page.getByLabel("Link", { exact: true }).waitFor();
  expect(house.served.rows("select id from passkey where staffId = ?", staffId)).toEqual([]);
});

describe("with a passkey", () => {
  /** A phone with a sensor that takes any finger. Passkeys are bound to a name: a bare address has none. */
  async function withFinger(): Promise<Screen & { finger: (takes: boolean) => Promise<unknown> }> {
    const screen = await visitor({ baseURL: `http://localhost:${house.served.port}` });
    const line = await screen.context.newCDPSession(screen.page);
    await line.send("WebAuthn.enable");
    const { authenticatorId } = await line.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const finger = (isUserVerified: boolean) =>
      line.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    return { ...screen, finger };
  }

  test("one signs in, unlocks and proves who one is, with a finger alone", async () => {
    const { page, finger } = await withFinger();
    await signIn(page, "ungeguide");
    await page.goto("/account");
    await isLive(page);
    await page.getByLabel("Navn på enheden").fill("Min telefon");
    await button(page, "Tilføj adgangsnøgle").click();
    await button(page, "Fjern Min telefon").waitFor();
    expect(await findings(page)).toEqual([]);

    await signOut(page);
    await finger(false);
    await button(page, "Log ind med adgangsnøgle").click();
    await page.getByText("Der blev ikke brugt en adgangsnøgle.").waitFor();
    await finger(true);
    await button(page, "Log ind med adgangsnøgle").click();
    await page.waitForURL((url) => url.pathname === "/");

    await page.clock.install();
    await page.goto("/account");
    await isLive(page);
    await page.getByLabel("Navn på enheden").fill("Den anden");
    const staffId = staffIdOf(house.served, "ungeguide");
    house.served.age("update session set seenAt = ? where staffId = ?", house.served.now(-21 * 60_000), staffId);
    await page.clock.fastForward("21:00");
    await page.getByRole("heading", { name: "Siden er dækket" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await button(page, "Lås op med finger eller ansigt").click();
    await page.getByRole("heading", { name: "Siden er dækket" }).waitFor({ state: "detached" });
    expect(await page.getByLabel("Navn på enheden").inputValue()).toBe("Den anden");

    await isLive(page);
    goStale("ungeguide");
    await button(page, "Fjern Min telefon").click();
    await button(page, "Bekræft med finger eller ansigt").click();
    await button(page, "Fjern Min telefon").waitFor({ state: "detached" });
    const kinds = house.served
      .rows<{ kind: string }>("select kind from log where kind like 'passkey-%' or kind = 'proof-renewed'")
      .map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== "proof-renewed")).toEqual(["passkey-added", "passkey-removed"]);
    expect(kinds).toContain("proof-renewed");
  });
});
