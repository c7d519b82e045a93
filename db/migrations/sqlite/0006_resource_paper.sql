CREATE TABLE `resource_paper` (
	`id` text PRIMARY KEY NOT NULL,
	`courseId` text NOT NULL,
	`way` text NOT NULL,
	`begunOn` text NOT NULL,
	`draftOn` text,
	`finalOn` text,
	`system` text DEFAULT '' NOT NULL,
	`number` text DEFAULT '' NOT NULL,
	`link` text DEFAULT '' NOT NULL,
	`datedOn` text,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`courseId`) REFERENCES `stu_course`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "resource_paper_way" CHECK("resource_paper"."way" in ('by_place', 'here'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `resource_paper_course` ON `resource_paper` (`courseId`) WHERE "resource_paper"."removedAt" is null;--> statement-breakpoint
CREATE TABLE `resource_paper_text` (
	`id` text PRIMARY KEY NOT NULL,
	`paperId` text NOT NULL,
	`part` text NOT NULL,
	`text` text NOT NULL,
	`editedById` text,
	`editedAt` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`paperId`) REFERENCES `resource_paper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`editedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "resource_paper_text_part_word" CHECK("resource_paper_text"."part" in ('own_words', 'strengths', 'support', 'learned', 'after', 'contact'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `resource_paper_text_part` ON `resource_paper_text` (`paperId`,`part`);--> statement-breakpoint
CREATE TABLE `resource_paper_version` (
	`id` text PRIMARY KEY NOT NULL,
	`paperId` text NOT NULL,
	`number` integer NOT NULL,
	`final` integer NOT NULL,
	`content` text NOT NULL,
	`at` text NOT NULL,
	`byId` text,
	FOREIGN KEY (`paperId`) REFERENCES `resource_paper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `resource_paper_version_number` ON `resource_paper_version` (`paperId`,`number`);