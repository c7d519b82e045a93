import { Icon } from "./icon.tsx";

type Common = {
  name: string;
  state?: "full" | "video" | "missing";
  /** The state in words, for those who do not see the camera or the broken edge. */
  stateWord?: string;
  /** The name stands right beside the mark; then the mark is silent. */
  nameBeside?: boolean;
};

type Props = Common &
  (
    | { shape: "square" | "circle"; letters: string /** 0-8, the department's pair of colours. */; pair: number }
    | { shape: "person" | "guest" }
  );

/**
 * Square: the municipality. Circle: other authorities and schools. Person, on sand: the young person and theirs; on
 * paper: an interpreter, a guest.
 */
export function DepartmentMark(props: Props) {
  const { name, state = "full", stateWord, nameBeside = false } = props;
  const words = stateWord === undefined ? name : `${name}, ${stateWord}`;
  const pair = "pair" in props ? `pair-${props.pair}` : undefined;
  const classes = ["department-mark", `department-mark-${props.shape}`, `department-mark-${state}`, pair];
  return (
    <span className={classes.filter(Boolean).join(" ")} title={nameBeside ? stateWord : words}>
      <span className="mark-letters" aria-hidden="true">
        {"letters" in props ? props.letters : <Icon name="person" />}
      </span>
      {state === "video" && (
        <span className="mark-camera" aria-hidden="true">
          <Icon name="videocam" />
        </span>
      )}
      {nameBeside ? (
        stateWord && <span className="sr-only">{stateWord}</span>
      ) : (
        <span className="sr-only">{words}</span>
      )}
    </span>
  );
}
