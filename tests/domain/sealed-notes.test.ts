import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { accessCounted } from "#domain/access/counted.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { ALL_ACTIONS, AT_ONCE } from "#domain/actions/filters.ts";
import { myActions } from "#domain/actions/queries.server.ts";
import { agendaFor } from "#domain/agenda/agenda-for.server.ts";
import { findToAdd } from "#domain/agenda/find-to-add.server.ts";
import { asker } from "#domain/asker.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { onOutcome } from "#domain/changes.server.ts";
import { now } from "#domain/clock.server.ts";
import { type Command, carryOut } from "#domain/command.server.ts";
import { newId } from "#domain/ids.server.ts";
import { type LogInput, logFor } from "#domain/log/queries.server.ts";
import { referenceOf } from "#domain/log/references.ts";
import { meetingsFor } from "#domain/meetings/queries.server.ts";
import { minutesFor } from "#domain/minutes/minutes-for.server.ts";
import { minutesText, type TextWords } from "#domain/minutes/text.ts";
import { addOption } from "#domain/options/commands.server.ts";
import { addEffort } from "#domain/people/effort-commands.server.ts";
import { destroySealedNote, openSealedNote, writeSealedNote } from "#domain/sealed/commands.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { aRoom, type Room } from "../support/a-room.ts";
import { aFreshSession, aMeeting, anItem, aStaffMember, asks, aYoungPerson, does } from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";

aDatabase();

const WORD = "Ellinor";
const TEXT = `Moster ${WORD} har nøglen`;
let at = "";
let room: Room;
let admin = "";
let dpo = "";
let leader = "";
beforeAll(async () => {
  [admin, dpo, leader] = [await aStaffMember("admin"), await aStaffMember("dpo"), await aStaffMember("leader")];
});
beforeEach(async () => {
  room = await aRoom();
  at = now();
});

async function succeeds<I, A>(of: Command<I, A>, input: unknown, staffId: string): Promise<A> {
  const done = await carryOut(of, input, asker(await aFreshSession(staffId, at), at, "page"), newId());
  if (!done.ok) throw new Error(`${of.name}: ${JSON.stringify(done)}`);
  return done.answer;
}

/** All that is done with a note: written by the chair for the adviser too, read by both, and destroyed. */
async function lifeOfANote(look: () => Promise<void>) {
  const readers = [room.adviser];
  const { id } = await succeeds(writeSealedNote, { youngPersonId: room.youngPerson, readers, text: TEXT }, room.chair);
  await look();
  for (const who of [room.chair, room.adviser])
    expect((await succeeds(openSealedNote, { id, reason: "Skal ringe" }, who)).text).toBe(TEXT);
  await look();
  await succeeds(destroySealedNote, { id }, room.chair);
  await look();
}

/** What a place answers stays the same through the life of a note; and it is a place where another change shows. */
async function staysSilent(answer: () => Promise<unknown>, otherwise: () => Promise<unknown>) {
  const said = async () => JSON.stringify(await answer());
  const before = await said();
  expect(before).not.toContain(WORD);
  await lifeOfANote(async () => expect(await said()).toBe(before));
  await otherwise();
  expect(await said()).not.toBe(before);
}

const agreement = () =>
  does(
    agree,
    {
      ...{ itemId: room.item, text: "Ringer til skolen", howSeen: "", departmentId: room.adults },
      ...{ ownerId: room.adviser, dueOn: "14d", optionId: null },
    },
    room.chair,
  );

const held = () => aMeeting({ chairId: room.chair, state: "closed", startsAt: at });

test("a word of it is searched for in vain, by whoever wrote it", async () => {
  const search = { meetingId: room.meeting, name: WORD };
  await staysSilent(
    async () => (await asks(findToAdd, search, room.chair, at)).found,
    () => aYoungPerson({ firstName: WORD }),
  );
});

test("it is counted in no figure of the leader", async () => {
  await staysSilent(async () => (await asks(startFor, {}, leader, at)).figures, held);
});

test("it is counted in no figure of the administrator", async () => {
  await staysSilent(
    () => asks(accessCounted, { reference: "" }, admin, at),
    () => aYoungPerson(),
  );
});

test("it is in no list of looks that the young person is given, nor in the file of it", async () => {
  const asked: LogInput = {
    ...{ view: "export", person: referenceOf(room.youngPerson), staffId: null, kind: "", from: "", to: "" },
    ...{ clock: "", before: null, seed: "", upTo: 0 },
  };
  const departmentId = room.adults;
  await asks(logFor, asked, dpo, at);
  await staysSilent(
    async () => {
      const { looks, csv } = await asks(logFor, asked, dpo, at);
      // That the list was made stands in it, one more each time.
      return [looks.filter(({ purpose }) => purpose !== "other"), csv.replace(/.*"Gennemgang.*/, "")];
    },
    () =>
      does(
        addEffort,
        {
          ...{ youngPersonId: room.youngPerson, departmentId, title: "Mentor", provider: "", contactRole: "" },
          ...{ fromOn: "1/11-2026", toOn: "" },
        },
        room.guide,
        { now: at },
      ),
  );
});

const silent = () => "";
const labels = {
  ...{
    commonItem: "",
    present: "Til stede",
    away: "",
    out: "",
    question: "Spørgsmål",
    voice: "",
    options: "Muligheder",
  },
  ...{ discussion: "", dissent: "", remark: "", agreements: "Aftaler", noAgreement: "", informs: "", next: "" },
};
const sentences: TextWords = {
  ...labels,
  ...{
    time: silent,
    told: silent,
    seat: ({ name }) => name,
    agreement: ({ text }) => text,
  },
  ...{ informsBy: silent, nextStep: silent, left: silent, clock: silent },
};

const minutesOf = async () => asks(minutesFor, { meetingId: room.meeting }, room.chair, at);
const option = () => does(addOption, { itemId: room.item, text: WORD, departmentId: room.adults }, room.chair);

test("it is not in the minutes, as they are read and printed", () => staysSilent(minutesOf, option));

test("it is not in the minutes that are copied as text", () =>
  staysSilent(async () => minutesText([], (await minutesOf()).items, sentences), option));

const agendaOf = { youngPersonId: null, wordsOf: null, removed: null };
const item = async () =>
  anItem({
    ...{ meetingId: room.meeting, youngPersonId: await aYoungPerson(), position: 2 },
    invited: [{ staffId: room.adviser, departmentId: room.adults }],
  });
/** Where somebody sees that something happened, and something else that shows there. */
const PLACES: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
  ["the start page of a coordinator, who wrote it", () => asks(startFor, {}, room.chair, at), held],
  ["the start page of whoever may read it", () => asks(startFor, {}, room.adviser, at), agreement],
  [
    "the agreements of whoever may read it",
    () => asks(myActions, { filters: ALL_ACTIONS, shown: AT_ONCE }, room.adviser, at),
    agreement,
  ],
  ["the board", () => asks(boardFor, { meetingId: room.meeting, itemId: room.item }, room.chair, at), agreement],
  ["the meetings", () => asks(meetingsFor, { held: 10, make: null }, room.chair, at), item],
  ["the agenda", () => asks(agendaFor, { meetingId: room.meeting, ...agendaOf }, room.adviser, at), item],
];
for (const [place, answer, otherwise] of PLACES)
  test(`nothing is changed by it: ${place}`, () => staysSilent(answer, otherwise));

test("nobody is told to load anew by it but those it names, and nothing of the young person or the meeting is newer", async () => {
  const told: string[] = [];
  const stop = onOutcome(({ reload, changes }) => told.push(...reload, ...changes.map(({ topic }) => topic)));
  const young = () =>
    read((db) => db.select().from(tables.youngPerson).where(eq(tables.youngPerson.id, room.youngPerson)));
  const before = await young();
  await lifeOfANote(async () => undefined);
  expect(new Set(told)).toEqual(new Set([`staff:${room.chair}`, `staff:${room.adviser}`]));
  expect(await young()).toEqual(before);
  await agreement();
  stop();
  expect(told).toContain(`item:${room.item}`);
});
