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
CREATE TABLE `search_due` (
	`sourceId` text PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `action` ADD `lapseReason` text;