import { createContext, useContext } from "react";
import type { Agenda, Item, Place } from "./model.ts";

type Live = Item & {
  place: Place;
  agenda: Agenda;
  /** Who else writes where: staff id → field. */
  writers: Record<string, string>;
  write: (field: string) => void;
};

const ItemData = createContext<Live | null>(null);
export const ItemProvider = ItemData.Provider;

export function useItem(): Live {
  const item = useContext(ItemData);
  if (!item) throw new Error("No item");
  return item;
}
