CREATE TABLE `caseload_move` (
	`id` text PRIMARY KEY NOT NULL,
	`fromId` text,
	`toId` text NOT NULL,
	`movedById` text,
	`movedAt` text NOT NULL,
	`youngPeople` integer NOT NULL,
	`takenBackAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`fromId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`toId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`movedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `caseload_move_at` ON `caseload_move` (`movedAt`);--> statement-breakpoint
CREATE TABLE `caseload_move_place` (
	`id` text PRIMARY KEY NOT NULL,
	`moveId` text NOT NULL,
	`assignmentId` text NOT NULL,
	`begun` integer NOT NULL,
	`versionAfter` integer NOT NULL,
	FOREIGN KEY (`moveId`) REFERENCES `caseload_move`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignmentId`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `caseload_move_place_move` ON `caseload_move_place` (`moveId`);--> statement-breakpoint
CREATE TABLE `staff_absence` (
	`id` text PRIMARY KEY NOT NULL,
	`staffId` text NOT NULL,
	`fromOn` text NOT NULL,
	`toOn` text NOT NULL,
	`coveredById` text,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coveredById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_absence_order" CHECK("staff_absence"."toOn" >= "staff_absence"."fromOn"),
	CONSTRAINT "staff_absence_other" CHECK("staff_absence"."coveredById" is null or "staff_absence"."coveredById" <> "staff_absence"."staffId")
) STRICT;
--> statement-breakpoint
CREATE INDEX `staff_absence_staff` ON `staff_absence` (`staffId`);