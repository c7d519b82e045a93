import type {
  ActionState,
  AssignmentKind,
  ConcernReceiver,
  ContactNote,
  ExistenceLevel,
  ExistenceRole,
  GuideRequestState,
  ItemKind,
  ItemState,
  MeetingState,
  Presence,
  Role,
  RoomState,
  Sector,
  SharedContent,
  TextClass,
} from "#db/vocabulary.ts";
import type { What } from "#domain/access/rules.server.ts";
import { daysBetween } from "#domain/days.ts";

/** The access rules written down a second time, plainly, over a world of arrays: rows are known by their place. */

type Dated = { fromOn: string; toOn: string | null };
export type World = {
  now: string;
  /** The same clock a day ago. */
  dayBefore: string;
  today: string;
  staff: { ended: boolean }[];
  roles: (Dated & { staff: number; role: Role })[];
  departments: Sector[];
  memberships: (Dated & { staff: number; department: number })[];
  youngPeople: number;
  /** Those for whom somebody may be looking. */
  sought: number[];
  assignments: (Dated & {
    staff: number;
    youngPerson: number;
    kind: AssignmentKind;
    primary: boolean;
    reviewedOn: string | null;
    department: number | null;
  })[];
  /** Days on which somebody is away; the last one is one of them. */
  absences: { staff: number; cover: number | null; fromOn: string; toOn: string; removed: boolean }[];
  contacts: {
    youngPerson: number;
    staff: number;
    kind: ContactNote;
    keptBy: number | null;
    removed: boolean;
    deletesOn: string | null;
  }[];
  guideRequests: { youngPerson: number; state: GuideRequestState; proposed: number | null }[];
  /** Which guide was told of whom, who does not come after all. */
  notComing: { youngPerson: number; staff: number }[];
  guideHandovers: {
    youngPerson: number;
    from: number;
    /** A guide, or a department, or neither: a place that is none of the municipality's. */
    staff: number | null;
    department: number | null;
    stands: "open" | "taken" | "taken before" | "no" | "withdrawn";
    /** Who pressed the yes, where there was one, and whether the giver has seen it. */
    by: number;
    seen: boolean;
  }[];
  concerns: { youngPerson: number; by: number; receiver: ConcernReceiver }[];
  meetings: {
    section115: boolean;
    state: MeetingState;
    chair: number;
    minuteTaker: number;
    draftSent: boolean;
    approved: boolean;
    room: RoomState;
    /** The item the room is at. */
    pointer: number | null;
  }[];
  members: { meeting: number; staff: number }[];
  items: {
    meeting: number;
    youngPerson: number | null;
    kind: ItemKind;
    state: ItemState;
    removed: boolean;
    /** Who was given to tell the young person, and the day they were told. */
    teller: number | null;
    tellBy: string | null;
    toldOn: string | null;
  }[];
  participants: {
    item: number;
    staff: number;
    removed: boolean;
    department: number | null;
    presence: Presence | null;
  }[];
  /** Of the first young person, with the holders of custody who said yes to it. */
  consents: { withdrawn: boolean; endsAt: string; givenOn: string; byYoungPerson: boolean; yeses: number[] }[];
  holders: { youngPerson: number; custody: boolean; fromOn: string; toOn: string | null }[];
  bases: {
    item: number;
    department: number;
    content: SharedContent;
    fromAt: string;
    endsAt: string | null;
    endedAt: string | null;
    consent: number | null;
    classes: TextClass[];
  }[];
  conflicts: { item: number; staff: number }[];
  handovers: { action: number; department: number; staff: number | null; answered: boolean }[];
  cases: { youngPerson: number; ended: boolean }[];
  courses: { youngPerson: number; closedOn: string | null }[];
  courseHandovers: {
    course: number;
    department: number;
    staff: number | null;
    stands: "open" | "yes" | "no" | "withdrawn";
    by: number;
  }[];
  actions: {
    item: number;
    owner: number | null;
    department: number | null;
    state: ActionState;
    endedAt: string | null;
  }[];
  notes: { youngPerson: number; author: number; readers: number[]; destroyed: boolean }[];
  emergencies: { staff: number; youngPerson: number; begins: string; ends: string; endedEarly: boolean }[];
  screens: { meeting: number | null; ended: boolean }[];
  /** What those of a role learn of somebody's items that they may not see. */
  existence: { youngPerson: number; role: ExistenceRole; level: ExistenceLevel }[];
};

const OPEN_STATES: ActionState[] = ["proposed", "agreed", "in_progress"];

export type Asks = { staff: number } | { screen: number } | "nobody";

/** The right without which a "no" says that nothing is there. */
export const base: Partial<Record<What, What>> = {
  "meeting:place": "meeting:see",
  "meeting:whole": "meeting:see",
  "meeting:run": "meeting:see",
  "meeting:approve": "meeting:see",
  "item:named_departments": "item:see",
  "item:health": "item:see",
  "item:criminal": "item:see",
  "item:child_case": "item:see",
  "item:run": "item:see",
  "item:write": "item:see",
  "item:hear": "item:see",
  "item:tell": "item:see",
  "person:assign": "person:see",
  "person:looks": "person:see",
  "person:plan": "person:see",
  "person:case": "person:see",
  "person:existence": "person:see",
  "person:network": "person:see",
  "consent:take": "person:see",
  "consent:withdraw": "person:see",
  "person:open": "person:see",
  "person:review": "person:see",
  "person:address": "person:see",
  "person:note": "person:see",
  "note:destroy": "note:see",
  "contact:write": "person:see",
  "contact:change": "contact:see",
  "concern:take": "concern:see",
  "course:write": "course:see",
  "handover:answer": "handover:see",
  "emergency:review": "emergency:know",
  "action:answer": "action:see",
  "action:follow": "action:see",
  "action:tell": "action:see",
};

export function allows(world: World, who: Asks, what: What, id: number): boolean {
  if (who === "nobody") return false;
  if ("screen" in who) return what === "screen:of-meeting" && screenShows(world, who.screen, id);
  const me = who.staff;
  const current = ({ fromOn, toOn }: Dated) => fromOn <= world.today && (toOn === null || toOn > world.today);
  const holds = (...roles: Role[]) =>
    world.roles.some((grant) => grant.staff === me && roles.includes(grant.role) && current(grant));
  const worksIn = (department: number | null) =>
    world.memberships.some((one) => one.staff === me && one.department === department && current(one));
  /** Where a department stands at a relation, it lasts no longer than the work there. */
  const stillThere = ({ department }: { department: number | null }) => department === null || worksIn(department);
  /** 104 days without a word end a place, but not the contact person's and not that of whoever has an open agreement. */
  const confirmed = (one: World["assignments"][number]) =>
    one.reviewedOn === null ||
    daysBetween(one.reviewedOn, world.today) < 104 ||
    one.primary ||
    world.actions.some(
      ({ item, owner, state }) =>
        OPEN_STATES.includes(state) && owner === me && world.items[item]?.youngPerson === one.youngPerson,
    );
  const placesWith = (youngPerson: number | null) =>
    world.assignments.filter(
      (one) => one.staff === me && one.youngPerson === youngPerson && current(one) && stillThere(one) && confirmed(one),
    );
  const awayToday = world.absences.filter(
    ({ fromOn, toOn, removed }) => !removed && fromOn <= world.today && world.today <= toOn,
  );
  /** For whom somebody is there: whom they cover, and whom those would cover who are away too. Who is away is there for nobody. */
  const standsInFor = (cover: number, known: readonly number[] = []): number[] =>
    awayToday
      .filter((one) => one.cover === cover && !known.includes(one.staff))
      .flatMap(({ staff }) => [staff, ...standsInFor(staff, [...known, staff])]);
  const stoodIn = me === null || awayToday.some(({ staff }) => staff === me) ? [] : standsInFor(me);
  /** Somebody who does the same work looks after those of who is away, unless they stood aside around them. */
  const coversAs = (youngPerson: number | null) =>
    world.assignments.flatMap((one) => {
      const away = stoodIn.includes(one.staff);
      const atWork =
        one.department === null ||
        world.memberships.some(
          ({ staff, department, ...days }) => staff === one.staff && department === one.department && current(days),
        );
      const counts = one.reviewedOn === null || daysBetween(one.reviewedOn, world.today) < 104 || one.primary;
      const same = (one.kind === "guide" && holds("youth_guide")) || (one.kind === "stu_team" && holds("stu_team"));
      const aside = world.items.some((item, at) => item.youngPerson === youngPerson && conflict(at));
      const theirs = one.youngPerson === youngPerson && current(one);
      return theirs && away && atWork && counts && same && !aside ? [one.kind] : [];
    });
  const assigned = (youngPerson: number | null) =>
    placesWith(youngPerson).length > 0 || coversAs(youngPerson).length > 0;
  const member = (meeting: number) => world.members.some((one) => one.meeting === meeting && one.staff === me);
  const seats = (item: number) =>
    world.participants.filter((one) => one.item === item && one.staff === me && !one.removed && stillThere(one));
  const invited = (item: number) => seats(item).length > 0;
  const custodyAgrees = ({ givenOn, yeses }: World["consents"][number]) => {
    if (yeses.length === 0) return true;
    const asked = world.holders.flatMap(({ youngPerson, custody, fromOn, toOn }, n) =>
      youngPerson === 0 && custody && fromOn <= givenOn && (toOn === null || toOn > givenOn) ? [n] : [],
    );
    return asked.length > 0 && asked.every((n) => yeses.includes(n));
  };
  const holdsNow = (basis: World["bases"][number]) => {
    const leansOn = basis.consent === null ? null : world.consents[basis.consent];
    return (
      basis.fromAt <= world.now &&
      basis.endedAt === null &&
      (basis.endsAt === null || basis.endsAt > world.now) &&
      (!leansOn || (!leansOn.withdrawn && leansOn.endsAt > world.now && custodyAgrees(leansOn)))
    );
  };
  const shares = (item: number, department: number | null, content: SharedContent, textClass?: TextClass) =>
    world.bases.some(
      (basis) =>
        (!textClass || basis.classes.includes(textClass)) &&
        basis.item === item &&
        basis.department === department &&
        basis.content === content &&
        holdsNow(basis),
    );
  /** Invited, through somebody who may share; after the item was taken only own people who were there. */
  const takesPart = (item: number, textClass?: TextClass) =>
    seats(item).some(({ department, presence }) => {
      const own = department !== null && world.departments[department] === "municipality";
      const reads = itemOf(item).state !== "handled" || (own && (presence === "room" || presence === "video"));
      if (textClass) return reads && shares(item, department, "item", textClass);
      return reads && (itemOf(item).youngPerson === null || shares(item, department, "item"));
    });
  const wasInvited = (item: number) => world.participants.some((one) => one.item === item && one.staff === me);
  const conflict = (item: number) => world.conflicts.some((one) => one.item === item && one.staff === me);

  const meetingOf = (meeting: number) => world.meetings[meeting] as World["meetings"][number];
  const itemOf = (item: number) => world.items[item] as World["items"][number];
  const leads = (meeting: number) => meetingOf(meeting).chair === me || meetingOf(meeting).minuteTaker === me;
  const announced = (meeting: number) => meetingOf(meeting).state !== "draft";
  /** From published until the minutes are approved. */
  const out = (meeting: number) => announced(meeting) && !meetingOf(meeting).approved;

  const ofMunicipality =
    world.staff[me]?.ended === false &&
    holds("coordinator", "forum_member", "youth_guide", "stu_team", "caseworker", "leader") &&
    !holds("external") &&
    world.departments.some((sector, department) => sector === "municipality" && worksIn(department));
  const stoodAside = (youngPerson: number | null) =>
    world.items.some((item, at) => item.youngPerson === youngPerson && conflict(at));
  const emergency = (youngPerson: number | null) =>
    ofMunicipality &&
    world.emergencies.some(
      (one) =>
        one.staff === me &&
        one.youngPerson === youngPerson &&
        one.begins <= world.now &&
        world.now < one.ends &&
        !one.endedEarly,
    ) &&
    !stoodAside(youngPerson);
  const leadWorker = (youngPerson: number) => placesWith(youngPerson).some(({ kind }) => kind === "lead_worker");
  const teamFollows = ({ youngPerson, closedOn }: World["courses"][number]) =>
    holds("stu_team") && (closedOn === null || closedOn > world.today) && !stoodAside(youngPerson);
  const studies = (youngPerson: number) =>
    world.courses.some((one) => one.youngPerson === youngPerson && teamFollows(one));
  const courseOf = () => world.courses[id] as World["courses"][number];
  const overOf = () => world.courseHandovers[id] as World["courseHandovers"][number];
  const asksOver = () =>
    overOf().stands === "open" && (overOf().staff === me || holds("forum_member")) && mayTakeOver();
  const mayTakeOver = () => {
    const { youngPerson, closedOn } = world.courses[overOf().course] as World["courses"][number];
    const follows = closedOn === null || closedOn > world.today;
    return !noContent && follows && worksIn(overOf().department) && !stoodAside(youngPerson);
  };
  const noteOf = () => world.notes[id] as World["notes"][number];
  const contactOf = () => world.contacts[id] as World["contacts"][number];
  const readsContact = () => {
    const { youngPerson, kind, keptBy, removed, deletesOn } = contactOf();
    if (noContent || removed || (deletesOn !== null && deletesOn < world.today)) return false;
    return (kind === "case_note" || keptBy === me) && assigned(youngPerson);
  };
  const emergencyOf = () => world.emergencies[id] as World["emergencies"][number];

  const coordinator = holds("coordinator");
  const coordinates = (meeting: number) => coordinator && !meetingOf(meeting).section115;
  const noContent = holds("admin", "dpo");

  const seesItem = (id: number): boolean => {
    const { meeting, youngPerson, kind, removed } = itemOf(id);
    if (noContent || conflict(id) || removed) return false;
    if (coordinates(meeting) || leads(meeting)) return true;
    if (out(meeting) && takesPart(id)) return true;
    if (youngPerson !== null && assigned(youngPerson) && !meetingOf(meeting).section115) return true;
    if (youngPerson !== null && !meetingOf(meeting).section115 && emergency(youngPerson)) return true;
    return kind === "common" && out(meeting) && member(meeting);
  };
  /** Given to tell: as long as they read the item, or work for the municipality, until the young person was told and that day, or nobody did for 104 days. */
  const givenToTell = (id: number) => {
    const { meeting, teller, tellBy, toldOn } = itemOf(id);
    if (teller !== me || (toldOn !== null && toldOn < world.today)) return false;
    if (tellBy === null || daysBetween(tellBy, world.today) >= 104) return false;
    const own = world.departments.some((sector, department) => sector === "municipality" && worksIn(department));
    return seesItem(id) || (own && !meetingOf(meeting).section115);
  };
  const isSet = (youngPerson: number | null, ...levels: ExistenceLevel[]) =>
    world.existence.some((one) => one.youngPerson === youngPerson && levels.includes(one.level) && holds(one.role));
  /** Not there at all for the asker. */
  const hidden = (id: number) => isSet(itemOf(id).youngPerson, "hidden") && !seesItem(id);
  const mayChangeItem = (id: number) => {
    const { meeting, removed } = itemOf(id);
    return !noContent && !conflict(id) && !removed && !meetingOf(meeting).draftSent;
  };
  const actionOf = () => world.actions[id] as World["actions"][number];
  const touchesAction = () => !noContent && !conflict(actionOf().item);
  const forOwner = () => {
    const { owner, department, state, endedAt } = actionOf();
    const open = OPEN_STATES.includes(state);
    const owes = open || state === "handed_over" || endedAt === null || endedAt > world.dayBefore;
    const told = ordinaryAction() || invited(actionOf().item);
    return owes && (owner === me || (holds("forum_member") && worksIn(department) && told));
  };
  const ordinaryAction = () => !meetingOf(itemOf(actionOf().item).meeting).section115;
  const itemsOf = (youngPerson: number | null) =>
    world.items.flatMap((item, at) =>
      youngPerson !== null && item.youngPerson === youngPerson ? [{ ...item, at }] : [],
    );

  const itemsIn = (meeting: number) =>
    world.items.flatMap((item, at) => (item.meeting === meeting && !item.removed ? [{ ...item, at }] : []));

  const invitedFor = (youngPerson: number) =>
    itemsOf(youngPerson).some(
      ({ at, meeting, removed }) =>
        !removed && out(meeting) && !meetingOf(meeting).section115 && takesPart(at) && !conflict(at),
    );
  const readsNote = ({ youngPerson, destroyed }: World["notes"][number]) =>
    !noContent && !destroyed && (coordinator || assigned(youngPerson) || invitedFor(youngPerson));

  const seesMeeting = (id: number) => {
    if (coordinates(id) || leads(id)) return true;
    if (!announced(id)) return false;
    if (member(id) || itemsIn(id).some(({ at }) => invited(at))) return true;
    return !meetingOf(id).section115 && itemsIn(id).some(({ youngPerson }) => emergency(youngPerson));
  };
  /** Where a sought young person is met is told to the municipality's own, and to whoever runs the meeting. */
  const knowsPlace = (id: number) => {
    if (coordinates(id) || leads(id)) return true;
    if (!itemsIn(id).some(({ youngPerson }) => youngPerson !== null && world.sought.includes(youngPerson))) return true;
    return (
      !holds("external") &&
      world.departments.some((sector, department) => sector === "municipality" && worksIn(department))
    );
  };

  switch (what) {
    case "meeting:see":
      return seesMeeting(id);
    case "meeting:place":
      return seesMeeting(id) && knowsPlace(id);
    case "meeting:whole":
      return (
        coordinates(id) ||
        leads(id) ||
        (announced(id) &&
          member(id) &&
          knowsPlace(id) &&
          !world.items.some((item, at) => item.meeting === id && !item.removed && hidden(at)))
      );
    case "meeting:run":
      return coordinates(id) || leads(id);
    case "meeting:approve":
      return meetingOf(id).chair === me;
    case "meeting:expect":
      return !noContent && (coordinates(id) || leads(id) || (announced(id) && world.staff[me]?.ended === false));
    case "item:see":
      return seesItem(id);
    case "item:place": {
      const { meeting, removed } = itemOf(id);
      return !removed && (seesItem(id) || (announced(meeting) && member(meeting) && !hidden(id)));
    }
    case "item:name": {
      const { meeting, youngPerson, removed } = itemOf(id);
      if (noContent || removed || conflict(id)) return false;
      if (seesItem(id)) return true;
      const told = isSet(youngPerson, "name") && !isSet(youngPerson, "hidden", "reserved");
      return told && ofMunicipality && member(meeting) && out(meeting) && !meetingOf(meeting).section115;
    }
    case "item:named_departments":
    case "item:health":
    case "item:criminal":
    case "item:child_case": {
      const { meeting, removed } = itemOf(id);
      if (noContent || conflict(id) || removed) return false;
      return leads(meeting) || (out(meeting) && takesPart(id, what.slice("item:".length) as TextClass));
    }
    case "item:facts": {
      const { meeting, removed } = itemOf(id);
      if (noContent || conflict(id) || removed || !out(meeting)) return false;
      return seats(id).some(({ department }) => shares(id, department, "school_facts"));
    }
    case "item:run":
      return mayChangeItem(id) && (coordinates(itemOf(id).meeting) || leads(itemOf(id).meeting));
    case "item:write": {
      const { meeting, state } = itemOf(id);
      if (!mayChangeItem(id)) return false;
      return (
        coordinates(meeting) ||
        leads(meeting) ||
        (state === "open" && meetingOf(meeting).state === "running" && takesPart(id))
      );
    }
    case "item:hear": {
      const { meeting, state, youngPerson } = itemOf(id);
      if (!mayChangeItem(id)) return false;
      if (coordinates(meeting) || leads(meeting)) return true;
      const along = youngPerson !== null && assigned(youngPerson) && !meetingOf(meeting).section115;
      if (along && (state === "planned" || state === "open")) return true;
      return state === "open" && takesPart(id);
    }
    case "item:tell": {
      const { meeting, youngPerson, state, removed } = itemOf(id);
      if (noContent || conflict(id) || removed || state !== "handled") return false;
      if (coordinates(meeting) || leads(meeting) || givenToTell(id)) return true;
      return youngPerson !== null && assigned(youngPerson) && !meetingOf(meeting).section115;
    }
    case "item:hand-in": {
      const { meeting } = itemOf(id);
      return !noContent && !meetingOf(meeting).draftSent && (coordinates(meeting) || leads(meeting) || wasInvited(id));
    }
    case "person:see":
      if (noContent) return false;
      return coordinator || assigned(id) || emergency(id) || invitedFor(id) || studies(id);
    case "person:open":
      return !noContent && (coordinator || assigned(id) || emergency(id) || studies(id));
    case "person:looks":
    case "person:existence":
    case "person:review":
    case "person:case":
      return !noContent && (coordinator || leadWorker(id));
    case "person:address":
      return (
        !noContent &&
        (placesWith(id).some(({ kind }) => kind === "guide" || kind === "lead_worker") ||
          coversAs(id).includes("guide"))
      );
    case "contact:write":
      return !noContent && assigned(id);
    case "contact:see":
      return readsContact();
    case "contact:change":
      return readsContact() && contactOf().staff === me;
    case "concern:take":
    case "concern:see": {
      const { by, receiver } = world.concerns[id] as World["concerns"][number];
      const leaders = receiver === "leader" || receiver === "duty_desk";
      const coordinators = receiver === "coordinator" || receiver === "duty_desk";
      const told = (leaders && holds("leader")) || (coordinators && coordinator);
      return !noContent && (told || (what === "concern:see" && by === me));
    }
    case "guide-request:answer": {
      const { youngPerson, state, proposed } = world.guideRequests[id] as World["guideRequests"][number];
      // Who has said yes today can say it again; every search that ended did so today.
      const asked = proposed === me && (state === "accepted_by_youth" || state === "active");
      return !noContent && asked && holds("youth_guide") && !stoodAside(youngPerson);
    }
    case "not-coming:see": {
      const { youngPerson, staff } = world.notComing[id] as World["notComing"][number];
      return !noContent && staff === me && holds("youth_guide") && !stoodAside(youngPerson);
    }
    case "guide-handover:answer": {
      const { youngPerson, from, staff, department, stands } = world.guideHandovers[
        id
      ] as World["guideHandovers"][number];
      if (noContent || from === me || stoodAside(youngPerson)) return false;
      if (stands !== "open" && stands !== "taken") return false;
      const along = holds("coordinator", "youth_guide", "stu_team", "caseworker") && !holds("external");
      return (staff === me && holds("youth_guide")) || (department !== null && worksIn(department) && along);
    }
    case "guide-handover:taken": {
      const { youngPerson, from, stands, by, seen } = world.guideHandovers[id] as World["guideHandovers"][number];
      const taken = stands === "taken" || stands === "taken before";
      return taken && !seen && from === me && by !== me && !noContent && !stoodAside(youngPerson);
    }
    case "guides:load":
      return isMyself(world, me, id) && holds("youth_guide", "coordinator", "leader");
    case "guides:manage":
      return isMyself(world, me, id) && holds("coordinator");
    case "guides:mine":
      return isMyself(world, me, id) && holds("youth_guide", "stu_team");
    case "note:see":
      return noteOf().readers.includes(me) && readsNote(noteOf());
    case "note:destroy":
      return noteOf().author === me && readsNote(noteOf());
    case "person:note":
    case "person:assign":
    case "person:network":
    case "consent:take":
    case "consent:withdraw":
      return !noContent && (coordinator || assigned(id));
    case "person:plan": {
      const theirs = world.cases.filter(({ youngPerson }) => youngPerson === id);
      const over = theirs.length > 0 && theirs.every(({ ended }) => ended);
      return !noContent && !over && (coordinator || assigned(id));
    }
    case "action:see":
      return touchesAction() && (seesItem(actionOf().item) || forOwner());
    case "action:answer":
      return touchesAction() && forOwner();
    case "action:take-over": {
      const open = world.handovers.some(
        (one) =>
          one.action === id &&
          !one.answered &&
          (one.staff === me || (holds("forum_member") && worksIn(one.department))),
      );
      return touchesAction() && ordinaryAction() && OPEN_STATES.includes(actionOf().state) && open;
    }
    case "action:follow": {
      const later = itemsOf(itemOf(actionOf().item).youngPerson);
      const leadsLater = later.some(({ meeting }) => meetingOf(meeting).state === "running" && leads(meeting));
      return touchesAction() && (forOwner() || (ordinaryAction() && (coordinator || leadsLater)));
    }
    case "action:tell": {
      const { meeting, youngPerson } = itemOf(actionOf().item);
      const along = coordinator || (youngPerson !== null && assigned(youngPerson));
      return touchesAction() && (leads(meeting) || givenToTell(actionOf().item) || (ordinaryAction() && along));
    }
    case "course:see":
      return !noContent && (teamFollows(courseOf()) || assigned(courseOf().youngPerson));
    case "course:begin":
      return holds("stu_team") && !stoodAside(id) && allows(world, who, "person:see", id);
    case "course:write":
      return !noContent && teamFollows(courseOf());
    case "handover:answer":
      return asksOver();
    case "handover:see":
      return (
        asksOver() || (overOf().stands === "yes" && (overOf().by === me || overOf().staff === me) && mayTakeOver())
      );
    case "stu:load":
      return isMyself(world, me, id) && holds("stu_team", "coordinator", "leader");
    case "outreach:work":
      return isMyself(world, me, id) && !noContent && holds("youth_guide", "coordinator");
    case "stu:manage":
      return isMyself(world, me, id) && holds("stu_team");
    case "course:list":
    case "person:add":
      return isMyself(world, me, id) && holds("coordinator", "youth_guide", "stu_team", "caseworker");
    case "emergency:open":
      return isMyself(world, me, id) && ofMunicipality;
    case "emergency:to":
      return ofMunicipality && !stoodAside(id);
    case "emergency:know":
      return !noContent && (coordinator || leadWorker(emergencyOf().youngPerson));
    case "emergency:review": {
      const { staff, ends, endedEarly } = emergencyOf();
      return !noContent && coordinator && staff !== me && (endedEarly || ends <= world.now);
    }
    case "emergency:list":
    case "person:settle":
    case "meeting:make":
      return isMyself(world, me, id) && coordinator;
    case "figures:see":
      return isMyself(world, me, id) && holds("leader");
    case "log:read":
    case "log:count":
      return isMyself(world, me, id) && holds("dpo");
    case "basis:see":
      return isMyself(world, me, id) && holds("coordinator", "admin", "dpo");
    case "basis:confirm":
      return isMyself(world, me, id) && holds("dpo");
    case "basis:manage":
    case "access:count":
    case "staff:manage":
      return isMyself(world, me, id) && holds("admin");
    case "department:watch":
      return worksIn(id);
    case "screen:of-meeting": {
      const { room, pointer } = meetingOf(id);
      const hidden = room === "item" && pointer !== null && conflict(pointer);
      return !noContent && !hidden && (coordinates(id) || leads(id));
    }
  }
}

const isMyself = (world: World, me: number, id: number) => me === id && world.staff[me]?.ended === false;

function screenShows(world: World, screen: number, meeting: number): boolean {
  const paired = world.screens[screen];
  return paired?.meeting === meeting && !paired.ended && world.meetings[meeting]?.state !== "closed";
}
