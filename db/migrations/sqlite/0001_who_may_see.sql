CREATE TABLE `break_glass` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`staffId` text NOT NULL,
	`reason` text NOT NULL,
	`words` text NOT NULL,
	`startedAt` text NOT NULL,
	`endsAt` text NOT NULL,
	`renewals` integer DEFAULT 0 NOT NULL,
	`endedAt` text,
	`reviewBy` text NOT NULL,
	`verdict` text,
	`verdictNote` text DEFAULT '' NOT NULL,
	`reviewedAt` text,
	`reviewedById` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "break_glass_reason" CHECK("break_glass"."reason" in ('life_or_health', 'gone_missing', 'violence', 'nowhere_to_sleep', 'other_acute')),
	CONSTRAINT "break_glass_verdict" CHECK("break_glass"."verdict" in ('in_order', 'not_in_order'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `break_glass_staff` ON `break_glass` (`staffId`);--> statement-breakpoint
CREATE INDEX `break_glass_young_person` ON `break_glass` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `existence` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`role` text NOT NULL,
	`level` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "existence_role" CHECK("existence"."role" in ('forum_member', 'youth_guide', 'stu_team', 'caseworker', 'external')),
	CONSTRAINT "existence_level" CHECK("existence"."level" in ('hidden', 'reserved', 'name', 'full'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `existence_person` ON `existence` (`youngPersonId`,`role`);--> statement-breakpoint
CREATE TABLE `paragraph_reader` (
	`paragraphId` text NOT NULL,
	`departmentId` text NOT NULL,
	PRIMARY KEY(`paragraphId`, `departmentId`),
	FOREIGN KEY (`paragraphId`) REFERENCES `paragraph`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `alarm_review` (
	`id` text PRIMARY KEY NOT NULL,
	`alarm` text NOT NULL,
	`note` text NOT NULL,
	`byId` text NOT NULL,
	`at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`byId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `alarm_review_alarm` ON `alarm_review` (`alarm`);--> statement-breakpoint
CREATE TABLE `log_segment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`fromSeq` integer NOT NULL,
	`toSeq` integer NOT NULL,
	`beforeAt` text NOT NULL,
	`firstPrevious` text NOT NULL,
	`lastHash` text NOT NULL,
	`gone` text NOT NULL,
	`kept` integer NOT NULL,
	`keptDigest` text NOT NULL,
	`at` text NOT NULL,
	`signature` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `unmasking` (
	`id` text PRIMARY KEY NOT NULL,
	`staffId` text NOT NULL,
	`youngPersonId` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`endsAt` text NOT NULL,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `unmasking_staff` ON `unmasking` (`staffId`);--> statement-breakpoint
CREATE TABLE `young_person_address` (
	`id` text PRIMARY KEY NOT NULL,
	`cipher` blob NOT NULL,
	`protected` integer DEFAULT false NOT NULL,
	`protectedUntil` text,
	`highRisk` integer DEFAULT false NOT NULL,
	`source` text NOT NULL,
	`checkedOn` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "young_person_address_source" CHECK("young_person_address"."source" in ('register', 'young_person', 'authority'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `reason_given` (
	`id` text PRIMARY KEY NOT NULL,
	`staffId` text NOT NULL,
	`opened` text NOT NULL,
	`rowId` text NOT NULL,
	`words` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reason_given_opened" CHECK("reason_given"."opened" in ('sealed_note', 'address'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `reason_given_row` ON `reason_given` (`rowId`);--> statement-breakpoint
CREATE TABLE `sealed_note` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`authorId` text NOT NULL,
	`wrappedKey` blob,
	`cipher` blob,
	`writtenAt` text NOT NULL,
	`destroyedAt` text,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`authorId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sealed_note_young_person` ON `sealed_note` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `sealed_note_reader` (
	`noteId` text NOT NULL,
	`staffId` text NOT NULL,
	PRIMARY KEY(`noteId`, `staffId`),
	FOREIGN KEY (`noteId`) REFERENCES `sealed_note`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `consent` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`kind` text NOT NULL,
	`purpose` text NOT NULL,
	`form` text NOT NULL,
	`givenOn` text NOT NULL,
	`expiresOn` text NOT NULL,
	`endsAt` text NOT NULL,
	`takenById` text NOT NULL,
	`withdrawnAt` text,
	`withdrawnById` text,
	`withdrawnByNetworkId` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`takenById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawnById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawnByNetworkId`) REFERENCES `network_person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "consent_kind" CHECK("consent"."kind" in ('exchange', 'health')),
	CONSTRAINT "consent_form" CHECK("consent"."form" in ('written', 'oral', 'digital'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `consent_young_person` ON `consent` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `consent_area` (
	`consentId` text NOT NULL,
	`area` text NOT NULL,
	PRIMARY KEY(`consentId`, `area`),
	FOREIGN KEY (`consentId`) REFERENCES `consent`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `consent_giver` (
	`id` text PRIMARY KEY NOT NULL,
	`consentId` text NOT NULL,
	`networkPersonId` text,
	`saidOn` text NOT NULL,
	FOREIGN KEY (`consentId`) REFERENCES `consent`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`networkPersonId`) REFERENCES `network_person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `consent_giver_consent` ON `consent_giver` (`consentId`);--> statement-breakpoint
CREATE TABLE `consent_recipient` (
	`consentId` text NOT NULL,
	`departmentId` text NOT NULL,
	PRIMARY KEY(`consentId`, `departmentId`),
	FOREIGN KEY (`consentId`) REFERENCES `consent`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `legal_basis` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`labelDa` text NOT NULL,
	`labelEn` text NOT NULL,
	`law` text NOT NULL,
	`sectors` text NOT NULL,
	`textClasses` text NOT NULL,
	`areas` text,
	`consent` text NOT NULL,
	`givers` text NOT NULL,
	`maxDays` integer,
	`maxUses` integer,
	`extraUses` integer DEFAULT 0 NOT NULL,
	`ageFrom` integer,
	`ageTo` integer,
	`meetingTypes` text,
	`content` text NOT NULL,
	`preset` integer DEFAULT false NOT NULL,
	`ownWords` integer DEFAULT false NOT NULL,
	`tells` text NOT NULL,
	`fromOn` text NOT NULL,
	`toOn` text,
	`confirmedOn` text,
	`confirmedById` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`confirmedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "legal_basis_consent" CHECK("legal_basis"."consent" in ('none', 'exchange', 'health')),
	CONSTRAINT "legal_basis_content" CHECK("legal_basis"."content" in ('item', 'school_facts'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `legal_basis_code` ON `legal_basis` (`code`,`fromOn`);--> statement-breakpoint
CREATE TABLE `network_person` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`custody` integer DEFAULT false NOT NULL,
	`verifiedOn` text,
	`fromOn` text NOT NULL,
	`toOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "network_person_kind" CHECK("network_person"."kind" in ('parent', 'sibling', 'relative', 'friend', 'guardian', 'companion', 'other'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `network_person_young_person` ON `network_person` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `school_fact` (
	`id` text PRIMARY KEY NOT NULL,
	`educationOrderOn` text,
	`interruption` text,
	`interruptionOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "school_fact_interruption" CHECK("school_fact"."interruption" in ('at_risk', 'interrupted'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `sharing_basis` (
	`id` text PRIMARY KEY NOT NULL,
	`itemId` text NOT NULL,
	`departmentId` text NOT NULL,
	`legalBasisId` text NOT NULL,
	`consentId` text,
	`necessity` text NOT NULL,
	`extraReason` text DEFAULT '' NOT NULL,
	`content` text NOT NULL,
	`fromAt` text NOT NULL,
	`endsAt` text,
	`endedAt` text,
	`chosenById` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`itemId`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`legalBasisId`) REFERENCES `legal_basis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consentId`) REFERENCES `consent`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chosenById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sharing_basis_content" CHECK("sharing_basis"."content" in ('item', 'school_facts'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `sharing_basis_item` ON `sharing_basis` (`itemId`,`departmentId`);--> statement-breakpoint
CREATE INDEX `sharing_basis_consent` ON `sharing_basis` (`consentId`);--> statement-breakpoint
CREATE TABLE `sharing_basis_class` (
	`sharingBasisId` text NOT NULL,
	`textClass` text NOT NULL,
	PRIMARY KEY(`sharingBasisId`, `textClass`),
	FOREIGN KEY (`sharingBasisId`) REFERENCES `sharing_basis`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `passkey` (
	`id` text PRIMARY KEY NOT NULL,
	`staffId` text NOT NULL,
	`credentialId` text NOT NULL,
	`publicKey` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`name` text NOT NULL,
	`addedAt` text NOT NULL,
	`usedAt` text,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `passkey_credential` ON `passkey` (`credentialId`);--> statement-breakpoint
CREATE INDEX `passkey_staff` ON `passkey` (`staffId`);--> statement-breakpoint
CREATE TABLE `recovery_code` (
	`id` text PRIMARY KEY NOT NULL,
	`staffId` text NOT NULL,
	`codeHash` text NOT NULL,
	`usedAt` text,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `recovery_code_staff` ON `recovery_code` (`staffId`);--> statement-breakpoint
CREATE TABLE `staff_identity` (
	`id` text PRIMARY KEY NOT NULL,
	`staffId` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`addedAt` text NOT NULL,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_identity_subject` ON `staff_identity` (`issuer`,`subject`);--> statement-breakpoint
CREATE INDEX `staff_identity_staff` ON `staff_identity` (`staffId`);--> statement-breakpoint
CREATE TABLE `totp` (
	`id` text PRIMARY KEY NOT NULL,
	`staffId` text NOT NULL,
	`cipher` blob NOT NULL,
	`addedAt` text NOT NULL,
	`lastStep` integer NOT NULL,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `totp_staff` ON `totp` (`staffId`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_agenda_item` (
	`id` text PRIMARY KEY NOT NULL,
	`meetingId` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`youngPersonId` text,
	`askerId` text,
	`question` text NOT NULL,
	`minutes` integer NOT NULL,
	`plannedMinutes` integer,
	`fixedAt` text,
	`leadWorkerId` text,
	`state` text DEFAULT 'planned' NOT NULL,
	`openedAt` text,
	`handledAt` text,
	`spentSeconds` integer DEFAULT 0 NOT NULL,
	`changedAfterLock` integer DEFAULT false NOT NULL,
	`conflictsAskedAt` text,
	`postponeReason` text,
	`carriedFromId` text,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meetingId`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`askerId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leadWorkerId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agenda_item_kind" CHECK("__new_agenda_item"."kind" in ('person', 'common', 'pause', 'unnamed')),
	CONSTRAINT "agenda_item_state" CHECK("__new_agenda_item"."state" in ('planned', 'open', 'handled', 'postponed', 'not_reached'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_agenda_item`("id", "meetingId", "kind", "position", "youngPersonId", "question", "minutes", "plannedMinutes", "fixedAt", "leadWorkerId", "state", "openedAt", "handledAt", "spentSeconds", "changedAfterLock", "conflictsAskedAt", "postponeReason", "carriedFromId", "removedAt", "version") SELECT "id", "meetingId", "kind", "position", "youngPersonId", "question", "minutes", "plannedMinutes", "fixedAt", "leadWorkerId", "state", "openedAt", "handledAt", "spentSeconds", "changedAfterLock", "conflictsAskedAt", "postponeReason", "carriedFromId", "removedAt", "version" FROM `agenda_item`;--> statement-breakpoint
DROP TABLE `agenda_item`;--> statement-breakpoint
ALTER TABLE `__new_agenda_item` RENAME TO `agenda_item`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `agenda_item_meeting` ON `agenda_item` (`meetingId`);--> statement-breakpoint
CREATE INDEX `agenda_item_person` ON `agenda_item` (`youngPersonId`);--> statement-breakpoint
ALTER TABLE `action` ADD `editedById` text REFERENCES staff(id);--> statement-breakpoint
CREATE TABLE `__new_participant` (
	`id` text PRIMARY KEY NOT NULL,
	`itemId` text NOT NULL,
	`kind` text NOT NULL,
	`staffId` text,
	`departmentId` text,
	`name` text DEFAULT '' NOT NULL,
	`organisation` text DEFAULT '' NOT NULL,
	`presence` text,
	`basisGap` text,
	`basisGapAt` text,
	`basisGapById` text,
	`standsInForId` text,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`itemId`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`basisGapById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`standsInForId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "participant_kind" CHECK("__new_participant"."kind" in ('staff', 'young_person', 'parent', 'companion', 'interpreter', 'guest')),
	CONSTRAINT "participant_presence" CHECK("__new_participant"."presence" in ('room', 'video', 'missing')),
	CONSTRAINT "participant_basis_gap" CHECK("__new_participant"."basisGap" in ('left', 'oral_consent', 'unnamed'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_participant`("id", "itemId", "kind", "staffId", "departmentId", "name", "organisation", "presence", "standsInForId", "removedAt", "version") SELECT "id", "itemId", "kind", "staffId", "departmentId", "name", "organisation", "presence", "standsInForId", "removedAt", "version" FROM `participant`;--> statement-breakpoint
DROP TABLE `participant`;--> statement-breakpoint
ALTER TABLE `__new_participant` RENAME TO `participant`;--> statement-breakpoint
CREATE UNIQUE INDEX `participant_staff` ON `participant` (`itemId`,`staffId`);--> statement-breakpoint
CREATE INDEX `participant_by_staff` ON `participant` (`staffId`);--> statement-breakpoint
ALTER TABLE `assignment` ADD `departmentId` text REFERENCES department(id);--> statement-breakpoint
ALTER TABLE `assignment` ADD `reviewedOn` text;--> statement-breakpoint
ALTER TABLE `session` ADD `freshAt` text;--> statement-breakpoint
ALTER TABLE `session` ADD `provider` text DEFAULT 'local' NOT NULL;--> statement-breakpoint
ALTER TABLE `session` ADD `assurance` text DEFAULT 'low' NOT NULL;