import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { may } from "../access/decide.server.ts";
import { type At, command } from "../command.server.ts";
import { invalid, missing, refused } from "../errors.ts";
import { input, rowId, someText, yesNo } from "../input.server.ts";
import { itemWith, meetingWith } from "../meetings/find.server.ts";
import { revise } from "../revise.server.ts";
import { deviceTopic } from "../topics.ts";
import { waitingWith } from "./offer-commands.server.ts";
import { codeOf } from "./rules.ts";
import { wrongCodes } from "./throttle.server.ts";
import { touchScreen } from "./touch.server.ts";

const { bigScreen, shownName } = tables;

const runsMeeting = ({ db, actor, now, today, input: { meetingId } }: At<{ meetingId: string }>) =>
  may(db, { actor, now, today }, "meeting:run", meetingId);

/** The code that stands on the room's computer, as it is typed: from now on that computer shows the meeting, until it ends. */
export const pairScreen = command("pair-screen", {
  input: input({ meetingId: rowId, code: someText(20) }),
  allow: runsMeeting,
  async run({ db, input: { meetingId, code }, actor, now, record, reload }) {
    const { state } = await meetingWith(db, meetingId);
    if (state === "closed") throw refused();
    const by = actor.kind === "staff" ? actor.id : actor.kind;
    if (await wrongCodes.tooMany(by)) throw invalid("code", "too-many-tries");
    const typed = codeOf(code);
    const offered = typed ? await waitingWith(db, typed, now) : null;
    if (!offered) {
      await wrongCodes.count(by);
      throw invalid("code", "wrong-code");
    }
    await db.update(bigScreen).set({ meetingId, pairedAt: now, code: "" }).where(eq(bigScreen.id, offered.id));
    record({ kind: "screen-paired", meetingId, facts: { screen: offered.id } });
    reload(deviceTopic(offered.id));
    return { screenId: offered.id };
  },
});

/** Takes the meeting off a room's computer at once. */
export const endScreen = command("end-screen", {
  input: input({ meetingId: rowId, screenId: rowId }),
  allow: runsMeeting,
  async run({ db, input: { meetingId, screenId }, now, record, reload, rights }) {
    const ended = await db
      .update(bigScreen)
      .set({ endedAt: now })
      .where(
        and(
          eq(bigScreen.id, screenId),
          eq(bigScreen.meetingId, meetingId),
          isNull(bigScreen.ownerId),
          isNotNull(bigScreen.pairedAt),
          isNull(bigScreen.endedAt),
        ),
      )
      .returning({ id: bigScreen.id });
    if (ended.length === 0) throw missing();
    record({ kind: "screen-ended", meetingId, facts: { screen: screenId } });
    rights();
    reload(deviceTopic(screenId));
  },
});

/** Whoever runs the meeting opens the big screen in an own window; it stands in the table so that the screen is told of changes. */
export const showOwnScreen = command("show-own-screen", {
  input: input({ meetingId: rowId }),
  allow: ({ db, actor, now, today, input: { meetingId } }) =>
    may(db, { actor, now, today }, "screen:of-meeting", meetingId),
  async run({ db, input: { meetingId }, actor, now, newId, record }) {
    if (actor.kind !== "staff") throw missing();
    const { state } = await meetingWith(db, meetingId);
    const mine = and(eq(bigScreen.meetingId, meetingId), eq(bigScreen.ownerId, actor.id), isNull(bigScreen.endedAt));
    const [known] = await db.select({ id: bigScreen.id }).from(bigScreen).where(mine);
    if (!known && state !== "closed")
      await db.insert(bigScreen).values({ id: newId(), ownerId: actor.id, meetingId, offeredAt: now, pairedAt: now });
    record({ kind: "screen-paired", meetingId, facts: { own: true } });
  },
});

/** The young person is in the room: their first name stands on the big screen instead of the initials, or no longer. */
export const showFirstName = command("show-first-name", {
  input: input({ itemId: rowId, show: yesNo }),
  allow: ({ db, actor, now, today, input: { itemId } }) => may(db, { actor, now, today }, "item:run", itemId),
  async run(work) {
    const { db, input, by, record } = work;
    const { id, meetingId, youngPersonId } = await itemWith(db, input.itemId);
    if (!youngPersonId) throw refused();
    const [known] = await db.select().from(shownName).where(eq(shownName.id, id));
    if (known) await revise(db, shownName, known, { firstName: input.show }, by);
    else await db.insert(shownName).values({ id, firstName: input.show });
    record({ kind: "name-shown", youngPersonId, meetingId, itemId: id, facts: { shown: input.show } });
    await touchScreen(work, meetingId);
  },
});
