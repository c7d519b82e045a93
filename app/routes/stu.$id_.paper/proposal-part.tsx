import { Link } from "@remix-run/react";
import type { Proposal, Proposed } from "#domain/resource-paper/proposal.server.ts";
import { useFrame } from "#frame/frame.ts";
import { useLabelIn } from "#frame/row-forms.tsx";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { useDays, usePaper } from "./model.ts";

/** A proposed line: as it would stand in the paper, and where it comes from. */
export type ProposedLine = { key: string; words: string; source: string };

/** What is proposed, in the words of the page's language; null while nothing was asked for. */
export function useProposedLines(proposal: Proposal | null): ProposedLine[] | null {
  const { resourcePaper: t, stuCourse, stuParts, support, efforts, plan } = useWords();
  const { people } = usePaper();
  const { language } = useFrame();
  const labelIn = useLabelIn();
  const days = useDays();
  if (!proposal) return null;
  const { codes } = proposal;
  const period = (fromOn: string, toOn: string | null) =>
    toOn ? efforts.period(days.full(fromOn), days.full(toOn)) : efforts.ongoing(days.full(fromOn));
  const levelOf = (level: number | null) => (level === null ? "" : stuParts.levels[level as 0 | 1 | 2 | 3]);
  const wordsOf = (one: Proposed): string => {
    switch (one.from) {
      case "plan-text":
        return one.text;
      case "goal":
      case "course-goal":
        return t.goalStates[one.state === "met" ? "met" : "open"](one.text);
      case "effort":
        return t.effort({ ...one, period: period(one.fromOn, one.toOn) });
      case "scheme":
        return t.scheme(
          codes.schemes.find(({ code }) => code === one.scheme)?.label[language] ?? one.scheme,
          support.schemes.states[one.state],
        );
      case "placement":
        return t.placed({
          employer: one.employer,
          kind: labelIn(codes.placementKinds, one.placementKind),
          period: period(one.fromOn, one.toOn),
          hours: one.weekMinutes === null ? "" : efforts.hoursOf(one.weekMinutes),
          outcome: one.outcome && support.placements.went(labelIn(codes.placementOutcomes, one.outcome)),
        });
      case "rating":
        return t.rated({
          about: stuParts.abouts[one.about],
          level: levelOf(one.level),
          own: levelOf(one.own),
          note: one.note,
        });
      case "agreement":
        return t.agreed({ ...one, day: one.dueOn ? days.full(one.dueOn) : "" });
      case "deadline":
        return t.meeting(
          stuCourse.deadlines[one.code],
          days.full(one.heldOn ?? one.plannedOn ?? ""),
          one.heldOn !== null,
        );
      case "contact":
        return t.contact({ ...one, role: t.roles[one.role] });
    }
  };
  const sourceOf = (one: Proposed): string => {
    if (one.from !== "plan-text") return t.sources[one.from];
    const parts = { wish: plan.wish, direction: plan.direction, own_words: plan.ownWords, strengths: plan.strengths };
    const part = one.part === "challenges" ? plan.challenges : parts[one.part];
    const area = one.area && labelIn(codes.areas, one.area);
    const department = people.departments.find(({ id }) => id === one.departmentId)?.name;
    return [t.sources["plan-text"], part, area, department].filter(Boolean).join(" · ");
  };
  return proposal.lines.map((one) => ({ key: `${one.from} ${one.id}`, words: wordsOf(one), source: sourceOf(one) }));
}

/** What could stand here, each line with where it comes from; nothing of it stands before somebody takes it over. */
export function ProposalPart({ lines, onTaken }: { lines: readonly ProposedLine[]; onTaken: () => void }) {
  const { resourcePaper: t } = useWords();
  return (
    <section className="paper-proposal screen-only" aria-label={t.proposal}>
      <h3 className="region-label">{t.proposal}</h3>
      {lines.length === 0 ? (
        <p className="meta">{t.nothingProposed}</p>
      ) : (
        <>
          <ul className="plain-list">
            {lines.map(({ key, words, source }) => (
              <li key={key}>
                {words} <span className="meta">{source}</span>
              </li>
            ))}
          </ul>
          <p className="meta">{t.proposalHint}</p>
        </>
      )}
      <div className="button-line">
        {lines.length > 0 && (
          <Button type="button" dense className="script-only" onClick={onTaken}>
            {t.takeOver}
          </Button>
        )}
        <Link className="button button-text button-dense" to="." preventScrollReset replace>
          {t.dropProposal}
        </Link>
      </div>
    </section>
  );
}
