import { guideClasses } from "./guide-classes.ts";
import { outreachClasses } from "./outreach-classes.ts";
import { planClasses } from "./plan-classes.ts";
import * as tables from "./schema/index.ts";
import * as searchIndexes from "./search-index.ts";
import { classed, type SensitivityClass } from "./sensitivity.ts";
import { staffClasses } from "./staff-classes.ts";
import { stuClasses } from "./stu-classes.ts";
import { supportClasses } from "./support-classes.ts";
import { transitionClasses } from "./transition-classes.ts";

export const classes = {
  ...guideClasses,
  ...outreachClasses,
  ...planClasses,
  ...staffClasses,
  ...stuClasses,
  ...supportClasses,
  ...transitionClasses,
  codeItem: classed(tables.codeItem, {
    K0: ["list", "code", "labelDa", "labelEn", "position", "fromOn", "toOn", "successor"],
  }),
  department: classed(tables.department, {
    K1: ["id", "name", "mark", "colour", "sector", "takesOver", "fromOn", "toOn", "version"],
  }),
  youngPerson: classed(tables.youngPerson, {
    K1: ["synthetic", "version"],
    K2: ["id", "firstName", "lastName", "sortKey", "bornOn", "phone"],
  }),
  identityNumber: classed(tables.identityNumber, {
    K1: ["id"],
    K2: ["youngPersonId", "kind", "fromOn"],
    K3: ["cipher", "blindIndex"],
  }),
  possibleDuplicate: classed(tables.possibleDuplicate, {
    K1: ["id", "version"],
    K2: ["youngPersonId", "existingId", "foundBy", "foundOn", "settledOn", "outcome"],
  }),
  involvedDepartment: classed(tables.involvedDepartment, { K3: ["youngPersonId", "departmentId", "fromOn"] }),
  youngPersonAddress: classed(tables.youngPersonAddress, {
    K1: ["version"],
    K3: ["id", "protected", "protectedUntil", "highRisk", "source", "checkedOn"],
    K5: ["cipher"],
  }),
  sealedNote: classed(tables.sealedNote, {
    K5: ["id", "youngPersonId", "authorId", "wrappedKey", "cipher", "writtenAt", "destroyedAt"],
  }),
  sealedNoteReader: classed(tables.sealedNoteReader, { K5: ["noteId", "staffId"] }),
  reasonGiven: classed(tables.reasonGiven, { K3: ["id", "staffId", "opened", "rowId", "at"], K4: ["words"] }),
  breakGlass: classed(tables.breakGlass, {
    K1: ["id", "version"],
    K3: [
      ...["youngPersonId", "staffId", "reason", "startedAt", "endsAt", "renewals", "endedAt"],
      ...["reviewBy", "verdict", "reviewedAt", "reviewedById"],
    ] as const,
    K4: ["words", "verdictNote"],
  }),
  legalBasis: classed(tables.legalBasis, {
    K1: [
      ...["id", "code", "labelDa", "labelEn", "law", "sectors", "textClasses", "areas", "consent", "givers"],
      ...["maxDays", "maxUses", "extraUses", "ageFrom", "ageTo", "meetingTypes", "content", "preset", "ownWords"],
      ...["tells", "fromOn", "toOn", "confirmedOn", "confirmedById", "version"],
    ] as const,
  }),
  networkPerson: classed(tables.networkPerson, {
    K1: ["id", "version"],
    K3: [
      ...["youngPersonId", "kind", "name", "custody", "verifiedOn", "phone", "mayCallOn"],
      ...["unwantedOn", "unwantedVoice", "fromOn", "toOn"],
    ] as const,
  }),
  consent: classed(tables.consent, {
    K1: ["id", "version"],
    K3: [
      ...["youngPersonId", "kind", "form", "givenOn", "expiresOn", "endsAt"],
      ...["takenById", "withdrawnAt", "withdrawnById", "withdrawnByNetworkId"],
    ] as const,
    K4: ["purpose"],
  }),
  existence: classed(tables.existence, { K1: ["id", "version"], K3: ["youngPersonId", "role", "level"] }),
  consentGiver: classed(tables.consentGiver, { K1: ["id"], K3: ["consentId", "networkPersonId", "saidOn"] }),
  consentRecipient: classed(tables.consentRecipient, { K3: ["consentId", "departmentId"] }),
  consentArea: classed(tables.consentArea, { K3: ["consentId", "area"] }),
  sharingBasis: classed(tables.sharingBasis, {
    K1: ["id", "version"],
    K3: [
      ...["itemId", "departmentId", "legalBasisId", "consentId", "content"],
      ...["fromAt", "endsAt", "endedAt", "chosenById"],
    ] as const,
    K4: ["necessity", "extraReason"],
  }),
  sharingBasisClass: classed(tables.sharingBasisClass, { K3: ["sharingBasisId", "textClass"] }),
  schoolFact: classed(tables.schoolFact, {
    K1: ["version"],
    K2: ["id"],
    K3: ["educationOrderOn", "interruption", "interruptionOn"],
  }),
  meeting: classed(tables.meeting, {
    K1: [
      ...[
        "id",
        "typeCode",
        "startsAt",
        "endsAt",
        "chairId",
        "minuteTakerId",
        "acute",
        "changeMinutes",
        "state",
        "version",
      ],
      ...[
        "lockedAt",
        "startedAt",
        "closedAt",
        "room",
        "roomSince",
        "pointerItemId",
        "pauseUntil",
        "draftSentAt",
        "approvedAt",
      ],
    ] as const,
    K2: ["place", "videoLink"],
  }),
  meetingMember: classed(tables.meetingMember, { K1: ["meetingId", "staffId"] }),
  agendaItem: classed(tables.agendaItem, {
    K1: [
      ...[
        "id",
        "meetingId",
        "kind",
        "position",
        "minutes",
        "plannedMinutes",
        "fixedAt",
        "state",
        "openedAt",
        "handledAt",
      ],
      ...["spentSeconds", "changedAfterLock", "conflictsAskedAt", "carriedFromId", "removedAt", "version"],
    ] as const,
    K2: ["youngPersonId", "leadWorkerId", "askerId"],
    K3: ["postponeReason"],
    K4: ["question"],
  }),
  itemClosing: classed(tables.itemClosing, {
    K1: ["id", "version"],
    K2: ["informStaffId", "informOn", "nextKind", "nextMeetingId", "nextItemId", "nextOn"],
    K4: ["noAgreementReason"],
  }),
  participant: classed(tables.participant, {
    K1: ["id", "version"],
    K2: ["itemId", "kind", "staffId", "departmentId", "name", "organisation", "presence", "standsInForId", "removedAt"],
    K3: ["basisGap", "basisGapAt", "basisGapById"],
  }),
  conflictOfInterest: classed(tables.conflictOfInterest, {
    K1: ["id"],
    K3: ["itemId", "staffId", "declaredAt", "declaredBy"],
  }),
  bigScreen: classed(tables.bigScreen, {
    K1: ["id", "ownerId", "offeredAt", "meetingId", "pairedAt", "endedAt"],
    K3: ["tokenHash", "code"],
  }),
  shownName: classed(tables.shownName, { K1: ["id", "version"], K2: ["firstName"] }),
  youthVoice: classed(tables.youthVoice, {
    K1: ["id", "textClass", "version"],
    K2: ["itemId", "how", "heardById", "heardOn"],
    K4: ["words", "tries", "notToDiscuss"],
  }),
  optionPresented: classed(tables.optionPresented, {
    K1: ["id", "removedAt", "textClass", "version"],
    K3: ["itemId", "departmentId", "actionId"],
    K4: ["text"],
  }),
  paragraph: classed(tables.paragraph, {
    K1: ["id", "kind", "removedAt", "textClass", "version"],
    K3: ["itemId", "departmentId", "authorId"],
    K4: ["text"],
  }),
  paragraphReader: classed(tables.paragraphReader, { K3: ["paragraphId", "departmentId"] }),
  action: classed(tables.action, {
    K1: ["id", "number", "position", "textClass", "version"],
    K3: [
      ...["itemId", "youngPersonId", "departmentId", "ownerId", "byYoungPerson", "dueOn", "state", "acceptedById"],
      ...["goalId", "editedById", "acceptedAt", "blockedReason", "youthAnswer", "createdAt", "endedAt"],
      ...["lapseReason", "decisionSystem", "decisionCase", "decisionOn"],
    ] as const,
    K4: ["text", "howSeen", "declineReason", "blockedNote", "cancelReason", "resultNote", "youthWords"],
  }),
  log: classed(tables.log, {
    K1: ["seq", "previousHash", "hash"],
    K2: [
      ...["at", "channel", "actorId", "sessionId", "kind", "door"],
      ...["youngPersonId", "meetingId", "itemId", "reason", "facts"],
    ] as const,
  }),
  logSegment: classed(tables.logSegment, {
    K1: [
      "id",
      "fromSeq",
      "toSeq",
      "beforeAt",
      "firstPrevious",
      "lastHash",
      "gone",
      "kept",
      "keptDigest",
      "at",
      "signature",
    ],
  }),
  alarmReview: classed(tables.alarmReview, { K1: ["id", "version"], K2: ["alarm", "byId", "at"], K4: ["note"] }),
  unmasking: classed(tables.unmasking, {
    K1: ["id"],
    K2: ["staffId", "youngPersonId", "at", "endsAt"],
    K4: ["reason"],
  }),
  revision: classed(tables.revision, { K1: ["seq", "tableName", "rowId", "version", "at", "byId"], K4: ["row"] }),
  commandKey: classed(tables.commandKey, { K1: ["actorId", "key", "door", "at"], K4: ["answer"] }),
  topicSeq: classed(tables.topicSeq, { K1: ["topic", "seq"] }),
  setting: classed(tables.setting, { K1: ["key", "value"] }),
  searchDue: classed(tables.searchDue, { K3: ["sourceId"] }),
  searchEntry: classed(tables.searchEntry, { K1: ["seq", "kind"], K3: ["sourceId", "youngPersonId", "itemId"] }),
  searchName: classed(searchIndexes.searchName, { K1: ["rowid"], K2: ["text"] }),
  searchPlan: classed(searchIndexes.searchPlan, { K1: ["rowid"], K4: ["text"] }),
  searchAction: classed(searchIndexes.searchAction, { K1: ["rowid"], K4: ["text"] }),
  searchMinutes: classed(searchIndexes.searchMinutes, { K1: ["rowid"], K4: ["text"] }),
  savedView: classed(tables.savedView, {
    K1: ["id", "staffId", "page", "removedAt", "version"],
    K2: ["name", "search"],
  }),
} satisfies Record<keyof typeof tables | keyof typeof searchIndexes, Map<string, SensitivityClass>>;
