import type { IconName } from "./icon-names.ts";
import sprite from "./icons.svg?url";

type Props = {
  name: IconName;
  /** Only where no word stands beside it. */
  label?: string;
};

export function Icon({ name, label }: Props) {
  const picture = <use href={`${sprite}#${name}`} />;
  if (label === undefined)
    return (
      <svg className="glyph" aria-hidden="true" focusable="false">
        {picture}
      </svg>
    );
  return (
    <svg className="glyph" role="img" aria-label={label}>
      {picture}
    </svg>
  );
}
