import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { useConnection } from "#live/connection.ts";
import { isConcern } from "#live/device/notes.ts";
import { useDevice } from "#live/device/use-device.ts";
import { useAnnounce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";
import { ConnectionPill } from "./connection-pill.tsx";
import { Cover } from "./cover.tsx";
import { EmergencyStrip } from "./emergency-strip.tsx";
import { useFrame } from "./frame.ts";
import { offersEmergency, offersNewPerson, placesFor } from "./navigation.ts";
import { ProofDialog } from "./proof-dialog.tsx";
import { UserMenu } from "./user-menu.tsx";

type Props = {
  children: ReactNode;
  /** In place of the navigation, which then stands in the menu: the board's own head. */
  head?: ReactNode;
  /** What the page adds to the head, left of the connection. */
  tools?: ReactNode;
  /** A strip of the page's own, under the head. */
  strip?: ReactNode;
  /** The page fills the window to its edges and scrolls in its own regions. */
  full?: boolean;
  /** In place of the way past the head: the page's own, in their order. */
  skip?: ReactNode;
  /** What the page adds to the user's menu: `RowMenuItem`s. */
  menu?: ReactNode;
  /** The running meeting whose board stands on the page: whoever is present in it is at the screen while it can be seen. */
  board?: string | null;
  /** It is made for a telephone: on one it is covered sooner. */
  phone?: boolean;
};

/** What stands around every page of somebody who is signed in. */
export function PageFrame({
  children,
  head,
  tools,
  strip,
  skip,
  menu,
  full = false,
  board = null,
  phone = false,
}: Props) {
  const { frame: t, offline } = useWords();
  const announce = useAnnounce();
  const { name, username, staffId, roles, emergency, demo, demoIsOld } = useFrame();
  const { newBuild } = useConnection();
  useDevice(staffId, (note) => announce((isConcern(note) ? offline.concernSent : offline.sentNow)(note.firstName)));
  const places = placesFor(roles);
  return (
    <div className={full ? "page-frame page-frame-full" : "page-frame"}>
      {skip ?? (
        <a className="skip-link" href="#content">
          {t.skipToContent}
        </a>
      )}
      <header className="page-top">
        <div className="page-head">
          {head ?? (
            <>
              <NavLink to="/" className="product">
                {t.product}
              </NavLink>
              <nav aria-label={t.navigation} className="page-places">
                {places.map(({ place, href }) => (
                  <NavLink key={place} to={href} end={place === "start"}>
                    {t[place]}
                  </NavLink>
                ))}
              </nav>
            </>
          )}
          <div className="page-tools">
            {demo && !head && (
              <span className="meta demo-note" title={t.demo}>
                {t.demo}
              </span>
            )}
            {tools}
            <ConnectionPill />
            <UserMenu
              name={name ?? ""}
              places={places}
              always={head !== undefined}
              addsPeople={offersNewPerson(roles)}
              opensEmergency={offersEmergency(roles)}
            >
              {menu}
            </UserMenu>
          </div>
        </div>
        {emergency && <EmergencyStrip key={emergency.endsAt} emergency={emergency} />}
        {newBuild && (
          <Strip
            text={t.connection.newBuild}
            action={
              <Button type="button" variant="text" dense onClick={() => window.location.reload()}>
                {t.connection.reloadPage}
              </Button>
            }
          />
        )}
        {demoIsOld && <Strip text={t.demoIsOld} />}
        {strip}
      </header>
      <main id="content" tabIndex={-1} className={full ? undefined : "page-body"}>
        {children}
      </main>
      <ProofDialog />
      <Cover name={name ?? ""} username={username ?? ""} board={board} phone={phone} />
    </div>
  );
}
