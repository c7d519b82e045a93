import type { Persona, State } from "./personas.ts";

/** Names of personas or canaries in one line, separated by spaces. */
type Line = string;

/**
 * A page about one meeting or person, in one state of its item. `shows`: it opens, with the item. `opens`: it opens, and holds
 * nothing of the item; `knows`: but that there is one; `names`: and, with the school's three facts, whom it is about. To everybody
 * else that address never existed.
 */
export type Case = { state: State; shows: Line; opens?: Line; knows?: Line; names?: Line };
export type Subject = { route: string; path: string; cases: Case[] };

const LEAD = "coordinator chair minute-taker";
const SEATED_WITHOUT_CONTENT = "member basis-expired no-basis school police partial";

/** A school without consent gets three facts about its pupil, until the minutes are approved. */
const PUPIL = { knows: "school", names: "school" };

/** What the agenda and the board show. */
const cases: Case[] = [
  { state: "draft", shows: LEAD },
  { state: "published", shows: `${LEAD} caseworker absent psychiatrist`, opens: SEATED_WITHOUT_CONTENT, ...PUPIL },
  { state: "open", shows: `${LEAD} caseworker absent psychiatrist`, opens: SEATED_WITHOUT_CONTENT, ...PUPIL },
  // Whoever took part for the municipality reads on; who was missed, and who came from elsewhere, does not.
  { state: "handled", shows: `${LEAD} caseworker`, opens: `${SEATED_WITHOUT_CONTENT} absent psychiatrist`, ...PUPIL },
  { state: "approved", shows: LEAD, opens: `${SEATED_WITHOUT_CONTENT} caseworker absent psychiatrist` },
  { state: "section115", shows: "chair minute-taker caseworker police" },
  // Whoever leads the meeting can put it back.
  { state: "removed", shows: "", opens: `${LEAD} member`, knows: LEAD },
  { state: "withdrawn", shows: `${LEAD} caseworker absent`, opens: `${SEATED_WITHOUT_CONTENT} psychiatrist`, ...PUPIL },
  { state: "ended", shows: `${LEAD} caseworker absent`, opens: `${SEATED_WITHOUT_CONTENT} psychiatrist`, ...PUPIL },
];

/** What stands around a young person: for the forum's coordinator and for those who go with them. */
const around: Case[] = [
  { state: "draft", shows: "coordinator guide" },
  { state: "published", shows: "coordinator guide" },
  { state: "open", shows: "coordinator guide" },
  { state: "handled", shows: "coordinator guide" },
  { state: "approved", shows: "coordinator guide" },
  // That somebody is known to the forum is no secret of the meeting under § 115.
  { state: "section115", shows: "coordinator guide" },
  { state: "removed", shows: "coordinator guide" },
  { state: "withdrawn", shows: "coordinator guide" },
  { state: "ended", shows: "coordinator guide" },
];

/** The page of a young person who goes to STU: the team opens that too. */
const page: Case[] = around.map(({ state, shows }) => ({ state, shows: `${shows} stu-team` }));

/** A course of a young person: for the STU team, and for those who go with them. */
const course: Case[] = around.map(({ state }) => ({ state, shows: "guide stu-team" }));

/** One item alone, asked for by its id: for all who may read it. */
const alone: Case[] = [
  { state: "draft", shows: `${LEAD} guide` },
  { state: "published", shows: `${LEAD} guide caseworker absent psychiatrist` },
  { state: "open", shows: `${LEAD} guide caseworker absent psychiatrist` },
  { state: "handled", shows: `${LEAD} guide caseworker` },
  { state: "approved", shows: `${LEAD} guide` },
  { state: "section115", shows: "chair minute-taker caseworker police" },
  { state: "removed", shows: "" },
  { state: "withdrawn", shows: `${LEAD} guide caseworker absent` },
  { state: "ended", shows: `${LEAD} guide caseworker absent` },
];

/** What is asked before an item: for those who hear the young person. */
const heard: Case[] = [
  { state: "draft", shows: `${LEAD} guide` },
  { state: "published", shows: `${LEAD} guide` },
  { state: "open", shows: `${LEAD} guide caseworker absent psychiatrist` },
  { state: "handled", shows: LEAD },
  // The draft is sent: what stands in it stands.
  { state: "approved", shows: "" },
  { state: "section115", shows: "chair minute-taker caseworker police" },
  { state: "removed", shows: "" },
  { state: "withdrawn", shows: `${LEAD} guide` },
  { state: "ended", shows: `${LEAD} guide` },
];

/** What was agreed, once an item was taken: for those who tell the young person. Of the approved one the caseworker did, earlier. */
const told: Case[] = [
  { state: "draft", shows: "" },
  { state: "published", shows: "" },
  { state: "open", shows: "" },
  { state: "handled", shows: `${LEAD} guide caseworker` },
  { state: "approved", shows: `${LEAD} guide` },
  { state: "section115", shows: "" },
  { state: "removed", shows: "" },
  { state: "withdrawn", shows: "" },
  { state: "ended", shows: "" },
];

export const SUBJECTS: Subject[] = [
  { route: "routes/items.$id.access", path: "/items/ITEM/access", cases: alone },
  { route: "routes/items.$id.hear", path: "/items/ITEM/hear", cases: heard },
  { route: "routes/items.$id.tell", path: "/items/ITEM/tell?at=9", cases: told },
  { route: "routes/meetings.$id._index", path: "/meetings/MEETING?index", cases },
  { route: "routes/meetings.$id.board", path: "/meetings/MEETING/board", cases },
  // The same for an item that is asked for by its id: to whoever may not see it, it never existed.
  { route: "routes/meetings.$id.board", path: "/meetings/MEETING/board?item=ITEM", cases },
  { route: "routes/meetings.$id._index", path: "/meetings/MEETING?index&words=ITEM&removed=ITEM", cases },
  {
    route: "routes/meetings.$id.minutes",
    path: "/meetings/MEETING/minutes",
    // What is still planned stands in no minutes.
    cases: [
      { state: "draft", shows: "", opens: LEAD },
      {
        state: "published",
        shows: "",
        opens: `${LEAD} caseworker absent psychiatrist ${SEATED_WITHOUT_CONTENT}`,
      },
      { state: "open", shows: `${LEAD} caseworker absent psychiatrist`, opens: SEATED_WITHOUT_CONTENT },
      { state: "handled", shows: `${LEAD} caseworker`, opens: `${SEATED_WITHOUT_CONTENT} absent psychiatrist` },
      { state: "approved", shows: LEAD, opens: `${SEATED_WITHOUT_CONTENT} caseworker absent psychiatrist` },
      { state: "section115", shows: "chair minute-taker caseworker police" },
      { state: "removed", shows: "", opens: `${LEAD} member` },
      {
        state: "withdrawn",
        shows: "",
        opens: `${LEAD} caseworker absent psychiatrist ${SEATED_WITHOUT_CONTENT}`,
      },
      { state: "ended", shows: "", opens: `${LEAD} caseworker absent psychiatrist ${SEATED_WITHOUT_CONTENT}` },
    ],
  },
  { route: "routes/people.$id", path: "/people/PERSON", cases: page },
  // What was written of being in touch: for those who go with the young person alone.
  {
    route: "routes/people.$id_.contacts",
    path: "/people/PERSON/contacts",
    cases: around.map(({ state }) => ({ state, shows: "guide" })),
  },
  { route: "routes/people.$id_.guide", path: "/people/PERSON/guide", cases: around },
  { route: "routes/people.$id_.handover", path: "/people/PERSON/handover", cases: around },
  { route: "routes/people.$id_.sheet", path: "/people/PERSON/sheet", cases: around },
  { route: "routes/people.$id_.versions", path: "/people/PERSON/versions", cases: page },
  { route: "routes/people.$id_.consents.new", path: "/people/PERSON/consents/new", cases: around },
  { route: "routes/stu.$id", path: "/stu/COURSE", cases: course },
  { route: "routes/stu.$id_.paper", path: "/stu/COURSE/paper", cases: course },
  { route: "routes/stu.$id_.paper_.versions", path: "/stu/COURSE/paper/versions?from=0", cases: course },
  { route: "routes/people.$id_.consents.$consent", path: "/people/PERSON/consents/CONSENT", cases: around },
];

/** Who sees the big screen of a meeting in an own window; everybody else, nobody too, gets a code as for any meeting. */
export const SCREENS: Record<State, Line> = {
  draft: LEAD,
  published: LEAD,
  open: LEAD,
  handled: LEAD,
  approved: LEAD,
  section115: "chair minute-taker",
  removed: LEAD,
  withdrawn: LEAD,
  ended: LEAD,
};

/**
 * A page without an id. `opens`: for whom ("all": everybody signed in; "anybody": without a sign-in too); for the others it
 * never existed. `holds`: what of anybody may stand there, by persona; nothing for those who are not named.
 */
export type Page = { route: string; path: string; opens: Line; holds?: Partial<Record<Persona, Line>> };

/** The agreements that are made, of which the caseworker is the owner: with the young person's name. */
const OWN = "open-agreement open-name handled-agreement handled-name approved-agreement approved-name";

const EVERYBODY =
  "draft-name published-name open-name handled-name approved-name section115-name removed-name withdrawn-name ended-name";

/** What is written of each, beside any meeting. */
const WRITTEN = EVERYBODY.replaceAll("-name", "-item");

const OPENED = "published-item published-name published-place";
/** Who is found by a search from the agenda of one meeting for a young person of another: for those who run it, if they may know of them. */
export const SEARCH: Partial<Record<Persona, Line>> = { coordinator: "draft-name", chair: "", "minute-taker": "" };

/** Who is found by a search in names, plans, agreements and minutes, for a word that stands in all of an item that was handled. */
export const FOUND_PEOPLE: Partial<Record<Persona, Line>> = {
  coordinator: "handled-agreement handled-item handled-name",
  guide: "handled-agreement handled-item handled-name",
  "stu-team": "handled-item handled-name",
  chair: "handled-agreement handled-name",
  "minute-taker": "handled-agreement handled-name",
  caseworker: "handled-agreement handled-name",
  // Of the department: without whom it is about.
  colleague: "handled-agreement",
};

/** The agenda of one meeting, with a young person of another who is to be put on it. */
const FOUND: Partial<Record<Persona, Line>> = {
  coordinator: `${OPENED} draft-name`,
  chair: OPENED,
  "minute-taker": OPENED,
  caseworker: OPENED,
  absent: OPENED,
  psychiatrist: OPENED,
  member: "published-place",
  "basis-expired": "published-place",
  "no-basis": "published-place",
  school: "published-place published-name",
  police: "published-place",
  partial: "published-place",
};

const ORDINARY = "published-place open-place handled-place approved-place withdrawn-place ended-place";
/** Where the meetings are held that stand in somebody's list. */
const PLACES: Partial<Record<Persona, Line>> = {
  coordinator: `draft-place ${ORDINARY} removed-place`,
  chair: `draft-place ${ORDINARY} removed-place section115-place`,
  "minute-taker": `draft-place ${ORDINARY} removed-place section115-place`,
  member: `${ORDINARY} removed-place`,
  caseworker: `${ORDINARY} section115-place`,
  absent: ORDINARY,
  psychiatrist: ORDINARY,
  "basis-expired": ORDINARY,
  "no-basis": ORDINARY,
  school: ORDINARY,
  police: `${ORDINARY} section115-place`,
  partial: ORDINARY,
};

const TEAM: Partial<Record<Persona, Line>> = { "stu-team": `${EVERYBODY} ${WRITTEN}` };

export const PAGES: Page[] = [
  {
    route: "routes/_index",
    path: "/?index",
    opens: "all",
    holds: {
      // The three meetings after the next, minutes that wait, agreements without an answer; nothing of § 115. And who goes
      // with whom, where it is time to confirm it.
      coordinator: `${OWN} ${EVERYBODY} draft-place published-place handled-place`,
      // Who turns 18 within half a year, and the words that are still to be written down.
      guide: `${EVERYBODY} draft-item`,
      // Whose item still lacks something, in the minutes that wait.
      chair: "handled-name",
      "minute-taker": "handled-name",
      // The nearest meeting's own items, and own agreements.
      caseworker: `${OWN} section115-agreement section115-name open-item`,
      absent: "open-item open-name",
      psychiatrist: "open-item open-name",
      police: "section115-item section115-name",
      // For the department: without a name, and nothing of § 115.
      colleague: "open-agreement handled-agreement approved-agreement",
    },
  },
  {
    route: "routes/actions",
    path: "/actions",
    opens: "all",
    holds: {
      // Whose guide somebody is, about those they wait for what others have promised.
      guide: "open-agreement open-name handled-agreement handled-name approved-agreement approved-name",
      caseworker: `${OWN} section115-agreement section115-name`,
      colleague: "open-agreement handled-agreement approved-agreement",
    },
  },
  { route: "routes/guides", path: "/guides", opens: "guide other-guide stu-team", holds: { guide: EVERYBODY } },
  // Numbers of nobody, for those who go with young people and those who share out the work.
  { route: "routes/guides_.team", path: "/guides/team", opens: "coordinator leader guide other-guide" },
  { route: "routes/guides_.team", path: "/guides/team?from=none", opens: "coordinator leader guide other-guide" },
  { route: "routes/stu.rules", path: "/stu/rules", opens: "stu-team" },
  // Numbers of nobody for those who share out the work; the names are the STU team's.
  { route: "routes/stu.team", path: "/stu/team", opens: "coordinator leader stu-team", holds: TEAM },
  { route: "routes/stu.team", path: "/stu/team?from=none", opens: "coordinator leader stu-team", holds: TEAM },
  { route: "routes/stu.file", path: "/stu/file", opens: "stu-team" },
  // Those who look for young people: nobody of this world is looked for, and no case shows there.
  { route: "routes/outreach._index", path: "/outreach?index", opens: "coordinator guide other-guide" },
  {
    route: "routes/outreach._index",
    path: "/outreach?index&view=new&whose=mine",
    opens: "coordinator guide other-guide",
  },
  { route: "routes/outreach.$id", path: "/outreach/PERSON115", opens: "" },
  { route: "routes/outreach.places", path: "/outreach/places", opens: "coordinator guide other-guide" },
  { route: "routes/outreach.file", path: "/outreach/file", opens: "coordinator guide other-guide" },
  // Numbers, of nobody.
  { route: "routes/outreach.figures", path: "/outreach/figures", opens: "coordinator guide other-guide leader" },
  {
    route: "routes/outreach.figures_.csv",
    path: "/outreach/figures/csv",
    opens: "coordinator guide other-guide leader",
  },
  {
    route: "routes/transition",
    path: "/transition",
    // Those who go with young people, and the leader for figures without persons; all of this world are 17.
    opens: "coordinator guide other-guide stu-team caseworker absent not-invited left-department partial leader",
    holds: {
      coordinator: `${EVERYBODY} ${WRITTEN}`,
      guide: `${EVERYBODY} ${WRITTEN}`,
      "stu-team": `${EVERYBODY} ${WRITTEN}`,
    },
  },
  // Those who go with young people; nobody of this world has left STU.
  {
    route: "routes/stu.graduates",
    path: "/stu/graduates",
    opens: "coordinator guide other-guide stu-team caseworker absent not-invited left-department partial",
  },
  // Days and counts, of nobody.
  {
    route: "routes/stu.calendar",
    path: "/stu/calendar",
    opens: "coordinator guide other-guide stu-team caseworker absent not-invited left-department partial",
  },
  {
    route: "routes/stu.graduates_.csv",
    path: "/stu/graduates/csv",
    opens: "coordinator guide other-guide stu-team caseworker absent not-invited left-department partial",
  },
  // Numbers, of nobody.
  { route: "routes/stu.figures", path: "/stu/figures", opens: "leader stu-team" },
  { route: "routes/stu.figures_.csv", path: "/stu/figures/csv", opens: "leader stu-team" },
  { route: "routes/stu.figures_.excel", path: "/stu/figures/excel", opens: "leader stu-team" },
  {
    route: "routes/stu._index",
    path: "/stu?index",
    // Those who go with young people; a guide sees the courses of theirs.
    opens: "coordinator guide other-guide stu-team caseworker absent not-invited left-department partial",
    holds: { guide: `${EVERYBODY} ${WRITTEN}`, "stu-team": `${EVERYBODY} ${WRITTEN}` },
  },
  // Those whose page one may open; a filter lets nobody else in.
  {
    route: "routes/people._index",
    path: "/people?index",
    opens: "all",
    holds: { coordinator: EVERYBODY, guide: EVERYBODY, "stu-team": EVERYBODY },
  },
  {
    route: "routes/people._index",
    path: "/people?index&from=10&to=40",
    opens: "all",
    holds: { coordinator: EVERYBODY, guide: EVERYBODY, "stu-team": EVERYBODY },
  },
  { route: "routes/meetings._index", path: "/meetings?index", opens: "all", holds: PLACES },
  { route: "routes/meetings._index", path: "/meetings?index&make=new", opens: "all", holds: PLACES },
  { route: "routes/meetings._index", path: "/meetings?index&make=copy&from=SECTION115", opens: "all", holds: PLACES },
  { route: "routes/account", path: "/account", opens: "all" },
  { route: "routes/proof", path: "/proof", opens: "all" },
  {
    route: "routes/people.new",
    path: "/people/new",
    opens: "coordinator guide other-guide stu-team caseworker absent not-invited left-department partial",
  },
  // Only whoever wrote a young person down is shown the name.
  {
    route: "routes/people.new",
    path: "/people/new?made=PERSON115",
    opens: "coordinator guide other-guide stu-team caseworker absent not-invited left-department partial",
    holds: { coordinator: "section115-name", guide: "section115-name", "stu-team": "section115-name" },
  },
  { route: "routes/people.duplicates", path: "/people/duplicates", opens: "coordinator" },
  { route: "routes/staff_.access", path: "/staff/access", opens: "admin" },
  { route: "routes/staff_.access", path: "/staff/access?person=PERSON115", opens: "admin" },
  {
    route: "routes/emergency._index",
    path: "/emergency?index",
    // Whoever works in a department of the municipality; the coordinator and the guides of this world stand in none.
    opens: "caseworker absent not-invited partial colleague",
  },
  { route: "routes/emergency.reviews", path: "/emergency/reviews", opens: "coordinator" },
  { route: "routes/bases", path: "/bases", opens: "coordinator admin dpo" },
  { route: "routes/staff", path: "/staff", opens: "admin" },
  { route: "routes/log", path: "/log", opens: "dpo" },
  { route: "routes/log", path: "/log?person=PERSON115", opens: "dpo" },
  {
    route: "routes/meetings.$id._index",
    path: "/meetings/PUBLISHED?index&young=PERSONDRAFT",
    opens: `${LEAD} caseworker absent psychiatrist ${SEATED_WITHOUT_CONTENT}`,
    holds: FOUND,
  },
  { route: "routes/welcome.$token", path: "/welcome/no-such-link", opens: "" },
  { route: "routes/$", path: "/no/such/page", opens: "" },
  { route: "root", path: "/login", opens: "anybody" },
];

/** Without a page of their own, or for those who are not signed in: what they do is shown elsewhere in the tests. */
export const ELSEWHERE: Record<string, string> = {
  "routes/account_.code": "asks for a fresh proof first: tests/domain/signin",
  "routes/login": "is left by everybody who is signed in: tests/browser/sign-in",
  "routes/login_.oidc": "takes forms only: tests/http/oidc",
  "routes/login_.oidc_.callback": "tests/http/oidc",
  "routes/logout": "takes forms only",
  "routes/passkey": "takes forms only",
  "routes/stu.excel": "takes a form of whoever may have the list: tests/domain/stu/export",
  "routes/stu.csv": "the same",
  "routes/stu.$id_.paper_.pdf":
    "a file for whoever sees the course: tests/domain/stu/resource-paper, tests/browser/resource-paper",
  "routes/unlock": "takes forms only",
  "routes/screen": "the code of a room's computer: tests/http/screen",
};
