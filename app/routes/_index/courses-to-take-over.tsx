import { age } from "#domain/days.ts";
import type { CourseToTakeOver } from "#domain/stu/handovers.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Levels } from "#ui/levels.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays, useStart } from "./use-start.ts";

/** Whom the STU team asks the reader to take over after their course, and whom they have taken over. */
export function CoursesToTakeOver() {
  const { stuParts } = useWords();
  const { coursesToTakeOver } = useStart();
  const t = stuParts.handover;
  const waiting = coursesToTakeOver.filter(({ waits }) => waits);
  const taken = coursesToTakeOver.filter(({ waits }) => !waits);
  if (coursesToTakeOver.length === 0) return null;
  return (
    <Block title={waiting.length > 0 ? t.toTakeOver : t.takenOver}>
      <Courses of={waiting} />
      {taken.length > 0 && waiting.length > 0 ? (
        <details>
          <summary>{t.takenOverCount(taken.length)}</summary>
          <Courses of={taken} />
        </details>
      ) : (
        <Courses of={taken} />
      )}
    </Block>
  );
}

function Courses({ of }: { of: CourseToTakeOver[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="rows rows-first-line">
      {of.map((one) => (
        <li key={one.id}>
          <Course of={one} />
        </li>
      ))}
    </ul>
  );
}

function Course({ of }: { of: CourseToTakeOver }) {
  const { stuCourse, stuParts, board } = useWords();
  const { today } = useStart();
  const days = useDays();
  const t = stuParts.handover;
  const { name, bornOn, state, provider, endOn, member, reason, levels, waits } = of;
  const facts = [
    board.person.age(age(bornOn, today)),
    stuCourse.states[state],
    endOn && (endOn < today ? stuCourse.ended(days.full(endOn)) : stuCourse.runsTo(days.full(endOn))),
    provider,
    member && t.team(member.name, member.phone ?? ""),
  ];
  return (
    <div className="row-main">
      <p>
        <strong>{name}</strong> <span className="meta">{facts.filter(Boolean).join(" · ")}</span>
      </p>
      <p className="measure">{reason}</p>
      <div className="stu-line-levels">
        <span>{board.stuLine.clear}</span> <Levels levels={levels} />
      </div>
      {waits && <Answer of={of} />}
    </div>
  );
}

function Answer({ of: { id, version, name } }: { of: CourseToTakeOver }) {
  const { stuParts } = useWords();
  const t = stuParts.handover;
  return (
    <div className="button-line agreement-buttons">
      <CommandForm intent="accept-course-handover" fields={{ id, version }}>
        {({ busy }) => (
          <Button dense disabled={busy} aria-label={`${t.yes}: ${name}`}>
            {t.yes}
          </Button>
        )}
      </CommandForm>
      <AskFor intent="decline-course-handover" fields={{ id }} label={t.no} name={`${t.no}: ${name}`} dense group={id}>
        <CommandForm intent="decline-course-handover" fields={{ id, version }}>
          {({ problem, typed, busy }) => (
            <>
              <TextArea label={t.why} name="reason" rows={2} defaultValue={typed("reason")} error={problem("reason")} />
              <Button dense disabled={busy}>
                {t.no}
              </Button>
            </>
          )}
        </CommandForm>
      </AskFor>
    </div>
  );
}
