import { Link, useNavigate } from "@remix-run/react";
import { type ResourcePaperPart, resourcePaperParts } from "#db/vocabulary.ts";
import { dayOf } from "#domain/moments.ts";
import { isOwnVoice, takenOver, writtenSoFar } from "#domain/resource-paper/rules.ts";
import type { PaperTextRow, ResourcePaperRow } from "#domain/resource-paper/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { FormerLink } from "#frame/former-link.tsx";
import { TextInPlace } from "#frame/text-in-place.tsx";
import { Button } from "#ui/button.tsx";
import { DayField } from "#ui/fields.tsx";
import { Voice } from "#ui/voice.tsx";
import { useWords } from "#words/words.ts";
import { HandOver, PaperAsk, RemovePaper, Reopen } from "./asks.tsx";
import { KeptVersions } from "./kept-versions.tsx";
import { useDays, useNames, usePaper } from "./model.ts";
import { ProposalPart, useProposedLines } from "./proposal-part.tsx";

type Of = { paper: ResourcePaperRow };

/** A paper that is written here: its parts, what is done with all of it, and how it was kept. */
export function WrittenHere({ paper }: Of) {
  const { resourcePaper: t } = useWords();
  const { id } = usePaper();
  return (
    <>
      <div className="button-line after-rows screen-only">
        <a className="button button-secondary button-dense" href={`/stu/${id}/paper/pdf`}>
          {t.pdf}
        </a>
      </div>
      {paper.finalOn && <p className="meta">{t.isFinal}</p>}
      {resourcePaperParts.map((part) => (
        <Part key={part} paper={paper} part={part} />
      ))}
      <Presses paper={paper} />
      <KeptVersions />
    </>
  );
}

function Part({ paper, part }: Of & { part: ResourcePaperPart }) {
  const { resourcePaper: t } = useWords();
  const { id, texts, mayWrite, writers, write, proposal } = usePaper();
  const nameOf = useNames();
  const navigate = useNavigate();
  const lines = useProposedLines(proposal?.part === part ? proposal : null);
  const row = texts.find((one) => one.part === part);
  const text = row?.text ?? "";
  const open = mayWrite && !paper.finalOn;
  const proposed =
    lines &&
    takenOver(
      text,
      lines.map(({ words }) => words),
    );
  return (
    <section className="page-part" aria-labelledby={part}>
      <h2 id={part}>{t.parts[part]}</h2>
      <TextInPlace
        intent="write-paper-text"
        fields={{ id: paper.id, part }}
        text={text}
        version={row?.version ?? 0}
        label={t.parts[part]}
        hint={t.hints[part]}
        empty={t.empty}
        rows={5}
        mayWrite={open}
        history={
          row &&
          row.version > 1 && <FormerLink to={`/stu/${id}/paper/versions?row=${row.id}#history`} of={t.parts[part]} />
        }
        editedBy={nameOf(row?.editedById ?? null)}
        writers={Object.entries(writers)
          .filter(([, where]) => where === part)
          .map(([staffId]) => nameOf(staffId))}
        onWriting={(writing) => write(writing ? part : "")}
        more={
          open &&
          !lines && (
            <Link
              className="button button-text button-dense screen-only"
              to={`?propose=${part}#${part}`}
              preventScrollReset
              aria-label={t.proposeFor(t.parts[part])}
            >
              {t.propose}
            </Link>
          )
        }
        proposal={
          open && lines && proposed !== null
            ? {
                text: proposed,
                shown: (takeOver) => (
                  <ProposalPart
                    lines={lines.filter(({ words }) => !text.includes(words))}
                    onTaken={() => {
                      takeOver();
                      navigate(".", { replace: true, preventScrollReset: true });
                    }}
                  />
                ),
              }
            : undefined
        }
      >
        {(words) => <Written part={part} row={row} words={words} />}
      </TextInPlace>
    </section>
  );
}

function Written({ part, row, words }: { part: ResourcePaperPart; row?: PaperTextRow; words: string }) {
  const { resourcePaper: t } = useWords();
  const days = useDays();
  const nameOf = useNames();
  if (!isOwnVoice(part)) return <p className="measure">{words}</p>;
  const told = row && t.takenDown(nameOf(row.editedById), days.full(dayOf(row.editedAt)));
  return (
    <Voice
      words={words}
      told={
        <>
          {t.ownVoice} · {told}
        </>
      }
    />
  );
}

function Presses({ paper }: Of) {
  const { resourcePaper: t } = useWords();
  const { mayWrite, texts, versions } = usePaper();
  const isEmpty = texts.every(({ text }) => text === "");
  if (!mayWrite) return null;
  if (paper.finalOn)
    return (
      <div className="button-line page-part screen-only">
        <Reopen paper={paper} />
      </div>
    );
  return (
    <div className="button-line page-part screen-only">
      {!isEmpty && (
        <>
          <PaperAsk
            intent="finish-resource-paper"
            fields={{ id: paper.id, version: paper.version }}
            seen={{ name: "written", value: String(writtenSoFar(texts)) }}
            label={t.finish}
            question={t.finishQuestion}
            yes={t.finishYes}
            field="id"
            variant="outlined"
          />
          <Keep paper={paper} />
        </>
      )}
      <ChangeBegun paper={paper} />
      <HandOver paper={paper} />
      {isEmpty && versions.length === 0 && <RemovePaper paper={paper} />}
    </div>
  );
}

function Keep({ paper }: Of) {
  const { resourcePaper: t } = useWords();
  return (
    <CommandForm intent="keep-paper-version" fields={{ id: paper.id }}>
      {({ busy, problem }) => (
        <>
          <Button dense disabled={busy}>
            {t.keep}
          </Button>
          {problem("id") && <span className="form-error-message">{problem("id")}</span>}
        </>
      )}
    </CommandForm>
  );
}

function ChangeBegun({ paper }: Of) {
  const { resourcePaper: t } = useWords();
  const days = useDays();
  const fields = { id: paper.id };
  return (
    <AskFor intent="change-resource-paper" fields={fields} label={t.changeBegun} variant="text" dense group="paper">
      {(close) => (
        <CommandForm
          intent="change-resource-paper"
          fields={{ ...fields, version: paper.version }}
          onDone={close}
          holdsVersion
        >
          {({ busy, problem, typed }) => (
            <div className="field-line">
              <DayField
                label={t.begunOn}
                name="begunOn"
                defaultValue={typed("begunOn") ?? days.full(paper.begunOn)}
                error={problem("begunOn")}
                required
                short
              />
              <Button disabled={busy}>{t.save}</Button>
            </div>
          )}
        </CommandForm>
      )}
    </AskFor>
  );
}
