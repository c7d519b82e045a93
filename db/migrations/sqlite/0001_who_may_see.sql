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
ALTER TABLE `action` ADD `editedById` text REFERENCES staff(id);