import type { CheckState } from "#db/vocabulary.ts";

/** How a consideration stands, by its shape: hollow, half, filled. The word stands beside it; the colour says nothing alone. */
export function Light({ state }: { state: CheckState }) {
  return (
    <svg className={`light light-${state.replace("_", "-")}`} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.5" fill={state === "in_place" ? "currentColor" : "none"} />
      {state === "under_way" && <path d="M8 1.5a6.5 6.5 0 0 0 0 13z" fill="currentColor" stroke="none" />}
    </svg>
  );
}
