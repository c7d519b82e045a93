import { useWords } from "#words/words.ts";
import { linesOf, placesOn, RADII, type Ring, ROOM } from "./rings.ts";

/** A name of the map with what they are, a line each. */
export type OnMap = {
  id: string;
  name: string;
  lines: string[];
  /** The department's mark; without one the sand circle of the young person's own. */
  mark?: { shape: "square" | "circle"; letters: string; pair: number };
  /** Contact person: the mark has a second edge. */
  first?: boolean;
  /** Not to be in the room: the edge is broken. */
  apart?: boolean;
};

const LETTERS = 22;
const LINE = 18;
/** Below the mark and its second edge. */
const FIRST_LINE = 36;

/** Two rings around the young person: family and network, professionals. A picture of the lists below it. */
export function NetworkMap({ name, family, professionals }: { name: string; family: OnMap[]; professionals: OnMap[] }) {
  const { network: t } = useWords();
  const more = Math.max(0, family.length - ROOM.inner) + Math.max(0, professionals.length - ROOM.outer);
  if (family.length + professionals.length === 0) return null;
  // A few on one ring need less room.
  const isLow = family.length === 0 && professionals.length <= ROOM.outer / 2;
  return (
    <div className={isLow ? "network-map network-map-low" : "network-map"} aria-hidden="true">
      <svg aria-hidden="true" focusable="false">
        {professionals.length > 0 && <Circle ring="outer" />}
        {family.length > 0 && <Circle ring="inner" />}
        <svg aria-hidden="true" x="50%" y="50%" overflow="visible">
          <circle r="46" className="network-middle" />
          <text className="network-name" dy="5">
            {name}
          </text>
        </svg>
        <Names ring="inner" of={family} />
        <Names ring="outer" of={professionals} />
      </svg>
      {more > 0 && <p className="meta">{t.onList(more)}</p>}
    </div>
  );
}

function Circle({ ring }: { ring: Ring }) {
  const { across, down } = RADII[ring];
  return <ellipse className="network-ring" cx="50%" cy="50%" rx={`${across}%`} ry={`${down}%`} />;
}

function Names({ ring, of }: { ring: Ring; of: OnMap[] }) {
  const shown = of.slice(0, ROOM[ring]);
  const places = placesOn(ring, shown.length);
  return shown.map((one, at) => (
    <svg key={one.id} aria-hidden="true" x={`${places[at]?.x}%`} y={`${places[at]?.y}%`} overflow="visible">
      <Mark of={one} />
      <text className="network-name">
        <Lines lines={linesOf(one.name, LETTERS)} from={FIRST_LINE} />
      </text>
      <text className="network-words">
        <Lines
          lines={one.lines.flatMap((line) => linesOf(line, LETTERS))}
          from={FIRST_LINE + LINE * linesOf(one.name, LETTERS).length}
        />
      </text>
    </svg>
  ));
}

const Lines = ({ lines, from }: { lines: string[]; from: number }) =>
  lines.map((line, at) => (
    <tspan key={at} x="0" y={from + at * LINE}>
      {line}
    </tspan>
  ));

function Mark({ of: { mark, first, apart } }: { of: OnMap }) {
  const edge = apart ? "network-mark network-apart" : "network-mark";
  if (!mark)
    return (
      <g>
        <circle r="15" className={edge} />
        <circle cy="-4" r="3.5" className="network-figure" />
        <path d="M-7 8c0-4 3-6 7-6s7 2 7 6" className="network-figure" />
      </g>
    );
  const square = mark.shape === "square";
  return (
    <g className={`pair-${mark.pair}`}>
      {first &&
        (square ? (
          <rect x="-19" y="-19" width="38" height="38" rx="6" className="network-edge" />
        ) : (
          <circle r="19" className="network-edge" />
        ))}
      {square ? (
        <rect x="-14" y="-14" width="28" height="28" rx="4" className={edge} />
      ) : (
        <circle r="14" className={edge} />
      )}
      <text className="network-letters" dy="4">
        {mark.letters}
      </text>
    </g>
  );
}
