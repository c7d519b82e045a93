import { Link } from "@remix-run/react";
import { age, daysBetween, monthsUntil, turns } from "#domain/days.ts";
import { clockOf } from "#domain/moments.ts";
import { isHere, isOwnSide } from "#domain/participants/rules.ts";
import { hasStopped } from "#domain/staff/rules.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { DepartmentMark } from "#ui/department-mark.tsx";
import { telOf } from "#ui/phone-link.ts";
import { useWords } from "#words/words.ts";
import { Discussion } from "./discussion.tsx";
import { Earlier } from "./earlier.tsx";
import { Efforts } from "./efforts.tsx";
import { HiddenOnScreen } from "./hidden-on-screen.tsx";
import { useItem } from "./item-context.ts";
import { markOf, useBoard, useNames } from "./model.ts";
import { Options } from "./options.tsx";
import { OwnWords } from "./own-words.tsx";
import { useMinutes } from "./phone.tsx";
import { StuLine } from "./stu-line.tsx";
import { UnsaidNow } from "./unsaid.tsx";

/** The item in the middle: who, the young person's own words, the question, what was agreed before, what runs, and the talk. */
export function ItemColumn({ onPresent }: { onPresent: () => void }) {
  const { board: t } = useWords();
  const { item, place } = useItem();
  const { me } = useBoard();
  const minutes = useMinutes(place);
  return (
    <article id="item" tabIndex={-1} aria-labelledby="item-name">
      <header className="item-name-line">
        <div>
          <h2 id="item-name" tabIndex={-1} data-lands>
            {item.firstName
              ? `${item.firstName} ${item.lastName}`
              : item.itemKind === "unnamed"
                ? t.unnamed
                : item.question}
          </h2>
          {item.bornOn && <NameFacts bornOn={item.bornOn} />}
        </div>
        {minutes && (
          <p className={minutes.over ? "item-clock near" : "item-clock"}>
            <span className="figures">{minutes.left}</span> {minutes.of && <small className="meta">{minutes.of}</small>}
          </p>
        )}
      </header>
      {item.state === "handled" && item.handledAt && <p className="meta">{t.handledAt(clockOf(item.handledAt))}</p>}
      <Who />
      <Present onPresent={onPresent} />
      <HiddenOnScreen />
      {me.runs && item.itemKind === "person" && <UnsaidNow onPresent={onPresent} />}
      {item.itemKind === "person" && <OwnWords />}
      {(item.itemKind === "person" || item.itemKind === "unnamed") && (
        <p className="lead item-question">{item.question}</p>
      )}
      {item.itemKind === "person" && <Earlier />}
      {item.itemKind === "person" && <Efforts />}
      {item.itemKind === "person" && <StuLine />}
      {item.itemKind === "person" && <Options />}
      <Discussion />
    </article>
  );
}

function NameFacts({ bornOn }: { bornOn: string }) {
  const { board: t } = useWords();
  const { today } = useBoard();
  const years = age(bornOn, today);
  const birthday = turns(bornOn, 18);
  const soon = years === 17 ? daysBetween(today, birthday) : null;
  return (
    <p className="meta">
      {t.person.age(years)}
      {years === 17 &&
        ` · ${soon !== null && soon < 31 ? t.person.turns18Days(soon) : t.person.turns18(monthsUntil(birthday, today))}`}
    </p>
  );
}

function Who() {
  const { board: t, outreach, people } = useWords();
  const { item } = useItem();
  const { sought } = useBoard();
  const { staff, departmentName } = useNames();
  const contact = staff(item.contactPersonId);
  const stopped = hasStopped(contact);
  const lead = staff(item.leadWorkerId);
  if (item.itemKind === "unnamed")
    return (
      <p className="meta item-who">
        <span>{t.asks(staff(item.askerId)?.name ?? "")}</span>
        {sought && <Link to={`/outreach/${sought}`}>{outreach.toStanding}</Link>}
      </p>
    );
  if (item.itemKind !== "person") return null;
  return (
    <p className="meta item-who">
      <span>
        {stopped ? people.stopped(contact?.name ?? "") : contact ? t.person.contact(contact.name) : t.person.noContact}
        {contact?.phone && !stopped && (
          <>
            {" · "}
            <span className="board-wide">{contact.phone}</span>
            <a className="board-narrow" href={telOf(contact.phone)}>
              {contact.phone}
            </a>
          </>
        )}
      </span>
      {lead && <span>{t.person.lead(lead.name, departmentName(lead.departmentId))}</span>}
    </p>
  );
}

/** How many are here, and a mark for each: full in the room, with a camera on video, dashed and pale when missing. */
function Present({ onPresent }: { onPresent: () => void }) {
  const { board: t } = useWords();
  const { seats, item } = useItem();
  const { staff, department } = useNames();
  const { me } = useBoard();
  const own = seats.some((seat) => seat.staffId === me.staffId);
  return (
    <div className="item-present">
      <Button type="button" dense onClick={onPresent} id="present-button">
        {t.present.button(seats.filter(isHere).length, seats.length)}
      </Button>
      <ul className="mark-line">
        {seats.map((seat) => {
          const name = seat.staffId
            ? (staff(seat.staffId)?.name ?? "")
            : seat.name || t.present.kinds[seat.participantKind];
          const state = seat.presence === "video" ? "video" : seat.presence === "room" ? "full" : "missing";
          const word = seat.presence === null ? t.present.notCalled : t.present[seat.presence];
          const of = department(seat.departmentId);
          return (
            <li key={seat.id}>
              {isOwnSide(seat) || !of ? (
                <DepartmentMark
                  shape={isOwnSide(seat) ? "person" : "guest"}
                  name={name}
                  state={state}
                  stateWord={word}
                />
              ) : (
                <DepartmentMark {...markOf(of)} name={`${name}, ${of.name}`} state={state} stateWord={word} />
              )}
            </li>
          );
        })}
      </ul>
      {own && !me.runs && item.state === "open" && (
        <CommandForm intent="declare-conflict" fields={{ itemId: item.id }} className="screen-only">
          <Button variant="text" dense>
            {t.present.conflictSelf}
          </Button>
        </CommandForm>
      )}
    </div>
  );
}
