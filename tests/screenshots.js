// Makes the pictures of the README from the demo municipality: the board, the big screen, a plan and STU; the board in English too.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const folder = "tests/screenshots";
const data = mkdtempSync(join(tmpdir(), "samspor-screenshots-"));
// Just before the demo's meeting begins, on a Tuesday.
const env = { ...process.env, NODE_ENV: "production", DATA_DIR: data, PORT: "0", SAMSPOR_NOW: "2026-11-24T07:58:00Z" };
const server = spawn(process.execPath, ["build/server.js"], { env, stdio: ["ignore", "pipe", "inherit"] });

const address = await new Promise((found, failed) => {
  let said = "";
  server.stdout.on("data", (text) => {
    said += text;
    const [, url] = /runs at (http:\S+)/.exec(said) ?? [];
    if (url) found(url);
  });
  server.once("exit", (code) => failed(new Error(`The server ended with ${code}`)));
});

const browser = await chromium.launch({
  executablePath:
    process.env.SAMSPOR_CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-headless-shell"].find(existsSync),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

async function signedIn(username, viewport) {
  const context = await browser.newContext({ viewport });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(`${address}/login`);
  await page.getByRole("button", { name: username, exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/");
  return page;
}

async function takes(page, name) {
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${folder}/${name}.png` });
}

try {
  mkdirSync(folder, { recursive: true });
  const chair = await signedIn("koordinator", { width: 1440, height: 780 });
  await chair.goto(`${address}/meetings`);
  await chair.locator("main a[href^='/meetings/']").first().click();
  await chair.waitForURL(/\/meetings\/[0-9a-f-]{36}/);
  const meeting = new URL(chair.url()).pathname.split("/")[2];
  await chair.goto(`${address}/meetings/${meeting}/board`);
  await chair.locator("#room-ready").click();
  await chair.locator("#present-button").click();
  await chair.getByRole("button", { name: "Alle inviterede er her" }).click();
  await chair.getByRole("button", { name: "Ingen", exact: true }).click();
  await chair.keyboard.press("Escape");
  for (const [at, [text, department, due]] of [
    ["Viser den unge rundt på værkstedet og aftaler to prøvedage", "Beskæftigelse", "7d"],
    ["Følger med til den første samtale", "Voksen", "14d"],
    ["Skriver til skolen om de timer, der mangler", "Børn og unge", "5/12"],
  ].entries()) {
    await chair.locator("#new-agreement").fill(text);
    await chair.locator(".agreement-terms select").first().selectOption({ label: department });
    await chair.locator("#new-agreement-due").fill(due);
    await chair.locator("#new-agreement-due").press("Enter");
    await chair.locator(".agreement-row").nth(at).waitFor();
  }
  await takes(chair, "board-da");

  // Whose plan holds most: what stands at first glance, and who is around.
  const plan = await signedIn("ungeguide", { width: 1440, height: 1000 });
  await plan.goto(`${address}/people`);
  await plan.getByRole("link", { name: "Alma Demostrup" }).click();
  await plan.locator("#case").waitFor();
  await takes(plan, "plan-da");
  await plan.locator("#around").evaluate((heading) => heading.scrollIntoView());
  await takes(plan, "plan-around-da");

  // The team that follows those in STU: whose deadline comes next, and what became of those who left.
  const team = await signedIn("stu", { width: 1440, height: 900 });
  await team.goto(`${address}/stu`);
  await takes(team, "stu-da");
  await team.goto(`${address}/stu/figures`);
  await takes(team, "stu-figures-da");

  const phone = await signedIn("ungeguide", { width: 390, height: 780 });
  await phone.goto(`${address}/meetings/${meeting}/board`);
  await phone.locator("#item-name").waitFor();
  await takes(phone, "board-phone-da");
  await phone.goto(`${address}/guides`);
  await phone.locator(".young-row").first().waitFor();
  await takes(phone, "guides-phone-da");

  const room = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
  await room.goto(`${address}/screen`);
  const code = (await room.locator("body").innerText()).match(/\d{3}\s?\d{3}/)?.[0] ?? "";
  await chair.locator("#screen-button").click();
  await chair.locator("input[name='code']").fill(code);
  await chair.locator("input[name='code']").press("Enter");
  await room.waitForURL(/\/meetings\/.*\/screen/);
  await room.waitForTimeout(1500);
  await takes(room, "big-screen-da");
  await chair.keyboard.press("Escape");

  await chair.goto(`${address}/account`);
  await chair.locator("select[name='language'], input[value='en']").first().waitFor();
  const choice = chair.locator("input[name='language'][value='en']");
  if (await choice.count()) await choice.check();
  else await chair.locator("select[name='language']").selectOption("en");
  await chair.locator("form:has([name='language']) button").first().click();
  await chair.waitForFunction(() => document.documentElement.lang === "en");
  await chair.goto(`${address}/meetings/${meeting}/board`);
  await chair.locator("#item-name").waitFor();
  await takes(chair, "board-en");
} finally {
  await browser.close();
  server.kill("SIGTERM");
  rmSync(data, { recursive: true, force: true });
}
