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
	CONSTRAINT "saved_view_page" CHECK("__new_saved_view"."page" in ('people', 'actions', 'stu', 'guides'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_saved_view`("id", "staffId", "page", "name", "search", "removedAt", "version") SELECT "id", "staffId", "page", "name", "search", "removedAt", "version" FROM `saved_view`;--> statement-breakpoint
DROP TABLE `saved_view`;--> statement-breakpoint
ALTER TABLE `__new_saved_view` RENAME TO `saved_view`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `saved_view_staff` ON `saved_view` (`staffId`);