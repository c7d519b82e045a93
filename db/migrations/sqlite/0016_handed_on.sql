ALTER TABLE `guide_handover` ADD `seenAt` text;--> statement-breakpoint
UPDATE `guide_handover` SET `seenAt` = `acceptedAt` WHERE `acceptedAt` IS NOT NULL;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_department` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`mark` text NOT NULL,
	`colour` text NOT NULL,
	`sector` text NOT NULL,
	`takesOver` text,
	`fromOn` text NOT NULL,
	`toOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "department_colour" CHECK("__new_department"."colour" in ('petrol', 'blue', 'violet', 'plum', 'rust', 'ochre', 'olive', 'green', 'slate')),
	CONSTRAINT "department_sector" CHECK("__new_department"."sector" in ('municipality', 'authority', 'school', 'private')),
	CONSTRAINT "department_takes_over" CHECK("__new_department"."takesOver" in ('adult_department', 'employment'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_department`("id", "name", "mark", "colour", "sector", "fromOn", "toOn", "version") SELECT "id", "name", "mark", "colour", "sector", "fromOn", "toOn", "version" FROM `department`;--> statement-breakpoint
DROP TABLE `department`;--> statement-breakpoint
ALTER TABLE `__new_department` RENAME TO `department`;--> statement-breakpoint
PRAGMA foreign_keys=ON;