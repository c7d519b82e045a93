import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "#ui/icon.tsx";
import { RowMenu, RowMenuItem } from "#ui/row-menu.tsx";
import { useWords } from "#words/words.ts";
import type { Place } from "./navigation.ts";
import { SignOut } from "./sign-out.tsx";

type Props = {
  name: string;
  places: { place: Place; href: string }[];
  /** The navigation stands here on every width, not on narrow screens alone. */
  always: boolean;
  addsPeople: boolean;
  opensEmergency: boolean;
  /** What the page adds. */
  children?: ReactNode;
};

export function UserMenu({ name, places, always, addsPeople, opensEmergency, children }: Props) {
  const { frame: t, emergency } = useWords();
  const face = (
    <>
      <span className="sr-only">{`${t.menu}: `}</span>
      <Icon name="person" />
      <span className="user-name">{name}</span>
      <Icon name="chevron-down" />
    </>
  );
  return (
    <RowMenu label={t.menu} face={face}>
      {places.map(({ place, href }) => (
        <RowMenuItem key={place} narrowOnly={!always}>
          <Link to={href}>{t[place]}</Link>
        </RowMenuItem>
      ))}
      {addsPeople && (
        <RowMenuItem>
          <Link to="/people/new">{t.newYoungPerson}</Link>
        </RowMenuItem>
      )}
      {opensEmergency && (
        <RowMenuItem>
          <Link to="/emergency">{emergency.menu}</Link>
        </RowMenuItem>
      )}
      {children}
      <RowMenuItem>
        <Link to="/account">{t.account}</Link>
      </RowMenuItem>
      <RowMenuItem>
        <SignOut>
          <button type="submit">{t.signOut}</button>
        </SignOut>
      </RowMenuItem>
    </RowMenu>
  );
}
