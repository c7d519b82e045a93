import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useItem } from "./item-context.ts";

/** The item in the address, when the room is at another. */
function useLooked() {
  const { item, agenda } = useItem();
  return item.id === agenda.meeting.pointerItemId ? null : item.id;
}

type Props = { of: "edit" | "remove"; id: string; onPress: () => void; children: ReactNode };

/** Opens a form in the row of an agreement; without JavaScript by the address. */
export function InPlace({ of, id, onPress, children }: Props) {
  const looked = useLooked();
  return (
    <form
      method="get"
      onSubmit={(event) => {
        event.preventDefault();
        onPress();
      }}
    >
      {looked && <input type="hidden" name="item" value={looked} />}
      <button type="submit" className="button button-text" name={of} value={id}>
        {children}
      </button>
    </form>
  );
}

/** Without JavaScript the form in the row leads back to the board as it was. */
export function BackToBoard() {
  const { pathname } = useLocation();
  const looked = useLooked();
  return <input type="hidden" name="back" value={looked ? `${pathname}?item=${looked}` : pathname} />;
}
