import { beforeAll, describe, expect, it } from "vitest";
import { read } from "#db/index.server.ts";
import { cardsFor } from "#domain/agenda/cards.server.ts";
import { agendaSnapshot, type AgendaRow } from "#domain/agenda/queries.server.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aMeeting, anItem, aStaffMember, aYoungPerson, as, TODAY } from "#tests/support/builders.ts";

aDatabase();

const agendaOf = (staffId: string, meetingId: string) =>
  read(async (db) => {
    const asking = { actor: as(staffId), today: TODAY };
    const { topic, rows } = await agendaSnapshot(db, asking, meetingId);
    return { topic, rows, cards: await cardsFor(db, asking, meetingId) };
  });
const slotIds = (rows: AgendaRow[]) => rows.filter((row) => row.kind === "slot").map((row) => row.id);

describe("the agenda", () => {
  let [coordinator, member, guest, outsider, meeting, first, second] = Array(7).fill("") as string[];

  beforeAll(async () => {
    coordinator = await aStaffMember("coordinator");
    member = await aStaffMember("forum_member");
    guest = await aStaffMember("external");
    outsider = await aStaffMember("external");
    meeting = await aMeeting({ chairId: coordinator, members: [member] });
    first = await anItem({ meetingId: meeting, youngPersonId: await aYoungPerson({ firstName: "Asta" }), position: 1 });
    second = await anItem({
      meetingId: meeting,
      youngPersonId: await aYoungPerson({ firstName: "Bo" }),
      position: 2,
      invited: [{ staffId: guest }],
    });
  });

  it("shows a member who is not invited every place and no name, no question and no item", async () => {
    const { topic, rows, cards } = await agendaOf(member, meeting);
    expect(topic).toBe(`meeting:${meeting}`);
    expect(slotIds(rows)).toEqual([first, second]);
    expect(cards).toEqual({});
    expect(JSON.stringify(rows)).not.toMatch(/Asta|Bo|Hvem tager over/);
  });

  it("shows somebody from outside only the item they are invited to", async () => {
    const { topic, rows, cards } = await agendaOf(guest, meeting);
    expect(topic).toBe(`staff:${guest}`);
    expect(slotIds(rows)).toEqual([second]);
    expect(Object.keys(cards)).toEqual([second]);
    expect(cards[second]).toMatchObject({ name: expect.stringContaining("Bo"), heard: false });
  });

  it("shows the coordinator everything", async () => {
    const { rows, cards } = await agendaOf(coordinator, meeting);
    expect(slotIds(rows)).toEqual([first, second]);
    expect(Object.keys(cards).sort()).toEqual([first, second].sort());
    expect(cards[second]?.participants).toMatchObject([{ staffId: guest, presence: null }]);
  });

  it("shows nothing of it to somebody who is not there", async () => {
    const { rows, cards } = await agendaOf(outsider, meeting);
    expect(slotIds(rows)).toEqual([]);
    expect(cards).toEqual({});
  });
});
