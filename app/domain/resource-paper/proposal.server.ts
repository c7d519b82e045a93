import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type {
  CourseGoalState,
  DeadlineCode,
  GoalState,
  PlanPart,
  ResourcePaperPart,
  RubricDimension,
  SchemeState,
} from "#db/vocabulary.ts";
import { contactThere } from "../people/contact.server.ts";
import { agreed } from "../plan/agreed.server.ts";
import { planCodes } from "../plan/codes.server.ts";
import { type PlanRow, planRowsOf } from "../plan/views.server.ts";
import type { Look } from "../query.server.ts";
import type { CoursePerson, Provider } from "../stu/queries.server.ts";
import { saidOf } from "../stu/rubric.ts";
import type { CourseStanding } from "../stu/standing.ts";

const { staff } = tables;

/** One thing that stands somewhere else and could stand in the paper; words are made of it in the writer's language. */
export type Proposed = { id: string } & (
  | { from: "plan-text"; part: PlanPart; area: string; departmentId: string | null; text: string }
  | { from: "goal"; state: GoalState; area: string; text: string }
  | { from: "course-goal"; state: CourseGoalState; text: string }
  | { from: "effort"; title: string; provider: string; fromOn: string; toOn: string | null }
  | { from: "scheme"; scheme: string; state: SchemeState }
  | {
      from: "placement";
      employer: string;
      placementKind: string;
      fromOn: string;
      toOn: string | null;
      weekMinutes: number | null;
      outcome: string;
    }
  | { from: "rating"; about: RubricDimension; level: number | null; own: number | null; note: string }
  | { from: "agreement"; text: string; who: string; dueOn: string | null }
  | { from: "deadline"; code: DeadlineCode; plannedOn: string | null; heldOn: string | null }
  | { from: "contact"; role: "contact" | "member" | "place"; name: string; phone: string }
);

type Known = {
  person: CoursePerson;
  standing: CourseStanding;
  provider: Provider | null;
  /** Whether the asker may open the plan; without it nothing of it is proposed. */
  mayOpenPerson: boolean;
};

const runs = (row: { toOn: string | null }, today: string) => row.toOn === null || row.toOn > today;

function ofPlan(part: ResourcePaperPart, rows: readonly PlanRow[], today: string): Proposed[] {
  const texts = (...parts: PlanPart[]) =>
    rows.flatMap((row): Proposed[] => {
      if (row.kind !== "plan-text" || row.text === "" || !parts.includes(row.part)) return [];
      const { id, area, departmentId, text } = row;
      return [{ from: "plan-text", id, part: row.part, area, departmentId, text }];
    });
  const goals = (...states: GoalState[]) =>
    rows.flatMap((row): Proposed[] =>
      row.kind === "goal" && states.includes(row.state)
        ? [{ from: "goal", id: row.id, state: row.state, area: row.area, text: row.text }]
        : [],
    );
  if (part === "own_words") return [...texts("wish", "own_words"), ...goals("open", "on_track", "at_risk")];
  if (part === "strengths") return [...texts("strengths"), ...goals("met")];
  if (part === "support")
    return [
      ...texts("challenges"),
      ...rows.flatMap((row): Proposed[] => {
        if (row.kind === "scheme" && row.schemeState !== "not_relevant")
          return [{ from: "scheme", id: row.id, scheme: row.scheme, state: row.schemeState }];
        if (row.kind !== "effort" || !runs(row, today)) return [];
        const { id, title, provider, fromOn, toOn } = row;
        return [{ from: "effort", id, title, provider, fromOn, toOn }];
      }),
    ];
  if (part === "after") return texts("direction");
  if (part !== "learned") return [];
  return rows.flatMap((row): Proposed[] => {
    if (row.kind !== "placement" || row.fromOn > today) return [];
    const { id, employer, placementKind, fromOn, toOn, weekMinutes, outcome } = row;
    return [{ from: "placement", id, employer, placementKind, fromOn, toOn, weekMinutes, outcome }];
  });
}

const AFTER: readonly DeadlineCode[] = ["phase_out_meeting", "future_talk"];

function ofCourse(part: ResourcePaperPart, { standing }: Known, today: string): Proposed[] {
  const goals = (state: CourseGoalState) =>
    standing.goals.flatMap((row): Proposed[] =>
      row.state === state ? [{ from: "course-goal", id: row.id, state, text: row.text }] : [],
    );
  if (part === "learned") return goals("met");
  if (part === "support") return goals("open");
  if (part !== "after") return [];
  return [
    ...saidOf(standing.ratings, today).flatMap(({ about, team, own }): Proposed[] => {
      const said = team ?? own;
      if (!said) return [];
      const levels = { level: team?.level ?? null, own: own?.level ?? null };
      return [{ from: "rating", id: about, about, ...levels, note: said.note }];
    }),
    ...standing.deadlines
      .filter(({ code, stand }) => AFTER.includes(code) && stand !== "missing")
      .map(({ code, plannedOn, heldOn }): Proposed => ({ from: "deadline", id: code, code, plannedOn, heldOn })),
  ];
}

const named = async (db: Db, id: string) =>
  (
    await db
      .select({ name: staff.name, phone: staff.phone })
      .from(staff)
      .where(and(eq(staff.id, id), isNull(staff.endedAt)))
  )[0];

async function contacts({ db, today }: Look<unknown>, { person, provider, mayOpenPerson }: Known): Promise<Proposed[]> {
  const found: Proposed[] = [];
  const add = async (role: "contact" | "member", staffId: string | null | undefined) => {
    const known = staffId ? await named(db, staffId) : undefined;
    if (staffId && known)
      found.push({ from: "contact", id: staffId, role, name: known.name, phone: known.phone ?? "" });
  };
  const primary = mayOpenPerson ? (await contactThere(db, person.id, today))?.staffId : undefined;
  await add("contact", primary);
  if (person.memberId !== primary) await add("member", person.memberId);
  if (provider)
    found.push({ from: "contact", id: provider.id, role: "place", name: provider.name, phone: provider.phone });
  return found;
}

/** Agreements of the shared class that the asker sees and that somebody has said yes to: what holds after the course too. */
async function agreements(look: Look<unknown>, { person, mayOpenPerson }: Known): Promise<Proposed[]> {
  if (!mayOpenPerson) return [];
  const rows = await agreed(look, person.id);
  return rows
    .filter(({ state }) => state !== "proposed")
    .map(({ id, text, owner, department, byYoungPerson, dueOn }) => ({
      ...{ from: "agreement" as const, id, text, dueOn },
      who: byYoungPerson ? person.firstName : [owner, department].filter(Boolean).join(", "),
    }));
}

/** What could stand in a part of the paper, of what the asker may see; nobody has written it there. */
export async function proposalFor(look: Look<unknown>, part: ResourcePaperPart, known: Known) {
  const { db, today } = look;
  const plan = known.mayOpenPerson ? await planRowsOf(db, known.person.id) : [];
  const lines = [...ofPlan(part, plan, today), ...ofCourse(part, known, today)];
  if (part === "after") lines.push(...(await agreements(look, known)));
  if (part === "contact") lines.push(...(await contacts(look, known)));
  return { part, lines, codes: await planCodes(db, plan, today) };
}
export type Proposal = Awaited<ReturnType<typeof proposalFor>>;
