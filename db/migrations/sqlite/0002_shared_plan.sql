CREATE TABLE `combined_offer` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`title` text NOT NULL,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `combined_offer_person` ON `combined_offer` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `goal` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`area` text DEFAULT '' NOT NULL,
	`text` text NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	`howSeen` text DEFAULT '' NOT NULL,
	`targetOn` text,
	`state` text DEFAULT 'open' NOT NULL,
	`stateVoice` text,
	`stateById` text,
	`stateAt` text,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stateById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "goal_state" CHECK("goal"."state" in ('open', 'on_track', 'at_risk', 'met', 'dropped'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `goal_person` ON `goal` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `plan_priority` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`voice` text NOT NULL,
	`area` text NOT NULL,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_priority_voice" CHECK("plan_priority"."voice" in ('young_person', 'professionals'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_priority_person` ON `plan_priority` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `plan_text` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`part` text NOT NULL,
	`area` text DEFAULT '' NOT NULL,
	`departmentId` text,
	`text` text NOT NULL,
	`heardById` text,
	`heardOn` text,
	`editedById` text,
	`editedAt` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`heardById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`editedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_text_part" CHECK("plan_text"."part" in ('wish', 'direction', 'own_words', 'strengths', 'challenges'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_text_shared` ON `plan_text` (`youngPersonId`,`part`,`area`) WHERE "plan_text"."departmentId" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `plan_text_own` ON `plan_text` (`youngPersonId`,`part`,`area`,`departmentId`);--> statement-breakpoint
CREATE TABLE `plan_version` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`number` integer NOT NULL,
	`itemId` text NOT NULL,
	`content` text NOT NULL,
	`at` text NOT NULL,
	`byId` text,
	`hash` text NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`itemId`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_version_number` ON `plan_version` (`youngPersonId`,`number`);--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` text PRIMARY KEY NOT NULL,
	`staffId` text NOT NULL,
	`page` text NOT NULL,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "saved_view_page" CHECK("saved_view"."page" in ('people'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `saved_view_staff` ON `saved_view` (`staffId`);--> statement-breakpoint
CREATE TABLE `search_entry` (
	`seq` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`sourceId` text NOT NULL,
	`youngPersonId` text NOT NULL,
	`itemId` text,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`itemId`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "search_entry_kind" CHECK("search_entry"."kind" in ('name', 'plan', 'action', 'minutes'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entry_source` ON `search_entry` (`sourceId`);--> statement-breakpoint
CREATE INDEX `search_entry_person` ON `search_entry` (`youngPersonId`);--> statement-breakpoint
CREATE INDEX `search_entry_item` ON `search_entry` (`itemId`);--> statement-breakpoint
CREATE TABLE `clarification` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`about` text NOT NULL,
	`level` integer NOT NULL,
	`standsOn` text NOT NULL,
	`evidence` text NOT NULL,
	`writtenById` text,
	`writtenAt` text NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`writtenById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "clarification_about" CHECK("clarification"."about" in ('future', 'support_basis')),
	CONSTRAINT "clarification_level" CHECK("clarification"."level" between 0 and 5)
) STRICT;
--> statement-breakpoint
CREATE INDEX `clarification_person` ON `clarification` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `transition` (
	`id` text PRIMARY KEY NOT NULL,
	`covered` text DEFAULT 'not_judged' NOT NULL,
	`coveredEvidence` text DEFAULT '' NOT NULL,
	`judgedById` text,
	`supportBasisDecidedOn` text,
	`supportBasisEvidence` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`judgedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transition_covered" CHECK("transition"."covered" in ('not_judged', 'yes', 'no'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `transition_check` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`consideration` text NOT NULL,
	`state` text NOT NULL,
	`responsibleId` text,
	`standsOn` text,
	`evidence` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`responsibleId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transition_check_consideration" CHECK("transition_check"."consideration" in ('support_need', 'education', 'employment', 'housing', 'social', 'other')),
	CONSTRAINT "transition_check_state" CHECK("transition_check"."state" in ('not_begun', 'under_way', 'in_place'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `transition_check_one` ON `transition_check` (`youngPersonId`,`consideration`);--> statement-breakpoint
CREATE TABLE `transition_meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`model` text NOT NULL,
	`plannedOn` text,
	`heldOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transition_meeting_model" CHECK("transition_meeting"."model" in ('at_16', 'at_17_half', 'at_18_half'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `transition_meeting_one` ON `transition_meeting` (`youngPersonId`,`model`);--> statement-breakpoint
DROP INDEX `action_person`;--> statement-breakpoint
ALTER TABLE `action` ADD `goalId` text REFERENCES goal(id);--> statement-breakpoint
CREATE INDEX `action_person` ON `action` (`youngPersonId`,`state`,`dueOn`);--> statement-breakpoint
ALTER TABLE `effort` ADD `area` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `effort` ADD `kind` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `effort` ADD `weekMinutes` integer;--> statement-breakpoint
ALTER TABLE `effort` ADD `weekdays` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `effort` ADD `validUntilOn` text;--> statement-breakpoint
ALTER TABLE `effort` ADD `combinedOfferId` text REFERENCES combined_offer(id);--> statement-breakpoint
CREATE INDEX `young_person_sort` ON `young_person` (`sortKey`,`id`);