type Score = { id: string; score: number; day: string };

type Props = {
  scores: readonly Score[];
  /** The same in words, for whoever does not see it. */
  label: string;
};

/** Numbers from 0 to 10 over time, all drawn alike: a setback looks like a step forward. */
export function ScoreBars({ scores, label }: Props) {
  // On a telephone there is room for three days; with more the first and the last stand, and all of them in the table.
  const ends = scores.length > 3;
  return (
    <div className={ends ? "score-bars score-ends" : "score-bars"} role="img" aria-label={label}>
      {scores.map(({ id, score, day }, at) => (
        <span key={id} className="score-bar">
          <span className="score-number">{score}</span>
          <svg aria-hidden="true">
            <rect className="score-ground" width="100%" height="100%" />
            <rect y={`${100 - score * 10}%`} height={`${score * 10}%`} width="100%" />
            <line x1="0" x2="100%" y1="100%" y2="100%" />
          </svg>
          <span className="score-day">{ends && at !== 0 && at !== scores.length - 1 ? "" : day}</span>
        </span>
      ))}
    </div>
  );
}
