import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { participantKinds, presences } from "#db/vocabulary.ts";
import { isOwnSide, placeIsTaken } from "#domain/participants/rules.ts";
import type { ParticipantRow } from "#domain/participants/views.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { useConnected } from "#live/use-connected.ts";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { DepartmentMark } from "#ui/department-mark.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { GapOf } from "./basis-gap.tsx";
import { useItem } from "./item-context.ts";
import { markOf, useBoard, useNames } from "./model.ts";
import { useSharing } from "./use-sharing.ts";

/** The roll call: everybody in one press, then only the exceptions; who comes without a sign-in; and conflicts, asked once for all. */
export function PresentPanel({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { board: t, frame } = useWords();
  const { item, seats } = useItem();
  const { me } = useBoard();
  const connected = useConnected(item.meetingId, open && me.runs);
  // The press that closed a button took the focus with it; Esc closes the panel from anywhere.
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && !event.defaultPrevented && onClose();
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open, onClose]);
  return (
    <>
      <noscript>
        <p className="meta">
          <Link to={`?item=${item.id}&present=yes`}>{t.present.title}</Link>
        </p>
      </noscript>
      <Sheet open={open} onClose={onClose} title={t.present.title} closeLabel={frame.close} place="column">
        {me.runs && seats.some(({ presence, staffId }) => staffId && presence === null) && (
          <CommandForm intent="all-are-here" fields={{ itemId: item.id }}>
            <Button variant="outlined">{t.present.allHere}</Button>
          </CommandForm>
        )}
        {seats.length === 0 && <p className="meta">{t.present.nobody}</p>}
        <ul className="rows">
          {seats.map((seat) => (
            <Seat key={seat.id} seat={seat} atScreen={connected.has(seat.staffId ?? "")} />
          ))}
        </ul>
        {me.runs && <AddToRoom />}
        {me.runs && <Conflicts />}
      </Sheet>
    </>
  );
}

function Seat({ seat, atScreen }: { seat: ParticipantRow; atScreen: boolean }) {
  const { board: t } = useWords();
  const { me, people } = useBoard();
  const { item, seats } = useItem();
  const { gaps, settled } = useSharing(item.id, seats);
  const isGap =
    gaps.some(({ id }) => id === seat.id) && !settled.some(({ participantId }) => participantId === seat.id);
  const { staff, department, nameOf } = useNames();
  const of = department(seat.departmentId);
  const name = seat.staffId ? (staff(seat.staffId)?.name ?? "") : seat.name || t.present.kinds[seat.participantKind];
  const free = seat.presence === "missing" && !placeIsTaken(seats, seat);
  const others = people.staff.filter(
    ({ id, departmentId, active }) => active && departmentId === seat.departmentId && id !== seat.staffId,
  );
  return (
    <li className={me.runs && isGap ? "seat-row seat-gap" : "seat-row"}>
      <span className="mark-line">
        {isOwnSide(seat) || !of ? (
          <DepartmentMark shape={isOwnSide(seat) ? "person" : "guest"} name={name} nameBeside />
        ) : (
          <DepartmentMark {...markOf(of)} name={of.name} />
        )}
        <span>
          {name}
          <span className="meta">
            {" "}
            {of?.name ?? seat.organisation}
            {seat.standsInForId && ` · ${t.present.standsInFor(nameOf(seat.standsInForId))}`}
            {atScreen && ` · ${t.present.screenOpen}`}
          </span>
        </span>
      </span>
      {me.runs ? (
        <span className="seat-choice">
          {presences.map((presence) => (
            <CommandForm
              key={presence}
              intent="set-presence"
              fields={{ participantId: seat.id, presence: seat.presence === presence ? "" : presence }}
            >
              <button type="submit" className="button button-dense" aria-pressed={seat.presence === presence}>
                {t.present[presence]}
              </button>
            </CommandForm>
          ))}
        </span>
      ) : (
        <span className="meta">{seat.presence ? t.present[seat.presence] : t.present.notCalled}</span>
      )}
      {me.runs && free && seat.staffId && others.length > 0 && (
        <CommandForm intent="stand-in" fields={{ participantId: seat.id }} className="field-line">
          {({ problem }) => (
            <>
              <SelectField label={t.present.standInChoose(name)} name="staffId" error={problem("staffId")}>
                {others.map(({ id, name: other }) => (
                  <option key={id} value={id}>
                    {other}
                  </option>
                ))}
              </SelectField>
              <Button dense>{t.present.standsInFor(name)}</Button>
            </>
          )}
        </CommandForm>
      )}
      {me.runs && <GapOf seat={seat} />}
      {me.runs && !seat.staffId && (
        <CommandForm intent="remove-participant" fields={{ participantId: seat.id }}>
          <Button dense variant="text">
            {t.present.remove}
          </Button>
        </CommandForm>
      )}
    </li>
  );
}

function AddToRoom() {
  const { board: t, network } = useWords();
  const { item } = useItem();
  const { unwanted } = useBoard();
  const { language } = useFrame();
  const kinds = participantKinds.filter(
    (kind) => kind !== "staff" && (item.youngPersonId || !isOwnSide({ participantKind: kind })),
  );
  return (
    <CommandForm intent="add-to-room" fields={{ itemId: item.id }} reset className="add-to-room">
      {({ problem, typed }) => (
        <>
          <h3 className="region-label">{t.present.add}</h3>
          {unwanted.length > 0 && <p className="not-wanted">{network.unwantedHere(listed(unwanted, language))}</p>}
          <div className="field-line">
            <SelectField label={t.present.addAs} name="kind" defaultValue={typed("kind")} error={problem("kind")}>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t.present.kinds[kind]}
                </option>
              ))}
            </SelectField>
            <TextField label={t.present.addName} name="name" defaultValue={typed("name")} error={problem("name")} />
            <TextField
              label={t.present.addOrganisation}
              name="organisation"
              defaultValue={typed("organisation")}
              error={problem("organisation")}
            />
          </div>
          {problem("wantedNow") && (
            <>
              <p className="meta near" role="alert">
                {problem("wantedNow")}
              </p>
              <Choice name="wantedNow" value="yes" label={network.wantedNow} />
            </>
          )}
          <div className="button-line">
            <Button name="presence" value="room">
              {t.present.room}
            </Button>
            <Button name="presence" value="video">
              {t.present.video}
            </Button>
          </div>
        </>
      )}
    </CommandForm>
  );
}

function Conflicts() {
  const { board: t } = useWords();
  const { item, seats, conflicts } = useItem();
  const { nameOf } = useNames();
  const [choosing, setChoosing] = useState(false);
  const gone = conflicts.map(nameOf).join(", ");
  return (
    <section className="conflicts">
      <h3 className="region-label">{t.present.conflictsTitle}</h3>
      {gone && <p>{t.present.conflictsGone(gone)}</p>}
      {item.conflictsAskedAt && !gone && <p className="meta">{t.present.conflictsAsked}</p>}
      <div className="button-line">
        <CommandForm intent="ask-conflicts" fields={{ itemId: item.id }}>
          <Button aria-pressed={Boolean(item.conflictsAskedAt) && !gone} data-lands>
            {t.present.conflictsNone}
          </Button>
        </CommandForm>
        <Button type="button" onClick={() => setChoosing(!choosing)} aria-expanded={choosing}>
          {t.present.conflictsChoose}
        </Button>
      </div>
      {choosing && (
        <ul className="rows">
          {seats
            .filter(({ staffId }) => staffId)
            .map((seat) => (
              <li key={seat.id}>
                <CommandForm
                  intent="ask-conflicts"
                  fields={{ itemId: item.id, "staffIds[]": seat.staffId }}
                  onDone={() => setChoosing(false)}
                >
                  <Button variant="text">{t.present.conflicted(nameOf(seat.staffId))}</Button>
                </CommandForm>
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}
