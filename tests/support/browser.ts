import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { chromium as executable } from "./chromium.ts";
import { Served } from "./served.ts";

const LAPTOP = { width: 1440, height: 780 };

export type Screen = {
  page: Page;
  context: BrowserContext;
  username: string;
  /** Every websocket frame that reached it, from the first. */
  frames: string[];
  /** Lets the console say this from now on, where the test brings it about itself. */
  expects: (trouble: RegExp) => void;
};

let opened: Promise<Browser> | undefined;

/** One Chromium for all files that a worker tests; it ends with the worker. */
function theBrowser(): Promise<Browser> {
  opened ??= chromium.launch({
    executablePath: executable(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  return opened;
}

/**
 * The built server on a demo of its own and windows of a Chromium, for a file of tests. Whatever a console or a page complains of
 * fails the test it came up in.
 */
export function aBrowser() {
  let browser: Browser;
  let served: Served;
  let trouble: string[] = [];

  beforeAll(async () => {
    [served, browser] = await Promise.all([Served.start(), theBrowser()]);
  });
  afterAll(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    await served?.end();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail" && process.env.SAMSPOR_SHOTS)
      for (const [at, page] of browser
        .contexts()
        .flatMap((each) => each.pages())
        .entries())
        await page.screenshot({
          path: `${process.env.SAMSPOR_SHOTS}/${task.name.slice(0, 40).replaceAll(/\W+/g, "-")}-${at}.png`,
        });
    const said = trouble;
    trouble = [];
    expect(said).toEqual([]);
  });

  /** A window of its own without a sign-in, at the server's address or another (a proxy's). */
  async function visitor(options: BrowserContextOptions = {}, username = "visitor"): Promise<Screen> {
    const context = await browser.newContext({
      baseURL: served.origin,
      viewport: LAPTOP,
      locale: "da-DK",
      timezoneId: "Europe/Copenhagen",
      ...options,
    });
    context.setDefaultTimeout(20_000);
    const screen: Screen = { context, page: await context.newPage(), username, frames: [], expects };
    const expected: RegExp[] = [];
    function expects(pattern: RegExp) {
      expected.push(pattern);
    }
    const say = (said: string) => {
      if (!expected.some((pattern) => pattern.test(said))) trouble.push(`${username}: ${said}`);
    };
    context.on("page", (page) => listen(page, screen, say));
    listen(screen.page, screen, say);
    return screen;
  }

  /** Somebody signed in, in a window of their own that has no page yet. */
  async function as(username: string, options: BrowserContextOptions = {}): Promise<Screen> {
    const screen = await visitor(options, username);
    const [, name = "", value = ""] = /^([^=]+)=(.*)$/.exec(await served.signedIn(username)) ?? [];
    await screen.context.addCookies([{ name, value, url: served.origin, httpOnly: true, sameSite: "Lax" }]);
    return screen;
  }

  return {
    get served() {
      return served;
    },
    visitor,
    as,
  };
}

/** By the demo's one press. */
export async function signIn(page: Page, username: string): Promise<void> {
  if (!page.url().includes("/login")) await page.goto("/login");
  await page.getByRole("button", { name: username, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/login");
}

/** What the browser says when a page is left while its socket was on its way up. */
const LEFT_BEFORE_IT_WAS_UP = /WebSocket is closed before the connection is established/;

function listen(page: Page, { frames }: Screen, say: (said: string) => void) {
  page.on("console", (message) => {
    if (LEFT_BEFORE_IT_WAS_UP.test(message.text())) return;
    if (message.type() === "error" || message.type() === "warning")
      say(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => say(String(error.stack ?? error)));
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(String(payload))));
}

/** The page is live: its scripts run and its socket is up. */
export const isLive = (page: Page) => page.locator(".connection-connected").waitFor();

/** What has the focus, in the words a person hears; nothing when it is lost. */
export const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return "";
    const label =
      at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement
        ? at.labels?.[0]?.innerText
        : null;
    return (at.getAttribute("aria-label") ?? label ?? (at as HTMLElement).innerText ?? "").replace(/\s+/g, " ").trim();
  });

/** Within a second, as the room must see it. */
export const AT_ONCE = { timeout: 1000 };
