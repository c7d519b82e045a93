CREATE TABLE `action` (
	`id` text PRIMARY KEY NOT NULL,
	`itemId` text NOT NULL,
	`youngPersonId` text,
	`number` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`departmentId` text,
	`ownerId` text,
	`byYoungPerson` integer DEFAULT false NOT NULL,
	`dueOn` text,
	`howSeen` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`acceptedById` text,
	`acceptedAt` text,
	`declineReason` text,
	`blockedReason` text,
	`blockedNote` text DEFAULT '' NOT NULL,
	`cancelReason` text,
	`resultNote` text DEFAULT '' NOT NULL,
	`youthAnswer` text DEFAULT 'not_asked' NOT NULL,
	`createdAt` text NOT NULL,
	`endedAt` text,
	`textClass` text DEFAULT 'open_in_forum' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`itemId`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ownerId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`acceptedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "action_state" CHECK("action"."state" in ('proposed', 'agreed', 'in_progress', 'done', 'not_done', 'cancelled', 'handed_over')),
	CONSTRAINT "action_youth_answer" CHECK("action"."youthAnswer" in ('not_asked', 'yes', 'partly', 'no'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_item` ON `action` (`itemId`);--> statement-breakpoint
CREATE INDEX `action_person` ON `action` (`youngPersonId`);--> statement-breakpoint
CREATE INDEX `action_owner` ON `action` (`ownerId`);--> statement-breakpoint
CREATE INDEX `action_department` ON `action` (`departmentId`);--> statement-breakpoint
CREATE TABLE `option_presented` (
	`id` text PRIMARY KEY NOT NULL,
	`itemId` text NOT NULL,
	`text` text NOT NULL,
	`departmentId` text,
	`actionId` text,
	`removedAt` text,
	`textClass` text DEFAULT 'open_in_forum' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`itemId`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `option_presented_item` ON `option_presented` (`itemId`);--> statement-breakpoint
CREATE TABLE `paragraph` (
	`id` text PRIMARY KEY NOT NULL,
	`itemId` text NOT NULL,
	`kind` text NOT NULL,
	`departmentId` text,
	`authorId` text NOT NULL,
	`text` text NOT NULL,
	`removedAt` text,
	`textClass` text DEFAULT 'open_in_forum' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`itemId`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`authorId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "paragraph_kind" CHECK("paragraph"."kind" in ('discussion', 'dissent', 'remark', 'handed_in'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `paragraph_item` ON `paragraph` (`itemId`);--> statement-breakpoint
CREATE TABLE `youth_voice` (
	`id` text PRIMARY KEY NOT NULL,
	`itemId` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`how` text,
	`heardById` text,
	`heardOn` text,
	`tries` text DEFAULT '' NOT NULL,
	`notToDiscuss` text DEFAULT '' NOT NULL,
	`textClass` text DEFAULT 'open_in_forum' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`itemId`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`heardById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "youth_voice_how" CHECK("youth_voice"."how" in ('in_room', 'video', 'contact_person', 'written', 'declined', 'not_reached'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `youth_voice_item` ON `youth_voice` (`itemId`);--> statement-breakpoint
CREATE TABLE `command_key` (
	`actorId` text NOT NULL,
	`key` text NOT NULL,
	`door` text NOT NULL,
	`at` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`actorId`, `key`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`channel` text NOT NULL,
	`actorId` text,
	`sessionId` text,
	`kind` text NOT NULL,
	`door` text NOT NULL,
	`youngPersonId` text,
	`meetingId` text,
	`itemId` text,
	`reason` text,
	`facts` text NOT NULL,
	`previousHash` text NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "log_channel" CHECK("log"."channel" in ('page', 'live', 'command_line', 'demo', 'system'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `log_person` ON `log` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `revision` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tableName` text NOT NULL,
	`rowId` text NOT NULL,
	`version` integer NOT NULL,
	`row` text NOT NULL,
	`at` text NOT NULL,
	`byId` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `revision_row` ON `revision` (`tableName`,`rowId`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `topic_seq` (
	`topic` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `agenda_item` (
	`id` text PRIMARY KEY NOT NULL,
	`meetingId` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`youngPersonId` text,
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
	FOREIGN KEY (`leadWorkerId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agenda_item_kind" CHECK("agenda_item"."kind" in ('person', 'common', 'pause')),
	CONSTRAINT "agenda_item_state" CHECK("agenda_item"."state" in ('planned', 'open', 'handled', 'postponed', 'not_reached'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `agenda_item_meeting` ON `agenda_item` (`meetingId`);--> statement-breakpoint
CREATE INDEX `agenda_item_person` ON `agenda_item` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `big_screen` (
	`id` text PRIMARY KEY NOT NULL,
	`tokenHash` text,
	`ownerId` text,
	`code` text DEFAULT '' NOT NULL,
	`offeredAt` text NOT NULL,
	`meetingId` text,
	`pairedAt` text,
	`endedAt` text,
	FOREIGN KEY (`ownerId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meetingId`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `big_screen_token` ON `big_screen` (`tokenHash`);--> statement-breakpoint
CREATE INDEX `big_screen_meeting` ON `big_screen` (`meetingId`);--> statement-breakpoint
CREATE TABLE `code_item` (
	`list` text NOT NULL,
	`code` text NOT NULL,
	`labelDa` text NOT NULL,
	`labelEn` text NOT NULL,
	`fromOn` text NOT NULL,
	`toOn` text,
	`successor` text,
	PRIMARY KEY(`list`, `code`, `fromOn`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `conflict_of_interest` (
	`id` text PRIMARY KEY NOT NULL,
	`itemId` text NOT NULL,
	`staffId` text NOT NULL,
	`declaredAt` text NOT NULL,
	`declaredBy` text NOT NULL,
	FOREIGN KEY (`itemId`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`declaredBy`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `conflict_item_staff` ON `conflict_of_interest` (`itemId`,`staffId`);--> statement-breakpoint
CREATE TABLE `item_closing` (
	`id` text PRIMARY KEY NOT NULL,
	`informStaffId` text,
	`informOn` text,
	`nextKind` text,
	`nextMeetingId` text,
	`nextItemId` text,
	`nextOn` text,
	`noAgreementReason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`informStaffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`nextMeetingId`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`nextItemId`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "item_closing_next" CHECK("item_closing"."nextKind" in ('meeting', 'outside', 'over'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`typeCode` text NOT NULL,
	`startsAt` text NOT NULL,
	`endsAt` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`videoLink` text DEFAULT '' NOT NULL,
	`chairId` text NOT NULL,
	`minuteTakerId` text NOT NULL,
	`acute` integer DEFAULT false NOT NULL,
	`changeMinutes` integer DEFAULT 2 NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`lockedAt` text,
	`startedAt` text,
	`closedAt` text,
	`room` text DEFAULT 'waiting' NOT NULL,
	`roomSince` text,
	`pointerItemId` text,
	`pauseUntil` text,
	`draftSentAt` text,
	`approvedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`chairId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`minuteTakerId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meeting_state" CHECK("meeting"."state" in ('draft', 'published', 'locked', 'running', 'closed')),
	CONSTRAINT "meeting_room" CHECK("meeting"."room" in ('waiting', 'item', 'change', 'pause', 'over'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `meeting_starts` ON `meeting` (`startsAt`);--> statement-breakpoint
CREATE TABLE `meeting_member` (
	`meetingId` text NOT NULL,
	`staffId` text NOT NULL,
	PRIMARY KEY(`meetingId`, `staffId`),
	FOREIGN KEY (`meetingId`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `meeting_member_staff` ON `meeting_member` (`staffId`);--> statement-breakpoint
CREATE TABLE `participant` (
	`id` text PRIMARY KEY NOT NULL,
	`itemId` text NOT NULL,
	`kind` text NOT NULL,
	`staffId` text,
	`departmentId` text,
	`name` text DEFAULT '' NOT NULL,
	`organisation` text DEFAULT '' NOT NULL,
	`presence` text,
	`standsInForId` text,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`itemId`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`standsInForId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "participant_kind" CHECK("participant"."kind" in ('staff', 'young_person', 'parent', 'companion', 'interpreter', 'guest')),
	CONSTRAINT "participant_presence" CHECK("participant"."presence" in ('room', 'video', 'missing'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `participant_staff` ON `participant` (`itemId`,`staffId`);--> statement-breakpoint
CREATE INDEX `participant_by_staff` ON `participant` (`staffId`);--> statement-breakpoint
CREATE TABLE `shown_name` (
	`id` text PRIMARY KEY NOT NULL,
	`firstName` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`staffId` text NOT NULL,
	`kind` text NOT NULL,
	`primary` integer DEFAULT false NOT NULL,
	`fromOn` text NOT NULL,
	`toOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignment_kind" CHECK("assignment"."kind" in ('guide', 'stu_team', 'caseworker', 'lead_worker'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `assignment_person` ON `assignment` (`youngPersonId`);--> statement-breakpoint
CREATE INDEX `assignment_staff` ON `assignment` (`staffId`);--> statement-breakpoint
CREATE TABLE `effort` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`departmentId` text NOT NULL,
	`title` text NOT NULL,
	`provider` text DEFAULT '' NOT NULL,
	`contactRole` integer DEFAULT false NOT NULL,
	`fromOn` text NOT NULL,
	`toOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `effort_person` ON `effort` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `identity_number` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`kind` text NOT NULL,
	`cipher` blob NOT NULL,
	`blindIndex` text NOT NULL,
	`fromOn` text NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `identity_number_blind` ON `identity_number` (`blindIndex`);--> statement-breakpoint
CREATE INDEX `identity_number_person` ON `identity_number` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `involved_department` (
	`youngPersonId` text NOT NULL,
	`departmentId` text NOT NULL,
	`fromOn` text NOT NULL,
	PRIMARY KEY(`youngPersonId`, `departmentId`),
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `possible_duplicate` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`existingId` text NOT NULL,
	`foundBy` text NOT NULL,
	`foundOn` text NOT NULL,
	`settledOn` text,
	`outcome` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`existingId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "possible_duplicate_found_by" CHECK("possible_duplicate"."foundBy" in ('number', 'name')),
	CONSTRAINT "possible_duplicate_outcome" CHECK("possible_duplicate"."outcome" in ('same', 'different'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `possible_duplicate_existing` ON `possible_duplicate` (`existingId`);--> statement-breakpoint
CREATE TABLE `young_person` (
	`id` text PRIMARY KEY NOT NULL,
	`firstName` text NOT NULL,
	`lastName` text NOT NULL,
	`sortKey` text NOT NULL,
	`bornOn` text NOT NULL,
	`synthetic` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `department` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`mark` text NOT NULL,
	`colour` text NOT NULL,
	`sector` text NOT NULL,
	`fromOn` text NOT NULL,
	`toOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "department_colour" CHECK("department"."colour" in ('petrol', 'blue', 'violet', 'plum', 'rust', 'ochre', 'olive', 'green', 'slate')),
	CONSTRAINT "department_sector" CHECK("department"."sector" in ('municipality', 'authority', 'school', 'private'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`staffId` text NOT NULL,
	`departmentId` text NOT NULL,
	`representative` integer DEFAULT false NOT NULL,
	`fromOn` text NOT NULL,
	`toOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `membership_staff` ON `membership` (`staffId`);--> statement-breakpoint
CREATE INDEX `membership_department` ON `membership` (`departmentId`);--> statement-breakpoint
CREATE TABLE `role_grant` (
	`id` text PRIMARY KEY NOT NULL,
	`staffId` text NOT NULL,
	`role` text NOT NULL,
	`fromOn` text NOT NULL,
	`toOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_grant_role" CHECK("role_grant"."role" in ('coordinator', 'forum_member', 'youth_guide', 'stu_team', 'caseworker', 'leader', 'admin', 'dpo', 'external'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `role_grant_staff` ON `role_grant` (`staffId`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`tokenHash` text NOT NULL,
	`staffId` text NOT NULL,
	`device` text NOT NULL,
	`startedAt` text NOT NULL,
	`seenAt` text NOT NULL,
	`endsAt` text NOT NULL,
	`endedAt` text,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token` ON `session` (`tokenHash`);--> statement-breakpoint
CREATE INDEX `session_staff` ON `session` (`staffId`);--> statement-breakpoint
CREATE TABLE `sign_in_link` (
	`id` text PRIMARY KEY NOT NULL,
	`tokenHash` text NOT NULL,
	`staffId` text NOT NULL,
	`expiresAt` text NOT NULL,
	`usedAt` text,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_link_token` ON `sign_in_link` (`tokenHash`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sortKey` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`username` text NOT NULL,
	`phone` text,
	`language` text DEFAULT 'da' NOT NULL,
	`singleKeys` integer DEFAULT true NOT NULL,
	`password` text,
	`endedAt` text,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_username` ON `staff` (`username`);