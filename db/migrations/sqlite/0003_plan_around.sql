CREATE TABLE `coordination_case` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`state` text NOT NULL,
	`sinceOn` text NOT NULL,
	`openedOn` text NOT NULL,
	`exit` text DEFAULT '' NOT NULL,
	`pause` text DEFAULT '' NOT NULL,
	`resumeOn` text,
	`endedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "coordination_case_state" CHECK("coordination_case"."state" in ('nominated', 'screening', 'accepted', 'active', 'paused', 'closing', 'closed', 'rejected', 'withdrawn', 'moved', 'aged_out', 'deceased'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `coordination_case_open` ON `coordination_case` (`youngPersonId`) WHERE "coordination_case"."endedAt" is null;--> statement-breakpoint
CREATE INDEX `coordination_case_person` ON `coordination_case` (`youngPersonId`,`endedAt`);--> statement-breakpoint
CREATE INDEX `coordination_case_resume` ON `coordination_case` (`resumeOn`);--> statement-breakpoint
CREATE TABLE `handover` (
	`id` text PRIMARY KEY NOT NULL,
	`actionId` text NOT NULL,
	`departmentId` text NOT NULL,
	`staffId` text,
	`reason` text NOT NULL,
	`askedById` text,
	`askedAt` text NOT NULL,
	`accepted` integer,
	`answeredById` text,
	`answeredAt` text,
	`declineReason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`actionId`) REFERENCES `action`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`askedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answeredById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `handover_open` ON `handover` (`actionId`) WHERE "handover"."answeredAt" is null;--> statement-breakpoint
CREATE INDEX `handover_action` ON `handover` (`actionId`,`answeredAt`);--> statement-breakpoint
CREATE INDEX `handover_department` ON `handover` (`departmentId`);--> statement-breakpoint
CREATE TABLE `daily_mail` (
	`id` text PRIMARY KEY NOT NULL,
	`staffId` text NOT NULL,
	`forOn` text NOT NULL,
	`countedAt` text NOT NULL,
	`fresh` integer NOT NULL,
	`toAnswer` integer NOT NULL,
	`late` integer NOT NULL,
	`sentAt` text,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `daily_mail_day` ON `daily_mail` (`staffId`,`forOn`);--> statement-breakpoint
CREATE TABLE `search_due` (
	`sourceId` text PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `external_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`kind` text NOT NULL,
	`departmentId` text NOT NULL,
	`system` text NOT NULL,
	`number` text DEFAULT '' NOT NULL,
	`link` text DEFAULT '' NOT NULL,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `external_plan_person` ON `external_plan` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `placement` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`employer` text NOT NULL,
	`kind` text NOT NULL,
	`paid` integer NOT NULL,
	`weekMinutes` integer,
	`fromOn` text NOT NULL,
	`toOn` text,
	`municipal` integer DEFAULT false NOT NULL,
	`contactName` text DEFAULT '' NOT NULL,
	`contactPhone` text DEFAULT '' NOT NULL,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `placement_person` ON `placement` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `scheme_hint` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`departmentId` text,
	`educationEndedOn` text,
	`fromOn` text,
	`toOn` text,
	`note` text DEFAULT '' NOT NULL,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scheme_hint_state" CHECK("scheme_hint"."state" in ('considered', 'asked', 'in_use', 'not_relevant'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `scheme_hint_person` ON `scheme_hint` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `scheme_rule` (
	`code` text NOT NULL,
	`hintDa` text NOT NULL,
	`hintEn` text NOT NULL,
	`source` text NOT NULL,
	`countsFrom` text,
	`months` integer,
	`fromOn` text NOT NULL,
	`toOn` text,
	PRIMARY KEY(`code`, `fromOn`),
	CONSTRAINT "scheme_rule_counts_from" CHECK("scheme_rule"."countsFrom" in ('education_ended', 'begun')),
	CONSTRAINT "scheme_rule_window" CHECK(("scheme_rule"."countsFrom" is null) = ("scheme_rule"."months" is null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `wellbeing_rating` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`area` text DEFAULT '' NOT NULL,
	`score` integer NOT NULL,
	`ratedOn` text NOT NULL,
	`askedById` text,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`askedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wellbeing_rating_score" CHECK("wellbeing_rating"."score" between 0 and 10)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `wellbeing_rating_one` ON `wellbeing_rating` (`youngPersonId`,`area`,`ratedOn`) WHERE "wellbeing_rating"."removedAt" is null;--> statement-breakpoint
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
	CONSTRAINT "saved_view_page" CHECK("__new_saved_view"."page" in ('people', 'actions'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_saved_view`("id", "staffId", "page", "name", "search", "removedAt", "version") SELECT "id", "staffId", "page", "name", "search", "removedAt", "version" FROM `saved_view`;--> statement-breakpoint
DROP TABLE `saved_view`;--> statement-breakpoint
ALTER TABLE `__new_saved_view` RENAME TO `saved_view`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `saved_view_staff` ON `saved_view` (`staffId`);--> statement-breakpoint
ALTER TABLE `action` ADD `lapseReason` text;--> statement-breakpoint
ALTER TABLE `action` ADD `decisionSystem` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `action` ADD `decisionCase` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `action` ADD `decisionOn` text;--> statement-breakpoint
ALTER TABLE `code_item` ADD `position` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE TABLE `__new_network_person` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`custody` integer DEFAULT false NOT NULL,
	`verifiedOn` text,
	`phone` text DEFAULT '' NOT NULL,
	`mayCallOn` text,
	`unwantedOn` text,
	`unwantedVoice` text,
	`fromOn` text NOT NULL,
	`toOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "network_person_kind" CHECK("__new_network_person"."kind" in ('parent', 'sibling', 'relative', 'friend', 'guardian', 'companion', 'other')),
	CONSTRAINT "network_person_unwanted_voice" CHECK("__new_network_person"."unwantedVoice" in ('young_person', 'professionals'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_network_person`("id", "youngPersonId", "kind", "name", "custody", "verifiedOn", "fromOn", "toOn", "version") SELECT "id", "youngPersonId", "kind", "name", "custody", "verifiedOn", "fromOn", "toOn", "version" FROM `network_person`;--> statement-breakpoint
DROP TABLE `network_person`;--> statement-breakpoint
ALTER TABLE `__new_network_person` RENAME TO `network_person`;--> statement-breakpoint
CREATE INDEX `network_person_young_person` ON `network_person` (`youngPersonId`);--> statement-breakpoint
ALTER TABLE `staff` ADD `email` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `wantsMail` integer DEFAULT true NOT NULL;