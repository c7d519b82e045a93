CREATE TABLE `follow_up` (
	`id` text PRIMARY KEY NOT NULL,
	`courseId` text NOT NULL,
	`code` text NOT NULL,
	`result` text,
	`settledOn` text,
	`outcome` text DEFAULT '' NOT NULL,
	`weekMinutes` integer,
	`wishMet` text,
	`source` text,
	`help` text DEFAULT 'none' NOT NULL,
	`helpedOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`courseId`) REFERENCES `stu_course`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "follow_up_code" CHECK("follow_up"."code" in ('follow_up_1', 'follow_up_2', 'follow_up_3', 'follow_up_4')),
	CONSTRAINT "follow_up_result" CHECK("follow_up"."result" in ('answered', 'unknown', 'not_wanted', 'moved', 'deceased')),
	CONSTRAINT "follow_up_wish" CHECK("follow_up"."wishMet" in ('yes', 'partly', 'no')),
	CONSTRAINT "follow_up_source" CHECK("follow_up"."source" in ('young_person', 'department', 'other')),
	CONSTRAINT "follow_up_help" CHECK("follow_up"."help" in ('none', 'forum', 'contact')),
	CONSTRAINT "follow_up_settled" CHECK(("follow_up"."result" is null) = ("follow_up"."settledOn" is null)),
	CONSTRAINT "follow_up_answer" CHECK(("follow_up"."outcome" <> '') = coalesce("follow_up"."result" = 'answered', false))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `follow_up_one` ON `follow_up` (`courseId`,`code`);--> statement-breakpoint
CREATE TABLE `follow_up_try` (
	`id` text PRIMARY KEY NOT NULL,
	`followUpId` text NOT NULL,
	`channel` text NOT NULL,
	`triedAt` text NOT NULL,
	`triedById` text NOT NULL,
	FOREIGN KEY (`followUpId`) REFERENCES `follow_up`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`triedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "follow_up_try_channel" CHECK("follow_up_try"."channel" in ('call', 'text_message', 'through_network', 'letter', 'visit'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `follow_up_try_of` ON `follow_up_try` (`followUpId`);--> statement-breakpoint
CREATE TABLE `deadline_rule` (
	`code` text NOT NULL,
	`anchor` text NOT NULL,
	`months` integer NOT NULL,
	`days` integer DEFAULT 0 NOT NULL,
	`repeats` integer DEFAULT false NOT NULL,
	`origin` text NOT NULL,
	`source` text NOT NULL,
	`fromOn` text NOT NULL,
	`toOn` text,
	PRIMARY KEY(`code`, `fromOn`),
	CONSTRAINT "deadline_rule_code" CHECK("deadline_rule"."code" in ('start_limit', 'course_plan', 'status_meeting', 'plan_adjustment', 'first_internship', 'support_basis_18', 'resource_paper_started', 'phase_out_meeting', 'future_talk', 'resource_paper_final', 'course_end', 'follow_up_1', 'follow_up_2', 'follow_up_3', 'follow_up_4')),
	CONSTRAINT "deadline_rule_anchor" CHECK("deadline_rule"."anchor" in ('born', 'start', 'planned_end', 'ended')),
	CONSTRAINT "deadline_rule_origin" CHECK("deadline_rule"."origin" in ('law', 'policy'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `stu_clarification` (
	`id` text PRIMARY KEY NOT NULL,
	`courseId` text NOT NULL,
	`about` text NOT NULL,
	`level` integer NOT NULL,
	`source` text NOT NULL,
	`standsOn` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`writtenAt` text NOT NULL,
	FOREIGN KEY (`courseId`) REFERENCES `stu_course`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stu_clarification_about" CHECK("stu_clarification"."about" in ('occupation', 'support_basis', 'housing', 'network', 'community')),
	CONSTRAINT "stu_clarification_source" CHECK("stu_clarification"."source" in ('youth', 'team', 'provider', 'employment')),
	CONSTRAINT "stu_clarification_level" CHECK("stu_clarification"."level" between 0 and 3)
) STRICT;
--> statement-breakpoint
CREATE INDEX `stu_clarification_course` ON `stu_clarification` (`courseId`);--> statement-breakpoint
CREATE TABLE `stu_course` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`referredOn` text NOT NULL,
	`assessedOn` text,
	`decidedOn` text,
	`granted` integer,
	`decisionSystem` text DEFAULT '' NOT NULL,
	`decisionNumber` text DEFAULT '' NOT NULL,
	`providerId` text,
	`placeChosenOn` text,
	`onlyPlaceReason` text DEFAULT '' NOT NULL,
	`line` text DEFAULT '' NOT NULL,
	`startOn` text,
	`baseEndOn` text,
	`yearHours` integer,
	`fromMunicipality` text DEFAULT '' NOT NULL,
	`toMunicipality` text DEFAULT '' NOT NULL,
	`endedOn` text,
	`ending` text,
	`leaveToCall` text DEFAULT 'not_asked' NOT NULL,
	`leaveAskedOn` text,
	`closedOn` text,
	`note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`providerId`) REFERENCES `stu_provider`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stu_course_ending" CHECK("stu_course"."ending" in ('completed', 'dropped_out_positive', 'dropped_out_negative', 'transferred_municipality')),
	CONSTRAINT "stu_course_leave" CHECK("stu_course"."leaveToCall" in ('not_asked', 'yes', 'no')),
	CONSTRAINT "stu_course_decided" CHECK(("stu_course"."decidedOn" is null) = ("stu_course"."granted" is null)),
	CONSTRAINT "stu_course_ended" CHECK(("stu_course"."endedOn" is null) = ("stu_course"."ending" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stu_course_open` ON `stu_course` (`youngPersonId`) WHERE "stu_course"."endedOn" is null and ("stu_course"."granted" is null or "stu_course"."granted" = 1);--> statement-breakpoint
CREATE INDEX `stu_course_person` ON `stu_course` (`youngPersonId`);--> statement-breakpoint
CREATE INDEX `stu_course_provider` ON `stu_course` (`providerId`);--> statement-breakpoint
CREATE TABLE `stu_deadline` (
	`id` text PRIMARY KEY NOT NULL,
	`courseId` text NOT NULL,
	`code` text NOT NULL,
	`number` integer NOT NULL,
	`plannedOn` text,
	`heldOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`courseId`) REFERENCES `stu_course`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stu_deadline_code" CHECK("stu_deadline"."code" in ('start_limit', 'course_plan', 'status_meeting', 'plan_adjustment', 'first_internship', 'support_basis_18', 'resource_paper_started', 'phase_out_meeting', 'future_talk', 'resource_paper_final', 'course_end'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stu_deadline_one` ON `stu_deadline` (`courseId`,`code`,`number`);--> statement-breakpoint
CREATE TABLE `stu_interruption` (
	`id` text PRIMARY KEY NOT NULL,
	`courseId` text NOT NULL,
	`fromOn` text NOT NULL,
	`resumedOn` text,
	`reason` text NOT NULL,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`courseId`) REFERENCES `stu_course`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stu_interruption_order" CHECK("stu_interruption"."resumedOn" is null or "stu_interruption"."resumedOn" > "stu_interruption"."fromOn")
) STRICT;
--> statement-breakpoint
CREATE INDEX `stu_interruption_course` ON `stu_interruption` (`courseId`);--> statement-breakpoint
CREATE TABLE `stu_place_offer` (
	`id` text PRIMARY KEY NOT NULL,
	`courseId` text NOT NULL,
	`providerId` text NOT NULL,
	`ownProposal` integer DEFAULT false NOT NULL,
	`offeredOn` text NOT NULL,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`courseId`) REFERENCES `stu_course`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`providerId`) REFERENCES `stu_provider`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stu_place_offer_one` ON `stu_place_offer` (`courseId`,`providerId`) WHERE "stu_place_offer"."removedAt" is null;--> statement-breakpoint
CREATE TABLE `stu_provider` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sortKey` text NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`closedOn` text,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stu_provider_name` ON `stu_provider` (`sortKey`);--> statement-breakpoint
CREATE TABLE `stu_goal` (
	`id` text PRIMARY KEY NOT NULL,
	`courseId` text NOT NULL,
	`text` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`courseId`) REFERENCES `stu_course`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stu_goal_state" CHECK("stu_goal"."state" in ('open', 'met', 'dropped'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `stu_goal_course` ON `stu_goal` (`courseId`);--> statement-breakpoint
CREATE TABLE `stu_meeting_point` (
	`id` text PRIMARY KEY NOT NULL,
	`courseId` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`courseId`) REFERENCES `stu_course`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `stu_meeting_point_course` ON `stu_meeting_point` (`courseId`);--> statement-breakpoint
CREATE TABLE `stu_paper` (
	`id` text PRIMARY KEY NOT NULL,
	`courseId` text NOT NULL,
	`paper` text NOT NULL,
	`system` text NOT NULL,
	`number` text DEFAULT '' NOT NULL,
	`link` text DEFAULT '' NOT NULL,
	`datedOn` text NOT NULL,
	`placeSaidYesOn` text,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`courseId`) REFERENCES `stu_course`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stu_paper_paper" CHECK("stu_paper"."paper" in ('course_plan', 'hours', 'transport', 'quality_agreement'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `stu_paper_course` ON `stu_paper` (`courseId`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_saved_view` (
	`id` text PRIMARY KEY NOT NULL,
	`staffId` text NOT NULL,
	`page` text NOT NULL,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "saved_view_page" CHECK("__new_saved_view"."page" in ('people', 'actions', 'stu'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_saved_view`("id", "staffId", "page", "name", "search", "removedAt", "version") SELECT "id", "staffId", "page", "name", "search", "removedAt", "version" FROM `saved_view`;--> statement-breakpoint
DROP TABLE `saved_view`;--> statement-breakpoint
ALTER TABLE `__new_saved_view` RENAME TO `saved_view`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `saved_view_staff` ON `saved_view` (`staffId`);--> statement-breakpoint
ALTER TABLE `placement` ADD `outcome` text DEFAULT '' NOT NULL;