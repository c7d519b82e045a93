import { Link, useSearchParams } from "@remix-run/react";
import { useEffect, useState } from "react";
import { addDays } from "#domain/days.ts";
import { byPerson, firstOpen, groupsOf, type ListedCourse, type ListGroup, OVER } from "#domain/stu/list.ts";
import { useFrame } from "#frame/frame.ts";
import { Empty } from "#ui/empty.tsx";
import { TimeBar } from "#ui/time-bar.tsx";
import { useWords } from "#words/words.ts";
import { keyOf, useDeadlineWords, useList } from "./model.ts";
import { PlanMany, type Planning, PlanSheet, planningOf } from "./plan-many.tsx";
import { Rows } from "./rows.tsx";

/** How soon a group is due that stands open from the start, in days. */
const NEAR = 45;

const PHONE = "(max-width: 640px)";

/** The courses that the filters leave, in the order that is asked for. */
export function Courses({ courses, narrowed }: { courses: ListedCourse[]; narrowed: boolean }) {
  const { stu: t } = useWords();
  const { singleKeys } = useFrame();
  const list = useList();
  if (courses.length === 0) return <Empty text={narrowed ? t.emptyFiltered : t.empty} />;
  return (
    <div className="stu-list">
      <p className="meta screen-only many-keys">{singleKeys && list.mayManage ? t.keys : t.keysWithout}</p>
      {list.filters.by === "person" ? (
        <Rows rows={byPerson(courses)} named label={t.title} />
      ) : (
        <Groups courses={courses} />
      )}
    </div>
  );
}

function Groups({ courses }: { courses: ListedCourse[] }) {
  const { stu: t } = useWords();
  const { today } = useList();
  const { titleOf } = useDeadlineWords();
  const [params] = useSearchParams();
  const groups = groupsOf(courses, today);
  const [told, setTold] = useState("");
  const [planning, setPlanning] = useState<Planning | null>(() => {
    const asked = groups.find(({ key }) => key === params.get("plan"));
    return asked ? planningOf(asked, titleOf(asked)) : null;
  });
  return (
    <>
      <p role="status" className="meta stu-told">
        {told}
      </p>
      {groups.length === 0 && <Empty text={t.noGroups} />}
      {groups.map((group) => (
        <Group key={group.key} group={group} onPlan={() => setPlanning(planningOf(group, titleOf(group)))} />
      ))}
      <PlanSheet
        key={planning?.title}
        planning={planning}
        rows={groups.flatMap(({ rows }) => rows)}
        onClose={() => setPlanning((now) => now && { ...now, open: false })}
        onPlanned={(n) => setTold(t.planned(n))}
      />
    </>
  );
}

function Group({ group, onPlan }: { group: ListGroup; onPlan: () => void }) {
  const { stu: t } = useWords();
  const { today, mayManage, to } = useList();
  const [params] = useSearchParams();
  const { titleOf } = useDeadlineWords();
  const { key, due, rows, held, planned, missing } = group;
  const title = titleOf(group);
  const asked =
    params.get("group") === key || params.get("plan") === key || rows.some((row) => keyOf(row) === params.get("row"));
  const [open, setOpen] = useState(key === OVER || firstOpen(group) <= addDays(today, NEAR) || asked);
  // On a phone the groups are a list to choose from.
  useEffect(() => {
    if (key !== OVER && !asked && window.matchMedia(PHONE).matches) setOpen(false);
  }, [key, asked]);
  return (
    <details className="stu-group" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2 className={key === OVER ? "late" : undefined}>{title}</h2>
        {due !== null && (
          <>
            <span className="figures">{t.people(rows.length)}</span>
            <TimeBar
              parts={[
                { size: held, tone: "strong" },
                { size: planned, tone: "middle" },
              ]}
              total={held + planned + missing}
              sentence={t.parts(held, planned, missing)}
              thin
            />
          </>
        )}
      </summary>
      {open ? (
        <>
          {mayManage && <PlanMany group={group} onOpen={onPlan} />}
          <Rows rows={rows} named={due === null} label={title} />
        </>
      ) : (
        // Rows that nobody looks at are not drawn; without JavaScript they are asked for.
        <p>
          <Link to={to({ group: key })}>{t.showRows(rows.length)}</Link>
        </p>
      )}
    </details>
  );
}
