import type { Served } from "./served.ts";

export type TodaysItem = {
  id: string;
  /** As the board counts them: pauses have none. */
  number: number;
  name: string;
  firstName: string;
  question: string;
  /** User names of those invited. */
  invited: string[];
};

export type TodaysMeeting = { id: string; items: TodaysItem[] };

/** The meeting of today and its items about young people, in their order. */
export function todaysMeeting(served: Served): TodaysMeeting {
  const { id } = served.row<{ id: string }>("select id from meeting where state <> 'closed' order by startsAt limit 1");
  const rows = served.rows<{ id: string; kind: string; question: string; firstName: string; lastName: string }>(
    `select i.id, i.kind, i.question, p.firstName, p.lastName
     from agenda_item i left join young_person p on p.id = i.youngPersonId
     where i.meetingId = ? and i.removedAt is null order by i.position`,
    id,
  );
  const numbered = rows.filter(({ kind }) => kind !== "pause").map((row, place) => ({ ...row, number: place + 1 }));
  const items = numbered
    .filter(({ kind }) => kind === "person")
    .map(({ id, number, firstName, lastName, question }) => ({
      id,
      number,
      question,
      firstName,
      name: `${firstName} ${lastName}`,
      invited: served
        .rows<{ username: string }>(
          "select s.username from participant p join staff s on s.id = p.staffId where p.itemId = ? and p.removedAt is null",
          id,
        )
        .map(({ username }) => username),
    }));
  return { id, items };
}

/** The first item that invites all of these and none of those. */
export function itemThat(
  { items }: TodaysMeeting,
  { invites, not = [] }: { invites: string[]; not?: string[] },
): TodaysItem {
  const found = items.find(
    ({ invited }) => invites.every((one) => invited.includes(one)) && !not.some((one) => invited.includes(one)),
  );
  if (!found) throw new Error(`Today no item invites ${invites.join(", ")} without ${not.join(", ")}`);
  return found;
}

export const staffIdOf = (served: Served, username: string): string =>
  served.row<{ id: string }>("select id from staff where username = ?", username).id;

export const departmentOf = (served: Served, username: string): string =>
  served.row<{ name: string }>(
    "select d.name from department d join membership m on m.departmentId = d.id join staff s on s.id = m.staffId where s.username = ? and m.toOn is null",
    username,
  ).name;
