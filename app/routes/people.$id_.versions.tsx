import { Link, useLoaderData } from "@remix-run/react";
import type { SchemeState } from "#db/vocabulary.ts";
import type { Code } from "#domain/codes/queries.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import { type ComparedField, differences } from "#domain/plan/differences.ts";
import { type PlanVersions, planVersions } from "#domain/plan/queries.server.ts";
import type { PlanRow } from "#domain/plan/views.server.ts";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { usePeople } from "#frame/people.ts";
import { ComparedRows, VersionChoice, versionIn } from "#frame/versions.tsx";
import { page } from "#http/door.server.ts";
import { keepWhatStands } from "#live/net.ts";
import { dayWords } from "#words/days.ts";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.plan.versions.title };
export const loader = page(planVersions, ({ params: { id }, search }) => {
  const row = search.get("row");
  return isRowId(id) && (row === null || isRowId(row))
    ? { id, from: versionIn(search.get("from")), to: versionIn(search.get("to")), row }
    : null;
});
export const clientLoader = keepWhatStands();

/** Any two versions of a plan side by side, field by field, with who and when; and what stood in one place of it. */
export default function Versions() {
  const found = useLoaderData<typeof loader>();
  const { plan: t } = useWords();
  const { id, name, versions, history } = found;
  return (
    <PageFrame>
      <p className="screen-only">
        <Link to={`/people/${id}`}>{name}</Link>
      </p>
      <h1>{t.versions.title}</h1>
      {history && <History found={found} />}
      <p className="meta">{versions.length === 0 ? t.versions.none : t.versions.hint}</p>
      <VersionChoice {...found} nothing={t.versions.emptyPlan} now={t.versions.now} />
      <Changed found={found} />
    </PageFrame>
  );
}

/** How a value of a field reads: a day, a state, a life area, a department in words. */
function useValue(found: PlanVersions) {
  const { plan: t, efforts, support } = useWords();
  const { language } = useFrame();
  const { departments } = usePeople(found.peopleEdition);
  const days = dayWords(language, found.today);
  const lists: Partial<Record<ComparedField | "scheme", Code[]>> = {
    area: found.areas,
    effortKind: found.effortKinds,
    placementKind: found.placementKinds,
    outcome: found.placementOutcomes,
    planKind: found.externalPlanKinds,
    scheme: found.schemes,
  };
  return (field: ComparedField | "scheme", value: string): string => {
    if (value === "") return "";
    const list = lists[field];
    if (list) return list.find(({ code }) => code === value)?.label[language] ?? value;
    if (field === "schemeState") return support.schemes.states[value as SchemeState];
    if (field === "paid") return support.placements.pays[value === "true" ? "paid" : "unpaid"];
    if (field === "municipal") return value === "true" ? t.versions.yes : t.versions.no;
    if (field === "weekMinutes") return efforts.hours(efforts.hoursOf(Number(value)));
    if (field === "weekdays") return listed(value.split(",").map(Number).map(days.ofWeek), language);
    if (field === "departmentId") return departments.find(({ id }) => id === value)?.name ?? "";
    if (field === "state") return t.goalStates[value as keyof typeof t.goalStates];
    if (field === "stateVoice") return t.voices[value as keyof typeof t.voices];
    return field.endsWith("On") ? days.short(value) : value;
  };
}

/** What a row of the plan is called: its place, or the kind of thing and what it says. */
function useName(found: PlanVersions) {
  const { plan: t, support } = useWords();
  const value = useValue(found);
  const titleOf = (row: Exclude<PlanRow, { kind: "plan-text" | "priority" }>): string => {
    if (row.kind === "goal") return row.text;
    if (row.kind === "scheme") return value("scheme", row.scheme);
    if (row.kind === "placement") return row.employer;
    if (row.kind === "external-plan") return value("planKind", row.planKind);
    if (row.kind === "wellbeing") return row.area === "" ? support.wellbeing.general : value("area", row.area);
    return row.title;
  };
  return (row: PlanRow): string => {
    if (row.kind === "plan-text") {
      const part = { wish: t.wish, direction: t.direction, own_words: t.ownWords, strengths: t.strengths };
      const place = row.part === "challenges" ? t.challenges : part[row.part];
      return [place, value("area", row.area), value("departmentId", row.departmentId ?? "")]
        .filter(Boolean)
        .join(" · ");
    }
    if (row.kind === "priority") return `${t.important} · ${t.importantTo[row.voice]}`;
    return `${t.versions.kinds[row.kind]} · ${titleOf(row)}`;
  };
}

function useWho(found: PlanVersions) {
  const { plan: t } = useWords();
  const { language } = useFrame();
  const { staff } = usePeople(found.peopleEdition);
  const days = dayWords(language, found.today);
  return ({ at, byId }: { at: string; byId: string | null }) =>
    at === ""
      ? ""
      : t.editedBy(staff.find(({ id }) => id === byId)?.name ?? "", `${days.short(dayOf(at))} ${clockOf(at)}`);
}

function Changed({ found }: { found: PlanVersions }) {
  const { plan: t } = useWords();
  const [value, nameOf, whoOf] = [useValue(found), useName(found), useWho(found)];
  const { changed, versions } = found;
  if (changed.length === 0) return versions.length === 0 ? null : <p>{t.versions.same}</p>;
  const rows = changed.map(({ row, field, before, after, who }) => ({
    key: `${row.kind} ${row.id} ${field}`,
    name: (
      <>
        {nameOf(row)} <span className="meta">{t.versions.fields[field]}</span>
      </>
    ),
    ...{ before: value(field, before), after: value(field, after), who: who ? whoOf(who) : "" },
  }));
  return <ComparedRows rows={rows} />;
}

/** What stood in one row, the newest first: a text as it was, of all else what was changed. */
function History({ found }: { found: PlanVersions }) {
  const { plan: t } = useWords();
  const [value, nameOf, whoOf] = [useValue(found), useName(found), useWho(found)];
  const { history } = found;
  const newest = history?.[0];
  if (!newest) return null;
  return (
    <section className="page-part" aria-labelledby="history">
      <h2 id="history">{t.versions.historyOf(nameOf(newest.row))}</h2>
      <ol className="rows">
        {history.map(({ row, ...who }, at) => (
          <li key={row.version}>
            <span className="row-main">
              {row.kind === "plan-text" ? (
                row.text || t.versions.nothing
              ) : (
                <Stood row={row} before={history[at + 1]?.row} value={value} />
              )}{" "}
              <span className="meta">{whoOf(who)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Each field of a row that was changed with what it was changed to; of the first all that was filled in. */
function Stood({ row, before, value }: { row: PlanRow; before?: PlanRow; value: ReturnType<typeof useValue> }) {
  const { plan: t } = useWords();
  const changed = differences(before ? [before] : [], [row]);
  return (
    <>
      {changed.length === 0 && t.versions.same}
      {changed.map(({ field, after }) => (
        <span key={field} className="history-field">
          <span className="meta">{t.versions.fields[field]}:</span> {value(field, after) || t.versions.nothing}
        </span>
      ))}
    </>
  );
}
