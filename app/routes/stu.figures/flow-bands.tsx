import { type FlowBand, type FlowNode, flowPicture } from "#domain/graduates/flow-picture.ts";
import type { GraduateFigures } from "#domain/graduates/queries.server.ts";
import { useWords } from "#words/words.ts";
import { namesOf } from "./names.ts";

const [WIDTH, HEIGHT, HEAD] = [1120, 460, 24];
const [BAR, COLUMN] = [12, 236];

/** A pair of colours for each; the name beside says what it is. */
const PAIRS: Record<string, number> = {
  ...{ completed: 7, dropped_out_positive: 1, dropped_out_negative: 8 },
  ...{ job: 7, education: 1, active: 0, passive: 5, other: 6, away: 2, unknown: 8, waiting: 4 },
};
const pairOf = (name: string) => `pair-${PAIRS[name] ?? 8}`;

const left = (column: number) => column * COLUMN;

/** A band between two columns, as high at both ends. */
function pathOf({ column, fromY, toY, height }: FlowBand): string {
  const [x, end] = [left(column) + BAR, left(column + 1)];
  const bend = (x + end) / 2;
  return [
    `M${x} ${fromY}C${bend} ${fromY} ${bend} ${toY} ${end} ${toY}`,
    `V${toY + height}C${bend} ${toY + height} ${bend} ${fromY + height} ${x} ${fromY + height}Z`,
  ].join("");
}

/** How many went from what to what, as bands; the same numbers stand in the tables below. */
export function FlowBands({ figures }: { figures: GraduateFigures }) {
  const words = useWords();
  const t = words.graduates.figures;
  const names = namesOf(words, figures);
  const { nodes, bands } = flowPicture(figures.flows, HEIGHT - HEAD);
  const moments = ["ended", ...figures.flows.map(({ to }) => to)];
  const label = ({ name, n }: FlowNode) => `${names.code(name)} ${n ?? t.hidden}`;
  return (
    <div className="compare-frame flow-frame">
      <svg className="flow-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
        {moments.map((moment, column) => (
          <text key={moment} className="flow-head" x={left(column)} y={16}>
            {names.moment(moment)}
          </text>
        ))}
        <g transform={`translate(0 ${HEAD})`}>
          {bands.map((band) => (
            <path
              key={`${band.column} ${band.from} ${band.to}`}
              className={`flow-band ${pairOf(band.to)}`}
              d={pathOf(band)}
            />
          ))}
          {nodes.map((node) => (
            <g key={`${node.column} ${node.name}`} className={pairOf(node.name)}>
              <rect
                className={node.n === null ? "flow-node flow-node-hidden" : "flow-node"}
                x={left(node.column)}
                y={node.y}
                width={BAR}
                height={node.height}
              />
              <text className="flow-name" x={left(node.column)} y={node.y - 6}>
                {label(node)}
              </text>
            </g>
          ))}
        </g>
      </svg>
    </div>
  );
}
