import { guideLoadOf, guidesMovedTo } from "#domain/guides/load.ts";
import { BothLoads } from "#frame/caseload.tsx";
import { MoveSome } from "#frame/move-some.tsx";
import { useWords } from "#words/words.ts";
import { useGuides } from "./model.ts";
import { useOwnColumns } from "./room.tsx";

/** Young people of one guide are given to another. */
export function MoveYoungPeople() {
  const { guides: t } = useWords();
  const { thought, places, today } = useGuides();
  const columns = useOwnColumns();
  const own = places
    .filter(({ guideId }) => (guideId ?? "none") === thought.from)
    .map(({ youngPersonId, name, intensity }) => ({
      id: youngPersonId,
      name,
      beside: intensity ? t.targets[intensity] : t.noIntensity,
    }));
  return (
    <MoveSome
      own={own}
      intent="move-to-guide"
      field="youngPeople"
      compare={(chosen, giver, receiver) => {
        const after = guidesMovedTo(places, chosen, giver, receiver);
        return (
          <BothLoads
            sides={[giver, receiver]}
            loadOf={(side, then) => guideLoadOf(side, then ? after : places, today)}
            own={columns}
          />
        );
      }}
    />
  );
}
