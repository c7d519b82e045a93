import { type GuideTrait, guideTraits } from "#db/vocabulary.ts";
import type { OneGuide } from "#domain/guides/team.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { CodeField, useLabelIn } from "#frame/row-forms.tsx";
import { Ask } from "#ui/ask.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useGuides } from "./model.ts";

/** Where each travels, what they know of and what they speak: facts, and each puts their own right. */
export function Traits() {
  const { guideTeam: t, guideChoice } = useWords();
  const { team, guides, nameOf, codes } = useGuides();
  const labelIn = useLabelIn();
  const rows = team.flatMap((id) => guides.find((one) => one.id === id) ?? []);
  const writes = rows.some(({ mayWrite }) => mayWrite);
  return (
    <section className="page-part" aria-labelledby="know">
      <h2 id="know">{t.know}</h2>
      <div className="compare-frame">
        <table className="compare team-table" aria-labelledby="know">
          <thead>
            <tr>
              {[guideChoice.guide, ...guideTraits.map((trait) => guideChoice[trait])].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              {writes && (
                <th scope="col">
                  <span className="sr-only">{t.edit}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((guide) => (
              <tr key={guide.id}>
                <th scope="row">{nameOf(guide.id)}</th>
                {guideTraits.map((trait) => {
                  const own = guide.traits.filter((one) => one.trait === trait);
                  return (
                    <td key={trait}>
                      {own.length === 0 ? (
                        <span className="meta">{t.none}</span>
                      ) : (
                        own.map(({ code }) => labelIn(codes[trait], code)).join(", ")
                      )}
                    </td>
                  );
                })}
                {writes && <td>{guide.mayWrite && <Edit guide={guide} />}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Edit({ guide }: { guide: OneGuide }) {
  const { guideTeam: t } = useWords();
  const { nameOf } = useGuides();
  return (
    <Ask label={t.edit} name={t.editOf(nameOf(guide.id))} variant="text" dense group="guide">
      <CommandForm
        intent="set-guide-capacity"
        fields={{ id: guide.id, version: guide.roomVersion }}
        holdsVersion
        className="field-line field-line-level"
      >
        {({ typed, problem, busy }) => (
          <>
            <TextField
              label={t.capacity}
              hint={t.capacityHint}
              name="points"
              inputMode="numeric"
              defaultValue={typed("points") ?? String(guide.room)}
              error={problem("points")}
              required
              short
            />
            <Button dense disabled={busy}>
              {t.save}
            </Button>
          </>
        )}
      </CommandForm>
      {guideTraits.map((trait) => (
        <OfOne key={trait} guide={guide} trait={trait} />
      ))}
    </Ask>
  );
}

function OfOne({ guide, trait }: { guide: OneGuide; trait: GuideTrait }) {
  const { guideTeam: t, guideChoice } = useWords();
  const { codes } = useGuides();
  const labelIn = useLabelIn();
  const own = guide.traits.filter((one) => one.trait === trait);
  const left = codes[trait].filter(({ code }) => !own.some((one) => one.code === code));
  return (
    <>
      <ul className="rows rows-first-line">
        {own.map(({ id, version, code }) => (
          <li key={id}>
            <span className="row-main">{labelIn(codes[trait], code)}</span>
            <CommandForm intent="remove-guide-trait" fields={{ id, version }} quiet>
              {({ busy }) => (
                <Button variant="text" dense disabled={busy}>
                  {t.remove(labelIn(codes[trait], code))}
                </Button>
              )}
            </CommandForm>
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <CommandForm
          key={own.length}
          intent="add-guide-trait"
          fields={{ staffId: guide.id, trait }}
          className="field-line field-line-level"
          quiet
        >
          {(form) => (
            <>
              <CodeField form={form} name="code" label={guideChoice[trait]} stands="" codes={left} />
              <Button dense disabled={form.busy}>
                {t.add}
              </Button>
            </>
          )}
        </CommandForm>
      )}
    </>
  );
}
