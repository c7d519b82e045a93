const HIGH = 32;

type Props = {
  /** Of each week: what it is called, and how many. */
  weeks: readonly { name: string; count: number }[];
  /** As high as so many; the same for all that stand below each other. */
  most: number;
  label: string;
};

/** How many a week, side by side: a bar with its number, and below it the week. */
export function WeekBars({ weeks, most, label }: Props) {
  return (
    <div className="week-bars" role="img" aria-label={label}>
      {weeks.map(({ name, count }) => (
        <span key={name} className="week-bar">
          <span className="week-number">{count}</span>
          <svg aria-hidden="true" width="16" height={HIGH + 2}>
            <rect className="bar-ground" y={HIGH} width="16" height="2" />
            <rect
              className="bar-strong"
              y={HIGH - (count / Math.max(most, 1)) * HIGH}
              width="16"
              height={(count / Math.max(most, 1)) * HIGH}
            />
          </svg>
          <span className="meta">{name}</span>
        </span>
      ))}
    </div>
  );
}
