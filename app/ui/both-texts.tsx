import { useId, useState } from "react";
import { Button } from "./button.tsx";

type Props = {
  /** The field's name in the form around it; the chosen text is posted under it. */
  name: string;
  mine: string;
  theirs: string;
  /** Opened by a press: the focus of what was pressed comes here. */
  lands?: boolean;
  words: {
    /** Above: "Voksen har også rettet aftale 2." */
    heading: string;
    mine: string;
    theirs: string;
    keepMine: string;
    takeTheirs: string;
    combine: string;
    combined: string;
    save: string;
  };
};

/** Two texts for one field, side by side and never over the work; stands in the form that saves the choice. */
export function BothTexts({ name, mine, theirs, lands, words }: Props) {
  const id = useId();
  const [combining, setCombining] = useState(false);
  return (
    <section className="both-texts" aria-label={words.heading} data-lands={lands || undefined}>
      <p className="lead">{words.heading}</p>
      <div className="both-texts-columns">
        <div>
          <h3 className="region-label">{words.mine}</h3>
          <p className="both-texts-text">{mine}</p>
        </div>
        <div>
          <h3 className="region-label">{words.theirs}</h3>
          <p className="both-texts-text">{theirs}</p>
        </div>
      </div>
      {combining && (
        <div className="form-group">
          <label className="form-label" htmlFor={id}>
            {words.combined}
          </label>
          {/* biome-ignore lint/a11y/noAutofocus: the press that opened it was to write here */}
          <textarea className="form-input" id={id} name={name} defaultValue={`${mine}\n${theirs}`} autoFocus />
        </div>
      )}
      <div className="button-line">
        {combining ? (
          <Button>{words.save}</Button>
        ) : (
          <>
            {/* The button carries the text itself, so the choice needs no JavaScript. */}
            <Button name={name} value={mine}>
              {words.keepMine}
            </Button>
            <Button name={name} value={theirs}>
              {words.takeTheirs}
            </Button>
            <Button type="button" className="needs-script" onClick={() => setCombining(true)}>
              {words.combine}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
