import { useState } from "react";
import { Button, GridList, GridListItem, I18nProvider, useDragAndDrop } from "react-aria-components";
import { moveTo } from "#domain/agenda/rules.ts";
import { slotOf } from "#domain/meetings/slot.ts";
import { useFrame } from "#frame/frame.ts";
import { useCommand } from "#live/use-command.ts";
import { useAnnounce } from "#ui/announcer.tsx";
import { Icon } from "#ui/icon.tsx";
import { useWords } from "#words/words.ts";
import { type Place, useNaming } from "./model.ts";
import { PlaceRow } from "./place-row.tsx";

const OWN = "application/x-samspor-place";

/** The agenda, to be put in order by mouse, finger and keyboard. Loaded only where somebody may order it. */
export default function SortableList({ places }: { places: Place[] }) {
  const { agenda: t } = useWords();
  const { language } = useFrame();
  const { about, placeName } = useNaming();
  const announce = useAnnounce();
  const [moving, setMoving] = useState<{ id: string; to: number } | null>(null);
  const { send, busy } = useCommand("move-item", () => setMoving(null));
  const shown = moving && busy ? inOrder(places, moving) : places;

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [OWN]: String(key) })),
    acceptedDragTypes: [OWN],
    getAllowedDropOperations: () => ["move"],
    onReorder({ keys, target }) {
      const id = String([...keys][0]);
      const from = places.findIndex((place) => place.id === id);
      const beside = places.findIndex((place) => place.id === target.key);
      const place = places[from];
      if (!place?.movable || beside < 0) return;
      const gap = target.dropPosition === "after" ? beside + 1 : beside;
      const to = gap > from ? gap - 1 : gap;
      if (to === from) return;
      setMoving({ id, to });
      send({ itemId: id, to });
      announce(
        t.moved(
          about(place),
          inOrder(places, { id, to })
            .filter((one) => one.number !== null)
            .findIndex((one) => one.id === id) + 1,
        ),
      );
    },
  });

  return (
    <I18nProvider locale={language === "da" ? "da-DK" : "en-GB"}>
      <GridList
        aria-label={t.list}
        className="agenda-places"
        items={shown.map((place, index) => ({ ...place, index }))}
        dragAndDropHooks={dragAndDropHooks}
        keyboardNavigationBehavior="tab"
        selectionMode="none"
      >
        {(place) => (
          <GridListItem id={place.id} className="agenda-place" textValue={`${placeName(place)}, ${about(place)}`}>
            <PlaceRow
              place={place}
              index={place.index}
              handle={
                // A place that is past keeps its handle, out of sight and reach: a row without one cannot be in the grid.
                <Button
                  slot="drag"
                  className="drag-handle"
                  aria-label={t.drag(placeName(place))}
                  isDisabled={!place.movable}
                >
                  <Icon name="drag-pan" />
                </Button>
              }
            />
          </GridListItem>
        )}
      </GridList>
    </I18nProvider>
  );
}

/** As it will stand when the move has come through. */
function inOrder(places: Place[], { id, to }: { id: string; to: number }): Place[] {
  const ids = moveTo(places.map(slotOf), id, to);
  return ids.flatMap((one) => places.filter((place) => place.id === one));
}
