import type { Page } from "playwright-core";
import { beforeAll } from "vitest";
import { chairOpens, goToBoard } from "./at-the-board.ts";
import { findings } from "./axe.ts";
import { type aBrowser, isLive, type Screen } from "./browser.ts";
import { titleFaults } from "./titles.ts";
import { itemThat, staffIdOf, type TodaysMeeting, todaysMeeting } from "./todays-meeting.ts";

/** Whom nobody has reached, as often as one may try. */
const AT_CEILING =
  "state = 'contact_attempts' and (select count(*) from outreach_attempt a where a.leadId = outreach_lead.id) >= 5";

/** Every page that somebody comes to, and what is wrong with it. */
export function everyPage(house: ReturnType<typeof aBrowser>) {
  let meeting: TodaysMeeting;
  let held: string;
  let youngPerson: string;
  let basis: string;
  /** An item of it that was taken, with agreements. */
  let taken: string;
  /** Whose address is protected. */
  let hidden: string;
  /** An item to which somebody from outside the municipality is invited. */
  let outside: string;
  /** Courses of STU: one that runs, one that is over, one that nobody has decided. */
  let courses: string[];
  /** Somebody who is to be called. */
  let call: string;
  /** The page on which a consent is read aloud that somebody has not said yes to. */
  let waiting: string;

  /** Somebody whose guide is the one who signs in. */
  let guided: string;

  /** Courses whose resource paper is written here, by the place, and by nobody yet. */
  let written: string;
  let elsewhere: string;
  let notBegun: string;

  /** Young people who are looked for: nobody has looked yet, met, tried to the end, left alone. */
  let leads: string[];

  beforeAll(async () => {
    meeting = todaysMeeting(house.served);
    held = house.served.row<{ id: string }>(
      "select id from meeting where state = 'closed' order by startsAt desc limit 1",
    ).id;
    taken = house.served.row<{ id: string }>(
      `select i.id from agenda_item i join action a on a.itemId = i.id where i.meetingId = ? and i.state = 'handled'
       and not exists (select 1 from item_told t where t.id = i.id) order by i.position limit 1`,
      held,
    ).id;
    youngPerson = house.served.row<{ youngPersonId: string }>(
      "select youngPersonId from agenda_item where id = ?",
      meeting.items[0]?.id,
    ).youngPersonId;
    const asked = house.served.row<{ id: string; youngPersonId: string }>(
      `select id, youngPersonId from consent c where givenOn >= '2026-11-15' and not exists
     (select 1 from consent_giver g where g.consentId = c.id and g.networkPersonId is null)`,
    );
    waiting = `/people/${asked.youngPersonId}/consents/${asked.id}`;
    hidden = house.served.row<{ id: string }>("select id from young_person_address where protected = 1").id;
    basis = house.served.row<{ id: string }>("select id from legal_basis where code = 'fvl28_consent'").id;
    const courseThat = (where: string) =>
      house.served.row<{ id: string }>(`select id from stu_course where ${where} order by startOn, id limit 1`).id;
    courses = ["startOn is not null and endedOn is null", "ending = 'completed'", "granted is null"].map(courseThat);
    call = house.served.row<{ id: string }>(
      `select f.id from follow_up f join stu_course c on c.id = f.courseId where f.result is null and f.code = 'follow_up_1'
       and date(c.endedOn, '+3 months') <= '2026-11-24' limit 1`,
    ).id;
    leads = ["state = 'new'", "state = 'met'", AT_CEILING, "state = 'declined'"].map(
      (where) => house.served.row<{ id: string }>(`select id from outreach_lead where ${where} order by id limit 1`).id,
    );
    outside = itemThat(meeting, { invites: ["psykiatri"] }).id;
    guided = house.served.row<{ id: string }>(
      "select youngPersonId as id from assignment where kind = 'guide' and toOn is null and staffId = ? limit 1",
      staffIdOf(house.served, "ungeguide"),
    ).id;
    const courseWhose = (paper: string) =>
      house.served.row<{ id: string }>(
        `select c.id from stu_course c left join resource_paper p on p.courseId = c.id
         where c.startOn < '2026-11-24' and c.endedOn is null and ${paper}`,
      ).id;
    written = courseWhose("p.way = 'here'");
    elsewhere = courseWhose("p.way = 'by_place' and p.finalOn is null and p.draftOn is not null");
    notBegun = courseWhose("p.id is null");
    const chair = await house.as("koordinator");
    await goToBoard(chair, meeting.id);
    await chairOpens(chair, meeting.items[0] as TodaysMeeting["items"][number]);
    await chair.context.close();
  });

  const everybody = ["/", "/account"];
  const ofSignIn = ["/account/code", "/proof"];
  const withContent = () => [...everybody, "/meetings", "/actions", agenda(), board()];
  const agenda = () => `/meetings/${meeting.id}`;
  const board = () => `${agenda()}/board`;

  /** The one list of pages: who signs in, and what they come to. */
  const pagesOf: Record<string, () => string[]> = {
    koordinator: () => [
      ...withContent(),
      ...["/meetings?make=new", "/meetings?make=acute", `/meetings?make=copy&from=${held}`],
      ...[
        `${agenda()}?basis=${outside}`,
        `${agenda()}?view=people`,
        `${agenda()}?view=ready`,
        `${agenda()}?add=person`,
        `${agenda()}?add=pause`,
        `${agenda()}?add=common`,
      ],
      ...[
        `${board()}?item=${meeting.items[1]?.id}`,
        `${agenda()}/screen`,
        `/meetings/${held}`,
        `/meetings/${held}/minutes`,
      ],
      ...["/people/new", "/people/duplicates", `/people/${youngPerson}`],
      ...["/outreach?view=meeting", `/outreach/${leads[2]}`],
      ...["/guides/team", `/guides/team?from=${staffIdOf(house.served, "ungeguide")}`],
      ...[`/people/${youngPerson}/consents/new`, "/bases", waiting],
      ...["/emergency", "/emergency?found=nobody", "/emergency/reviews", `/items/${meeting.items[0]?.id}/access`],
      ...[`/items/${meeting.items[0]?.id}/hear`, `/items/${meeting.items[2]?.id}/hear`],
      ...[`/items/${taken}/tell?at=1`, `/items/${taken}/tell?at=99`],
    ],
    ungeguide: () => [
      ...[...withContent(), "/people", "/people/new", "/transition", "/emergency"],
      ...[
        "/guides",
        "/guides/team",
        "/guides?contact",
        `/people/${guided}/contacts`,
        `/guides?contact=${guided}`,
        `/people/${guided}/guide`,
        `/people/${guided}/handover`,
      ],
      ...[`/people/${hidden}`, `/people/${hidden}/versions?from=0`],
      ...["/outreach", "/outreach?view=new", "/outreach?view=met", "/outreach?view=done", "/outreach/file"],
      ...["/outreach/places", "/outreach/figures", ...leads.map((id) => `/outreach/${id}`)],
    ],
    stu: () => [
      ...["/", board(), "/stu", "/stu?by=person"],
      ...[`/stu/${written}`, `/stu/${written}/paper`, `/stu/${written}/paper?propose=after`],
      ...[`/stu/${written}/paper/versions?from=1&to=2`, `/stu/${elsewhere}/paper`, `/stu/${notBegun}/paper`],
      ...["/stu/team", `/stu/team?from=${staffIdOf(house.served, "stu")}&to=${staffIdOf(house.served, "stu2")}`],
      ...["/stu/graduates", "/stu/graduates?view=coming", "/stu/graduates?view=done", `/stu/graduates?call=${call}`],
      ...[
        "/stu/figures",
        "/stu/rules",
        "/stu/rules?code=course_plan",
        "/stu/file",
        ...courses.map((id) => `/stu/${id}`),
      ],
    ],
    voksen: () => [...withContent(), "/people/new"],
    psykiatri: () => ["/", "/actions", agenda(), board()],
    politi: () => everybody,
    leder: () => ["/", "/actions", "/meetings", "/outreach/figures", ...ofSignIn],
    admin: () => [...everybody, "/staff", "/staff/access", `/bases?edit=${basis}`],
    dpo: () => [...everybody, ...["rows", "alarms", "sample", "moment", "export"].map((view) => `/log?view=${view}`)],
  };
  const withoutSignIn = ["/login", "/login?to=%2Fmeetings", "/screen"];

  /** Wide, at 320 px, and as at 200 % zoom: nothing of it is to be read by scrolling sideways. */
  const widths = [
    { width: 320, height: 640 },
    { width: 720, height: 390 },
  ];

  /** A big screen is made for one width: it hangs on a wall. */
  const isWall = (path: string) => path.endsWith("/screen");

  async function sideways(page: Page): Promise<string[]> {
    const found: string[] = [];
    for (const size of widths) {
      await page.setViewportSize(size);
      const wide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return null;
        const out = [...document.querySelectorAll("body *")].filter(
          (one) => one.getBoundingClientRect().right > clientWidth + 1,
        );
        return `${scrollWidth} px wide: ${out
          .slice(0, 3)
          .map((one) => `${one.tagName}.${one.className}`)
          .join(", ")}`;
      });
      if (wide) found.push(`at ${size.width} px ${wide}`);
    }
    await page.setViewportSize({ width: 1440, height: 780 });
    return found;
  }

  /** Its scripts run, where it has a line to the server: whatever they add to the page stands there. */
  async function isDrawn(page: Page) {
    if ((await page.locator(".connection-pill").count()) > 0) await isLive(page);
  }

  async function faultsOf({ page }: Screen, path: string, lang: "da" | "en"): Promise<string[]> {
    const answer = await page.goto(path);
    if (answer?.status() !== 200) return [`${path}: ${answer?.status()}`];
    await isDrawn(page);
    const faults = [...(await findings(page, { colours: lang === "da" })), ...(await titleFaults(page, house.served))];
    if (lang === "da" && !isWall(path)) faults.push(...(await sideways(page)));
    const said = await page.locator("html").getAttribute("lang");
    if (said !== lang) faults.push(`lang="${said}"`);
    return faults.map((fault) => `${path}: ${fault}`);
  }

  async function all(screen: Screen, paths: string[], lang: "da" | "en") {
    const faults: string[] = [];
    for (const path of paths) faults.push(...(await faultsOf(screen, path, lang)));
    return faults;
  }

  return { pagesOf, withoutSignIn, all, agenda: () => agenda(), heldMeeting: () => held, meetingId: () => meeting.id };
}
