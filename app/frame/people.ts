import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { PeopleInForum } from "#domain/staff/reference.server.ts";
import { useFrame } from "./frame.ts";

const NOBODY: PeopleInForum = { edition: "", staff: [], departments: [] };

/** The edition that a page has asked the root for; each is asked for once. */
let wanted = "";
let asking = false;

/** For the root, which otherwise loads once: a page has seen that the names it holds are old. */
export const wantsPeople = () => asking;

/** The names of the forum, loaded with the first page and again when a page says that another edition stands. */
export function usePeople(edition: string): PeopleInForum {
  const people = useFrame().people ?? NOBODY;
  const { revalidate } = useRevalidator();
  useEffect(() => {
    asking = people.edition !== edition;
    if (!asking || wanted === edition) return;
    wanted = edition;
    revalidate();
  }, [people.edition, edition, revalidate]);
  return people;
}
