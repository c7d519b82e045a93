CREATE TABLE `young_not_coming` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`staffId` text NOT NULL,
	`wasTheirs` integer NOT NULL,
	`saidAt` text NOT NULL,
	`seenAt` text,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `young_not_coming_unseen` ON `young_not_coming` (`staffId`,`youngPersonId`) WHERE "young_not_coming"."seenAt" is null;