type Part = {
  size: number;
  tone: "strong" | "middle" | "light" | "over";
};

type Props = {
  parts: readonly Part[];
  /** What fits. More than that is drawn too, behind a mark at the limit. */
  total: number;
  /** The same numbers in words; the bar adds nothing that they do not say. */
  sentence: string;
  over?: boolean;
  thin?: boolean;
  sentenceHidden?: boolean;
};

export function TimeBar({ parts, total, sentence, over = false, thin = false, sentenceHidden = false }: Props) {
  const sum = parts.reduce((all, part) => all + part.size, 0);
  const scale = 100 / Math.max(total, sum, 1);
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((all, part) => all + part.size, 0));
  const classes = ["time-bar", thin && "time-bar-thin", over && "time-bar-over"].filter(Boolean).join(" ");
  return (
    <div className={classes}>
      <svg className="time-bar-picture" aria-hidden="true">
        <rect className="bar-ground" width={`${total * scale}%`} height="100%" />
        {parts.map((part, index) => (
          <rect
            key={index}
            className={`bar-${part.tone}`}
            x={`${starts[index]! * scale}%`}
            width={`${part.size * scale}%`}
            height="100%"
          />
        ))}
        {sum > total && (
          <line className="bar-limit" x1={`${total * scale}%`} x2={`${total * scale}%`} y1="0" y2="100%" />
        )}
      </svg>
      <p className={sentenceHidden ? "sr-only" : "time-bar-sentence"}>{sentence}</p>
    </div>
  );
}
